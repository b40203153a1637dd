using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Foundation.WriteLimits;

namespace Whybot.Memory.Effects;

/// <summary>
/// Which strangers' comments are answered. Anybody may comment in a public repository, and every answer uses writes from the budget that verdicts need: one
/// per command, and two reactions.
/// </summary>
internal sealed class StrangerComments(IDatabase database, TimeProvider time)
{
    /// <summary>Writes per hour for all strangers together, in all repositories of an installation: a twentieth of the budget.</summary>
    public const int MostAnHour = WriteBudget.MostAnHour / 20;

    private const int Reactions = 2;

    /// <param name="comment">Its key. A comment that was admitted once is admitted again, so that an interrupted answer can continue.</param>
    /// <param name="commands">The number of commands in it.</param>
    public Task<bool> AdmitAsync(long installation, RepositoryId repository, string comment, int commands, CancellationToken cancel) =>
        database.WriteAsync(async session =>
        {
            var now = time.GetUtcNow();
            await session.ExecuteAsync("delete from stranger_comments where installation = @installation and at < @old",
                new { installation, old = now.AddHours(-1) });
            if (database.SkipLocked.Length > 0)
                await session.ExecuteAsync("select pg_advisory_xact_lock(@installation)", new { installation });
            var admitted = await session.QueryAsync<(RepositoryId Repository, string Comment, long Writes)>(
                "select repository, comment, writes from stranger_comments where installation = @installation", new { installation });
            if (admitted.Any(a => a.Repository == repository && a.Comment == comment))
                return true;
            var writes = commands + Reactions;
            if (admitted.Sum(a => a.Writes) + writes > MostAnHour)
                return false;
            await session.ExecuteAsync("insert into stranger_comments (installation, repository, comment, writes, at) values (@installation, @repository, "
                + "@comment, @writes, @now)",
                new { installation, repository, comment, writes, now });
            return true;
        }, cancel);
}
