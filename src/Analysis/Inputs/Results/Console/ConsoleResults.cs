using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads test results from a job's log, for jobs without a result file. Every runner's reader sees the lines that contain one of its words, and all lines while
/// it waits for more. If none of them finds a failure, the lines that the job itself marked as errors are used.
/// </summary>
public sealed class ConsoleResults
{
    /// <summary>The most processes of one job whose lines carry their names.</summary>
    private const int MostProcesses = 20;

    private readonly ConsoleReaders _readers;
    private readonly Dictionary<string, ConsoleReaders> _processes = new(StringComparer.Ordinal);
    private readonly JobErrors _errors;
    private readonly string _source;
    private readonly string _suite;
    private readonly LogOpening _opening;
    private bool _isJobLog;
    private bool _anyOpen;
    private int _number;

    /// <param name="source">The log's path in the incident's folder.</param>
    public ConsoleResults(string source)
    {
        _source = source;
        _suite = LogNames.JobOf(source);
        _opening = new LogOpening(source);
        _readers = new ConsoleReaders(source, _suite);
        _errors = new JobErrors(source, _suite);
    }

    public void Feed(string line)
    {
        var text = line.Length <= LogScanner.MaxLine ? line : line[..LogScanner.MaxLine];
        if (_isJobLog)
            Take(text);
        else if (_opening.Kind is null)
        {
            _opening.Feed(text);
            Begin();
        }
    }

    /// <summary>Once the log is known to be a job's, the buffered lines are read.</summary>
    private void Begin()
    {
        _isJobLog = _opening.Kind == LogKind.Job;
        if (_isJobLog)
            foreach (var line in _opening.TakeLines())
                Take(line);
    }

    private void Take(string text)
    {
        _number++;
        var bare = JobLogScanner.WithoutStamp(text);
        if (!_anyOpen && !ConsoleReaders.HasUse(bare) && !bare.Contains(Ansi.Escape))
            _errors.Remember(_number, text, bare);
        else
            Feed(new LogLine(_number, JobLogScanner.Bare(text)), text);
    }

    private void Feed(LogLine line, string stamped)
    {
        if (LinePrefix.Of(line.Text) is { } process && ReadersOf(process.Name) is { } readers)
            readers.Feed(line with { Text = process.Text });
        else
            _readers.Feed(line);
        _anyOpen = _readers.IsOpen || (_processes.Count > 0 && _processes.Values.Any(p => p.IsOpen));
        _errors.Feed(line, stamped);
    }

    private ConsoleReaders? ReadersOf(string process)
    {
        if (!_processes.TryGetValue(process, out var readers) && _processes.Count < MostProcesses)
            _processes.Add(process, readers = new ConsoleReaders(_source, _suite));
        return readers;
    }

    /// <returns>Null if the log is not a job's, or mentions no test and no error.</returns>
    public ResultFile? Finish()
    {
        if (_opening.Kind is null)
        {
            _opening.Close();
            Begin();
        }
        if (!_isJobLog)
            return null;
        var found = _processes.Values.Prepend(_readers).SelectMany(r => r.Finish()).ToList();
        var cases = Apart(found.SelectMany(f => f.Cases)).DistinctBy(c => (c.Id, c.Outcome)).ToList();
        if (!cases.Any(c => c.Bad))
            cases.AddRange(Instead(found.SelectMany(f => f.Instead), _errors.Finish()));
        var (passed, skipped, failed) = (Sum(f => f.UnnamedPassed), Sum(f => f.UnnamedSkipped), Sum(f => f.UnnamedFailed));
        // What a runner said was read; the job went on after it, and marked nothing.
        if (cases.Count + passed + skipped + failed == 0 && !found.Any(f => f.Instead.Any()) && _errors.Doubt() is { } doubt)
            cases.Add(doubt);
        return cases.Count + passed + skipped + failed == 0 ? null : new ResultFile(_source, _suite, null, null, cases, [])
        {
            UnnamedPassed = passed,
            UnnamedSkipped = skipped,
            UnnamedFailed = failed,
        };

        int Sum(Func<ConsoleCases, int> of) => Math.Min(Figure.Most, found.Sum(of));
    }

    /// <summary>
    /// Why a job failed although no test did. A runner's message is preferred over the lines that the job marked. But if the job marked none, it ended well,
    /// and the runner's message did not matter: a limit that may be missed, the exit of some process.
    /// </summary>
    private static IEnumerable<TestCase> Instead(IEnumerable<TestCase> told, IEnumerable<TestCase> marked)
    {
        var errors = marked.ToList();
        return errors.Count == 0 ? [] : told.DistinctBy(t => t.Failure!.Message).ToList() is { Count: > 0 } runners ? runners : errors;
    }

