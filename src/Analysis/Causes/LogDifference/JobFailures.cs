using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;

namespace Whybot.Analysis.Causes.LogDifference;

/// <summary>
/// Describes the failure of jobs by what is new in their logs. It outranks the rules for known tools: what they found stays if it is new, because a rule says
/// more precisely what is wrong; what passing logs say too is no cause. Jobs with failing tests are described by those.
/// </summary>
internal static class JobFailures
{
    /// <summary>
    /// A job is compared because it failed by itself: one that was cancelled, or whose machine was lost, was ended by something that its log does not show. If
    /// nothing says that any job failed, a log without a word about its end is believed to be of a failed job only if it names a new error; how that job
    /// ended is then not known.
    /// </summary>
    /// <param name="differences">Of all jobs that are not known to have ended well.</param>
    public static (IReadOnlyList<JobDifference> Differences, JobEndsReading Ends) Believed(IReadOnlyList<JobDifference> differences, JobEndsReading ends)
    {
        if (ends.Ends.Any(e => e.State is not JobState.Succeeded and not JobState.Unknown))
        {
            var failed = ends.Ends.Where(e => e.State is JobState.Failed or JobState.Killed or JobState.Aborted).Select(e => e.Source)
                .ToHashSet(StringComparer.Ordinal);
            return ([.. differences.Where(d => failed.Contains(d.Source))], ends);
        }
        var named = differences.Where(d => d.Names).ToList();
        var sources = named.Select(d => d.Source).ToHashSet(StringComparer.Ordinal);
        return (named, ends with { Ends = [.. ends.Ends.Select(e => sources.Contains(e.Source) ? e with { State = JobState.Unknown } : e)] });
    }

    /// <param name="own">As <see cref="OtherJobs.Own"/>.</param>
    public static IReadOnlyList<ResultFile> Of(IReadOnlyList<ResultFile> results, IReadOnlyList<JobDifference> differences, IReadOnlySet<string>? own)
    {
        var files = results.ToList();
        foreach (var difference in differences.Where(d => own?.Contains(d.Source) != false))
            if (files.FindIndex(f => f.Source == difference.Source) is >= 0 and var at)
                files[at] = With(files[at], difference);
            else
                files.Add(new ResultFile(difference.Source, LogNames.JobOf(difference.Source), null, null, [Case(difference, null)], []));
        return files;
    }

    /// <summary>
    /// A log without a word about how its job ended, whose last step ends with an error, puts that end in doubt; unless the job's passes end like that too.
    /// </summary>
    /// <param name="compared">Whether a log has been compared with one of a pass.</param>
    public static (IReadOnlyList<ResultFile> Results, JobEndsReading Ends) Doubted(IReadOnlyList<ResultFile> results, JobEndsReading ends,
        IReadOnlyList<JobDifference> differences, Func<string, bool> compared)
    {
        var unstated = ends.Ends.GroupBy(e => e.Source).Where(l => l.All(e => e.EndedWell) && !ends.EndedWell.Contains(l.Key)).Select(l => l.Key)
            .ToHashSet(StringComparer.Ordinal);
        var doubted = results.Where(r => unstated.Contains(r.Source) && r.Cases.Any(c => c is { Bad: true, Scope: TestScope.Job })).Select(r => r.Source)
            .ToHashSet(StringComparer.Ordinal);
        var usual = doubted.Where(s => compared(s) && !differences.Any(d => d.Source == s)).ToHashSet(StringComparer.Ordinal);
        return ([.. results.Select(r => usual.Contains(r.Source) ? r with { Cases = [.. r.Cases.Where(c => !c.Bad)] } : r)],
            ends with
            {
                Ends = [.. ends.Ends.Select(e => doubted.Contains(e.Source) && !usual.Contains(e.Source) ? e with { State = JobState.Unknown } : e)],
            });
    }

    private static ResultFile With(ResultFile file, JobDifference difference)
    {
        if (file.UnnamedFailed > 0 || file.Cases.Any(c => c.Bad && c.Scope != TestScope.Job))
            return file;
        var told = file.Cases.Where(c => c.Bad).ToList();
        var confirmed = told.Where(c => Holds(difference.Blocks[0], c)).ToList();
        return file with { Cases = [.. file.Cases.Where(c => !c.Bad), .. confirmed.Count > 0 ? confirmed : [Case(difference, told.FirstOrDefault())]] };
    }

    /// <summary>A failure's first line is the one that says why.</summary>
    private static bool Holds(LogBlock block, TestCase told) => block.Contains(told.Failure?.Line ?? told.Line);

    /// <param name="told">What the rules made of the same job; it names the step.</param>
    private static TestCase Case(JobDifference difference, TestCase? told)
    {
        var block = difference.Blocks[0];
        var suite = LogNames.JobOf(difference.Source);
        var message = string.Join('\n', block.Telling.Select(l => l.Text.Trim()));
        return new TestCase
        {
            Id = told?.Id ?? $"job {suite}",
            ClassName = "",
            Name = told?.Name ?? $"job {suite}",
            Suite = suite,
            Outcome = TestOutcome.Error,
            Scope = TestScope.Job,
            Source = difference.Source,
            Line = block.First,
            EndLine = block.Last,
            Failure = new Failure(null, message, message, block.First, block.Last),
        };
    }
}
