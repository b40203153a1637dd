using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads karma: <c>Chrome 120.0.0 (Linux) suite test FAILED</c> with the test's message indented below; <c>… Executed 10 of 12 (1 FAILED) (skipped 1)</c>,
/// where the last line of each browser counts; <c>… ERROR</c> of a browser; and the lists of its mocha and spec reporters.
/// </summary>
internal sealed partial class KarmaConsole(string source, string suite) : IConsoleReader
{
    private readonly List<KarmaFailure> _failures = [];
    private readonly List<TestCase> _instead = [];
    private readonly Tally _tally = new();
    private readonly Dictionary<string, (int Passed, int Skipped, int Failed)> _browsers = new(StringComparer.Ordinal);
    private readonly KarmaList _list = new();
    private (int Passed, int Skipped, int Failed) _summary;
    private ConsoleSection? _open;
    private bool _seen;

    /// <summary>The spec reporter lists the failures after the counts.</summary>
    private bool _ended;

    public IEnumerable<string> Needles =>
        [" FAILED", ": Executed ", " ERROR", "TOTAL: ", "FAILED TESTS:", " completed", " skipped", " failed", "[karma-server]", "[launcher]", " DISCONNECTED",
            "START:", "Disconnected"];

    public bool IsOpen => _open is not null || _list.IsOpen || _ended;

    public void Feed(LogLine line)
    {
        var text = line.Text;
        if (Executed().Match(text) is { Success: true } executed)
            Count(executed, line);
        else if (text.StartsWith("TOTAL: ", StringComparison.Ordinal))
            (_open, _ended, _seen) = (null, true, true);
        else if (Failed().Match(text) is { Success: true } failed)
            Begin(failed.Groups["browser"].Value, failed.Groups["name"].Value, false, line);
        else if (Broken().Match(text) is { Success: true } broken)
            Begin(broken.Groups["browser"].Value, "", true, line);
        else if (Started().IsMatch(text))
            Start();
        else if (Summary().Match(text) is { Success: true } summary && _seen)
            Summarise(summary);
        else if (Error().Match(text) is { Success: true } error)
            Instead(error.Groups["said"].Value, line);
        else if (text.StartsWith("##[", StringComparison.Ordinal))
            (_open, _ended, _) = (null, false, _list.End());
        else if (_seen && _list.Feed(line) is { } listed)
            (_open, _) = (null, Add(listed));
        else if (_open is not null && (text.Length == 0 || char.IsWhiteSpace(text[0])))
            _open.Add(line);
        else
            _open = null;
    }

    public ConsoleCases Finish()
    {
        Start();
        List<TestCase> cases = [.. _failures.Select(f => f.Case(source, suite)).DistinctBy(c => (c.Id, c.Variant))];
        return ConsoleCases.Of(cases, _tally.Passed, _tally.Skipped, _tally.Failed + cases.Count(c => c.Scope == TestScope.Run)) with { Instead = _instead };
    }

    /// <summary>A run's counts are those of its browsers or, if the reporter gives none per browser, those of the run.</summary>
    private void Start()
    {
        if (_browsers.Count > 0)
            foreach (var (passed, skipped, failed) in _browsers.Values)
                _tally.Add(passed, skipped, failed);
        else if (_summary != default)
            _tally.Add(_summary.Passed, _summary.Skipped, _summary.Failed);
        _browsers.Clear();
        (_summary, _open, _seen) = (default, null, true);
        _list.End();
    }

    private void Begin(string browser, string name, bool isBroken, LogLine line)
    {
        _seen = true;
        _open = _failures.Count < ConsoleSection.MostFailing ? new ConsoleSection(line.Text, line.Number) : null;
        if (_open is not null)
            _failures.Add(new KarmaFailure(browser, "", name, _open, isBroken));
    }

    private void Count(Match executed, LogLine line)
    {
        var (browser, text) = (executed.Groups["browser"].Value, line.Text);
        var failed = Figure.Of(FailedCount().Match(text).Groups["n"]);
        _browsers[browser] = (Math.Max(0, Figure.Of(executed.Groups["n"]) - failed), Figure.Of(Skipped().Match(text).Groups["n"]), failed);
        (_open, _seen) = (null, true);
        if (!text.Contains(" DISCONNECTED", StringComparison.Ordinal) || _failures.Exists(f => f.IsBroken && f.Browser == browser)
            || _failures.Count >= ConsoleSection.MostFailing)
            return;
        _failures.Add(new KarmaFailure(browser, "", "", new ConsoleSection(text, line.Number), true));
        _failures[^1].Section.Add(line with { Text = text[(text.IndexOf(": ", StringComparison.Ordinal) + 2)..] });
    }

    private void Summarise(Match summary)
    {
        var n = Figure.Of(summary.Groups["n"]);
        _ = summary.Groups["what"].Value switch
        {
            "completed" => _summary.Passed = n,
            "skipped" => _summary.Skipped = n,
            _ => _summary.Failed = n,
        };
        _open = null;
    }

    private void Instead(string said, LogLine line)
    {
        var section = new ConsoleSection(said, line.Number);
        section.Add(line);
        if (_instead.Count < ConsoleSection.MostFailing)
            _instead.Add(section.Case(source, suite, "", "karma", null, [said], TestOutcome.Error) with { Scope = TestScope.Run });
        _open = null;
    }

    /// <summary>The list repeats what was reported while the tests ran, and knows the suites.</summary>
    private bool Add(KarmaFailure listed)
    {
        var at = _failures.FindIndex(f => f.IsSame(listed));
        if (at >= 0 && listed.ClassName.Length > 0)
            _failures[at] = _failures[at] with { ClassName = listed.ClassName, Name = listed.Name };
        else if (at < 0 && _failures.Count < ConsoleSection.MostFailing)
            _failures.Add(listed);
        return true;
    }

    private const string Browser = @"(?<browser>[A-Z]\w{1,40}(?: [A-Z][A-Za-z]{1,40})* [\d.]{1,40} \([^)]{1,80}\))";

    [GeneratedRegex($"^{Browser}(?: ?\\([^)]{{1,80}}\\))?: Executed (?<n>\\d{{1,7}}) of (?<all>\\d{{1,7}})", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Executed();

    [GeneratedRegex($"^{Browser} (?<name>.+) FAILED$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Failed();

    [GeneratedRegex($"^{Browser} ERROR$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Broken();

    [GeneratedRegex(@"\((?<n>\d{1,7}) FAILED\)", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex FailedCount();

    [GeneratedRegex(@"\(skipped (?<n>\d{1,7})\)", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Skipped();

    [GeneratedRegex(@"^(?:START:|.{0,60}\[karma-server\]: Karma v.* server started.*)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Started();

    /// <summary>Counts of the mocha reporter.</summary>
    [GeneratedRegex(@"^[✔✖ℹ√×i] (?<n>\d{1,7}) tests? (?<what>completed|skipped|failed)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Summary();

    [GeneratedRegex(@"^.{0,60}(?:ERROR \[(?:launcher|karma|karma-server|config|middleware:karma)\]: ?(?<said>.+)|WARN \[[^\]]{1,80}\]: ?(?<said>Disconnected.*))$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Error();
}
