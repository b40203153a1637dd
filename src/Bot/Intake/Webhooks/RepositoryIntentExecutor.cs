using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Memory.RepositoryNames;

namespace Whybot.Intake.Webhooks;

/// <summary>Carries out events about repositories themselves: their names, and whether the App may act on them.</summary>
internal sealed class RepositoryIntentExecutor(TimeProvider time)
{
    /// <param name="at">When the event was received.</param>
    /// <returns>What was done, in words.</returns>
    public static async Task<string> RenameAsync(Session session, WebhookIntent.Renamed renamed, DateTimeOffset at)
    {
        if (await Repositories.RenamedAsync(session, renamed.Repository, renamed.Before, at) is not { } now)
            return $"nothing is known of {renamed.Before ?? renamed.Repository.FullName}, which is {renamed.Repository.FullName} now";
        return now.FullName == renamed.Repository.FullName ? $"knows {renamed.Before?.Value ?? "the repository"} as {now.FullName}"
            : $"knows the repository as {now.FullName} by now";
    }

    /// <summary>Drops the repositories' waiting jobs. Unless the App was only suspended, what is known about them is removed after a while.</summary>
    public async Task<string> EndAsync(Session session, WebhookIntent.AccessEnded ended)
    {
        var left = 0;
        foreach (var repository in await OfAsync(session, ended))
        {
            await JobQueue.RemoveAsync(session, repository.Id);
            if (ended.End != AccessEnd.Suspended)
                await ForgottenRepositories.MarkAsync(session, repository.Id, time.GetUtcNow());
            left++;
        }
        return $"access to {left} known repositories ended";
    }

    /// <summary>Keeps what is known about the repositories. An unknown one becomes known when it sends an event.</summary>
    /// <param name="at">When the event was received.</param>
    public static async Task<string> BeginAsync(Session session, WebhookIntent.AccessBegan began, DateTimeOffset at)
    {
        var kept = 0;
        foreach (var said in began.Repositories)
            if (await Repositories.SeenAgainAsync(session, said, at) is { } known)
            {
                await Repositories.ServeAsync(session, known, said.Installation);
                kept += await ForgottenRepositories.UnmarkAsync(session, known.Id) ? 1 : 0;
            }
        return $"access to {began.Repositories.Count} repositories; {kept} of them are known from before";
    }

    /// <summary>
    /// The known repositories that the event is about. If another installation has one by now, it was transferred, so the previous installation's loss of it
    /// does not matter.
    /// </summary>
    private static async Task<IReadOnlyList<RepositoryRef>> OfAsync(Session session, WebhookIntent.AccessEnded ended)
    {
        var known = new List<RepositoryRef>();
        foreach (var said in ended.Repositories)
            if (await Repositories.KnownAsync(session, said) is { } repository
                && (repository.Installation == 0 || ended.Installation == 0 || repository.Installation == ended.Installation))
                known.Add(repository);
        return ended is { End: AccessEnd.WholeInstallation, Installation: > 0 }
            ? [.. known.UnionBy(await ForgottenRepositories.OfInstallationAsync(session, ended.Installation), r => r.Id)] : known;
    }
}
