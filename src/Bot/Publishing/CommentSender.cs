using System.Text.Json;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Memory.Effects;

namespace Whybot.Publishing;

/// <summary>
/// Keeps one comment on a pull request or an issue. It is found by marker and author and edited in place, but never after a person has edited or deleted it.
/// </summary>
internal sealed class CommentSender(string kind, int order, IssuesClient issues, BotIdentity identity, Texts texts) : IEffectSender
{
    public string Kind => kind;
    public int Order => order;

    public async Task<Sending> SendAsync(Effect effect, RepositoryRef repository, Func<string, Task> claim, CancellationToken cancel)
    {
        var draft = JsonSerializer.Deserialize(effect.Draft, EffectJson.Default.CommentEffect)!;
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
            if (comment.Body?.Contains(draft.Marker, StringComparison.Ordinal) == true
                && await identity.WroteAsync(comment.User, cancel))
                return comment;
        return null;
    }
}
