using System.Globalization;
using System.Text;
using Dapper;
using Shouldly;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deliveries;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Foundation.Storage;

/// <summary>Stores of every earlier schema, made by the programs of their time, are brought up to today's.</summary>
[Needs("PostgreSQL")]
public sealed class UpgradeTests
{
    public static TheoryData<string> Stores => OldStore.All;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Columns that came later and are filled from what was there.</summary>
    private static readonly string[] Filled =
    [
        "runs.installation", "sightings.origin", "sightings.place_key", "dossiers.place_key", "deployment_runs.environment_key",
        "deployments.environment_key", "jobs.line", "causes.failed", "causes.passed", "causes.last_at", "causes.passed_at", "causes.since_at",
        "causes.quiet_at",
        "causes.verdict",
        "causes.priority",
    ];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Every_row_is_kept_with_its_values(string name)
    {
        var (stored, upgraded) = await UpgradedStore.OfAsync(name);
        var before = stored.Tables.ContainsKey("repositories") ? WithNames(stored) : stored;
        var after = WithNames(upgraded);

        before.Tables.ShouldAllBe(t => t.Value.Count > 0, "a store has data in every table");
        foreach (var table in before.Tables.Keys.Except(["schema_migrations"]))
        {
            var columns = before.Columns(table).Except(table == "deliveries" ? ["received_at", "body"] : []).ToList();
            after.Lines(table, columns).ShouldBe(before.Lines(table, columns), table);
        }
        after.Tables["deliveries"].Select(d => (d["id"], d["received_at"]))
            .ShouldBe(before.Tables["deliveries"].Select(d => (d["id"], Milliseconds(d["received_at"]))), ignoreOrder: true);
        after.Tables["delivery_bodies"].Select(b => (b["delivery_id"], b["body"])).ShouldBe(Bodies(before), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_no_earlier_program_knew_is_empty(string name)
    {
        var (before, after) = await UpgradedStore.OfAsync(name);

        after.Tables.Where(t => t.Value.Count > 0).Select(t => t.Key).Except(before.Tables.Keys)
            .Except(["delivery_bodies", "repositories", "repository_names", "environments"])
            .ShouldBeEmpty();
        foreach (var table in before.Tables.Keys.Except(["schema_migrations"]))
            foreach (var column in after.Columns(table).Except(before.Columns(table)).Where(c => !Filled.Contains($"{table}.{c}")))
                after.Tables[table].ShouldAllBe(r => r[column] == null || r[column] == "0", $"{table}.{column}");
    }

    /// <summary>Repositories by their names, and their installations in the rows that had them; the lines of jobs as they were named before.</summary>
    private static StoreState WithNames(StoreState upgraded)
    {
        var repositories = upgraded.Tables["repositories"].ToDictionary(r => r["id"]!, StringComparer.Ordinal);
        return upgraded with
        {
            Tables = upgraded.Tables.ToDictionary(t => t.Key, t => t.Value.Count > 0 && t.Value[0].ContainsKey("repository")
            ? [.. t.Value.Select(Named)] : t.Value)
        };

        IReadOnlyDictionary<string, string?> Named(IReadOnlyDictionary<string, string?> row)
        {
            // A write may have been for none.
            if (row["repository"] is not { } id)
                return row;
            var repository = repositories[id];
            var line = row.GetValueOrDefault("line");
            var name = row.ContainsKey("fence") && line is "suites" ? $"{repository["name"]} suites" : row.ContainsKey("fence") && line is { Length: > 0 }
                ? line : repository["name"];
            return new Dictionary<string, string?>(row, StringComparer.Ordinal) { ["repository"] = name, ["installation"] = repository["installation"] };
        }
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
        var (_, after) = await UpgradedStore.OfAsync(name);

        await ShouldBeAsNewAsync(name, after);
    }

    /// <summary>The programs before the repair added the migrations that a store's numbers lacked, and left the gaps in the others.</summary>
    [Theory]
    [InlineData("01-2739043.sqlite")]
    [InlineData("02-f789402.sqlite")]
    [InlineData("02-f789402.postgres")]
    [InlineData("05-d92e9ef.postgres")]
    [InlineData("06-e676ced.sqlite")]
    [InlineData("06-e676ced.postgres")]
    [InlineData("09-2b0268e.postgres")]
    [InlineData("11-6e70551.sqlite")]
    [InlineData("11-6e70551.postgres")]
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

        await ShouldBeAsNewAsync(name, store.Read());
    }

    private static async Task ShouldBeAsNewAsync(string name, StoreState upgraded)
    {
        var fresh = await UpgradedStore.NewAsync(name);
        fresh.Schema.Count.ShouldBeGreaterThan(150);
        // Where the column came later it keeps the value that it was added with as its default.
        upgraded.Schema.Select(l => l.StartsWith("runs.installation ", StringComparison.Ordinal) ? l.Replace("default 0", "default none") : l)
            .ShouldBe(fresh.Schema);
        upgraded.Lines("schema_migrations", ["number", "name"]).ShouldBe(fresh.Lines("schema_migrations", ["number", "name"]));
    }

    [Theory]
    [InlineData("01-2739043.sqlite")]
    [InlineData("02-f789402.sqlite")]
    [InlineData("02-f789402.postgres")]
    [InlineData("12-192ddf7.sqlite")]
    [InlineData("12-192ddf7.postgres")]
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

        store.Read().Tables["repositories"].Select(r => (r["name"], r["installation"])).Where(r => r.Item1!.Length > 0)
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
        await ShouldBeAsNewAsync(name, store.Read());
    }

