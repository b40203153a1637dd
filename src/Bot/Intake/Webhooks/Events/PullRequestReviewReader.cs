using Octokit.Webhooks.Events;
using Whybot.Features.Commands;

namespace Whybot.Intake.Webhooks.Events;

/// <summary><c>pull_request_review</c> submitted by a person: its summary may contain commands, like a comment.</summary>
internal sealed class PullRequestReviewReader() : EventReader<PullRequestReviewEvent>("pull_request_review")
{
    protected override WebhookIntent Read(PullRequestReviewEvent sent) => sent.Action != "submitted"
        ? new WebhookIntent.Nothing($"pull_request_review {sent.Action}: only new reviews command")
        : CommandComments.Read(sent, sent.Review.User, sent.Review.Body, sent.PullRequest.Number, CommentRef.Review(sent.Review.Id, sent.Review.Body));
}
