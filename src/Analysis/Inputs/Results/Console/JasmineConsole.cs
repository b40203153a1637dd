using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads jasmine on node: below <c>Failures:</c> a section for each failure (<c>1) suite test</c>, <c>Message:</c>, <c>Stack:</c>; <c>Suite error: suite</c>),
/// and the counts (<c>9 specs, 2 failures, 1 pending spec</c>); also jasmine-spec-reporter, whose list has <c>- message</c> below each name and
/// <c>Executed 9 of 9 specs (1 FAILED)</c>.
/// </summary>
internal sealed partial class JasmineConsole(string source, string suite) : IConsoleReader
{
    private readonly List<(ConsoleSection Section, bool OfSuite)> _failures = [];
    private readonly Tally _tally = new();
    private bool _listing;

    public IEnumerable<string> Needles => ["Failures:", " Failures ", " specs", " spec,"];
    public bool IsOpen => _listing;

    public void Feed(LogLine line)
    {
        var text = line.Text;
        if (List().IsMatch(text))
            _listing = true;
        else if (Totals().Match(text) is { Success: true } totals)
            Count(totals);
        else if (!_listing)
            return;
        else if (text is "Pending:" || text.StartsWith("##[", StringComparison.Ordinal))
            _listing = false;
        else if (Begins().Match(text) is { Success: true } begins)
            Begin(begins, line.Number);
        else if (_failures.Count > 0)
            _failures[^1].Section.Add(line);
    }

    public ConsoleCases Finish()
    {
        // RSpec and others begin their list with the same word. jasmine prints Message below each name.
        List<TestCase> cases = [.. _failures.Where(f => Message(f.Section).Count > 0).Select(Case).DistinctBy(c => c.Id)];
        return ConsoleCases.Of(cases, _tally);
    }

    private void Begin(Match begins, int line)
    {
        if (_failures.Count < ConsoleSection.MostFailing)
            _failures.Add((new ConsoleSection(begins.Groups["name"].Value, line), begins.Groups["suite"].Success));
        else
            _listing = false;
    }

    /// <summary>The failures in the counts include those of tests and of suites.</summary>
    private void Count(Match totals)
    {
        _listing = false;
        var (specs, failed, pending) = (Figure.Of(totals.Groups["specs"]), Figure.Of(totals.Groups["failed"]), Figure.Of(totals.Groups["pending"]));
        var ofSuites = _failures.Count(f => f.OfSuite);
        var skipped = totals.Groups["executed"].Success ? Math.Max(0, specs - Figure.Of(totals.Groups["executed"])) : pending;
        _tally.Add(Math.Max(0, specs - Math.Max(0, failed - ofSuites) - skipped), skipped, failed);
    }

    private TestCase Case((ConsoleSection Section, bool OfSuite) failure) =>
        failure.Section.Case(source, suite, "", failure.Section.Name, null, Message(failure.Section)) with
        {
            Scope = failure.OfSuite
            ? TestScope.Suite : TestScope.Test
        };

    /// <summary>All messages: one test may have several.</summary>
    private static List<string> Message(ConsoleSection section)
    {
        var (said, inMessage) = (new List<string>(), false);
        foreach (var text in section.Lines.Select(l => l.Text))
            if (text.Trim() is "Message:" or "Stack:")
                inMessage = text.Trim() == "Message:";
            else if (text.StartsWith("  - ", StringComparison.Ordinal))
                said.Add(text[4..]);
            else if (inMessage && text.Trim().Length > 0 && !ScriptMessage.IsPlace(text))
                said.Add(text.Trim());
        return said;
    }

    [GeneratedRegex(@"^(?:Failures:|\*\s+Failures\s+\*)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex List();

    [GeneratedRegex(@"^(?:\d{1,5}\) (?<name>\S.*)|(?<suite>Suite error): (?<name>.+))$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Begins();

    [GeneratedRegex("""
          ^(?<specs>\d{1,7})\ specs?,\ (?<failed>\d{1,7})\ failures?(?:,\ (?<pending>\d{1,7})\ pending\ specs?)?
        | ^Executed\ (?<executed>\d{1,7})\ of\ (?<specs>\d{1,7})\ specs?(?:\ SUCCESS|\ \((?<failed>\d{1,7})\ FAILED\))?(?:\ \((?<pending>\d{1,7})\ (?:PENDING|SKIPPED)\))*
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Totals();
}
