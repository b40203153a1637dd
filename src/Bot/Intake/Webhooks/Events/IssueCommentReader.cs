using Octokit.Webhooks.Events;
using Whybot.Features.Commands;

namespace Whybot.Intake.Webhooks.Events;

/// <summary><c>issue_comment</c> created by a person: it may contain commands. Its text is read from GitHub.</summary>
internal sealed class IssueCommentReader() : EventReader<IssueCommentEvent>("issue_comment")
{
    protected override WebhookIntent Read(IssueCommentEvent sent) => sent.Action != "created"
        ? new WebhookIntent.Nothing($"issue_comment {sent.Action}: only new comments command")
        : CommandComments.Read(sent, sent.Comment.User, sent.Comment.Body, sent.Issue.Number, new CommentRef(sent.Comment.Id, CommentKind.Thread));
}