    /// <summary>The same test in several browsers or projects counts as several tests, and so do tests with the same name in several files.</summary>
    private static IEnumerable<TestCase> Apart(IEnumerable<TestCase> cases) =>
        cases.GroupBy(c => c.Id).SelectMany(g => Apart(Apart(g, c => c.Variant), c => c.File));

    private static IReadOnlyCollection<TestCase> Apart(IEnumerable<TestCase> same, Func<TestCase, string?> place) =>
        same.Select(place).OfType<string>().Distinct().Skip(1).Any()
        ? [.. same.GroupBy(c => c.Id).SelectMany(g => g.Select(place).OfType<string>().Distinct().Skip(1).Any()
        ? g.Select(c => place(c) is { } named ? TestIdentity.With(c, named) : c) : g)] : [.. same];
}

/// <summary>Reads one runner's output, line by line.</summary>
internal interface IConsoleReader
{
    /// <summary>While the reader is not open, it does not need lines without any of these words.</summary>
    IEnumerable<string> Needles { get; }

    /// <summary>The tool whose output it reads.</summary>
    TestRunner Runner => TestRunner.Unknown;

    /// <summary>It wants every line.</summary>
    bool IsOpen { get; }

    /// <summary>The current output was printed by one of its tests, maybe by a runner inside it: no other reader may see it.</summary>
    bool Holds => false;

    void Feed(LogLine line);

    ConsoleCases Finish();
}

/// <param name="UnnamedPassed">Tests that the runner only counted.</param>
internal sealed record ConsoleCases(IReadOnlyList<TestCase> Cases, int UnnamedPassed, int UnnamedSkipped)
{
    /// <param name="passed">As counted by the runner; those with names are among the cases.</param>
    /// <param name="failed">As counted by the runner; 0 if it does not count.</param>
    public static ConsoleCases Of(IReadOnlyCollection<TestCase> cases, int passed, int skipped, int failed = 0) =>
        new([.. cases], Unnamed(passed, cases.Count(c => c.Outcome.IsPass())), Unnamed(skipped, cases.Count(c => c.Outcome.IsSkip())))
        {
            UnnamedFailed = Unnamed(failed, cases.Count(c => c.Bad)),
        };

    /// <summary>The same, with the tool that ran the failed ones.</summary>
    public ConsoleCases By(TestRunner runner) => runner == TestRunner.Unknown ? this
        : this with { Cases = [.. Cases.Select(c => c.Bad ? c with { Runner = runner } : c)] };

    public static ConsoleCases Of(IReadOnlyCollection<TestCase> cases, Tally counted) => Of(cases, counted.Passed, counted.Skipped, counted.Failed);

    /// <summary>Combines the runs of one job.</summary>
    public static ConsoleCases Together(IReadOnlyCollection<ConsoleCases> runs)
    {
        int Sum(Func<ConsoleCases, int> of) => (int)Math.Min(Figure.Most, runs.Sum(r => (long)of(r)));
        return new([.. runs.SelectMany(r => r.Cases)], Sum(r => r.UnnamedPassed), Sum(r => r.UnnamedSkipped))
        {
            UnnamedFailed = Sum(r => r.UnnamedFailed),
            Instead = [.. runs.SelectMany(r => r.Instead)],
        };
    }

    private static int Unnamed(int counted, int named) => Math.Clamp(counted - named, 0, Figure.Most);

    /// <summary>A job may run its tests several times, for several versions of a language: repeated tests are counted, but not listed again.</summary>
    public ConsoleCases Distinct()
    {
        var distinct = Cases.DistinctBy(c => (c.Id, c.Outcome, c.File, c.Variant)).ToList();
        if (distinct.Count == Cases.Count)
            return this;
        var again = Cases.Except(distinct, ReferenceEqualityComparer.Instance).Cast<TestCase>().Where(c => c.Scope == TestScope.Test).ToList();
        return this with
        {
            Cases = distinct,
            UnnamedPassed = UnnamedPassed + again.Count(c => c.Outcome.IsPass()),
            UnnamedSkipped = UnnamedSkipped + again.Count(c => c.Outcome.IsSkip()),
            UnnamedFailed = UnnamedFailed + again.Count(c => c.Bad),
        };
    }

    /// <summary>Failures that the runner counted but did not name, or that have the same name as others: one test may fail in several tasks.</summary>
    public int UnnamedFailed { get; init; }

    /// <summary>Why the run failed although no test did: a coverage limit, no tests at all, a runner that broke off. Only used for a job that failed.</summary>
    public IReadOnlyList<TestCase> Instead { get; init; } = [];
}
