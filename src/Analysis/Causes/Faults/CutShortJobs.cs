using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;

namespace Whybot.Analysis.Causes.Faults;

/// <summary>
/// Describes jobs that were ended by something else than their own exit code: a lost machine, a limit of time, a killed process. Without a failure of their own
/// they would have no cause.
/// </summary>
internal static class CutShortJobs
{
    /// <param name="own">Logs of jobs that failed for a reason of their own; null if every log speaks for its job.</param>
    public static IReadOnlyList<ResultFile> Of(IReadOnlyList<ResultFile> results, IReadOnlyList<JobEnd> ends, IReadOnlySet<string>? own)
    {
        var files = results.ToList();
        foreach (var end in ends.Where(e => e.Stop is not null))
            if (files.FindIndex(f => f.Source == end.Source) is >= 0 and var at)
                files[at] = With(files[at], end);
            else if (own?.Contains(end.Source) != false)
                files.Add(new ResultFile(end.Source, LogNames.JobOf(end.Source), null, null, [Case(end)], []));
        return files;
    }

    /// <summary>What failed before it was cut short stays, but a lost machine, or none at all, makes other words of the job meaningless.</summary>
    private static ResultFile With(ResultFile file, JobEnd end)
    {
        var bad = file.Cases.Where(c => c.Bad).ToList();
        var gone = end.State is JobState.RunnerLost or JobState.NotStarted;
        if (file.UnnamedFailed > 0 || bad.Exists(c => c.Scope != TestScope.Job) || (bad.Count > 0 && !gone))
            return file;
        return file with { Cases = [.. file.Cases.Where(c => !c.Bad), Case(end)] };
    }

    private static TestCase Case(JobEnd end)
    {
        var (suite, said) = (LogNames.JobOf(end.Source), end.Stop!);
        var (first, last) = (said.Line!.Value, said.EndLine ?? said.Line.Value);
        var name = $"job {suite}{(end.Step is { Length: > 0 } step ? $": {step}" : "")}";
        return new TestCase
        {
            Id = name,
            ClassName = "",
            Name = name,
            Suite = suite,
            Outcome = TestOutcome.Error,
            Scope = TestScope.Job,
            Source = said.Source,
            Line = first,
            EndLine = last,
            Failure = new Failure(null, said.Excerpt, said.Excerpt, first, last),
        };
    }
}
