using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>A test of Playwright as named by its reporters.</summary>
/// <param name="project">The browser or configuration; null if there is only one.</param>
/// <param name="place">Line and column in the file.</param>
internal sealed class PlaywrightTest(string? project, string file, string place, string title, int line)
{
    private const string Retry = "Retry #";
    private readonly ConsoleSection _section = new(title, line);
    private int _tries;
    private int _first = -1;

    /// <summary>Suites and test, between <c> › </c>.</summary>
    public string Title { get; set; } = title;

    /// <summary>The list at the end that contains it; null for none.</summary>
    public string? Listed { get; set; }

    /// <summary>The location identifies the test, because steps may follow its name.</summary>
    public string Key => $"{project} {file}:{place}";

    public void Add(LogLine read)
    {
        if (read.Text.TrimStart().StartsWith(Retry, StringComparison.Ordinal) && read.Text.Contains('─'))
        {
            _first = _tries++ == 0 ? _section.Lines.Count : _first;
            return;
        }
        _section.Add(read);
    }

    public TestCase Case(string source, string suite)
    {
        var (className, name) = Names();
        var test = _section.Case(source, suite, className, name, file, Message()) with { Variant = project };
        return Listed switch
        {
            "flaky" => test with { Outcome = TestOutcome.Passed, Failure = null, FailedAttempts = _tries + 1 },
            "interrupted" => test with { Outcome = TestOutcome.NotRun, Failure = null },
            _ => test with { FailedAttempts = _tries },
        };
    }

    public TestCase Ended(string source, string suite, TestOutcome outcome)
    {
        var (className, name) = Names();
        return ConsoleSection.Ended(source, suite, className, name, outcome, line, file: file) with { Variant = project };
    }

    /// <summary>The message of the first attempt, without the attachments.</summary>
    private List<string> Message()
    {
        var lines = _section.Lines.Take(_first < 0 ? int.MaxValue : _first).Select(l => l.Text)
            .TakeWhile(l => !l.StartsWith("    Error Context: ", StringComparison.Ordinal) && !l.StartsWith("    attachment #", StringComparison.Ordinal));
        return ScriptMessage.Of(lines) is { Count: > 0 } said ? said : [FailureMessages.Silent];
    }

    private (string ClassName, string Name) Names()
    {
        var parts = Title.Split(" › ", StringSplitOptions.TrimEntries);
        return (string.Join(' ', parts[..^1]), parts[^1]);
    }
}
