using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Filing;
using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Foundation.Storage;
using Whybot.Foundation.Trust;
using Whybot.Memory.Causes;
using Whybot.Memory.Rules;

namespace Whybot.Publishing;

/// <summary>Records in the ledger what a run says about causes, and requests what existing issues should say about it.</summary>
internal sealed class CauseRecorder(Ledger ledger, CauseExplanations explanations, Rulings rulings, RuleRecords records, ContradictionStore contradictions,
    Outbox outbox, JobQueue jobs)
{
    /// <param name="told">Pull requests where its causes are reported.</param>
    /// <returns>Whether there is anything to publish.</returns>
    public async Task<bool> RecordAsync(Session session, RepositoryRef repository, Mandate mandate, CommitSha sha, RunDrafts drafts, IReadOnlyList<int> told)
    {
        var any = false;
        var muted = Rulings.Muted(await rulings.StandingAsync(session, repository.Id));
        var isNoGo = drafts.Decision == Decision.NoGo;
        foreach (var seen in drafts.Causes)
        {
            var cause = await AsOwnAsync(session, repository, seen);
            await ledger.SawAsync(session, repository.Id, mandate, cause, sha, isNoGo);
            // If a cause is recognized by its own issue, no rule was involved.
            if (seen is not { Verdict: VerdictKind.Known, Issue: not null })
                await records.UsedAsync(session, repository.Id, cause.Verdict.Word(), cause.Cluster.Value);
            await explanations.PutAsync(session, repository.Id, mandate, cause, sha,
                [.. told.Union(drafts.Broken.Where(b => b.Causes.Contains(cause.Cluster)).Select(b => b.Pull))]);
            if (cause.Issue is { } own)
            {
                if (seen.Issue is null)
                    await Ledger.FiledAsync(session, repository.Id, cause.Cluster, own);
                any |= await UpdateAsync(session, repository, own, sha);
            }
        }
        foreach (var cleared in drafts.Cleared)
        {
            await ledger.ClearedAsync(session, repository.Id, mandate, cleared.Cluster, sha);
            if (await Ledger.IssueOfAsync(session, repository.Id, cleared.Cluster) is { } filed)
                any |= await UpdateAsync(session, repository, (int)filed, sha);
        }
        foreach (var contradicted in drafts.Contradicted)
            await contradictions.PutAsync(session, repository.Id, mandate, contradicted, sha);
        foreach (var replaced in drafts.Replaced.Where(r => !muted.Contains(r.Cluster)))
            if (await Ledger.IssueOfAsync(session, repository.Id, replaced.Cluster) is { } before)
            {
                any = true;
                await outbox.NewsAsync(session, repository, (int)before, IssueLifecycleRules.Replaced(replaced, drafts.Causes));
            }
        foreach (var note in drafts.Notes.Where(n => !muted.Contains(n.Cluster)))
        {
            if (await Ledger.IsOwnAsync(session, repository.Id, note.Issue))
                continue;
            any = true;
            await outbox.PutAsync(session, repository, mandate, $"{note.Issue}", new NoteComment(note.Issue, NoteWriter.Marker, note.Body));
        }
        return any;
    }

    /// <summary>
    /// A cause that belongs to an issue of the bot's own, by its words or because that issue was filed while this run was analyzed, is one more cause of it.
    /// </summary>
    private static async Task<SeenCause> AsOwnAsync(Session session, RepositoryRef repository, SeenCause cause) =>
        cause is { Issue: null, Matched: { } matched } && await Ledger.IsOwnAsync(session, repository.Id, matched) ? cause with { Issue = matched } : cause;

    private async Task<bool> UpdateAsync(Session session, RepositoryRef repository, int issue, CommitSha sha)
    {
        await jobs.EnqueueAsync(session, IssueLifecycleJob.Request(repository.Id, issue, null));
        await outbox.SeenAsync(session, repository, issue, sha.Value);
        return true;
    }
}
