using Whybot.Analysis.Language.Text;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Memory.Effects;

namespace Whybot.Publishing;

/// <summary>A comment that exists once and is edited in place.</summary>
/// <param name="Number">The number of the pull request or issue.</param>
/// <param name="Marker">The hidden line in it.</param>
/// <param name="Answers">Login of the person it answers; null if nobody.</param>
internal abstract record CommentEffect(int Number, string Marker, string Body, string? Answers = null);

/// <summary>What a run found, on its pull request.</summary>
internal sealed record PullComment(int Number, string Marker, string Body, string? Answers = null) : CommentEffect(Number, Marker, Body, Answers)
{
    public const string Kind = "comment";
}

/// <summary>What a run saw of a cause, on the open issue that matches it.</summary>
internal sealed record NoteComment(int Number, string Marker, string Body, string? Answers = null) : CommentEffect(Number, Marker, Body, Answers)
{
    public const string Kind = "note";
}

/// <summary>An answer to a command.</summary>
internal sealed record ReplyComment(int Number, string Marker, string Body, string? Answers = null) : CommentEffect(Number, Marker, Body, Answers)
{
    public const string Kind = "reply";
}

/// <summary>What has changed about an issue that the bot filed.</summary>
internal sealed record NewsComment(int Number, string Marker, string Body, string? Answers = null) : CommentEffect(Number, Marker, Body, Answers)
{
    public const string Kind = "news";
}

/// <summary>Something that a pull request is told once: that it broke the branch it was merged into, or why the merge queue threw it out.</summary>
internal sealed record ToldComment(int Number, string Marker, string Body, string? Answers = null) : CommentEffect(Number, Marker, Body, Answers)
{
    public const string Kind = "told";
}

/// <summary>What the rules of an issue do.</summary>
internal sealed record RulesComment(int Number, string Marker, string Body, string? Answers = null) : CommentEffect(Number, Marker, Body, Answers)
{
    public const string Kind = "rules";
}

/// <summary>
/// Keeps one comment on a pull request or an issue. It is found by marker and author and edited in place, but never after a person has edited or deleted it.
/// <para>
/// Whether a person has edited it shows only by comparison with what the store says was sent. A comment that is found without such a record, because the store
/// was lost, counts as unedited: GitHub does not say who edited a comment last, and the bot edits its own often. Otherwise every comment from before the loss
/// would stay as it is, however wrong it has become.
/// </para>
/// </summary>
internal sealed class CommentSender<TDraft>(string kind, int order, IssuesClient issues, BotIdentity identity, Texts texts) : EffectSender<TDraft>
    where TDraft : CommentEffect
{
    public override string Kind => kind;
    public override int Order => order;

    public override string Describe(TDraft draft) => $"comment on #{draft.Number}";

    public override string Body(TDraft draft) => draft.Body;

    public override string Link(TDraft draft, long remoteId) => $"issues/{draft.Number}#issuecomment-{remoteId}";

    public override async Task<Sending> SendAsync(TDraft draft, Effect effect, RepositoryRef repository, Func<string, Task> claim, CancellationToken cancel)
    {
        var body = await texts.FinalAsync(effect.Repository, draft.Body, cancel);
        var hash = Texts.Hash(body);
        var there = effect.RemoteId is { } id ? await issues.FindCommentAsync(repository, id, cancel) : await FindAsync(repository, draft, cancel);
        if (there is null && effect.RemoteId is not null)
            return new Sending.Withheld("a person deleted the comment");
        if (there is null)
        {
            await claim(hash);
            return new Sending.Sent((await issues.CommentAsync(repository, draft.Number, body, cancel, draft.Answers)).Id, hash, Created: true);
        }
        var now = Texts.Hash(there.Body ?? "");
        if (now == hash)
            return new Sending.Sent(there.Id, hash, Created: false);
        if ((effect.Sent ?? effect.Tried) is not null && now != effect.Sent && now != effect.Tried)
            return new Sending.Withheld("a person edited the comment");
        await claim(hash);
        await issues.EditCommentAsync(repository, there.Id, body, cancel, draft.Answers);
        return new Sending.Sent(there.Id, hash, Created: false);
    }

    private async Task<IssueComment?> FindAsync(RepositoryRef repository, CommentEffect draft, CancellationToken cancel)
    {
        await foreach (var comment in issues.CommentsAsync(repository, draft.Number, cancel))
            if (HiddenLine.Ends(comment.Body, draft.Marker) && await identity.WroteAsync(comment.User, cancel))
                return comment;
        return null;
    }
}
