using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>
/// RSpec's JSON formatter: <c>examples[]</c> with file_path, full_description, status, run_time, exception. Errors outside examples are only reported in
/// <c>messages</c>, each as an "An error occurred …". If one occurs while files are loaded, RSpec runs no examples.
/// </summary>
internal sealed partial class RSpecFormat : IResultFormat
{
    private const string Elsewhere = "error outside of examples";

    public string Name => "RSpec JSON";

    public TestRunner Runner => TestRunner.RSpec;

    public bool Recognises(ResultHead head) => head.Has("examples") && (head.Has("summary") || head.Has("version") || head.Has("summary_line"));

    public void Read(Stream stream, ResultReading reading)
    {
        reading.TriesAreTold = true;
        foreach (var root in JsonSource.Documents(stream, reading))
            Run(root, reading);
    }

    private static void Run(JsonItem root, ResultReading reading)
    {
        var from = reading.Count;
        foreach (var example in root["examples"]?.Items ?? [])
            JsonStates.Add(reading, example, Case(example, reading));
        var errors = (root["messages"]?.Items ?? []).Where(m => (m.Value ?? "").TrimStart().StartsWith("An error occurred", StringComparison.Ordinal)).ToList();
        foreach (var error in errors)
            Outside(error, reading);
        Claims(root, reading, from, errors.Count);
    }

    /// <summary>The summary has counts, and its text line repeats them in words.</summary>
    private static void Claims(JsonItem root, ResultReading reading, int from, int errors)
    {
        var (summary, line) = (root["summary"], SummaryLine().Match(root.Text("summary_line") ?? ""));
        if ((summary ?? root["summary_line"]) is not { } head)
            return;
        reading.Took(summary?.Number("duration"));
        var (examples, failed) = (Most("example_count", "examples"), Most("failure_count", "failures"));
        var outside = Most("errors_outside_of_examples_count", "errors");
        var read = reading.Since(from).Where(c => c.Scope == TestScope.Test).ToList();
        if (outside > 0 && errors == 0)
        {
            var said = root["messages"]?.Items.FirstOrDefault()?.Value ?? "the report does not say which";
            reading.Outside(TestScope.Suite, Elsewhere, null, null, said.Trim(), head.Line, head.EndLine);
        }
        else if (outside > errors)
            reading.Problem(head.Line, $"the summary counts {outside} errors outside of examples, and {errors} were read");
        if (failed > read.Count(c => c.Bad))
            reading.Problem(head.Line, $"the summary counts {failed} failed examples, and {read.Count(c => c.Bad)} were read");
        else if (examples > read.Count)
            reading.Problem(head.Line, $"the summary counts {examples} examples, and {read.Count} were read");

        long Most(string name, string group) => Math.Max(summary?.Count(name) ?? 0, long.TryParse(line.Groups[group].Value, out var count) ? count : 0);
    }

    private static void Outside(JsonItem message, ResultReading reading)
    {
        var text = (message.Value ?? "").Trim();
        var loading = Loading().Match(text);
        reading.Outside(TestScope.Suite, loading.Success ? loading.Groups["file"].Value : Elsewhere, null, Said(text), text, message.Line, message.EndLine);
    }

    /// <summary>The error below the header: its class, and its message up to the first frame.</summary>
    private static string? Said(string text)
    {
        var lines = text.Split('\n');
        var at = Array.FindIndex(lines, 1, l => ErrorClass().IsMatch(l));
        if (at < 0)
            return null;
        var said = lines.Skip(at + 1).TakeWhile(l => l.StartsWith("  ", StringComparison.Ordinal)).Select(l => l.Trim());
        return $"{lines[at]} {string.Join('\n', said)}".Trim();
    }

    private static TestCase Case(JsonItem example, ResultReading reading)
    {
        var file = example.Text("file_path") is { } path ? path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path : null;
        var exception = example["exception"] is { Kind: System.Text.Json.JsonTokenType.StartObject } thrown ? thrown : null;
        var outcome = Outcome(example, exception, reading);
        var message = exception?.Text("message")?.Trim();
        var at = exception ?? example;
        var backtrace = string.Join('\n', (exception?["backtrace"]?.Items ?? []).Select(l => l.Value));
        return reading.Case(file ?? "", example.Text("full_description") ?? example.Text("description") ?? "", outcome, example.Line, example.EndLine) with
        {
            File = file,
            Seconds = example.Number("run_time"),
            Failure = outcome.IsFailure()
                ? ResultReading.Failed(exception?.Text("class"), message, $"{message}\n{backtrace}".Trim(), at.Line, at.EndLine) : null,
        };
    }

    /// <summary>A pending example that ran and failed was expected to fail; RSpec itself marks one that passed as failed. One without a state ended the
    /// process.</summary>
    private static TestOutcome Outcome(JsonItem example, JsonItem? exception, ResultReading reading) => example.Text("status") switch
    {
        "passed" => TestOutcome.Passed,
        "failed" => TestOutcome.Failed,
        "pending" when exception is not null => TestOutcome.ExpectedFailure,
        "pending" => TestOutcome.Skipped,
        var unknown => JsonStates.Unknown(reading, example, unknown),
    };

    [GeneratedRegex("""
        ^(?<examples>\d{1,9})[ ]examples?,[ ](?<failures>\d{1,9})[ ]failures?
        (?:,[ ]\d{1,9}[ ]pending)?(?:,[ ](?<errors>\d{1,9})[ ]errors?[ ]occurred[ ]outside)?
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 10000)]
    private static partial Regex SummaryLine();

    [GeneratedRegex(@"^An error occurred while loading (?:\./)?(?<file>[^\n]{1,400}?)\.(?:\r?\n|$)", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Loading();

    [GeneratedRegex(@"^(?:[A-Z]\w{0,80}::){0,10}[A-Z]\w{0,80}:\s*$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex ErrorClass();
}
