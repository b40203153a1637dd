using Whybot.Analysis.Inputs.Commands;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Memory.Effects;
using Whybot.Publishing;

namespace Whybot.Features.Commands;

/// <summary>Decides who is not on a repository's team, and how much of the write budget their comments may use.</summary>
internal sealed partial class Strangers(StrangerComments comments, PublishingSettings publishing, ILogger<Strangers> logger)
{
    /// <param name="level">What the author may do; null if nothing, or if it cannot be determined.</param>
    /// <param name="commands">The number of commands in the comment.</param>
    /// <returns>False if a stranger's comment would use more than strangers may.</returns>
    public async Task<bool> MayAskAsync(RepositoryRef repository, CommentRef where, IssueComment comment, CommandLevel? level, int commands,
        CancellationToken cancel)
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
