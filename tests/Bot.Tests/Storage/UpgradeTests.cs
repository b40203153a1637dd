using System.Globalization;
using System.Text;
using Dapper;
using Shouldly;
using Whybot.Storage;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Storage;

/// <summary>Stores of every earlier schema, made by the programs of their time, are brought up to today's.</summary>
public sealed class UpgradeTests
{
    public static TheoryData<string> Stores => OldStore.All;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Every_row_is_kept_with_its_values(string name)
    {
        await using var store = new OldStore(name);
        var before = store.Read();

        await store.UpgradeAsync();

        var after = store.Read();
        before.Tables["deliveries"].ShouldNotBeEmpty();
        foreach (var (table, rows) in before.Tables.Where(t => t.Value.Count > 0 && t.Key != "schema_migrations"))
        {
            var columns = rows[0].Keys.Intersect(after.Tables[table][0].Keys).Except(["received_at"]).Order(StringComparer.Ordinal).ToList();
            after.Lines(table, columns).ShouldBe(before.Lines(table, columns), table);
        }
        after.Tables["deliveries"].Select(d => (d["id"], d["received_at"]))
            .ShouldBe(before.Tables["deliveries"].Select(d => (d["id"], Milliseconds(d["received_at"]))), ignoreOrder: true);
        after.Tables["delivery_bodies"].Select(b => (b["delivery_id"], b["body"])).ShouldBe(Bodies(before), ignoreOrder: true);
    }

    /// <summary>The first program wrote times as text.</summary>
    private static string? Milliseconds(string? time) => time?.Contains('T', StringComparison.Ordinal) == true
        ? $"{DateTimeOffset.Parse(time, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds()}" : time;

    /// <summary>They were beside the state, then in a table of their own.</summary>
    private static IEnumerable<(string?, string?)> Bodies(StoreState before) => before.Tables.TryGetValue("delivery_bodies", out var bodies)
        ? bodies.Select(b => (b["delivery_id"], b["body"])) : before.Tables["deliveries"].Select(d => (d["id"], d["body"]));

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_schema_is_that_of_a_new_store(string name)
    {
        await using var store = new OldStore(name);

        await store.UpgradeAsync();

        await ShouldBeAsNewAsync(store);
    }

    /// <summary>The programs before the repair added the migrations that a store's numbers lacked, and left the gaps in the others.</summary>
    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_store_that_the_last_program_before_the_repair_has_run_on_is_repaired_too(string name)
    {
        await using var store = new OldStore(name);
        var before = store.Read();
        var numbers = before.Tables["schema_migrations"].Select(r => long.Parse(r["number"]!)).ToHashSet();
        try
        {
            var dialect = store.Postgres is null ? Dialect.Sqlite : Dialect.Postgres;
            store.Execute("select 1;" + string.Concat(Migration.All.Where(m => m.Number < Repair.Before && !numbers.Contains(m.Number))
                .Select(m => dialect.Of(m.Sql) + $"\n;insert into schema_migrations (number, name) values ({m.Number}, '{m.Name}');\n")));
        }
        catch (Npgsql.PostgresException missing)
        {
            // That program ended there, and left the store as it was.
            missing.SqlState.ShouldBe(Npgsql.PostgresErrorCodes.UndefinedColumn);
            store.Read().Everything.ShouldBe(before.Everything);
        }

        await store.UpgradeAsync();

        await ShouldBeAsNewAsync(store);
    }

