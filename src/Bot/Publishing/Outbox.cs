using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Whybot.Analysis.Filing;
using Whybot.Analysis.Reports;
using Whybot.GitHub;
using Whybot.Storage;

namespace Whybot.Publishing;

/// <summary>Decides what of a run's drafts GitHub shall show. Quiet: where all is green and nothing was said before, nothing is said.</summary>
internal sealed class Outbox(EffectStore effects, Ledger ledger)
{
    /// <summary>Something was said before about the commit or on its pull request, so that a change must be said too.</summary>
    public async Task<bool> HasSpokenAsync(RepositoryRef repository, string sha, int? pull, CancellationToken cancel) =>
        await effects.FindAsync(repository.FullName, CheckEffect.Kind, sha, cancel) is not null
        || (pull is { } number && await effects.FindAsync(repository.FullName, CommentEffect.OnPull, $"{number}", cancel) is not null);

    /// <returns>Whether there is anything to publish.</returns>
    public async Task<bool> PutAsync(Session session, RepositoryRef repository, Subject subject, RunDrafts drafts)
    {
        var failing = drafts.Failing || subject.Failing;
        var any = false;
        foreach (var cause in drafts.Causes)
        {
            await ledger.SawAsync(session, repository.FullName, cause.Cluster, cause.Title, subject.Sha, subject.Place, cause.Tests);
            if (cause.Issue is { } own)
                await Put(SeenEffect.Kind, cause.Cluster, new SeenEffect(own, cause.Cluster, subject.Sha), EffectJson.Default.SeenEffect);
        }
        foreach (var issue in drafts.Issues.Where(_ => subject.HasIssues))
            await Put(IssueEffect.Kind, issue.Cause, new IssueEffect(issue), EffectJson.Default.IssueEffect);
        foreach (var note in drafts.Notes.Where(_ => subject.HasIssues))
            await Put(CommentEffect.OnIssue, $"{note.Issue}", new CommentEffect(note.Issue, NoteWriter.Marker, note.Body), EffectJson.Default.CommentEffect);
        if (failing || drafts.Gates || await EffectStore.ExistsAsync(session, repository.FullName, CheckEffect.Kind, subject.Target))
            await Put(CheckEffect.Kind, subject.Target, new CheckEffect(subject.Sha, subject.Check, Conclusion(drafts.Gates, failing), drafts.Check),
                EffectJson.Default.CheckEffect);
        if (subject.Pull is { } pull && (failing || await EffectStore.ExistsAsync(session, repository.FullName, CommentEffect.OnPull, $"{pull}")))
            await Put(CommentEffect.OnPull, $"{pull}", new CommentEffect(pull, CommentWriter.Marker, drafts.Comment), EffectJson.Default.CommentEffect);
        return any;

        Task Put<T>(string kind, string target, T draft, JsonTypeInfo<T> type)
        {
            any = true;
            return effects.PutAsync(session, new EffectRequest(repository.FullName, repository.Installation, kind, target, JsonSerializer.Serialize(draft, type)));
        }
    }

    private static string Conclusion(bool gates, bool failing) => (gates, failing) switch { (false, _) => "neutral", (true, true) => "failure", _ => "success" };
}
