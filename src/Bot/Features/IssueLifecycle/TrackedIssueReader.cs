using System.Text.Json;
using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue.Requests;
using Whybot.Memory.Causes;
using Whybot.Memory.Rules;
using Whybot.Runs.RunFolders;

namespace Whybot.Features.IssueLifecycle;

/// <summary>Puts together what is known about an issue that the bot filed: from GitHub, from the ledger, and what people have ruled.</summary>
internal sealed class TrackedIssueReader(BotIdentity identity, OldOrigins old, FixFinder fixes, TrackedIssues kept, RuleRecords records, Rulings rulings)
{
    public async Task<TrackedIssue> ReadAsync(RepositoryRef repository, Issue issue, CareRecord known, CancellationToken cancel)
    {
        await old.SettleIssueAsync(repository, issue.Number, cancel);
        var standing = await rulings.StandingAsync(repository.Id, cancel);
        var causes = await kept.CausesAsync(repository.Id, issue.Number, Rulings.ByCluster(standing), cancel);
        var view = new TrackedIssue
        {
            Number = issue.Number,
            Open = issue.State == "open",
            ClosedAt = issue.ClosedAt,
            ClosedByPerson = known.ClosedBy is not null || (issue.ClosedBy is { } closer && !await identity.WroteAsync(closer, cancel)),
            StateReason = issue.StateReason,
            Labels = [.. issue.Labels.Select(l => l.Name)],
            Causes = causes,
            Fix = MayEnd(causes) ? await fixes.OfAsync(repository, issue.Number, causes, cancel) : null,
            Muted = causes.Count > 0 && causes.All(c => Rulings.Muted(standing).Contains(c.About.Cluster)),
            OnlySuggestClosing = (await records.OfAsync(repository.Id, cancel)).Any(r => r is { Rule: RuleRecords.Closing, IsDoubted: true }),
            Told = known.Told is { } json ? JsonSerializer.Deserialize(json, IssueLifecycleJson.Default.NotifiedState)! : new NotifiedState(),
        };
        return view with { HoldingFix = await fixes.HoldingAsync(repository, view, cancel) };
    }

    /// <summary>Only then is it worth looking for a fix.</summary>
    private static bool MayEnd(IReadOnlyList<TrackedCause> causes) => causes.Count > 0
        && causes.All(c => c.LastFailure is null || c.Clean >= ClosingRule.Least);
}
