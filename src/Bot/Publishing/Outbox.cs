using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Output.Filing;
using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Analysis.Output.Reports;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Foundation.Storage;
using Whybot.Foundation.Trust;
using Whybot.Memory.Causes;
using Whybot.Memory.Effects;
using Whybot.Memory.Rules;
using Whybot.Runs.Fetching;

namespace Whybot.Publishing;

/// <summary>
/// Decides which of a run's drafts GitHub should show. It is quiet: if everything is green and nothing was said before, nothing is said. Whatever outlasts a
/// thread requires a <see cref="Mandate"/>, so a stranger's run cannot get there.
/// </summary>
internal sealed class Outbox(EffectStore effects, EffectSenders senders, Ledger ledger, CauseExplanations explanations, Rulings rulings, RuleRecords records,
    ContradictionStore contradictions, JobQueue jobs, TimeProvider time)
{
    /// <summary>Whether something was already said about the commit or on its pull request, so that a change must be reported too.</summary>
    public async Task<bool> HasSpokenAsync(RepositoryRef repository, string sha, int? pull, CancellationToken cancel) =>
        await effects.FindAsync(repository.Id, CheckEffect.Kind, sha, cancel) is not null
        || (pull is { } number && await effects.FindAsync(repository.Id, PullComment.Kind, $"{number}", cancel) is not null);

    /// <returns>Whether there is anything to publish.</returns>
    public async Task<bool> PutAsync(Session session, RepositoryRef repository, Subject subject, RunDrafts drafts)
    {
        // A void run says nothing about its commit: no cause is remembered, and nothing is reported except in a check run that already exists.
        if (DecisionOf(drafts) == Decision.Void)
            return await CheckAsync(session, repository, subject, Conclusion(subject, drafts), drafts.Check, TimeSpan.Zero, onlyIfThere: true);
        var failing = drafts.Failing || subject.Failing;
        var any = false;
        if (subject.Mandate is { } mandate)
            any |= await RememberAsync(session, repository, mandate, subject, drafts, failing ? subject.Pulls : []);
        else if (failing && subject.Origin.Pull is { } own)
            foreach (var cause in drafts.Causes)
                await explanations.PutFindingAsync(session, repository.Id, subject.Origin, own.Number, cause, subject.Sha);
        if (subject.Filing is { } leave)
            any |= await FileAsync(session, repository, leave, drafts);
        if (failing || drafts.Gates || await EffectStore.ExistsAsync(session, repository.Id, CheckEffect.Kind, subject.Target))
            any |= await PutAsync(session, repository, subject.Target,
                new CheckEffect(subject.Sha, Conclusion(subject, drafts), drafts.Check, subject.Check));
        foreach (var pull in subject.Pulls.Union(subject.Kept))
            if ((failing && subject.Pulls.Contains(pull)) || await EffectStore.ExistsAsync(session, repository.Id, PullComment.Kind, subject.Thread(pull)))
                any |= await PutAsync(session, repository, subject.Thread(pull),
                    new PullComment(pull, CommentWriter.MarkerOf(subject.Environment), drafts.Comment));
        return any;
    }

    /// <summary>Applies a run's results to the ledger and to existing issues.</summary>
    /// <param name="told">Pull requests where its causes are reported.</param>
    private async Task<bool> RememberAsync(Session session, RepositoryRef repository, Mandate mandate, Subject subject, RunDrafts drafts,
        IReadOnlyList<int> told)
    {
        var any = false;
        var muted = Rulings.Muted(await rulings.StandingAsync(session, repository.Id));
        foreach (var cause in drafts.Causes)
        {
            await ledger.SawAsync(session, repository.Id, mandate, cause, subject.Sha, DecisionOf(drafts) == Decision.NoGo);
            // If a cause is recognized by its own issue, no rule was involved.
            if (cause is not { Verdict: "known", Issue: not null })
                await records.UsedAsync(session, repository.Id, cause.Verdict, cause.Cluster);
            await explanations.PutAsync(session, repository.Id, mandate, cause, subject.Sha, told);
            if (cause.Issue is { } own)
                any |= await UpdateAsync(own);
        }
        foreach (var cleared in drafts.Cleared)
        {
            await ledger.ClearedAsync(session, repository.Id, mandate, cleared.Cluster, subject.Sha);
            if (await Ledger.IssueOfAsync(session, repository.Id, cleared.Cluster) is { } filed)
                any |= await UpdateAsync((int)filed);
        }
        foreach (var contradicted in drafts.Contradicted)
            await contradictions.PutAsync(session, repository.Id, mandate, contradicted, subject.Sha);
        foreach (var replaced in drafts.Replaced.Where(r => !muted.Contains(r.Cluster)))
            if (await Ledger.IssueOfAsync(session, repository.Id, replaced.Cluster) is { } before)
            {
                any = true;
                await NewsAsync(session, repository, (int)before, IssueLifecycleRules.Replaced(replaced, drafts.Causes));
            }
        foreach (var note in drafts.Notes.Where(n => !muted.Contains(n.Cluster)))
            any |= await PutAsync(session, repository, $"{note.Issue}", new NoteComment(note.Issue, NoteWriter.Marker, note.Body));
        return any;

        async Task<bool> UpdateAsync(int issue)
        {
            await jobs.EnqueueAsync(session, IssueLifecycleJob.Request(repository.Id, issue, null), time.GetUtcNow());
            return await PutAsync(session, repository, $"{issue}", new SeenEffect(issue, subject.Sha));
        }
    }

    /// <param name="_">Proves that the caller may file issues.</param>
    private async Task<bool> FileAsync(Session session, RepositoryRef repository, FilingLeave _, RunDrafts drafts)
    {
        foreach (var issue in drafts.Issues)
        {
            await records.UsedAsync(session, repository.Id, RuleRecords.NewIssue, issue.Covers[0]);
            await PutAsync(session, repository, issue.Cause, new IssueEffect(issue));
        }
        return drafts.Issues.Count > 0;
    }

    /// <summary>Requests an effect of any kind; does nothing if its draft is the same as before.</summary>
    /// <param name="_">Proves that the caller may do more than talk in a thread.</param>
    /// <param name="target">The one thing it is about; a kind has one effect per target.</param>
    public Task PutAsync<TDraft>(Session session, RepositoryRef repository, Mandate _, string target, TDraft draft) where TDraft : class =>
        PutAsync(session, repository, target, draft);

    private async Task<bool> PutAsync<TDraft>(Session session, RepositoryRef repository, string target, TDraft draft, TimeSpan spacing = default)
        where TDraft : class
    {
        await effects.PutAsync(session, new EffectRequest(repository.Id, senders.KindOf<TDraft>(), target, EffectJson.Write(draft)), spacing);
        return true;
    }

    /// <summary>Shows something in the subject's check run and nowhere else.</summary>
    /// <param name="conclusion">Null while the run is in progress.</param>
    /// <param name="spacing">Minimum time since it was last written.</param>
    /// <param name="onlyIfThere">Whether to say nothing unless the check run already exists.</param>
    /// <returns>Whether there is anything to publish.</returns>
    public async Task<bool> CheckAsync(Session session, RepositoryRef repository, Subject subject, string? conclusion, CheckDraft check, TimeSpan spacing,
        bool onlyIfThere)
    {
        if (onlyIfThere && !await EffectStore.ExistsAsync(session, repository.Id, CheckEffect.Kind, subject.Target))
            return false;
        return await PutAsync(session, repository, subject.Target, new CheckEffect(subject.Sha, conclusion, check, subject.Check), spacing);
    }

    /// <summary>An answer to a command, posted once.</summary>
    /// <param name="key">The comment and the command's position in it.</param>
    /// <param name="login">Login of the person it answers.</param>
    public Task ReplyAsync(Session session, RepositoryRef repository, int thread, string key, string login, string text)
    {
        var marker = $"<!-- whybot:reply {key} -->";
        return PutAsync(session, repository, ReplyTarget(thread, key), new ReplyComment(thread, marker, $"{text}\n{marker}\n", login));
    }

    public static string ReplyTarget(int thread, string key) => $"{thread}:{key}";

    /// <summary>Updates the table of an issue that the bot filed, after causes were moved.</summary>
    public Task SeenAsync(Session session, RepositoryRef repository, int issue, string occasion) =>
        PutAsync(session, repository, $"{issue}", new SeenEffect(issue, occasion));

    /// <summary>Reports what has changed about an issue that the bot filed; each change is reported once.</summary>
    public Task NewsAsync(Session session, RepositoryRef repository, int issue, IssueNews news)
    {
        var marker = $"<!-- whybot:news {news.Key} -->";
        return PutAsync(session, repository, $"{issue}:{news.Key}", new NewsComment(issue, marker, $"{news.Text}\n{marker}\n"));
    }

    /// <summary>Reports what the rules of an issue do, in one comment that is edited in place.</summary>
    public Task RulesAsync(Session session, RepositoryRef repository, int issue, string text)
    {
        const string Marker = "<!-- whybot:rules -->";
        return PutAsync(session, repository, $"{issue}", new RulesComment(issue, Marker, $"{text}\n{Marker}\n"));
    }

    public Task DigestAsync(Session session, RepositoryRef repository, string body, IReadOnlyList<string> labels) =>
        PutAsync(session, repository, DigestEffect.Target, new DigestEffect(body, labels));

    /// <summary>A person has overridden the gate: the existing check run says so and passes.</summary>
    /// <param name="said">Adds this to the check.</param>
    public async Task AcceptAsync(Session session, RepositoryRef repository, string target, Func<CheckDraft, CheckDraft> said)
    {
        if (await EffectStore.DraftAsync(session, repository.Id, CheckEffect.Kind, target) is not { } json)
            return;
        var check = EffectJson.Read<CheckEffect>(json);
        await PutAsync(session, repository, target,
            check with { Conclusion = DecisionTable.Of(Decision.Go).RequiredCheck, Check = said(check.Check) });
    }

    /// <summary>If something else about the commit fails, which the decision does not cover, the conclusion is not success.</summary>
    private static string Conclusion(Subject subject, RunDrafts drafts) => DecisionTable.CheckConclusion(DecisionOf(drafts), drafts.Gates,
        alsoFailing: subject.Failing || (subject.Environment is null && drafts.Failing));

    private static Decision DecisionOf(RunDrafts drafts) => DecisionTable.Of(drafts.Decision)?.Decision ?? Decision.Inconclusive;
}
