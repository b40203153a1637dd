using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.History;
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
        return same.Count == 0 ? (history, new Attempts([])) : (history with { Runs = [.. history.Runs.Except(same)] },
            new Attempts([.. same.Where(r => r.DeployedAt is not { } at || now.CreatedAt is not { } created || (created - at).Duration() <= Apart)]));
    }

    /// <summary>The newest pass; null for none.</summary>
    public (HistoricRun Run, PastOutcome Outcome)? Passed(string id) =>
        runs.LastOrDefault(r => r.Tests.GetValueOrDefault(id)?.Outcome.IsPass() == true) is { } run ? (run, run.Tests[id]) : null;
}
