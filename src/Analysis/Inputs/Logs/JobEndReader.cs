using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Evidence;

namespace Whybot.Analysis.Inputs.Logs;

/// <summary>
/// Determines how one job ended from its lines. The worst message wins: a test host that crashed says more than the exit code 1 that follows. A process's
/// message only counts if its step then failed or the log breaks off, because scripts kill what they started themselves.
/// </summary>
internal sealed partial class JobEndReader(string name, string source)
{
    private const string ErrorMark = "##[error]";

    /// <summary>For each weight.</summary>
    private const int MostMarks = 20;
    private const int LastLines = 16;

    /// <summary>How many lines may follow after a process has died without any other message about it.</summary>
    private const int Aftermath = 40;

    private readonly JobSteps _steps = new();
    private readonly RunningTests _tests = new();
    private readonly (int Number, string Text)[] _before = new (int, string)[LastLines];
    private int _remembered;
    private readonly List<EndMark> _marks = [];
    private EndMark? _pending;
    private bool _anyError;
    private bool _tidied;
    private int _last;

    /// <param name="text">The line without its stamp and colours.</param>
    public void Feed(int number, string text)
    {
        if (text.Length == 0)
            return;
        _last = number;
        if (_steps.Feed(text))
            Settle();
        _tidied |= JobSteps.IsTidying(text);
        var head = RuleIndex.Head(text);
        _tests.Feed(text, head);
        _pending = null;
        if (Find(number, text, head) is { } mark)
            Add(mark);
        else if (text.StartsWith(ErrorMark, StringComparison.Ordinal))
            Pend(number, text);
        _before[_remembered++ % LastLines] = (number, text);
    }

    private IEnumerable<(int Number, string Text)> Before() =>
        Enumerable.Range(Math.Max(0, _remembered - LastLines), Math.Min(_remembered, LastLines)).Select(i => _before[i % LastLines]);

    public JobEnding Finish()
    {
        Settle();
        var stated = _marks.LastOrDefault(m => m.By == EndWeight.Job)?.State;
        var failures = _marks.Where(m => m.State != JobState.Succeeded && (m.By != EndWeight.Process || Holds(m))).ToList();
        var allowed = failures.Where(m => m.By != EndWeight.Job).Select(m => new AllowedFailure(m.Step ?? name, m.Said)).DistinctBy(a => a.Step).ToList();
        // If there are several failures, the last one ended the job; if there are several crashes, the first one caused the others.
        var worst = failures.OrderByDescending(m => Rank(m.State)).ThenByDescending(m => m.Telling).ThenBy(m => m.State == JobState.Failed ? -m.Line : m.Line)
            .FirstOrDefault();
        var state = stated == JobState.Succeeded ? JobState.Succeeded : worst?.State ?? (_tidied && !_anyError ? JobState.Succeeded : JobState.Unknown);
        var end = new JobEnd(name, state, source);
        if (state != JobState.Succeeded && worst is not null)
            end = end with { ExitCode = CodeOf(worst), Step = worst.Step, Said = worst.Said };
        return new JobEnding(end.CutShort ? end with { LastStarted = _tests.Last } : end)
        {
            Running = _tests.Last,
            Last = Telling(),
            Failures = allowed,
            Stated = stated is not null,
            WholeJob = state != JobState.Succeeded && failures.Exists(m => m.By == EndWeight.Job && m.State is JobState.Cancelled or JobState.TimedOut
                or JobState.RunnerLost),
            WentOn = failures.Count == 0 || failures.Max(m => m.Line) < _last,
        };
    }

    /// <summary>A state is worse if it rules out more and says more.</summary>
    public static int Rank(JobState state) => state switch
    {
        JobState.Unknown => 0,
        JobState.Succeeded => 1,
        JobState.Failed => 2,
        JobState.Aborted or JobState.NotStarted => 3,
        JobState.Killed => 4,
        JobState.Cancelled => 5,
        JobState.TimedOut => 6,
        _ => 7,
    };

    private EndMark? Find(int number, string text, ReadOnlySpan<char> head)
    {
        foreach (var candidate in EndRule.Index.Candidates(text, head))
            if (EndRule.All[candidate] is var rule && rule.Find(text) is { } found)
                return Mark(rule, found, number, text);
        return null;
    }

