using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads TestCafe's spec reporter: below <c>Running tests in:</c> the fixtures, below each its tests (<c>✓</c>, <c>✖</c>, <c>-</c>), below a test that failed
/// its errors (<c>1) AssertionError: …</c>), and last <c>1/2 failed (3s)</c> or <c>2 passed (3s)</c>, each line with one blank in front.
/// </summary>
internal sealed partial class TestCafeConsole(string source, string suite) : IConsoleReader
{
    private readonly List<(string Fixture, ConsoleSection Section)> _failures = [];
    private readonly List<TestCase> _named = [];
    private readonly Tally _tally = new();
    private ConsoleSection? _open;
    private string _fixture = "";
    private int _skipped;
    private bool _running;

    /// <summary>The list of browsers ends with a blank line.</summary>
    private bool _browsers;

    public IEnumerable<string> Needles => ["Running tests in:"];
    public bool IsOpen => _running;

    public void Feed(LogLine line)
    {
        var text = line.Text;
        if (text.Trim() == "Running tests in:")
            (_running, _browsers, _skipped, _fixture, _open) = (true, true, 0, "", null);
        else if (!_running || text.StartsWith("##[", StringComparison.Ordinal))
            _running = false;
        else if (_browsers)
            _browsers = text.Trim().Length > 0;
        else if (Totals().Match(text) is { Success: true } totals)
            Count(totals);
        else if (Test().Match(text) is { Success: true } test)
            Take(test, line.Number);
        else if (Fixture().Match(text) is { Success: true } fixture)
            (_fixture, _open) = (fixture.Groups["name"].Value, null);
        else
            _open?.Add(line);
    }

    public ConsoleCases Finish() => ConsoleCases.Of([.. _failures.Select(f => Case(f.Fixture, f.Section)).DistinctBy(c => c.Id),
        .. _named.DistinctBy(c => c.Id)], _tally);

    private void Take(Match test, int line)
    {
        var (mark, name) = (test.Groups["mark"].Value, test.Groups["name"].Value);
        _open = null;
        if (mark is "✖" or "×" && _failures.Count < ConsoleSection.MostFailing)
            _failures.Add((_fixture, _open = new ConsoleSection(name, line)));
        else if (_named.Count < ConsoleSection.MostNamed && mark is not ("✖" or "×"))
            _named.Add(ConsoleSection.Ended(source, suite, _fixture, name, mark == "-" ? TestOutcome.Skipped : TestOutcome.Passed, line));
        _skipped += mark == "-" ? 1 : 0;
    }

    private void Count(Match totals)
    {
        var (passed, failed, all) = (Figure.Of(totals.Groups["passed"]), Figure.Of(totals.Groups["failed"]), Figure.Of(totals.Groups["all"]));
        _tally.Add(totals.Groups["passed"].Success ? passed : Math.Max(0, all - failed), _skipped, failed);
        (_open, _skipped) = (null, 0);
    }

    private TestCase Case(string fixture, ConsoleSection section)
    {
        var said = section.Lines.Select(l => l.Text).TakeWhile(l => !l.TrimStart().StartsWith("Browser: ", StringComparison.Ordinal)).ToList();
        var message = ScriptMessage.Of(said);
        return section.Case(source, suite, fixture, section.Name, null, message.Count == 0
            ? [FailureMessages.Silent] : [Number().Replace(message[0], ""), .. message.Skip(1)]);
    }

    [GeneratedRegex(@"^ (?:(?<failed>\d{1,7})/(?<all>\d{1,7}) failed|(?<passed>\d{1,7}) passed) \([^)]{1,40}\)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Totals();

    [GeneratedRegex(@"^ (?<mark>[✓√✖×-]) (?<name>.+?)(?: \((?:unstable|screenshots: [^)]{1,400})\))*$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Test();

    [GeneratedRegex(@"^ (?<name>[^\s✓√✖×-].{0,400})$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Fixture();

    [GeneratedRegex(@"^\s*\d{1,4}\) ", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Number();
}
