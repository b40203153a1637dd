using Whybot.GitHub;
using Whybot.GitHub.Clients;
using Whybot.GitHub.Models;
using Whybot.Publishing;
using Whybot.Queue;

namespace Whybot.Commands;

/// <summary>Comments of all kinds, each at its place on GitHub.</summary>
internal sealed class Comments(IssuesClient issues, ReviewsClient reviews, PublishingSettings publishing)
{
    /// <summary>Null when it is gone, was edited, or was not written by a person.</summary>
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

    /// <summary>Reviews take no reactions. Where the author's share of the write budget is spent, the words of the answer are worth the wait and a reaction is not.</summary>
    /// <param name="author">Login of whoever wrote the comment.</param>
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
            // Left out: see above.
        }
    }
}
