using Whybot.Pipeline;

namespace Whybot.Webhooks.Events;

/// <summary><c>issue_comment</c> created by a person: it may hold commands. What it says is read from GitHub.</summary>
internal sealed class IssueCommentEvent : IEventReader
{
    public string Event => "issue_comment";

    public Reaction Read(WebhookPayload payload)
    {
        var comment = payload.Root.Field("comment");
        if (payload.Action != "created")
            return new Reaction.Nothing($"issue_comment {payload.Action}: only new comments command");
        if (comment?.Field("user")?.Text("type") != "User")
            return new Reaction.Nothing("not written by a person");
        if (comment?.Text("body")?.Contains('/', StringComparison.Ordinal) != true)
            return new Reaction.Nothing("no command in it");
        return payload.Repository is { } repository && WebhookPayload.Long(comment, "id") is { } id && payload.Root.Field("issue")?.Integer("number") is { } number
            ? new Reaction.Commented(repository, number, id)
            : new Reaction.Nothing("no repository, thread or comment in it");
    }
}
