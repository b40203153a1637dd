using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Whybot.Analysis.Explanation.Correlation;
using Whybot.Analysis.Language.Text;
using Whybot.Runs.Analyzing;
using Whybot.Runs.Fetching;
using Whybot.Runs.RunFolders;

namespace Whybot.Hosts.Cli;

/// <summary><c>whybot match --issues FILE --failure FILE</c>: which of many issues a failure resembles, and why.</summary>
internal static class MatchCommand
{
    private const int Shown = 5;
    private const long MostFailure = 4L * 1024 * 1024;

    private const string Description = "Looks up a failure among many issues, and shows the reasons for each match.";

    private const string Details = """
        ISSUES is what GitHub answers to a list of issues: a JSON array, or one JSON object per line, with number (or id), title, body.
        FAILURE is what the failed test said, as text; - for standard input.

        A hit is sure where the second best is much worse: what fits several issues tells none of them from the others. What is looked up here are candidates;
        `whybot analyze` also asks whether an issue speaks of the cause.

        Exit code: 0 a sure hit, 1 none, 3 a file cannot be read, 64 wrong usage.

        Examples:
          whybot match --issues issues.json --failure failure.txt
          pytest 2>&1 | whybot match --issues issues.jsonl --failure - --test tests/test_orders.py::test_total
        """;

    public static Command Create()
    {
        var issues = new Option<string>("--issues") { Description = "The issues.", HelpName = "FILE", Required = true };
        var failure = new Option<string>("--failure") { Description = "What the failed test said; - for standard input.", HelpName = "FILE", Required = true };
        var test = new Option<string?>("--test") { Description = "The failed test's name.", HelpName = "NAME" };
        var command = new DetailedCommand("match", Description, Details) { issues, failure, test };
        command.SetAction(parse => Run(parse.GetValue(issues)!, parse.GetValue(failure)!, parse.GetValue(test)));
        return command;
    }

    private static int Run(string issues, string failure, string? test)
    {
        try
        {
            var index = new IssueIndex(IssueList.Read(issues));
            if (index.Count == 0)
                return ExitCodes.Fail(ExitCodes.Unreadable, $"{issues}: no issue in it; give GitHub's list of issues as JSON");
            var hits = index.Find(new IssueQuery(Text(failure), test), Shown);
            Print(index, hits);
            return hits.Count > 0 && IssueIndex.Confidence(hits) >= IssueIndex.SureFrom ? 0 : 1;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return ExitCodes.Fail(ExitCodes.Unreadable, unreadable.Message);
        }
        catch (JsonException broken)
        {
            return ExitCodes.Fail(ExitCodes.Unreadable, $"{issues}:{(broken.LineNumber ?? 0) + 1}: not valid JSON ({broken.Message.Split(". ")[0]})");
        }
    }

    private static string Text(string failure)
    {
        using var stream = failure == "-" ? Console.OpenStandardInput() : File.OpenRead(failure);
        return new StreamReader(new LimitedStream(stream, MostFailure)).ReadToEnd();
    }

    private static void Print(IssueIndex index, IReadOnlyList<IssueHit> hits)
    {
        var confidence = IssueIndex.Confidence(hits);
        Console.WriteLine(hits.Count == 0 ? $"None of {index.Count:N0} issues shares anything with it."
            : confidence >= IssueIndex.SureFrom
            ? $"#{hits[0].Issue.Id} {SafeText.OneLine(hits[0].Issue.Title, 100)} (confidence {Two(confidence)} of {index.Count:N0} issues)"
            : $"No sure hit among {index.Count:N0} issues: the confidence is {Two(confidence)}, {Two(IssueIndex.SureFrom)} is "
            + $"needed{(hits.Count > 1 && hits[1].Score > hits[0].Score / 2 ? $"; #{hits[1].Issue.Id} fits nearly as well as #{hits[0].Issue.Id}"
                : $"; the nearest miss is #{hits[0].Issue.Id}")}.");
        if (hits.Count == 0)
            return;
        var table = new Table().Border(TableBorder.None).AddColumns("issue", "score", "text", "names the test", "title", "rarest line that both have");
        foreach (var hit in hits)
            table.AddRow([.. new[] { $"#{hit.Issue.Id}", Two(hit.Score), Two(hit.Text), hit.NamesTest ? "yes" : "no", SafeText.OneLine(hit.Issue.Title, 60),
                SafeText.OneLine(hit.Shared.FirstOrDefault() ?? "", 80) }.Select(Markup.Escape)]);
        Terminal.Output().Write(table);
    }

    private static string Two(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);
}