    private static async Task ShouldBeAsNewAsync(OldStore store)
    {
        var fresh = await store.FreshAsync();
        // Where the column came later it keeps the value that it was added with as its default.
        store.Read().Schema.Select(l => l.StartsWith("runs.installation ", StringComparison.Ordinal) ? l.Replace("default 0", "default none") : l)
            .ShouldBe(fresh.Schema);
        fresh.Schema.Count.ShouldBeGreaterThan(150);
        store.Read().Lines("schema_migrations", ["number", "name"]).ShouldBe(fresh.Lines("schema_migrations", ["number", "name"]));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_comes_afterwards_is_stored_beside_what_was_there(string name)
    {
        await using var store = new OldStore(name);
        await using var database = store.Open();
        await using var deliveries = new DeliveryStore(database);

        (await deliveries.AddAsync(new Delivery("new", 1, "push", "{}"u8.ToArray(), DateTimeOffset.UtcNow), Cancel)).ShouldBeTrue();

        var taken = new List<string>();
        await deliveries.TakeAsync(100, d => d.Guid, (_, delivery, _) =>
        {
            taken.Add($"{delivery.Guid} {Encoding.UTF8.GetString(delivery.Body)[..1]}");
            return Task.FromResult(DeliveryOutcome.Done(""));
        }, Cancel);
        taken.ShouldContain("pending {");
        taken[^1].ShouldBe("new {");
    }

    [Theory]
    [InlineData("02-f789402.sqlite", true)]
    [InlineData("02-f789402.postgres", true)]
    [InlineData("02-f789402.sqlite", false)]
    [InlineData("02-f789402.postgres", false)]
    public async Task Runs_that_were_stored_without_their_installation_get_it_from_the_outbox_or_from_deliveries(string name, bool outbox)
    {
        await using var store = new OldStore(name);
        store.Execute(outbox ? "update deliveries set body = (select f.body from deliveries f where f.guid = 'form')" : "delete from effects");
        store.Execute("insert into runs (repository, sha, opened_at) values ('team/unknown', 'x', 1)");

        await store.UpgradeAsync();

        store.Read().Tables["runs"].GroupBy(r => (r["repository"], r["installation"])).Select(g => g.Key)
            .ShouldBe([("team/shop", $"{FakeApps.InstallationId}"), ("team/unknown", "0")], ignoreOrder: true);
    }

    [Theory]
    [InlineData("01-2739043.sqlite")]
    [InlineData("02-f789402.sqlite")]
    [InlineData("02-f789402.postgres")]
    [InlineData("06-e676ced.sqlite")]
    [InlineData("06-e676ced.postgres")]
    public async Task An_upgrade_that_fails_near_its_end_leaves_the_store_as_it_was(string name)
    {
        await using var store = new OldStore(name);
        store.Execute("create table unknown_environments (in_the_way bigint)");
        var before = store.Read();

        Should.Throw<StoreUnavailableException>(store.Open).Message.ShouldContain("unknown_environments");

        store.Read().Everything.ShouldBe(before.Everything);
        store.Execute("drop table unknown_environments");
        await store.UpgradeAsync();
        await ShouldBeAsNewAsync(store);
    }

    [Theory]
    [InlineData("02-f789402.sqlite")]
    [InlineData("02-f789402.postgres")]
    public async Task Instances_that_start_at_once_upgrade_once(string name)
    {
        await using var store = new OldStore(name);
        var before = store.Read();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(store.UpgradeAsync, Cancel)));

        await ShouldBeAsNewAsync(store);
        store.Read().Tables["delivery_bodies"].Count.ShouldBe(before.Tables["deliveries"].Count);
    }

    [Theory]
    [InlineData("12-192ddf7.sqlite")]
    [InlineData("12-192ddf7.postgres")]
    public async Task Hashes_are_kept_of_what_is_applied_from_now_on(string name)
    {
        await using var store = new OldStore(name);

        await store.UpgradeAsync();

        var hashes = store.Read().Tables["schema_migrations"].ToDictionary(r => long.Parse(r["number"]!), r => r["sha256"]);
        Migration.All.ShouldAllBe(m => hashes[m.Number] == (m.Number < Repair.Before ? null : m.Hash));
        (await store.FreshAsync()).Tables["schema_migrations"].Select(r => r["sha256"]).ShouldBe(Migration.All.Select(m => m.Hash), ignoreOrder: true);
    }
}
