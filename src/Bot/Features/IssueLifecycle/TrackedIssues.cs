using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Memory.Causes;

namespace Whybot.Features.IssueLifecycle;

/// <summary>Reads what the ledger knows about an issue's causes.</summary>
internal sealed class TrackedIssues(CauseExplanations explanations, Ledger ledger, IDatabase database)
{
    public async Task<IReadOnlyList<TrackedCause>> CausesAsync(RepositoryId repository, int issue, IReadOnlyDictionary<ClusterId, Ruling> rulings,
        CancellationToken cancel)
    {
        var causes = new List<TrackedCause>();
        foreach (var known in (await explanations.OfThreadAsync(repository, issue, cancel)).Where(c => c.Issue == issue))
        {
            var rows = await database.ReadAsync(session => Ledger.SightingsAsync(session, repository, known.Cluster), cancel);
            var (ran, failed, brought) = await ledger.BeforeAsync(repository, known.Cluster, cancel);
            causes.Add(new TrackedCause
            {
                About = known.About,
                Rows = [.. rows.Select(r => r.Row)],
                RanBefore = ran,
                FailedBefore = failed,
                Brought = brought,
                RuledPriority = rulings.GetValueOrDefault(known.Cluster)?.Priority,
            });
        }
        return causes;
    }
}
