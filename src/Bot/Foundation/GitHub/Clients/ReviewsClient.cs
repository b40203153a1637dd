using Octokit;
using Whybot.Foundation.GitHub.Http;
using Whybot.Foundation.Identity;
using IssueComment = Whybot.Foundation.GitHub.Models.IssueComment;

namespace Whybot.Foundation.GitHub.Clients;

/// <summary>Pull request reviews and their line comments, reduced to what the bot needs of any comment.</summary>
internal sealed class ReviewsClient(GitHubApi api)
{
    /// <summary>GitHub does not say whether a review was edited, so it is treated as unchanged since it was submitted.</summary>
    public async Task<IssueComment?> FindAsync(RepositoryRef repository, int pull, long id, CancellationToken cancel) =>
        await api.FindAsync(repository, github => github.PullRequest.Review.Get(repository.Owner, repository.Name, pull, id), cancel) is { } review
            ? new IssueComment(review.Id, review.Body, OctokitShapes.Of(review.User), review.SubmittedAt, review.SubmittedAt,
            OctokitShapes.IsOfTeam(review.AuthorAssociation)) : null;

    public async Task<IssueComment?> FindLineCommentAsync(RepositoryRef repository, long id, CancellationToken cancel) =>
        await api.FindAsync(repository, github => github.PullRequest.ReviewComment.GetComment(repository.Owner, repository.Name, id), cancel) is { } remark
            ? new IssueComment(remark.Id, remark.Body, OctokitShapes.Of(remark.User), remark.CreatedAt, remark.UpdatedAt,
            OctokitShapes.IsOfTeam(remark.AuthorAssociation)) : null;

    /// <param name="reaction">+1, -1, laugh, confused, heart, hooray, rocket, eyes.</param>
    /// <param name="answers">Login of the comment's author.</param>
    public Task ReactToLineCommentAsync(RepositoryRef repository, long id, string reaction, string answers, CancellationToken cancel) =>
        api.CallAsync(Caller.For(repository) with { Answers = answers },
            github => github.Reaction.PullRequestReviewComment.Create(repository.Owner, repository.Name, id,
            new NewReaction(new StringEnum<ReactionType>(reaction).Value)), cancel);
}
