using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;

namespace Whybot.Memory.Causes;

/// <summary>A person's ruling about one cause.</summary>
public sealed record RulingRow
{
    public const string SameAs = "same-as";
    public const string NotThis = "not-this";
    public const string Flaky = "flaky";
    public const string Cause = "cause";
    public const string Priority = "priority";
    public const string Mute = "mute";

    public long Id { get; init; }
    public required ClusterId Cluster { get; init; }
    public required string Kind { get; init; }

    /// <summary>An issue's number, a priority, a cause or a reason; empty if there is nothing to say.</summary>
    public required string Value { get; init; }

    /// <summary>Null if it is in effect until somebody undoes it.</summary>
    public DateTimeOffset? Until { get; init; }
    public required string Login { get; init; }
    public required long Thread { get; init; }

    /// <summary>The comment and the command's position in it: everything that one command ruled is undone together.</summary>
    public required string Key { get; init; }

    /// <summary>The issue that the ledger had for the cause before; null if there was none, or if it was not changed.</summary>
    public string? Before { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>People's rulings.</summary>
internal sealed class Rulings(IDatabase database, TimeProvider time)
{
    private const string Columns = "id, cluster, kind, value, until, login, thread, key, before, at";

    /// <summary>Recorded once, however often the command is carried out.</summary>
    public Task PutAsync(Session session, RepositoryId repository, RulingRow ruling) =>
        session.ExecuteAsync("""
            insert into rulings (repository, cluster, kind, value, until, login, thread, key, before, at)
            values (@repository, @Cluster, @Kind, @Value, @Until, @Login, @Thread, @Key, @Before, @now) on conflict (repository, key, cluster, kind, value) do nothing
            """, new { repository, ruling.Cluster, ruling.Kind, ruling.Value, ruling.Until, ruling.Login, ruling.Thread, ruling.Key, ruling.Before, now = Now });

    /// <summary>Rulings that are in effect, oldest first.</summary>
    public Task<IReadOnlyList<RulingRow>> StandingAsync(RepositoryId repository, CancellationToken cancel) =>
        database.ReadAsync(session => StandingAsync(session, repository), cancel);

    public Task<IReadOnlyList<RulingRow>> StandingAsync(Session session, RepositoryId repository) =>
        session.QueryAsync<RulingRow>($"select {Columns} from rulings where repository = @repository and undone_at is null and (until is null or until > "
            + $"@now) order by id",
            new { repository, now = Now });

    /// <summary>The rulings, still in effect, of the thread's last command that has any; empty if none.</summary>
    public async Task<IReadOnlyList<RulingRow>> LastAsync(RepositoryId repository, int thread, CancellationToken cancel) =>
        await database.ReadAsync(session => session.QueryAsync<RulingRow>($"""
            select {Columns} from rulings where repository = @repository and undone_at is null and key =
                (select key from rulings where repository = @repository and thread = @thread and undone_at is null order by id desc limit 1) order by id
            """, new { repository, thread = (long)thread }), cancel);

    public Task UndoAsync(Session session, RepositoryId repository, string key, string login) =>
        session.ExecuteAsync("update rulings set undone_at = @now, undone_by = @login where repository = @repository and key = @key and undone_at is null",
            new { repository, key, login, now = Now });

    /// <summary>Clusters that nobody should be notified about for now.</summary>
    public static IReadOnlySet<ClusterId> Muted(IEnumerable<RulingRow> standing) =>
        standing.Where(r => r.Kind == RulingRow.Mute).Select(r => r.Cluster).ToHashSet();

    /// <summary>In the form that the analysis needs; later rulings win.</summary>
    public static IReadOnlyDictionary<ClusterId, Ruling> ByCluster(IEnumerable<RulingRow> standing) =>
        standing.GroupBy(r => r.Cluster).ToDictionary(g => g.Key, g => g.Aggregate(Ruling.None, With));

    private static Ruling With(Ruling ruling, RulingRow row) => row.Kind switch
    {
        RulingRow.SameAs => ruling with { SameAsBy = row.Login, NotIssues = [.. ruling.NotIssues.Where(i => $"{i}" != row.Value)] },
        RulingRow.NotThis when int.TryParse(row.Value, out var issue) => ruling with { SameAsBy = null, NotIssues = [.. ruling.NotIssues, issue] },
        RulingRow.Flaky => ruling with { FlakyBy = row.Login },
        RulingRow.Cause => ruling with { Cause = new PersonsCause(row.Login, row.Value) },
        RulingRow.Priority => ruling with { Priority = Priorities.Parse(row.Value) },
        _ => ruling,
    };

    private DateTimeOffset Now => time.GetUtcNow();
}
