using Whybot.Analysis.Inputs.Evidence;

namespace Whybot.Analysis.Inputs.Logs;

/// <summary>A record of a job's end, and where it is kept.</summary>
/// <param name="Source">The file, relative to the incident's folder.</param>
/// <param name="Pointer">JSON pointer of the record within the file.</param>
internal sealed record RecordedJob(JobRecord Job, string Source, string Pointer)
{
    /// <summary>The job's number on its platform; null if the record has none.</summary>
    public long? Id { get; init; }

    /// <summary>The record was written by the system that ran the job for this run; otherwise it is only a check of the same commit.</summary>
    public bool OfRun { get; init; }
}

/// <summary>How the jobs of a run ended, according to their logs and to better-informed records.</summary>
/// <param name="EndedWell">Logs whose jobs are known to have ended well; a failure in such a log was an allowed one.</param>
internal sealed record JobEndsReading(IReadOnlyList<JobEnd> Ends, IReadOnlySet<string> EndedWell);

/// <summary>
/// Combines logs and records. From a log alone, a step that may fail cannot be told from one after which others ran with <c>if: always()</c>. So only a record
/// can say that a job ended well; that it ended badly is taken from whichever of the two says the worse.
/// </summary>
internal static class JobEnds
{
    public static JobEndsReading Of(IReadOnlyList<JobLog> logs, IReadOnlyList<RecordedJob> records)
    {
        var ends = new List<JobEnd>();
        var used = new HashSet<RecordedJob>();
        var doubted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var job in Jobs(logs))
        {
            var record = Find(job, records);
            if (record is not null)
                used.Add(record);
            var (end, known) = Merge(job.Ending, record, IsCertain(job, record));
            ends.Add(end);
            if (!known || !end.EndedWell)
                doubted.UnionWith(job.Sources);
        }
        // Nothing shows that a check without a log belongs to this run.
        ends.AddRange(records.Where(r => r.OfRun && !used.Contains(r)).Select(Alone).OfType<JobEnd>());
        return new JobEndsReading(ends, logs.Select(l => l.Source).Where(s => !doubted.Contains(s)).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Null if the word is not about an end, or says that the job did not run.</summary>
    public static JobState? StateOf(JobRecord record)
    {
        var state = record.Conclusion switch
        {
            JobConclusions.Success => JobState.Succeeded,
            JobConclusions.Failure => JobState.Failed,
            JobConclusions.Cancelled => JobState.Cancelled,
            JobConclusions.TimedOut => JobState.TimedOut,
            JobConclusions.Killed => JobState.Killed,
            JobConclusions.Aborted => JobState.Aborted,
            JobConclusions.StartupFailure => JobState.NotStarted,
            JobConclusions.Lost => JobState.RunnerLost,
            _ => (JobState?)null,
        };
        if (state is not JobState.Failed)
            return state;
        return record.Signal is { Length: > 0 } signal ? ExitCodes.OfSignal(signal) : record.ExitCode is { } code ? ExitCodes.Of(code) ?? state : state;
    }

    /// <summary>One entry per job: the logs of a job's steps are read as one.</summary>
    private static IEnumerable<LoggedJob> Jobs(IReadOnlyList<JobLog> logs)
    {
        foreach (var of in logs.GroupBy(l => LogNames.StepJob(l.Source) is { } job ? $"{l.Source[..l.Source.LastIndexOf('/')]}/{job}" : l.Source))
            foreach (var job in of.SelectMany(l => l.Endings).GroupBy(e => e.End.Name))
            {
                var worst = job.MaxBy(e => JobEndReader.Rank(e.End.State))!;
                yield return new LoggedJob([.. of.Select(l => l.Source)], worst with
                {
                    Failures = [.. job.SelectMany(e => e.Failures)],
                    WentOn = worst.WentOn || job.Count() > 1,
                    WholeJob = job.Any(e => e.WholeJob),
                });
            }
    }

    private static RecordedJob? Find(LoggedJob job, IReadOnlyList<RecordedJob> records)
    {
        var name = job.Ending.End.Name;
        return Worst(records.Where(r => r.Job.Log is { } log && job.Sources.Contains(log)))
            ?? Worst(records.Where(r => r.Id is { } id && job.Sources.Any(s => LogNames.NumberOf(s) == id)))
            ?? LogNames.Candidates(name).Select(n => Worst(records.Where(r => r.Job.Log is null && LogNames.Key(r.Job.Name) == LogNames.Key(n))))
            .FirstOrDefault(r => r is not null)
            ?? LogNames.Candidates(name).Select(n => Worst(records.Where(r => r.Job.Log is null && LogNames.EndsWith(n, r.Job.Name))
            .GroupBy(r => LogNames.Key(r.Job.Name).Length)
                .MaxBy(g => g.Key) ?? Enumerable.Empty<RecordedJob>())).FirstOrDefault(r => r is not null);
    }

    /// <summary>Several records with the same name may come from several workflows or attempts: the log could belong to any of them.</summary>
    private static RecordedJob? Worst(IEnumerable<RecordedJob> records) => records.MaxBy(r => StateOf(r.Job) is { } state ? JobEndReader.Rank(state) : 0);

    /// <summary>
    /// Whether a record that the job ended well outweighs its log. A match by name alone may be wrong: a log that ends with a failure, or that says the whole
    /// job was cancelled, does not belong to a job that went on and ended well.
    /// </summary>
    private static bool IsCertain(LoggedJob job, RecordedJob? record) => record is not null
        && (record.OfRun || (!job.Ending.WholeJob && (job.Ending.WentOn || job.Sources.Any(s => record.Id is { } id && LogNames.NumberOf(s) == id))));

    private static (JobEnd End, bool Known) Merge(JobEnding ending, RecordedJob? record, bool certain)
    {
        var logged = ending.End;
        if (record is null || StateOf(record.Job) is not { } state)
            return (logged.EndedWell ? logged with { Allowed = ending.Failures } : logged, ending.Stated);
        var named = logged with { Name = record.Job.Name, Suites = record.Job.Suites, Again = record.Job.Again, Page = record.Job.Page };
        if (state == JobState.Succeeded || record.Job.MayFail)
            return certain ? (new JobEnd(record.Job.Name, JobState.Succeeded, logged.Source)
            {
                Suites = record.Job.Suites,
                Again = record.Job.Again,
                Allowed = state == JobState.Succeeded ? ending.Failures
                    : [new AllowedFailure(record.Job.Step ?? logged.Step ?? record.Job.Name, logged.Said ?? ending.Last ?? Cite(record))],
            }, true) : (named, false);
        var worse = JobEndReader.Rank(state) >= JobEndReader.Rank(logged.State);
        var end = named with
        {
            State = worse ? state : logged.State,
            ExitCode = record.Job.ExitCode ?? logged.ExitCode,
            Step = record.Job.Step is { } step ? JobSteps.Shown(step) : logged.Step,
            Said = logged.Said ?? ending.Last ?? Cite(record),
        };
        return (end.CutShort ? end with { LastStarted = ending.Running } : end, true);
    }

    /// <summary>A job without a log.</summary>
    private static JobEnd? Alone(RecordedJob record)
    {
        if (StateOf(record.Job) is not { } state)
            return null;
        var end = new JobEnd(record.Job.Name, record.Job.MayFail ? JobState.Succeeded : state, record.Source)
        {
            Suites = record.Job.Suites,
            Again = record.Job.Again,
            Page = record.Job.Page,
        };
        if (state == JobState.Succeeded)
            return end;
        var step = record.Job.Step is { } told ? JobSteps.Shown(told) : null;
        return record.Job.MayFail ? end with { Allowed = [new AllowedFailure(step ?? record.Job.Name, Cite(record))] }
            : end with { ExitCode = record.Job.ExitCode, Step = step, Said = Cite(record) };
    }

    private static Citation Cite(RecordedJob record) => record.Job.Note is { Length: > 0 } note ? Citation.OfJson(record.Source, $"{record.Pointer}/note", note)
        : Citation.OfJson(record.Source, $"{record.Pointer}/conclusion", record.Job.Conclusion);

    private sealed record LoggedJob(IReadOnlyList<string> Sources, JobEnding Ending);
}
