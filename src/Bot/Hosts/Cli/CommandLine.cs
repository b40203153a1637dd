using System.CommandLine;
using Whybot.Runs.Analyzing;

namespace Whybot.Hosts.Cli;

/// <summary>The program's commands, and what it ends with.</summary>
internal static class CommandLine
{
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var root = new RootCommand("Whybot says go or no-go for a deployment to staging, and why.")
        {
            AnalyzeCommand.Create(), ServeCommand.Create(), ReceiveCommand.Create(), DoctorCommand.Create(), ReplayCommand.Create(), ProbeCommand.Create(),
            PlanCommand.Create(), WorklogCommand.Create(), RulesCommand.Create(), DigestCommand.Create(), RebuildCommand.Create(), MatchCommand.Create(),
        };
        DetailedCommand.Use(root);
        var parse = root.Parse(arguments);
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
    }
}
