using System.CommandLine;
using Whybot.Hosts.Cli;
using Whybot.Runs.Analyzing;

var root = new RootCommand("Whybot says go or no-go for a deployment to staging, and why.")
{
    AnalyzeCommand.Create(), ServeCommand.Create(), ReceiveCommand.Create(), DoctorCommand.Create(), ReplayCommand.Create(), ProbeCommand.Create(),
        PlanCommand.Create(),
    WorklogCommand.Create(), RulesCommand.Create(), DigestCommand.Create(), MatchCommand.Create(),
};
DetailedCommand.Use(root);
var parse = root.Parse(args);
if (parse.Errors.Count > 0)
{
    foreach (var error in parse.Errors)
        Console.Error.WriteLine($"whybot: {error.Message}");
    Console.Error.WriteLine("Try: whybot --help");
    return ExitCodes.Usage;
}

try
{
    return await parse.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception failure)
{
    Console.Error.WriteLine($"whybot: internal error, please report it: {failure}");
    return ExitCodes.Internal;
}
