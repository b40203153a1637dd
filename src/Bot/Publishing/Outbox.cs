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
using Whybot.Memory.Effects;
using Whybot.Runs.Fetching;

namespace Whybot.Publishing;

/// <summary>
/// Requests what should appear on GitHub, in the caller's transaction. Whatever outlasts a thread requires a <see cref="Mandate"/>, so a stranger's run cannot
/// get there. Nothing is sent before <see cref="PublishAsync"/> requests that too.
/// </summary>
internal sealed class Outbox(EffectStore effects, EffectSenders senders, JobQueue jobs, PublicPages pages)
{
    /// <summary>Requests the job that sends what is waiting.</summary>
    /// <param name="delivery">The delivery that asked for it; null if the bot did.</param>
    public Task PublishAsync(Session session, RepositoryId repository, string? delivery) =>
        jobs.EnqueueAsync(session, PublishJob.Request(repository, delivery));

    /// <summary>Requests the same job for each repository with effects that should have been sent by now.</summary>
    public async Task PublishOverdueAsync(CancellationToken cancel)
    {
        foreach (var repository in await effects.OverdueAsync(cancel))
            await jobs.EnqueueAsync(PublishJob.Request(repository.Id, null), cancel);
    }

    /// <summary>Gives up what would do more than say something and was decided before a given time.</summary>
    /// <returns>How much.</returns>
    public Task<int> GiveUpActsAsync(RepositoryId repository, DateTimeOffset before, CancellationToken cancel) =>
        effects.GiveUpAsync(repository, senders.Acting, before,
            "an earlier run decided it and did not carry it out; the stored state alone is no reason", cancel);

    /// <summary>Whether something was already said about the commit or on its pull request, so that a change must be reported too.</summary>
    /// <param name="target">The key of the check run.</param>
    public async Task<bool> HasSpokenAsync(RepositoryRef repository, string target, int? pull, CancellationToken cancel) =>
        await effects.FindAsync(repository.Id, CheckEffect.Kind, target, cancel) is not null
        || (pull is { } number && await effects.FindAsync(repository.Id, PullComment.Kind, $"{number}", cancel) is not null);

    /// <summary>Requests an effect of any kind; does nothing if its draft is the same as before.</summary>
    /// <param name="_">Proves that the caller may do more than talk in a thread.</param>
    /// <param name="target">The one thing it is about; a kind has one effect per target.</param>
    public Task PutAsync<TDraft>(Session session, RepositoryRef repository, Mandate _, string target, TDraft draft) where TDraft : class =>
        PutAsync(session, repository, target, draft);

    private Task PutAsync<TDraft>(Session session, RepositoryRef repository, string target, TDraft draft, TimeSpan spacing = default)
        where TDraft : class =>
        effects.PutAsync(session, new EffectRequest(repository.Id, senders.KindOf<TDraft>(), target, EffectJson.Write(draft)), spacing);

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
        var linked = check with { Summary = PublicPages.Linked(check.Summary, Page(repository, subject)) };
        await PutAsync(session, repository, subject.Target, new CheckEffect(subject.Sha, conclusion, linked, subject.Check), spacing);
        return true;
    }

    /// <summary>What a run found, in one comment on a pull request that is edited in place.</summary>
    public Task CommentAsync(Session session, RepositoryRef repository, Subject subject, int pull, string text) =>
        PutAsync(session, repository, subject.Thread(pull), new PullComment(pull, CommentWriter.MarkerOf(subject.Environment),
            PublicPages.Linked(text, Page(repository, subject))));

    private string? Page(RepositoryRef repository, Subject subject) => pages.Run(repository.FullName, subject.Sha, subject.Environment);

    /// <summary>Tells a pull request something once; what later runs find does not change it.</summary>
    /// <param name="occasion">What it is told about, such as <c>broke</c>: one comment for each.</param>
    /// <returns>Whether there is anything to publish.</returns>
    public async Task<bool> TellAsync(Session session, RepositoryRef repository, Subject subject, int pull, string occasion, string text)
    {
        if (await EffectStore.ExistsAsync(session, repository.Id, ToldComment.Kind, $"{pull}:{occasion}"))
            return false;
        var marker = $"<!-- whybot:told {occasion} -->";
        await PutAsync(session, repository, $"{pull}:{occasion}", new ToldComment(pull, marker,
            $"{PublicPages.Linked(text, Page(repository, subject))}\n{marker}\n"));
        return true;
    }

    /// <summary>Files an issue, once per cause.</summary>
    /// <param name="_">Proves that the caller may file issues.</param>
    public Task FileAsync(Session session, RepositoryRef repository, Subject subject, FilingLeave _, IssueDraft issue) =>
        PutAsync(session, repository, issue.Cause, new IssueEffect(issue with { Body = PublicPages.Linked(issue.Body, Page(repository, subject)) }));

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
        PutAsync(session, repository, DigestEffect.Target, new DigestEffect(PublicPages.Linked(body, pages.Home, "what is wrong now"), labels));

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
}
