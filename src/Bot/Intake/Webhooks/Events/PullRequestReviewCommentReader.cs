using Octokit.Webhooks.Events;
using Whybot.Features.Commands;

namespace Whybot.Intake.Webhooks.Events;

/// <summary><c>pull_request_review_comment</c> created by a person: a comment on a line may contain commands, like any other comment.</summary>
internal sealed class PullRequestReviewCommentReader() : EventReader<PullRequestReviewCommentEvent>("pull_request_review_comment")
{
    protected override WebhookIntent Read(PullRequestReviewCommentEvent sent) => sent.Action != "created"
        ? new WebhookIntent.Nothing($"pull_request_review_comment {sent.Action}: only new comments command")
        : CommandComments.Read(sent, sent.Comment.User, sent.Comment.Body, sent.PullRequest.Number, new CommentRef(sent.Comment.Id, CommentKind.Line));
}
