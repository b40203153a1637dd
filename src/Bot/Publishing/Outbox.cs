using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
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
internal sealed class Outbox(EffectStore effects, Ledger ledger, Dossiers dossiers, Rulings rulings, RuleRecords records, ContradictionStore contradictions,
    JobQueue jobs, TimeProvider time)
{
    /// <summary>Whether something was already said about the commit or on its pull request, so that a change must be reported too.</summary>
    public async Task<bool> HasSpokenAsync(RepositoryRef repository, string sha, int? pull, CancellationToken cancel) =>
        await effects.FindAsync(repository.Id, CheckEffect.Kind, sha, cancel) is not null
        || (pull is { } number && await effects.FindAsync(repository.Id, CommentEffect.OnPull, $"{number}", cancel) is not null);

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
                await dossiers.PutFindingAsync(session, repository.Id, subject.Origin, own.Number, cause, subject.Sha);
        if (subject.Filing is { } leave)
            any |= await FileAsync(session, repository, leave, drafts);
        if (failing || drafts.Gates || await EffectStore.ExistsAsync(session, repository.Id, CheckEffect.Kind, subject.Target))
            any |= await PutAsync(session, repository, CheckEffect.Kind, subject.Target,
                new CheckEffect(subject.Sha, Conclusion(subject, drafts), drafts.Check, subject.Check), EffectJson.Default.CheckEffect);
        foreach (var pull in subject.Pulls.Union(subject.Kept))
            if ((failing && subject.Pulls.Contains(pull)) || await EffectStore.ExistsAsync(session, repository.Id, CommentEffect.OnPull, subject.Thread(pull)))
                any |= await PutAsync(session, repository, CommentEffect.OnPull, subject.Thread(pull),
                    new CommentEffect(pull, CommentWriter.MarkerOf(subject.Environment), drafts.Comment), EffectJson.Default.CommentEffect);
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
            await dossiers.PutAsync(session, repository.Id, mandate, cause, subject.Sha, told);
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
                await NewsAsync(session, repository, (int)before, IssueUpkeep.Replaced(replaced, drafts.Causes));
            }
        foreach (var note in drafts.Notes.Where(n => !muted.Contains(n.Cluster)))
            any |= await PutAsync(session, repository, CommentEffect.OnIssue, $"{note.Issue}", new CommentEffect(note.Issue, NoteWriter.Marker, note.Body),
                EffectJson.Default.CommentEffect);
        return any;

        async Task<bool> UpdateAsync(int issue)
        {
            await jobs.AskAsync(session, UpkeepJob.Request(repository.Id, issue, null), time.GetUtcNow());
            return await PutAsync(session, repository, SeenEffect.Kind, $"{issue}", new SeenEffect(issue, subject.Sha), EffectJson.Default.SeenEffect);
        }
    }

    /// <param name="_">Proves that the caller may file issues.</param>
    private async Task<bool> FileAsync(Session session, RepositoryRef repository, FilingLeave _, RunDrafts drafts)
    {
        foreach (var issue in drafts.Issues)
        {
            await records.UsedAsync(session, repository.Id, RuleRecords.NewIssue, issue.Covers[0]);
            await PutAsync(session, repository, IssueEffect.Kind, issue.Cause, new IssueEffect(issue), EffectJson.Default.IssueEffect);
        }
        return drafts.Issues.Count > 0;
    }

    private async Task<bool> PutAsync<T>(Session session, RepositoryRef repository, string kind, string target, T draft, JsonTypeInfo<T> type)
    {
        await effects.PutAsync(session, new EffectRequest(repository.Id, kind, target, JsonSerializer.Serialize(draft, type)));
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
        await effects.PutAsync(session, new EffectRequest(repository.Id, CheckEffect.Kind, subject.Target,
            JsonSerializer.Serialize(new CheckEffect(subject.Sha, conclusion, check, subject.Check), EffectJson.Default.CheckEffect)), spacing);
        return true;
    }

    /// <summary>An answer to a command, posted once.</summary>
    /// <param name="key">The comment and the command's position in it.</param>
    /// <param name="login">Login of the person it answers.</param>
    public Task ReplyAsync(Session session, RepositoryRef repository, int thread, string key, string login, string text)
    {
        var marker = $"<!-- whybot:reply {key} -->";
        return effects.PutAsync(session, new EffectRequest(repository.Id, CommentEffect.Reply, ReplyTarget(thread, key),
            JsonSerializer.Serialize(new CommentEffect(thread, marker, $"{text}\n{marker}\n", login), EffectJson.Default.CommentEffect)));
    }

    public static string ReplyTarget(int thread, string key) => $"{thread}:{key}";

    /// <summary>Updates the table of an issue that the bot filed, after causes were moved.</summary>
    public Task SeenAsync(Session session, RepositoryRef repository, int issue, string occasion) =>
        effects.PutAsync(session, new EffectRequest(repository.Id, SeenEffect.Kind, $"{issue}",
            JsonSerializer.Serialize(new SeenEffect(issue, occasion), EffectJson.Default.SeenEffect)));

    /// <summary>Reports what has changed about an issue that the bot filed; each change is reported once.</summary>
    public Task NewsAsync(Session session, RepositoryRef repository, int issue, IssueNews news)
    {
        var marker = $"<!-- whybot:news {news.Key} -->";
        return effects.PutAsync(session, new EffectRequest(repository.Id, CommentEffect.News, $"{issue}:{news.Key}",
            JsonSerializer.Serialize(new CommentEffect(issue, marker, $"{news.Text}\n{marker}\n"), EffectJson.Default.CommentEffect)));
    }

    /// <summary>Reports what the rules of an issue do, in one comment that is edited in place.</summary>
    public Task RulesAsync(Session session, RepositoryRef repository, int issue, string text)
    {
        const string Marker = "<!-- whybot:rules -->";
        return effects.PutAsync(session, new EffectRequest(repository.Id, CommentEffect.Rules, $"{issue}",
            JsonSerializer.Serialize(new CommentEffect(issue, Marker, $"{text}\n{Marker}\n"), EffectJson.Default.CommentEffect)));
    }

    public Task DigestAsync(Session session, RepositoryRef repository, string body, IReadOnlyList<string> labels) =>
        effects.PutAsync(session, new EffectRequest(repository.Id, DigestEffect.Kind, DigestEffect.Target,
            JsonSerializer.Serialize(new DigestEffect(body, labels), EffectJson.Default.DigestEffect)));

    /// <summary>Changes an issue.</summary>
    /// <param name="key">Identifies the change: one change per key.</param>
    public Task ChangeAsync(Session session, RepositoryRef repository, Mandate _, string key, ChangeEffect change) =>
        effects.PutAsync(session, new EffectRequest(repository.Id, ChangeEffect.Kind, key,
            JsonSerializer.Serialize(change, EffectJson.Default.ChangeEffect)));

    /// <summary>Starts a workflow once.</summary>
    public Task DispatchAsync(Session session, RepositoryRef repository, Mandate _, string target, DispatchEffect dispatch) =>
        effects.PutAsync(session, new EffectRequest(repository.Id, DispatchEffect.Kind, target,
            JsonSerializer.Serialize(dispatch, EffectJson.Default.DispatchEffect)));

    public Task RerunAsync(Session session, RepositoryRef repository, Mandate _, string target, RerunEffect rerun) =>
        effects.PutAsync(session, new EffectRequest(repository.Id, RerunEffect.Kind, target, JsonSerializer.Serialize(rerun, EffectJson.Default.RerunEffect)));

    /// <summary>
    /// Opens a draft that reverts a pull request, one per pull request: the sender first checks for it. If GitHub refused one, it can be requested again.
    /// </summary>
    public Task RevertAsync(Session session, RepositoryRef repository, Mandate _, RevertEffect revert) =>
        effects.PutAsync(session, new EffectRequest(repository.Id, RevertEffect.Kind, $"{revert.Pull}",
            JsonSerializer.Serialize(revert, EffectJson.Default.RevertEffect)));

    /// <summary>A person has overridden the gate: the existing check run says so and passes.</summary>
    /// <param name="said">Adds this to the check.</param>
    public async Task AcceptAsync(Session session, RepositoryRef repository, string target, Func<CheckDraft, CheckDraft> said)
    {
        if (await EffectStore.DraftAsync(session, repository.Id, CheckEffect.Kind, target) is not { } json)
            return;
        var check = JsonSerializer.Deserialize(json, EffectJson.Default.CheckEffect)!;
        await effects.PutAsync(session, new EffectRequest(repository.Id, CheckEffect.Kind, target,
            JsonSerializer.Serialize(check with { Conclusion = DecisionTable.Of(Decision.Go).RequiredCheck, Check = said(check.Check) },
                EffectJson.Default.CheckEffect)));
    }

    /// <summary>Commits a file to a branch.</summary>
    public Task CommitAsync(Session session, RepositoryRef repository, Mandate _, CommitEffect commit) =>
        effects.PutAsync(session, new EffectRequest(repository.Id, CommitEffect.Kind, $"{commit.Branch}:{commit.Path}",
            JsonSerializer.Serialize(commit, EffectJson.Default.CommitEffect)));

    /// <summary>If something else about the commit fails, which the decision does not cover, the conclusion is not success.</summary>
    private static string Conclusion(Subject subject, RunDrafts drafts) => DecisionTable.CheckConclusion(DecisionOf(drafts), drafts.Gates,
        alsoFailing: subject.Failing || (subject.Environment is null && drafts.Failing));

    private static Decision DecisionOf(RunDrafts drafts) => DecisionTable.Of(drafts.Decision)?.Decision ?? Decision.Inconclusive;
}