    [Theory]
    [InlineData("02-f789402.sqlite")]
    [InlineData("02-f789402.postgres")]
    public async Task Instances_that_start_at_once_upgrade_once(string name)
    {
        await using var store = new OldStore(name);
        var before = store.Read();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(store.UpgradeAsync, Cancel)));

        await ShouldBeAsNewAsync(name, store.Read());
        store.Read().Tables["delivery_bodies"].Count.ShouldBe(before.Tables["deliveries"].Count);
    }

    [Theory]
    [InlineData("12-192ddf7.sqlite")]
    [InlineData("12-192ddf7.postgres")]
    public async Task Hashes_are_kept_of_what_is_applied_from_now_on(string name)
    {
        var (_, after) = await UpgradedStore.OfAsync(name);

        var hashes = after.Tables["schema_migrations"].ToDictionary(r => long.Parse(r["number"]!), r => r["sha256"]);
        Migration.All.ShouldAllBe(m => hashes[m.Number] == (m.Number < Repair.Before ? null : m.Hash));
        var fresh = await UpgradedStore.NewAsync(name);
        fresh.Tables["schema_migrations"].Select(r => r["sha256"]).ShouldBe(Migration.All.Select(m => m.Hash), ignoreOrder: true);
    }

    /// <summary>Programs after the first went on with its table, and wrote milliseconds into the column of text.</summary>
    [Fact]
    public async Task Times_that_a_later_program_wrote_into_the_first_schema_are_kept()
    {
        await using var store = new OldStore("01-2739043.sqlite");
        store.Execute("insert into deliveries (guid, hook_target, event, body, received_at) values ('later', 1, 'push', x'7b7d', 1795000000123)");

        await store.UpgradeAsync();

        store.Read().Tables["deliveries"].Single(d => d["guid"] == "later")["received_at"].ShouldBe("1795000000123");
    }

    /// <summary>What was committed last is in the log alone.</summary>
    [Fact]
    public async Task The_log_that_a_killed_program_left_beside_its_file_is_brought_up_too()
    {
        await using var store = new OldStore("10-021672a.sqlite");
        await using var killed = new OldStore("10-021672a.sqlite");
        using (var connection = store.Connect())
        {
            connection.Execute("pragma wal_autocheckpoint = 0; update deliveries set note = 'in the log alone' where guid = 'pending'");
            foreach (var end in new[] { "", "-wal" })
                File.Copy(store.File + end, killed.File + end, overwrite: true);
        }

        await killed.UpgradeAsync();

        var upgraded = killed.Read();
        upgraded.Tables["deliveries"].Single(d => d["guid"] == "pending")["note"].ShouldBe("in the log alone");
        await ShouldBeAsNewAsync("10-021672a.sqlite", upgraded);
    }
}
