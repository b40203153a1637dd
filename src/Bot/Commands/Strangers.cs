using Whybot.Analysis.Commands;
using Whybot.GitHub;
using Whybot.GitHub.Models;
using Whybot.Publishing;
using Whybot.Storage;

namespace Whybot.Commands;

/// <summary>Who is not of a repository's team, and how much of the write budget their comments may cost.</summary>
internal sealed partial class Strangers(StrangerComments comments, PublishingSettings publishing, ILogger<Strangers> logger)
{
    /// <param name="level">What the author may do; null for nothing, and where it cannot be known.</param>
    /// <param name="commands">How many commands are in the comment.</param>
    /// <returns>False where a stranger's comment would cost more than strangers may.</returns>
    public async Task<bool> MayAskAsync(RepositoryRef repository, CommentRef where, IssueComment comment, CommandLevel? level, int commands, CancellationToken cancel)
    {
        var isStranger = level is null or CommandLevel.Read && !comment.IsOfTeam;
        if (!isStranger || publishing.IsDryRun || await comments.AdmitAsync(repository.Installation, repository.Id, where.Key, commands, cancel))
            return true;
        LeftUnanswered(comment.User?.Login, StrangerComments.MostAnHour);
        return false;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Login} isn't answered: strangers have had the {Most} writes that they get within an hour")]
    private partial void LeftUnanswered(string? login, int most);
}
