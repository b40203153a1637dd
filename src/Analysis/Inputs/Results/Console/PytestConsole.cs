using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads pytest: <c>=== FAILURES ===</c>, a section per test under <c>___ Class.test ___</c> whose errors start with <c>E</c>, the short summary (<c>FAILED
/// file.py::Class::test - message</c>), named outcomes of <c>-v</c>, and the counts in the last line. Rules are as wide as the terminal; a long name leaves one
/// character on each side. Captured output may look like any of this, so there only a rule of full width counts.
/// </summary>
internal sealed partial class PytestConsole(string source, string suite) : IConsoleReader
{
    private const string Error = "INTERNALERROR>";
    private const int MostReasons = 3;

    private readonly List<ConsoleCases> _ended = [];
    private PytestSession _session = new(source, suite);
    private Region _region;

    /// <summary>Runs of pytest whose output was captured by a test.</summary>
    private int _nested;

    private enum Region
    {
        Progress,

        /// <summary>Sections about failures.</summary>
        Failures,
        Summary,

        /// <summary>Frames of a process that crashed or hung.</summary>
        Frames,

        /// <summary>Sections without failures: of passed tests, of warnings.</summary>
        Other,
    }

    public TestRunner Runner => TestRunner.Pytest;

    public IEnumerable<string> Needles =>
    [
        "===", "FAILED ", "ERROR ", "ERROR: ", "PASSED", "SKIPPED", "XFAIL", "XPASS", "RERUN ", " passed", " failed", " skipped", " deselected", " error",
            ".py::", "rootdir: ", Error, "Fatal Python error",
        "+ Timeout +", "ImportError while loading conftest", "!!!", "pluggy.",
    ];

    public bool IsOpen => _region is Region.Failures or Region.Summary or Region.Frames || _nested > 0;

    private PytestSection? Section => _session.Sections is [.., var last] ? last : null;
    private bool Captured => _region == Region.Failures && Section is { Captured: true };

    public void Feed(LogLine line)
    {
        var text = line.Text;
        if (text.StartsWith("##[group]Run ", StringComparison.Ordinal))
            Close();
        else if (Banner().Match(text) is { Success: true } banner && Begin(banner, line))
            return;
        else if (_nested > 0)
            return;
        else if (_region == Region.Failures)
            AddToSection(line);
        else if (_region == Region.Summary && Summarise(line))
            return;
        else if (_region != Region.Other)
            Progress(line);
    }

    public ConsoleCases Finish()
    {
        Close();
        return ConsoleCases.Together(_ended);
    }

    private void Close()
    {
        if (!_session.IsEmpty)
            _ended.Add(_session.Cases());
        (_session, _region, _nested) = (new PytestSession(source, suite), Region.Progress, 0);
    }

    /// <returns>Whether the line is pytest's own and needs no further handling.</returns>
    private bool Begin(Match banner, LogLine line)
    {
        var (title, rule) = (banner.Groups["title"].Value, banner.Groups["left"].Length);
        if (Math.Abs(rule - banner.Groups["right"].Length) > 1)
            return false;
        var full = IsFull(line.Text, rule);
        if (title.StartsWith("test session starts", StringComparison.Ordinal))
            return Start(line);
        var isTotals = Totals().IsMatch(title);
        if (_nested > 0)
            return isTotals && full && --_nested >= 0;
        if (Captured && !full)
            return false;
        if (isTotals)
            return End(title, line, full);
        var region = title switch
        {
            "FAILURES" or "ERRORS" => Region.Failures,
            "short test summary info" or "rerun test summary info" => Region.Summary,
            _ when rule >= 3 || Captured => Region.Other,
            _ => _region,
        };
        if (region == Region.Other && !Known().IsMatch(title) && _region is not (Region.Failures or Region.Summary or Region.Frames))
            return false;
        _session.HasSummary |= title.StartsWith("short ", StringComparison.Ordinal);
        _session.Width = _session.Width == 0 && rule >= 3 ? line.Text.Length : _session.Width;
        var isNew = region != _region;
        _region = region;
        return isNew || region is Region.Failures or Region.Summary;
    }

    private bool Start(LogLine line)
    {
        if (Captured || _nested > 0)
        {
            _nested++;
            return true;
        }
        Close();
        (_session.Started, _session.Width) = (true, line.Text.Length);
        return true;
    }

    /// <summary>A test may print a line of totals, but only by chance is it as wide as the terminal.</summary>
    private bool End(string totals, LogLine line, bool full)
    {
        if (PytestReasons.Is(line.Text) && _session.Internal is null)
            _session.Reasons.Add(line);
        if (!full && _region is Region.Progress)
        {
            _session.DoubtfulTotals = Count(totals);
            return true;
        }
        _session.Totals = Count(totals);
        Close();
        return true;
    }

    private static PytestCounts Count(string totals)
    {
        var (passed, skipped, failed) = (0, 0, 0);
        foreach (Match count in Counts().Matches(totals))
        {
            var n = Figure.Of(count.Groups["n"]);
            _ = count.Groups["what"].Value switch { "passed" or "xpassed" => passed += n, "skipped" or "xfailed" => skipped += n, _ => failed += n };
        }
        return new PytestCounts(Math.Min(passed, Figure.Most), Math.Min(skipped, Figure.Most), Math.Min(failed, Figure.Most));
    }

    private void AddToSection(LogLine line)
    {
        if (Header().Match(line.Text) is { Success: true } header && IsHeader(header))
        {
            if (_session.Sections.Count < ConsoleSection.MostFailing)
                _session.Sections.Add(new PytestSection(header.Groups["name"].Value, line.Number, Captured
                    && !IsFull(line.Text, header.Groups["left"].Length)));
        }
        else if (!Captured && Quiet().IsMatch(line.Text))
            End(line.Text, line, true);
        else if (Section is { } section)
            section.Add(line);
        else if (line.Text.Trim().Length > 0 && _session.Lines.Count < ConsoleSection.MostFailing)
            _session.Lines.Add(line);
    }

    /// <summary>A rule with blanks in it and no name separates the frames of one traceback.</summary>
    private static bool IsHeader(Match header) =>
        Math.Abs(header.Groups["left"].Length - header.Groups["right"].Length) <= 1 && !header.Groups["name"].ValueSpan.Trim("_ ").IsEmpty;

    private bool IsFull(string text, int rule) => _session.Width == 0 || text.Length == _session.Width || (rule == 1 && text.Length >= _session.Width);

    private bool Summarise(LogLine line)
    {
        if (PytestSummary.Of(line.Text, line.Number) is { } summary)
        {
            if (_session.Summary.Count < ConsoleSection.MostFailing)
                _session.Summary.Add(summary);
            return true;
        }
        if (Outcome().IsMatch(line.Text))
            return false;
        if (PytestReasons.Is(line.Text) || line.Text.StartsWith("!!", StringComparison.Ordinal) || Quiet().IsMatch(line.Text))
        {
            Progress(line);
            return true;
        }
        // When the job itself prints something, the message is over.
        if (line.Text.StartsWith("##[", StringComparison.Ordinal))
            _region = Region.Other;
        else if (_session.Summary is [.., var last])
            last.Add(line.Text);
        return true;
    }

    private void Progress(LogLine line)
    {
        var text = line.Text;
        if (_region == Region.Frames && !text.StartsWith("##[", StringComparison.Ordinal))
        {
            _session.Crash!.Add(line);
            return;
        }
        _region = _region == Region.Frames ? Region.Progress : _region;
        if (Quiet().IsMatch(text))
            End(text, line, !_session.Started);
        else if (text.StartsWith("rootdir: ", StringComparison.Ordinal))
            _session.Root = text["rootdir: ".Length..].Split(',')[0].TrimEnd('/');
        else if (text.StartsWith(Error, StringComparison.Ordinal))
            (_session.Internal ??= new ConsoleSection(Error, line.Number)).Add(line);
        else if (text.IndexOf("Fatal Python error: ", StringComparison.Ordinal) is >= 0 and var fatal)
            Crash(text[fatal..], line, false);
        else if (Timeout().IsMatch(text))
            Crash("Timeout: the test did not end within its limit (pytest-timeout)", line, true);
        else if (Conftest().Match(text) is { Success: true } conftest)
            Begin(conftest, line.Number);
        else if (PytestReasons.Is(text) && _session.Reasons.Count < MostReasons)
            _session.Reasons.Add(line);
        else if (PytestSummary.Of(text, line.Number) is { } loose)
        {
            if (_region == Region.Progress && _session.Loose.Count < ConsoleSection.MostFailing)
                _session.Loose.Add(loose);
        }
        else if (Verbose().Match(text) is { Success: true } verbose)
            _session.Ended(verbose.Groups["file"].Value, verbose.Groups["rest"].Value, verbose.Groups["what"].Value, line, _region == Region.Summary);
        else if (Begun().Match(text) is { Success: true } begun)
            _session.LastStarted = (begun.Groups["id"].Value.Trim(), line);
    }

    private void Crash(string message, LogLine line, bool isTimeout)
    {
        _session.Crash ??= new PytestCrash(message.Trim(), line, isTimeout);
        _region = Region.Frames;
    }

    /// <summary>An error that ends pytest before its first line.</summary>
    private void Begin(Match conftest, int line)
    {
        _session.Sections.Add(new PytestSection($"ERROR collecting {conftest.Groups["file"].Value}", line, false));
        _region = Region.Failures;
    }

    [GeneratedRegex(@"^(?<left>=+) (?<title>\S.*?) (?<right>=+)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Banner();

    [GeneratedRegex("^(?<left>_+) (?<name>.+?) (?<right>_+)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Header();

    [GeneratedRegex(@"^(?:PASSES|XPASSES|XFAILURES|warnings summary.*|.*durations.*|tests coverage|.*coverage: .*|Hypothesis.*)$",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Known();

    /// <summary>A line of the summary about a test that did not fail.</summary>
    [GeneratedRegex(@"^(?:PASSED|SKIPPED|XFAIL|XPASS|RERUN|SUBPASSED.{0,300}?|SUBPASS|SUBSKIP.{0,300}?) ", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Outcome();

    [GeneratedRegex("""
          ^(?:(?<what>RERUN|PASSED|XFAIL|XPASS)\ )?(?<file>[^\s:]{1,400}\.pyx?)::(?<rest>\S.*?)(?(what)|\ (?<what>PASSED|SKIPPED|XFAIL|XPASS|FAILED|ERROR|RERUN))(?:\ \(.*\))?\s*(?:\[\s*\d{1,3}%\])?(?:\ -\ .*)?$
        | ^\[gw\d+\]\ \[\ *\d+%\]\ (?<what>PASSED|SKIPPED|XFAIL|XPASS|FAILED|ERROR|RERUN)\ (?<file>[^\s:]{1,400}\.pyx?)::(?<rest>\S.*?)\ ?$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Verbose();

    [GeneratedRegex(@"^(?<id>[^\s:]{1,400}\.pyx?::\S[^\[]{0,300}(?:\[.{0,300}\])?) ?$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Begun();

    /// <summary>With <c>-q</c> the totals have no rule.</summary>
    [GeneratedRegex(@"^(?:\d{1,7} [a-z]+(?: passed| failed)?(?:, \d{1,7} [a-z]+(?: passed| failed)?)*|no tests ran) in \d+(?:\.\d+)?\ ?s(?:econds)?\b",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Quiet();

    [GeneratedRegex(@"^(?:no tests (?:ran|collected)|\d{1,7} (?:failed|passed|skipped|deselected|xfailed|xpassed|warnings?|errors?|rerun|subtests (?:passed|failed))\b.*) in \d+(?:\.\d+)?\ ?s(?:econds)?\b", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Totals();

    [GeneratedRegex(@"(?<n>\d{1,7}) (?<what>passed|failed|errors?|skipped|xfailed|xpassed)\b", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Counts();

    [GeneratedRegex(@"^\+{3,} Timeout \+{3,}$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Timeout();

    [GeneratedRegex("^ImportError while loading conftest '(?<file>[^']{1,400})'", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Conftest();
}
