using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;

namespace Whybot.Memory.Causes;

/// <summary>What is known about an issue that the bot keeps up to date, in addition to what GitHub says.</summary>
internal sealed record CareRecord
{
    /// <summary>What people were last told, as JSON.</summary>
    public string? Told { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The person who had it closed; null if the bot closed it according to its figures.</summary>
    public string? ClosedBy { get; init; }
}

/// <summary>Issues that the bot keeps up to date.</summary>
internal sealed class IssueCare(IDatabase database, TimeProvider time)
{
    public async Task<CareRecord> OfAsync(RepositoryId repository, int issue, CancellationToken cancel) =>
        await database.ReadAsync(session => session.FirstAsync<CareRecord>(
            "select told, closed_at, closed_by from issue_care where repository = @repository and issue = @issue",
            new { repository, issue = (long)issue }), cancel) ?? new CareRecord();

    /// <param name="login">Null for the bot itself.</param>
    public Task ClosedAsync(Session session, RepositoryId repository, int issue, string? login) =>
        session.ExecuteAsync("""
            insert into issue_care (repository, issue, closed_at, closed_by) values (@repository, @issue, @now, @login)
            on conflict (repository, issue) do update set closed_at = excluded.closed_at, closed_by = excluded.closed_by
            """, new { repository, issue = (long)issue, login, now = time.GetUtcNow() });

    /// <summary>Records a closing that the store does not know of; what it knows about the issue stays as it is.</summary>
    /// <param name="login">Null for the bot itself.</param>
    public static Task FoundClosedAsync(Session session, RepositoryId repository, int issue, DateTimeOffset at, string? login) =>
        session.ExecuteAsync("""
            insert into issue_care (repository, issue, closed_at, closed_by) values (@repository, @issue, @at, @login) on conflict (repository, issue) do nothing
            """, new { repository, issue = (long)issue, at, login });

    public static Task OpenedAsync(Session session, RepositoryId repository, int issue) =>
        session.ExecuteAsync("update issue_care set closed_at = null, closed_by = null where repository = @repository and issue = @issue",
            new { repository, issue = (long)issue });

    public static Task ToldAsync(Session session, RepositoryId repository, int issue, string told) =>
        session.ExecuteAsync("""
            insert into issue_care (repository, issue, told) values (@repository, @issue, @told) on conflict (repository, issue) do update set told = excluded.told
            """, new { repository, issue = (long)issue, told });
}
