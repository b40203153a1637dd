using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Publishing;

namespace Whybot.Features.Commands;

/// <summary>Reads and reacts to comments of all kinds, each through its own part of GitHub's API.</summary>
internal sealed class Comments(IssuesClient issues, ReviewsClient reviews, PublishingSettings publishing)
{
    /// <summary>Null if it is gone, was edited, or was not written by a person.</summary>
    public async Task<IssueComment?> FindAsync(RepositoryRef repository, int thread, CommentRef comment, CancellationToken cancel)
    {
        var found = comment.Kind switch
        {
            CommentKind.Thread => await issues.FindCommentAsync(repository, comment.Id, cancel),
            CommentKind.Review => await reviews.FindAsync(repository, thread, comment.Id, cancel),
            _ => await reviews.FindLineCommentAsync(repository, comment.Id, cancel),
        };
        return found is { User.Type: "User" } && found.UpdatedAt == found.CreatedAt && comment.IsSaid(found.Body) ? found : null;
    }

    /// <summary>
    /// Reviews cannot have reactions. When the author's share of the write budget is spent, an answer is worth waiting for and a reaction is not.
    /// </summary>
    /// <param name="author">Login of the comment's author.</param>
    public async Task ReactAsync(RepositoryRef repository, CommentRef comment, string reaction, string author, CancellationToken cancel)
    {
        if (publishing.IsDryRun)
            return;
        try
        {
            if (comment.Kind == CommentKind.Thread)
                await issues.ReactAsync(repository, comment.Id, reaction, author, cancel);
            else if (comment.Kind == CommentKind.Line)
                await reviews.ReactToLineCommentAsync(repository, comment.Id, reaction, author, cancel);
        }
        catch (ShareSpentException)
        {
            // Not worth waiting for: see above.
        }
    }
}
