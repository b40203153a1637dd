using System.CommandLine;
using Whybot.Analysis.Explanation.Rules;
using Whybot.Foundation.Json;
using Whybot.Hosts.Setup;
using Whybot.Runs.Analyzing;
using Whybot.Runs.RunFolders;

namespace Whybot.Hosts.Cli;

/// <summary><c>whybot rules DIR</c>: shows what the rules of an issue would have matched.</summary>
internal static class RulesCommand
{
    private const long MaxBody = 256 * 1024;
    private const string Description = "Tries the known-issue rules of an issue's body on runs, and shows what they would have matched.";

    private const string Details = """
        DIR holds issue.md (the issue's body), results/, and history/*/results with earlier runs; whybot.yml says which suite a test belongs to.
        A rule is a fenced block whose language is whybot:

          ```whybot
          text: connection reset by peer
          pattern: "HTTP 50[234] from .*gateway"
          tests: [tests/e2e/test_checkout.py]
          where: [staging]
          ```

        Exit code: 0 all rules can be used, 1 one cannot, 3 there is none, 64 wrong usage.

        Examples:
          whybot rules run
          whybot rules run --output reports
        """;

    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "The folder with issue.md and runs." };
        var output = new Option<string?>("--output") { Description = "Also write rules.md into this folder.", HelpName = "DIR" };
        var command = new DetailedCommand("rules", Description, Details) { directory, output };
        command.SetAction(parse => Run(parse.GetValue(directory)!, parse.GetValue(output)));
        return command;
    }

    private static int Run(string directory, string? output)
    {
        var folder = new RunFolder(directory);
        if (folder.Problem() is { } unreadable)
            return ExitCodes.Fail(ExitCodes.Unreadable, $"{directory}: {unreadable}");
        var blocks = RuleReader.Blocks(folder.Text(RuleFiles.Body, MaxBody));
        if (blocks.Count == 0)
            return ExitCodes.Fail(ExitCodes.Unreadable, $"{directory}/{RuleFiles.Body}: there is no block of the language whybot in it");
        var settings = ProgramVocabulary.Settings.Read(folder.Text("whybot.yml", MaxBody) ?? "", "whybot.yml").Settings;
        var runs = Runs(folder).ToList();
        var results = RuleTrial.Try([.. blocks.Select(b => RuleReader.Read(0, b))], runs, settings);
        var text = RuleTrial.Write(results, runs.Count);
        try
        {
            if (output is not null)
            {
                Directory.CreateDirectory(output);
                File.WriteAllText(Path.Combine(output, RuleFiles.Output), text);
                File.WriteAllLines(Path.Combine(output, RuleFiles.Accepted), results.Select(r => r.Accepted ? "accepted" : "refused"));
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return ExitCodes.Fail(ExitCodes.Unreadable, $"{output}: cannot be written ({failure.Message})");
        }
        Console.Write(text);
        return results.All(r => r.Accepted) ? 0 : 1;
    }


    private static IEnumerable<TrialRun> Runs(RunFolder folder)
    {
        var here = ResultFiles.Read(folder, "results");
        if (here.Count > 0)
            yield return new TrialRun("results", null, [.. here.SelectMany(r => r.Cases)]);
        foreach (var path in folder.Folders("history"))
        {
            using var about = folder.Json($"{path}/run.json");
            var results = ResultFiles.Read(folder, $"{path}/results");
            if (results.Count > 0)
                yield return new TrialRun(Path.GetFileName(path), about?.RootElement.Text("branch"), [.. results.SelectMany(r => r.Cases)]);
        }
    }
}
