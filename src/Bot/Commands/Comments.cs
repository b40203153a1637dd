using Whybot.GitHub;
using Whybot.GitHub.Clients;
using Whybot.GitHub.Models;
using Whybot.Publishing;

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

    /// <summary>Reviews take no reactions.</summary>
    public Task ReactAsync(RepositoryRef repository, CommentRef comment, string reaction, CancellationToken cancel) => comment.Kind switch
    {
        _ when publishing.IsDryRun => Task.CompletedTask,
        CommentKind.Thread => issues.ReactAsync(repository, comment.Id, reaction, cancel),
        CommentKind.Line => reviews.ReactToLineCommentAsync(repository, comment.Id, reaction, cancel),
        _ => Task.CompletedTask,
    };
}
