using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;

namespace Whybot.Memory.Rules;

/// <summary>One statement that a rule has made.</summary>
public sealed record RuleUse
{
    public required string Rule { get; init; }

    /// <summary>A cause's cluster, or <c>#</c> followed by an issue's number.</summary>
    public required string Subject { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? OverturnedAt { get; init; }

    /// <summary>Login; null if later events overturned it.</summary>
    public string? OverturnedBy { get; init; }
}

/// <summary>The bot's track record: what its rules have said, and whether it held up.</summary>
internal sealed class RuleRecords(IDatabase database, TimeProvider time)
{
    public const string NewIssue = "new issue";
    public const string Closing = "closing";

    /// <summary>What happened longer ago says little about a rule in its current form.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromDays(90);

    /// <summary>Recorded once per cause, however often it is seen.</summary>
    public Task UsedAsync(Session session, RepositoryId repository, string rule, string subject) =>
        session.ExecuteAsync("insert into rule_uses (repository, rule, subject, at) values (@repository, @rule, @subject, @now) on conflict (repository, "
            + "rule, subject) do nothing",
            new { repository, rule, subject, now = Now });

    /// <summary>Does nothing for something that was never said.</summary>
    /// <param name="login">Null if it was overturned by events rather than by a person.</param>
    /// <param name="key">The command, so that this can be undone.</param>
    public Task OverturnedAsync(Session session, RepositoryId repository, string rule, string subject, string? login, string? key) =>
        session.ExecuteAsync("""
            update rule_uses set overturned_at = @now, overturned_by = @login, key = @key where repository = @repository and rule = @rule and subject = @subject and overturned_at is null
            """, new { repository, rule, subject, login, key, now = Now });

    /// <summary>Undoes the effect of a command that overturned something.</summary>
    public static Task UndoAsync(Session session, RepositoryId repository, string key) =>
        session.ExecuteAsync("update rule_uses set overturned_at = null, overturned_by = null, key = null where repository = @repository and key = @key",
            new { repository, key });

    public async Task<IReadOnlyList<RuleRecord>> OfAsync(RepositoryId repository, CancellationToken cancel) =>
        [.. (await database.ReadAsync(session => session.QueryAsync<(string, long, long)>("""
            select rule, count(*), count(overturned_at) from rule_uses where repository = @repository and at >= @since group by rule order by rule
            """, new { repository, since = time.GetUtcNow() - Back }), cancel)).Select(r => new RuleRecord(r.Item1, r.Item2, r.Item3))];

    /// <summary>What the rules were used for, newest first.</summary>
    public Task<IReadOnlyList<RuleUse>> UsesAsync(RepositoryId repository, int most, int offset, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<RuleUse>("""
            select rule, subject, at, overturned_at, overturned_by from rule_uses where repository = @repository and at >= @since order by at desc, rule, subject limit @most offset @offset
            """, new { repository, since = time.GetUtcNow() - Back, most, offset }), cancel);

    private DateTimeOffset Now => time.GetUtcNow();
}
