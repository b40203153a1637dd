using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads Microsoft.Testing.Platform (TUnit, MSTest, NUnit and xUnit 3 on it): <c>failed Name (12ms)</c> with the message below, <c>skipped Name</c>, and at the
/// end <c>Test run summary: Failed!</c> with the counts below. Its lines are plain words, so they only count if a summary or the header of a run is there too.
/// </summary>
internal sealed partial class TestingPlatformConsole(string source, string suite) : IConsoleReader
{
    private readonly List<(TestOutcome Outcome, ConsoleSection Section)> _ended = [];
    private readonly List<ConsoleSection> _empty = [];
    private bool _is;
    private bool _open;
    private bool _sums;
    private int _passed;
    private int _skipped;
    private int _failed;

    public TestRunner Runner => TestRunner.Dotnet;

    public IEnumerable<string> Needles => ["failed ", "skipped ", "passed ", "Test run summary: ", "Running tests from ", "Zero tests ran"];
    public bool IsOpen => _open || _sums;

    public void Feed(LogLine line)
    {
        if (Ended().Match(line.Text) is { Success: true } ended)
            End(ended, line);
        else if (line.Text.StartsWith("Running tests from ", StringComparison.Ordinal))
            (_is, _open) = (true, false);
        else if (line.Text.StartsWith("Test run summary: ", StringComparison.Ordinal))
            Sum(line);
        else if (_sums && Counted().Match(line.Text) is { Success: true } counted)
            Count(counted);
        else if (line.Text.StartsWith("##[", StringComparison.Ordinal) || Closes().IsMatch(line.Text))
            (_open, _sums) = (false, false);
        else if (_open)
            _ended[^1].Section.Add(line);
    }

    public ConsoleCases Finish() => _is
        ? ConsoleCases.Of([.. _ended.DistinctBy(e => (e.Section.Name, e.Outcome)).Select(Case), .. _empty.Select(Nothing)], _passed, _skipped, _failed)
        : new ConsoleCases([], 0, 0);

    private void End(Match ended, LogLine line)
    {
        var outcome = ended.Groups["what"].Value switch { "failed" => TestOutcome.Failed, "skipped" => TestOutcome.Skipped, _ => TestOutcome.Passed };
        (_open, _sums) = (false, false);
        if (_ended.Count >= (outcome == TestOutcome.Failed ? ConsoleSection.MostFailing : ConsoleSection.MostNamed))
            return;
        _ended.Add((outcome, new ConsoleSection(ended.Groups["name"].Value, line.Number)));
        _open = outcome == TestOutcome.Failed;
    }

    private void Sum(LogLine line)
    {
        (_is, _open, _sums) = (true, false, true);
        if (!line.Text.EndsWith("Zero tests ran", StringComparison.Ordinal) || _empty.Count >= ConsoleSection.MostFailing)
            return;
        var section = new ConsoleSection("no tests", line.Number);
        section.Add(line);
        _empty.Add(section);
    }

    private void Count(Match counted)
    {
        var n = Figure.Of(counted.Groups["n"]);
        switch (counted.Groups["what"].Value)
        {
            case "failed":
                _failed = Math.Min(Figure.Most, _failed + n);
                break;
            case "succeeded":
                _passed = Math.Min(Figure.Most, _passed + n);
                break;
            case "skipped":
                _skipped = Math.Min(Figure.Most, _skipped + n);
                break;
        }
    }

    private TestCase Case((TestOutcome Outcome, ConsoleSection Section) ended)
    {
        var (className, name) = DotnetTestConsole.Names(ended.Section.Name);
        return ended.Outcome == TestOutcome.Failed ? ended.Section.Case(source, suite, className, name, null, Message(ended.Section))
            : ConsoleSection.Ended(source, suite, className, name, ended.Outcome, ended.Section.Line);
    }

    private TestCase Nothing(ConsoleSection section) => section.Case(source, suite, "", section.Name, null, section.Lines.Select(l => l.Text),
        TestOutcome.Error) with
    { Scope = TestScope.Run };

    /// <summary>Up to the stack, or to the file that it came from: after that the message is repeated with the exception's type.</summary>
    private static IEnumerable<string> Message(ConsoleSection section)
    {
        var lines = section.Lines.Select(l => l.Text.StartsWith("  ", StringComparison.Ordinal) ? l.Text[2..] : l.Text);
        return lines.TakeWhile(l => !Stack().IsMatch(l)).Where(l => l.Trim().Length > 0);
    }

    [GeneratedRegex(
        @"^(?<what>failed|skipped|passed) (?<name>\S.{0,800}?)(?: \((?:< ?)?\d[\d.,]*(?:ms|s|m|h)(?: \d[\d.,]*(?:ms|s|m))*\))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Ended();

    [GeneratedRegex(@"^  (?<what>total|failed|succeeded|skipped): (?<n>\d{1,7})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Counted();

    [GeneratedRegex(
        @"^\S.{0,400} (?:failed with \d{1,7} error\(s\)|passed|Zero tests ran) \(|^Exit code: |^  (?:In process|Out of process) file artifacts"
        + @"|^Test run completed ",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Closes();

    [GeneratedRegex(
        @"^\s*(?:at \S|from \S.{0,400}\.(?:dll|exe)\b|--- |----- Inner Stack Trace)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Stack();
}
