using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;

namespace Whybot.Analysis.Causes.Facts;

/// <summary>
/// Other attempts at the commit that this run tests. Code that both fails and passes is flaky by definition, if little else can have changed in between: a
/// later deployment of the same commit meets another environment, and after a day so may a job that installs what is newest.
/// </summary>
internal sealed class Attempts(IReadOnlyList<HistoricRun> runs)
{
    private static readonly TimeSpan Apart = TimeSpan.FromDays(1);

    /// <returns>The runs of other commits, and the attempts at this one.</returns>
    public static (RunHistory Earlier, Attempts Attempts) Of(RunHistory history, Deployment now)
    {
        if (now.Environment is not null || now.Sha is not { } sha)
            return (history, new Attempts([]));
        var same = history.Runs.Where(r => r.Sha == sha).ToList();
        return (same.Count == 0 ? history : history with { Runs = [.. history.Runs.Except(same)] }, new Attempts([.. same.Concat(history.Attempts)
            .Where(r => r.DeployedAt is not { } at || now.CreatedAt is not { } created || (created - at).Duration() <= Apart)]));
    }

    /// <summary>The newest pass; null for none. A log of another job, on another system for example, says nothing about this one's test.</summary>
    public (HistoricRun Run, PastOutcome Outcome)? Passed(TestCase test) =>
        runs.LastOrDefault(r => r.Tests.GetValueOrDefault(test.Id) is { } past && past.Outcome.IsPass() && (r.Attempt is null || past.Suite == test.Suite))
            is { } run ? (run, run.Tests[test.Id]) : null;

    /// <summary>Tests that failed in one of these attempts and have passed since.</summary>
    public IReadOnlyList<FlakyAttempt> PassedNow(Incident incident)
    {
        var now = incident.Tests.ToLookup(t => t.Id, StringComparer.Ordinal);
        return [.. runs.SelectMany(r => r.Tests.Where(t => t.Value.Outcome.IsFailure()).Select(t => Flaky(r.Attempt, t.Key, t.Value)))
            .OfType<FlakyAttempt>().DistinctBy(f => f.TestId).OrderBy(f => f.TestId, StringComparer.Ordinal)];

        FlakyAttempt? Flaky(RunAttempt? attempt, string id, PastOutcome past)
        {
            var tries = now[id].Where(t => attempt is null || t.Suite == past.Suite).ToList();
            if (tries.Count > 0)
                return tries.TrueForAll(t => t.Outcome.IsPass()) ? new FlakyAttempt(id, attempt, OfJob: false) : null;
            return attempt is not null && !now[id].Any(t => t.Bad) && EndedWell(incident, past.Suite) ? new FlakyAttempt(id, attempt, OfJob: true) : null;
        }
    }

    /// <summary>Whether the job of that name passed, and no step of it was allowed to fail.</summary>
    private static bool EndedWell(Incident incident, string job)
    {
        var same = incident.Jobs.Where(j => LogNames.Key(j.Name) == LogNames.Key(job)).ToList();
        if (same.Count == 0)
            same = [.. incident.Jobs.Where(j => LogNames.EndsWith(job, j.Name)).GroupBy(j => LogNames.Key(j.Name)).MaxBy(g => g.Key.Length)
                ?? Enumerable.Empty<JobEnd>()];
        return same.Count > 0 && same.TrueForAll(j => j.EndedWell && j.Allowed.Count == 0);
    }
}

/// <summary>A test that failed in one attempt at a commit and passed in a later one.</summary>
/// <param name="Attempt">Null if the attempts' numbers are not known.</param>
/// <param name="OfJob">Only the pass of its job is known.</param>
internal sealed record FlakyAttempt(string TestId, RunAttempt? Attempt, bool OfJob);
