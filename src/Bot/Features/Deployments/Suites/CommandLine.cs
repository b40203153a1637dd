using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Language.Identity;
using Whybot.Runs.Suites;

namespace Whybot.Features.Deployments.Suites;

/// <summary>The values that are filled into a local suite's command.</summary>
/// <param name="Tests">Empty for all tests.</param>
internal sealed record CommandContext(string Suite, CommitSha Sha, string Environment, string Results, string Logs, IReadOnlyList<string> Files,
    IReadOnlyList<TestToRecheck> Tests);

/// <summary>Fills in a command's arguments. Each stays a single argument, whatever it contains.</summary>
internal static class CommandLine
{
    private const string Test = "{test}";
    private const string Files = "{files}";

    public static IReadOnlyList<string> Of(LocalSuite suite, CommandContext context)
    {
        var template = context.Tests.Count > 0 && suite.Recheck.Count > 0 ? suite.Recheck : suite.Command;
        var arguments = new List<string>();
        for (var i = 0; i < template.Count; i++)
        {
            if (template[i] == Files)
                arguments.AddRange(context.Files.Where(IsBelow));
            else if (template[i] == Test)
                Repeat(arguments, [.. context.Tests.Where(t => t.File is null || IsBelow(t.File))], optioned: i > 0 && template[i - 1].StartsWith('-'));
            else
                arguments.Add(Fill(template[i], context));
        }
        return arguments;
    }

    /// <summary>The repository names the files, so a name must not look like an option to a program, and must not lead out of the folder.</summary>
    private static bool IsBelow(string file) => !file.StartsWith('-') && !Path.IsPathRooted(file) && !file.Split('/', '\\').Contains("..")
        && !file.Any(char.IsControl);

    /// <summary>An option that comes before the first test is repeated before each.</summary>
    private static void Repeat(List<string> arguments, IReadOnlyList<TestToRecheck> tests, bool optioned)
    {
        var option = optioned ? arguments[^1] : null;
        foreach (var (test, i) in tests.Select((t, i) => (t, i)))
        {
            if (i > 0 && option is not null)
                arguments.Add(option);
            arguments.Add(test.Address);
        }
    }

    private static string Fill(string argument, CommandContext context) =>
        argument.Replace("{results}", context.Results, StringComparison.Ordinal).Replace("{logs}", context.Logs, StringComparison.Ordinal)
            .Replace("{suite}", context.Suite, StringComparison.Ordinal).Replace("{sha}", context.Sha.Value, StringComparison.Ordinal)
            .Replace("{environment}", context.Environment, StringComparison.Ordinal);
}
