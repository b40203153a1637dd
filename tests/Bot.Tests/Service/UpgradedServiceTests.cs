using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using Shouldly;
using Whybot.Bot.Tests.Foundation.Storage;
using Whybot.Foundation.Storage;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>The real service is started on the store of an earlier one, and goes on with what that one left.</summary>
[Needs("processes")]
public sealed class UpgradedServiceTests : IAsyncLifetime
{
    /// <summary>The commit of which a delivery was stored and not read.</summary>
    private static readonly string Waiting = new('9', 40);

    /// <summary>The commit whose effects waited, since GitHub took no writes.</summary>
    private static readonly string Unsent = new('8', 40);

    private FakeGitHub _github = null!;

    public async ValueTask InitializeAsync() => _github = await FakeGitHub.StartAsync();

    public ValueTask DisposeAsync() => _github.DisposeAsync();

    /// <summary>A long lease: nothing here waits for the jobs of a killed service.</summary>
    private ServiceProcess Service(OldStore store) => new ServiceProcess(store.Folder, _github, store.Postgres).With("Whybot__Queue__Lease", "00:01:00");

    /// <summary>What the earlier program knew, and the commit that the waiting delivery is about.</summary>
    private FakeRepository Repository()
    {
        var repository = Stage.FailingMain(_github);
        repository.SkipTo(20);
        foreach (var sha in "de789")
            repository.Commit(new string(sha, 40), "Change the colours again", Stage.HeadSha, ("src/colours.py", "@@ -1 +1 @@\n-blue\n+green"));
        Stage.MainRun(repository, Waiting, "failure", Stage.Zip(("orders.xml", Stage.JUnit(("test_total", "KeyError: 'price'"), ("test_list", null)))));
        return repository;
    }

    [Theory]
    [InlineData("01-2739043.sqlite")]
    [InlineData("10-021672a.postgres")]
    public async Task A_delivery_that_waited_in_it_is_answered_on_GitHub(string name)
    {
        var repository = Repository();
        await using var store = new OldStore(name);
        using var service = Service(store);

        await service.StartAsync();
        await Wait.UntilAsync(() => Check(repository) is not null, () => service.Output);
        await Wait.UntilAsync(() => repository.Issues.ToList().Exists(i => i.Body.Contains("'price'", StringComparison.Ordinal)), () => service.Output);

        Check(repository)!["output"]!["summary"]!.ToString().ShouldStartWith("### ❌ ");
        (await service.PostAsync("ping", "after", "{}")).ShouldBe(HttpStatusCode.Accepted);
        await Wait.UntilAsync(() => service.Output.Contains("Delivery after (ping): done", StringComparison.Ordinal), () => service.Output);
        service.Kill();
        var deliveries = store.Read().Tables["deliveries"];
        deliveries.Single(d => d["guid"] == "pending")["state"].ShouldBe("done");
        deliveries.Count(d => d["state"] == "pending").ShouldBe(0);
    }

    private static JsonObject? Check(FakeRepository repository, string? sha = null) =>
        repository.CheckRuns.ToList().Find(c => c["head_sha"]!.ToString() == (sha ?? Waiting) && c["status"]!.ToString() == "completed");

    [Fact]
    public async Task Killed_while_it_upgrades_a_file_it_leaves_the_file_as_it_was()
    {
        await using var store = new OldStore("02-f789402.sqlite");
        // More than SQLite keeps in memory, so that a part of the upgrade is on the disk; and the last migration that changes effects never ends.
        store.Execute("""
            with recursive n (i) as (select 1 union all select i + 1 from n where i < 400)
            insert into deliveries (guid, hook_target, event, body, received_at, state)
                select 'bulk-' || i, 1, 'push', randomblob(20000), 1795000000000, 'done' from n;
            update effects set target = 'Staging' where id = (select min(id) from effects where kind = 'check');
            create view endless as with recursive n (i) as (select 1 union all select i + 1 from n) select count(*) as n from n;
            create trigger stuck after update on effects begin select n from endless; end
            """);
        var before = store.Read();
        using var service = new ServiceProcess(store.Folder);

        var starting = service.StartAsync();
        var log = new FileInfo(store.File + "-wal");
        await Wait.UntilAsync(() =>
        {
            log.Refresh();
            return log.Exists && log.Length > 4_000_000;
        }, () => service.Output);
        service.Kill();
        await starting;

        store.Read().Everything.ShouldBe(before.Everything);
        store.Execute("drop trigger stuck; drop view endless");
        await store.UpgradeAsync();
        store.Read().Tables["delivery_bodies"].Count.ShouldBe(before.Tables["deliveries"].Count);
    }

    [Fact]
    public async Task Killed_while_it_upgrades_a_database_it_leaves_the_database_as_it_was()
    {
        await using var store = new OldStore("02-f789402.postgres");
        var before = store.Read();
        using var service = new ServiceProcess(store.Folder, null, store.Postgres);
        Task starting;
        // Whoever reads a table keeps others from changing it: the upgrade waits for this one in its last migration but one.
        await using (var reader = store.Connect())
        {
            await using var reading = await reader.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await reader.ExecuteAsync("lock table deployments in access share mode", transaction: reading);
            starting = service.StartAsync();
            await using var watcher = store.Connect();
            const string Waits = "select count(*) from pg_locks where not granted and relation = 'deployments'::regclass";
            await Wait.UntilAsync(() => watcher.ExecuteScalar<long>(Waits) > 0, () => service.Output);
            service.Kill();
        }
        await starting;

        store.Read().Everything.ShouldBe(before.Everything);
        await store.UpgradeAsync();
        store.Read().Tables["delivery_bodies"].Count.ShouldBe(before.Tables["deliveries"].Count);
    }

    [Fact]
    public async Task Two_services_that_start_at_once_upgrade_once_and_answer_once()
    {
        var repository = Repository();
        await using var store = new OldStore("02-f789402.postgres");
        using var one = Service(store);
        using var two = Service(store);

        await Task.WhenAll(one.StartAsync(), two.StartAsync());
        await Wait.UntilAsync(() => Check(repository) is not null && Check(repository, Unsent) is not null, () => one.Output + two.Output);

        repository.CheckRuns.Count(c => c["head_sha"]!.ToString() == Waiting).ShouldBe(1);
        Check(repository, Unsent)!["name"]!.ToString().ShouldBe("Whybot", "its draft is from before checks had names");
        store.Read().Tables["schema_migrations"].Select(r => r["number"]).ShouldBe(Migration.All.Select(m => $"{m.Number}"), ignoreOrder: true);
    }
}
