using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Whybot.Hosts.Cli;

/// <summary>A command whose own help says more than its line in the list of commands.</summary>
/// <param name="details">Exit codes and examples.</param>
internal sealed class DetailedCommand(string name, string description, string details) : Command(name, description)
{
    public string Details => details;

    /// <summary>Makes the root's help, which all commands share, print the details of the command it was requested for.</summary>
    public static void Use(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new DetailedHelp((SynchronousCommandLineAction)help.Action!);
    }

    private sealed class DetailedHelp(SynchronousCommandLineAction help) : SynchronousCommandLineAction
    {
        /// <summary>Leaving out an argument is no mistake when asking for help.</summary>
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = help.Invoke(parseResult);
            if (parseResult.CommandResult.Command is DetailedCommand command)
                parseResult.InvocationConfiguration.Output.WriteLine(command.Details + "\n");
            return code;
        }
    }
}
