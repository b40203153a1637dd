using Whybot.Analysis.Causes.LogDifference;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Foundation.Json;

namespace Whybot.Runs.RunFolders;

/// <summary>
/// Compares the logs of jobs that did not end well with those of the jobs' last passes, <c>history/NN/logs/*</c>. Each log is read once, as a stream.
/// </summary>
internal sealed class PassingLogs(RunFolder folder, IProgress<string> progress)
{
    /// <summary>What differs from pass to pass is no cause, so more than one pass is looked at.</summary>
    private const int MostPasses = 3;

    /// <summary>Of a job that has failed more often than this in a row, nothing older is read.</summary>
    private const int MostRead = 10;

    /// <summary>Several logs of one run may be of one job, so their lines are kept by job.</summary>
    private readonly Dictionary<string, Passes> _passes = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyList<PastRun>> _runs = new(() => Runs(folder));

    private sealed record Passes(PassingLines Lines, IReadOnlyList<string> Sources);

    /// <param name="Failed">What its record says; null if it says nothing.</param>
    private sealed record PastRun(IReadOnlyList<string> Logs, bool? Failed);

    /// <param name="logs">The run's job logs.</param>
    /// <param name="endedWell">Sources of logs whose jobs are known to have ended well.</param>
    public IReadOnlyList<JobDifference> Compare(IReadOnlyList<JobLog> logs, IReadOnlySet<string> endedWell) =>
        [.. logs.Where(l => !endedWell.Contains(l.Source)).Select(Compare).OfType<JobDifference>()];

    /// <summary>Whether there is a log of a pass of the log's job.</summary>
    public bool Has(string source) => Passed(source) is { Lines.IsEmpty: false };

    private JobDifference? Compare(JobLog log)
    {
        if (Passed(log.Source) is not { Lines: { IsEmpty: false, IsFull: false } lines } passes)
            return null;
        progress.Report(log.Source);
        var comparison = new LogComparison(lines, log);
        return Read(folder, log.Source, comparison.Feed) ? comparison.Finish(passes.Sources) : null;
    }

    private Passes? Passed(string source)
    {
        var job = LogNames.LogKey(source);
        if (_passes.TryGetValue(job, out var known))
            return known;
        var (lines, sources) = (new PassingLines(), new List<string>());
        var earlier = _runs.Value.SelectMany(r => r.Logs.Where(l => LogNames.LogKey(WithoutRun(l)) == job).Select(l => (Log: l, Run: r))).Take(MostRead);
        foreach (var (log, run) in earlier)
            if (sources.Count < MostPasses && Passing(log, run) is { } passing)
            {
                lines.UnionWith(passing);
                sources.Add(log);
            }
        return _passes[job] = new Passes(lines, sources);
    }

    /// <summary>Null for the log of a job that did not pass.</summary>
    private PassingLines? Passing(string source, PastRun run)
    {
        progress.Report(source);
        var lines = new PassingLines();
        var scanner = new LogScanner(source, []);
        if (!Read(folder, source, line => { lines.Add(line); scanner.Feed(line); }))
            return null;
        var state = scanner.Job?.End?.State ?? JobState.Unknown;
        return state == JobState.Succeeded || (state == JobState.Unknown && run.Failed != true) ? lines : null;
    }

    /// <returns>False if it cannot be read as a text.</returns>
    public static bool Read(RunFolder folder, string source, Action<string> feed)
    {
        using var stream = folder.OpenOrSay(source, long.MaxValue, out var problem);
        if (stream is null || problem is not null || LogFiles.WhyNotText(stream) is not null)
            return false;
        using var reader = new BoundedLineReader(stream);
        while (reader.ReadLine() is { } line)
            feed(line);
        return true;
    }

    /// <summary>Newest first.</summary>
    private static List<PastRun> Runs(RunFolder folder)
    {
        var runs = new List<PastRun>();
        foreach (var path in folder.Folders("history").Reverse())
        {
            var logs = LogFiles.Sources(folder, $"{path}/logs");
            if (logs.Count == 0)
                continue;
            using var about = folder.Json($"{path}/run.json");
            runs.Add(new PastRun(logs, about?.RootElement.Text("conclusion") is { } conclusion ? conclusion != JobConclusions.Success : null));
        }
        return runs;
    }

    /// <summary><c>history/03/logs/unit.txt</c> as <c>logs/unit.txt</c>.</summary>
    public static string WithoutRun(string source) => source[(source.IndexOf('/', source.IndexOf('/') + 1) + 1)..];
}
