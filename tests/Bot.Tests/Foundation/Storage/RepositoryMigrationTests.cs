using System.Globalization;
using Shouldly;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Memory.Effects;
using Whybot.Memory.RepositoryNames;
using Whybot.Memory.Runs;
using Xunit;

namespace Whybot.Bot.Tests.Foundation.Storage;

/// <summary>A store of a schema before, in which repositories are their names, is brought over to their ids.</summary>
[Needs("PostgreSQL")]
public sealed class RepositoryMigrationTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private static DateTimeOffset Now => DateTimeOffset.UtcNow;
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>What the last program that kept names left, killed while it worked, and a second repository.</summary>
    private static OldStore Filled(string name)
    {
        var store = new OldStore(name);
        store.Execute("""
            insert into runs (repository, installation, sha, opened_at) values ('team/other', 98, 'o1', 1), ('Team/Other', 98, 'o2', 1), ('team/local', 0, 'l1', 1);
            insert into jobs (repository, key, kind, arguments, state, created_at, asked_at, due_at, fence, attempts, leased_until) values
                ('team/other', 'explain:o1', 'explain', '{"Installation":98,"Sha":"o1"}', 'running', 1, 1, 1, 7, 2, 4102444800000),
                ('team/other suites', 'suite:3', 'suite', '{"SuiteRun":3}', 'running', 1, 1, 1, 8, 1, 4102444800000),
                ('team/other', 'publish', 'publish', '{"Installation":98}', 'pending', 1, 1, 1, 0, 0, null);
            """);
        return store;
    }

    public static TheoryData<string> Stores => ["14-2fa129d.sqlite", "14-2fa129d.postgres"];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Repositories_get_ids_of_the_stores_own_with_their_names_and_installations(string name)
    {
        await using var store = Filled(name);

        await store.UpgradeAsync();

        var after = store.Read();
        var repositories = after.Tables["repositories"];
        repositories.Select(r => (r["name"], r["installation"])).ShouldBe(
            [("", "0"), ("team/shop", "99"), ("team/other", "98"), ("Team/Other", "98"), ("team/local", "0"), ("team/gone", "0")], ignoreOrder: true);
        repositories.ShouldAllBe(r => long.Parse(r["id"]!, CultureInfo.InvariantCulture) < 0);
        repositories.Select(r => r["id"]).ShouldBeUnique();
        after.Tables["repository_names"].Select(n => n["name"]).ShouldBe(["team/shop", "team/other", "team/local", "team/gone"], ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Leases_hold_and_each_line_of_a_repository_has_its_own(string name)
    {
        await using var store = Filled(name);
        await using var database = store.Open();
        var jobs = new JobQueue(database, TimeProvider.System);
        var other = (await database.ReadAsync(session => Repositories.InAsync(session, "select id from repositories where name = 'team/other'"), Cancel))
            .Single();

        var running = await database.ReadAsync(session => session.QueryAsync<(string Line, string Key, long Fence)>(
            "select line, key, fence from jobs where repository = @Id and state = 'running' order by key", new { other.Id }), Cancel);
        running.ShouldBe([("", "explain:o1", 7L), ("suites", "suite:3", 8L)]);
        while (await jobs.ClaimAsync(Lease, Cancel) is { } taken)
            taken.Repository.ShouldNotBe(other.Id, "its jobs of both lines are held");
        (await database.ReadAsync(session => session.QueryAsync<string>("select line from jobs where repository = -1 order by line"), Cancel))
            .ShouldBe(["sweep deliveries", "sweep digests", "sweep runs"]);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Rows_that_come_afterwards_are_counted_on_and_what_hung_on_others_hangs_on_them_still(string name)
    {
        await using var store = Filled(name);
        var before = store.Read();
        await using var database = store.Open();

        await database.WriteAsync(async session =>
        {
            var shop = await Repositories.SeenAsync(session, new RepositoryRef(new RepositoryId(42), 99, new("team/shop")), DateTimeOffset.UtcNow);
            await new RunStore(database, TimeProvider.System).OpenAsync(session, shop.Id, new CommitSha("new"));
            (await session.FirstAsync<long>("select id from runs where sha = 'new'")).ShouldBe(Largest(before, "runs") + 1);
            await new EffectStore(database, TimeProvider.System).PutAsync(session, new EffectRequest(shop.Id, "kind", "new", "draft"));
            (await session.FirstAsync<long>("select id from effects where target = 'new'")).ShouldBe(Largest(before, "effects") + 1);
            await session.ExecuteAsync("delete from runs where repository = 42; delete from deployment_runs where repository = 42; delete from effects where "
                + "repository = 42");
        }, Cancel);

        foreach (var table in new[] { "results", "suite_runs", "suite_files", "effect_writes" })
            (before.Tables[table].Count, await database.ReadAsync(session => session.FirstAsync<long>($"select count(*) from {table}"), Cancel))
                .ShouldBe((before.Tables[table].Count, 0L), table);
        before.Tables["results"].ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task All_that_is_kept_of_a_name_is_the_repositorys_as_soon_as_its_id_is_known(string name)
    {
        await using var store = Filled(name);
        await using var database = store.Open();

        await database.WriteAsync(session => Repositories.SeenAsync(session, new RepositoryRef(new RepositoryId(42), 99, new("team/shop")), Now), Cancel);
        await database.WriteAsync(session => Repositories.SeenAsync(session, new RepositoryRef(new RepositoryId(43), 98, new("team/other")), Now), Cancel);

        var left = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in RepositoryKeys.Tables.Keys.Except(["jobs", "forgotten_repositories"]))
            left[table] = await database.ReadAsync(session => session.FirstAsync<long>($"select count(*) from {table} where repository < 0"), Cancel);
        left.Where(t => t.Value > 0).ShouldBe([new("runs", 1L)], "that of team/local");
        (await database.ReadAsync(session => session.QueryAsync<string>("select sha from runs where repository = 43 order by sha"), Cancel))
            .ShouldBe(["o1", "o2"]);
    }

    private static long Largest(StoreState store, string table) => store.Tables[table].Max(r => long.Parse(r["id"]!, CultureInfo.InvariantCulture));
}