    private EndMark? Mark(EndRule rule, Match found, int number, string text)
    {
        var code = found.Groups["code"] is { Success: true } digits ? ExitCodes.Parse(digits.Value) : null;
        if (code == 0)
            return null;
        var signal = found.Groups["signal"] is { Success: true } word ? word.Value : null;
        var state = code is { } exit && rule.State is JobState.Failed or JobState.Killed or JobState.Aborted && Meaning(exit, rule.State) is { } meant ? meant
            : signal is not null && rule.By != EndWeight.Tests ? ExitCodes.OfSignal(signal) : rule.State;
        var words = text.StartsWith(ErrorMark, StringComparison.Ordinal) ? text[ErrorMark.Length..] : text;
        var said = rule.By == EndWeight.Step && state == JobState.Failed ? Telling() : null;
        return new EndMark(rule.By, state, number, _steps.Number, said ?? Cite(number, words))
        {
            Code = code is { } known ? unchecked((int)known) : null,
            Signal = signal,
            Step = _steps.Current ?? (found.Groups["step"] is { Success: true } step ? JobSteps.Shown(step.Value) : null),
            Telling = found.Groups["reason"] is { Success: true, Length: > 0 } ? 3 : said is not null || rule.By is EndWeight.Tests or EndWeight.Process
                ? 2 : rule.State == JobState.Failed && rule.By == EndWeight.Job ? 0 : 1,
        };
    }

    /// <summary>A plain exit code does not improve a state that is already worse.</summary>
    private static JobState? Meaning(long code, JobState rule) => ExitCodes.Of(code) is { } state && Rank(state) > Rank(rule) ? state : null;

    private void Add(EndMark mark)
    {
        if (_marks.Count(m => m.By == mark.By) == MostMarks)
            _marks.RemoveAt(_marks.FindIndex(m => m.By == mark.By));
        _marks.Add(mark);
    }

    /// <summary>An error without a known meaning: if an action failed, it is the last line; if it is a compiler's warning, it is not.</summary>
    private void Pend(int number, string text)
    {
        _anyError = true;
        _pending = new EndMark(EndWeight.Step, JobState.Failed, number, _steps.Number, Cite(number, text[ErrorMark.Length..])) { Step = _steps.Current };
    }

    private void Settle()
    {
        if (_pending is { } pending)
            Add(pending);
        _pending = null;
    }

    private bool Holds(EndMark mark)
    {
        var failed = _marks.Where(m => m.Line > mark.Line && m.By is EndWeight.Step && m.StepNumber == mark.StepNumber && m.State != JobState.Succeeded)
            .ToList();
        if (failed.Count > 0)
            // A script ends its own servers; its exit code afterwards is its own.
            return !(ExitCodes.IsRequest(mark.Signal) && failed[0].Code is > 0 and < 128);
        var whole = _marks.Find(m => m.Line > mark.Line && m.By == EndWeight.Job);
        return whole is null ? !_tidied && mark.Line >= _last - Aftermath
            && !_marks.Exists(m => m.Line > mark.Line && m.By == EndWeight.Step) : whole.State != JobState.Succeeded && mark.StepNumber == _steps.Number;
    }

    private int? CodeOf(EndMark worst) => worst.Code ?? _marks.Find(m => m.Line > worst.Line && m.By == EndWeight.Step && m.Code is not null)?.Code;

    /// <summary>The latest of the last lines that looks like an error, otherwise the last line; never one that reports a pass.</summary>
    private Citation? Telling()
    {
        var lines = Before().Where(l => !l.Text.StartsWith("##[", StringComparison.Ordinal) && !Passed().IsMatch(Head(l.Text))
            && l.Text.Any(char.IsAsciiLetterOrDigit)).ToList();
        var line = lines.FindLast(l => Error().IsMatch(Head(l.Text)));
        return line.Text is { } telling ? Cite(line.Number, telling) : lines.Count > 0 ? Cite(lines[^1].Number, lines[^1].Text) : null;
    }

    private static string Head(string text) => text.Length <= 500 ? text : text[..500];

    private Citation Cite(int number, string words) => Citation.OfLines(source, number, number, words);

    /// <summary>Also matches counts of zero failures, and a runner's message that it has finished.</summary>
    [GeneratedRegex(@"\bPassed\b|\bPASS(?:ED)?\b|\b[Ss]uccess|\bSUCCESS|\bpassed\b|^ok\b|^\s*[✓✔√]|\b0 fail|Failed: +0\b|\bTime:|^Ran all test suites|^Done in |\bgenerated xml\b", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Passed();

    [GeneratedRegex(@"\b(?:[a-z]*error|fatal|[a-z]*exception|failed|failures?|panic|cannot|not found|denied|refused|FAIL)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 10000)]
    private static partial Regex Error();

    /// <param name="StepNumber">The step in which it was reported.</param>
    /// <param name="Said">The words to cite.</param>
    private sealed record EndMark(EndWeight By, JobState State, int Line, int StepNumber, Citation Said)
    {
        public int? Code { get; init; }
        public string? Signal { get; init; }
        public string? Step { get; init; }

        /// <summary>How much it explains: a reason explains most, a bare "the job failed" least.</summary>
        public int Telling { get; init; }
    }
}
