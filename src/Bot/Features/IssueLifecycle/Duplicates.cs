using System.Text.RegularExpressions;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Memory.Causes;
using Whybot.Publishing;

namespace Whybot.Features.IssueLifecycle;

/// <summary>
/// Moves the causes of an issue to the one that it was closed as a duplicate of: the person who closed it wrote <c>Duplicate of #12</c>, in GitHub's syntax.
/// </summary>
internal sealed partial class Duplicates(IssuesClient issues, IssueCare care, Outbox outbox, IDatabase database, ILogger<Duplicates> logger)
{
    /// <returns>False if it was not closed as a duplicate of an open issue.</returns>
    public async Task<bool> MergeAsync(Job job, Issue issue, CancellationToken cancel)
    {
        var repository = job.Ref;
        if (await OriginalOfAsync(repository, issue, cancel) is not { } original)
            return false;
        await database.WriteAsync(job, async session =>
        {
            await Ledger.MoveAsync(session, repository.Id, issue.Number, original);
            await care.ClosedAsync(session, repository.Id, issue.Number, issue.ClosedBy?.Login);
            await outbox.SeenAsync(session, repository, original, $"#{issue.Number}");
            await outbox.PublishAsync(session, repository.Id, job.Delivery);
        }, cancel);
        Told(issue.Number, "duplicate");
        return true;
    }

    /// <returns>An open issue; null if none.</returns>
    private async Task<int?> OriginalOfAsync(RepositoryRef repository, Issue issue, CancellationToken cancel)
    {
        if (issue is not { State: "closed", StateReason: "duplicate", ClosedBy: { Type: "User" } closer })
            return null;
        int? original = null;
        await foreach (var comment in issues.CommentsAsync(repository, issue.Number, cancel))
            if (comment.User?.Login == closer.Login && Of().Match(comment.Body ?? "") is { Success: true } said
                && int.TryParse(said.Groups["issue"].ValueSpan, out var number))
                original = number;
        return original is { } found && found != issue.Number && await issues.FindAsync(repository, found, cancel) is { IsPull: false, State: "open" }
            ? found : null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Issue {Issue}: {News}")]
    private partial void Told(int issue, string news);

    [GeneratedRegex(@"\A\s{0,10}Duplicate of #(?<issue>\d{1,9})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Of();
}
