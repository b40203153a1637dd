using System.Text;
using Shouldly;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Filing;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Foundation.Storage;
using Whybot.Foundation.Trust;
using Whybot.Memory.Causes;
using Whybot.Memory.Deliveries;
using Whybot.Memory.Effects;
using Whybot.Memory.RepositoryNames;
using Whybot.Memory.Runs;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Foundation.Storage;

/// <summary>What every store must do; each engine runs the same tests.</summary>
public abstract partial class StoreConformance : IAsyncLifetime
{
    protected static readonly DateTimeOffset Start = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private readonly List<IAsyncDisposable> _open = [];
    private readonly ManualTime _time = new(Start);
    private IDatabase _database = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Opens the test's one database; may be called again, as a second instance does.</summary>
    private protected abstract IDatabase Open();

    public async ValueTask InitializeAsync()
    {
        _database = Opened();
        await _database.WriteAsync(async session =>
        {
            foreach (var name in (string[])["shop", "other", "later", "a", "b", "bug", "zero", "gone", "here", .. Enumerable.Range(0, 6).Select(i => $"r{i}")])
                await Repositories.SeenAsync(session, new RepositoryRef(IdOf($"team/{name}"), 9, new RepositoryName($"team/{name}")), Start);
        }, Cancel);
    }

    private static RepositoryId IdOf(string repository) => new(RepositoryNumber.Of(repository));

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var open in Enumerable.Reverse(_open))
            await open.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private IDatabase Opened() => Keep(Open());

    private T Keep<T>(T opened) where T : IAsyncDisposable
    {
        _open.Add(opened);
        return opened;
    }

    private DeliveryStore Deliveries(IDatabase? database = null) => Keep(new DeliveryStore(database ?? _database));

    private JobQueue Jobs(IDatabase? database = null) => new(database ?? _database, _time);

    private static Delivery Delivery(string guid, long target = 1, string body = "{}") => new(guid, target, "push", Encoding.UTF8.GetBytes(body), Start);

    private static JobRequest Request(string repository, string key, string arguments = "{}") => new(IdOf(repository), key, "test", arguments, null);

    // Deliveries

    [Fact]
    public async Task A_delivery_is_there_for_an_instance_that_opens_the_store_later()
    {
        (await Deliveries().AddAsync(Delivery("a", body: "{\"x\":1}"), Cancel)).ShouldBeTrue();

        var later = Deliveries(Opened());

        (await later.QueueAsync(Cancel)).ShouldBe(new QueueState(1, Start));
        (await TakenAsync(later)).ShouldBe([("a", "{\"x\":1}")]);
        (await later.QueueAsync(Cancel)).ShouldBe(new QueueState(0, null));
    }

    [Fact]
    public async Task A_redelivery_is_the_same_delivery_and_another_hooks_is_another()
    {
        var store = Deliveries();

        (await store.AddAsync(Delivery("a"), Cancel)).ShouldBeTrue();
        (await store.AddAsync(Delivery("a"), Cancel)).ShouldBeFalse();
        (await store.AddAsync(Delivery("a", target: 2), Cancel)).ShouldBeTrue();

        (await store.QueueAsync(Cancel)).Pending.ShouldBe(2);
    }

    [Fact]
    public async Task A_redelivery_arms_one_that_failed_again_and_leaves_one_that_is_done()
    {
        var store = Deliveries();
        await store.AddAsync(Delivery("failed"), Cancel);
        await store.AddAsync(Delivery("done"), Cancel);
        await store.TakeAsync(10, d => d.Guid, (_, _, guid) => Task.FromResult(guid == "failed" ? DeliveryOutcome.Failed("not JSON")
            : DeliveryOutcome.Done("")), Cancel);

        await store.AddAsync(Delivery("failed"), Cancel);
        await store.AddAsync(Delivery("done"), Cancel);

        (await TakenAsync(store)).Select(d => d.Guid).ShouldBe(["failed"]);
    }

    [Fact]
    public async Task Many_deliveries_at_once_with_repeats_are_each_kept_once()
    {
        var store = Deliveries();

        var added = await Task.WhenAll(Enumerable.Range(0, 2000).Select(i => store.AddAsync(Delivery($"d{i % 1500}"), Cancel)));

        added.Count(isNew => isNew).ShouldBe(1500);
        (await store.QueueAsync(Cancel)).Pending.ShouldBe(1500);
    }

    [Fact]
    public async Task What_a_delivery_asked_for_and_that_it_is_done_are_one()
    {
        var store = Deliveries();
        await store.AddAsync(Delivery("a"), Cancel);

        await Should.ThrowAsync<StoreUnavailableException>(() => store.TakeAsync(10, d => d, async (session, _, _) =>
        {
            await Jobs().EnqueueAsync(session, Request("team/shop", "k"), Start);
            throw new StoreUnavailableException("killed here");
        }, Cancel));

        (await Jobs().ClaimAsync(Lease, Cancel)).ShouldBeNull();
        (await store.QueueAsync(Cancel)).Pending.ShouldBe(1);
    }

    /// <summary>PostgreSQL keeps no zero character; SQLite does.</summary>
    [Fact]
    public async Task A_delivery_that_cannot_be_acted_upon_fails_alone()
    {
        var store = Deliveries();
        foreach (var guid in new[] { "a", "zero", "bug", "b" })
            await store.AddAsync(Delivery(guid), Cancel);
        var ended = new Dictionary<string, string>();

        (await store.TakeAsync(10, d => d.Guid, async (session, _, guid) =>
        {
            await Jobs().EnqueueAsync(session, Request($"team/{guid}", guid == "zero" ? "\0" : "k"), Start);
            return guid == "bug" ? throw new InvalidOperationException("a bug") : DeliveryOutcome.Done("");
        }, Cancel, (d, outcome) => ended[d.Guid] = outcome.State)).ShouldBe(4);

        (ended["a"], ended["bug"], ended["b"]).ShouldBe(("done", "failed", "done"));
        ended["zero"].ShouldBeOneOf("failed", "done");
        (await store.QueueAsync(Cancel)).Pending.ShouldBe(0);
        (await _database.ReadAsync(session => session.QueryAsync<string>(
            "select p.name from jobs j join repositories p on p.id = j.repository where p.name <> 'team/zero' order by p.name"), Cancel))
            .ShouldBe(["team/a", "team/b"]);
    }

    [Fact]
    public async Task Deliveries_are_replayed_by_guid_or_by_time_and_a_dry_run_changes_nothing()
    {
        var store = Deliveries();
        await store.AddAsync(Delivery("a"), Cancel);
        await store.AddAsync(Delivery("b"), Cancel);
        await TakenAsync(store);

        (await store.ReplayAsync(null, Start.AddMinutes(-1), dryRun: true, Cancel)).Select(d => d.Guid).ShouldBe(["a", "b"]);
        (await TakenAsync(store)).ShouldBeEmpty();
        (await store.ReplayAsync("b", null, dryRun: false, Cancel)).Select(d => d.Guid).ShouldBe(["b"]);
        (await TakenAsync(store)).Select(d => d.Guid).ShouldBe(["b"]);
        (await store.ReplayAsync(null, Start.AddMinutes(1), dryRun: false, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Old_deliveries_are_removed_unless_they_still_wait()
    {
        var store = Deliveries();
        await store.AddAsync(Delivery("done"), Cancel);
        await TakenAsync(store);
        await store.AddAsync(Delivery("waits"), Cancel);

        (await store.RemoveAsync(Start.AddDays(1), Cancel)).ShouldBe(1);

        (await TakenAsync(store)).Select(d => d.Guid).ShouldBe(["waits"]);
    }

    private static async Task<List<(string Guid, string Body)>> TakenAsync(DeliveryStore store)
    {
        var taken = new List<(string, string)>();
        await store.TakeAsync(100, d => Encoding.UTF8.GetString(d.Body), (_, d, body) =>
        {
            taken.Add((d.Guid, body));
            return Task.FromResult(DeliveryOutcome.Done(""));
        }, Cancel);
        return taken;
    }

    // Jobs

    [Fact]
    public async Task Jobs_of_one_repository_run_one_at_a_time_the_one_due_longest_first_and_repositories_side_by_side()
    {
        var jobs = Jobs();
        await jobs.EnqueueAsync(Request("team/shop", "second"), Start, Cancel);
        await jobs.EnqueueAsync(Request("team/shop", "first"), Start.AddSeconds(-5), Cancel);
        await jobs.EnqueueAsync(Request("team/other", "other"), Start.AddSeconds(-1), Cancel);
        await jobs.EnqueueAsync(Request("team/later", "later"), Start.AddSeconds(60), Cancel);

        var first = (await jobs.ClaimAsync(Lease, Cancel))!;
        first.Key.ShouldBe("first");
        (await jobs.ClaimAsync(Lease, Cancel))!.Key.ShouldBe("other");
        (await jobs.ClaimAsync(Lease, Cancel)).ShouldBeNull();
        await jobs.FinishAsync(first, Cancel);

        (await jobs.ClaimAsync(Lease, Cancel))!.Key.ShouldBe("second");
    }

    [Fact]
    public async Task The_next_job_is_the_one_due_first_in_a_free_line_or_one_whose_lease_ends()
    {
        var jobs = Jobs();
        (await jobs.NextAsync(Cancel)).ShouldBeNull();
        await jobs.EnqueueAsync(Request("team/shop", "now"), Start, Cancel);
        await jobs.EnqueueAsync(Request("team/shop", "soon"), Start.AddSeconds(5), Cancel);
        await jobs.EnqueueAsync(Request("team/later", "later"), Start.AddSeconds(20), Cancel);
        (await jobs.NextAsync(Cancel)).ShouldBe(Start);

        var held = (await jobs.ClaimAsync(Lease, Cancel))!;
        (await jobs.NextAsync(Cancel)).ShouldBe(Start.AddSeconds(20));
        await jobs.RenewAsync(held, TimeSpan.FromSeconds(10), Cancel);
        (await jobs.NextAsync(Cancel)).ShouldBe(Start.AddSeconds(10));
        await jobs.FinishAsync(held, Cancel);

        (await jobs.NextAsync(Cancel)).ShouldBe(Start.AddSeconds(5));
    }

    [Fact]
    public async Task Asking_again_joins_the_job_that_waits()
    {
        var jobs = Jobs();
        await jobs.EnqueueAsync(Request("team/shop", "k", "old"), Start, Cancel);
        await jobs.EnqueueAsync(Request("team/shop", "k", "new"), Start, Cancel);

        var job = (await jobs.ClaimAsync(Lease, Cancel))!;
        job.Arguments.ShouldBe("new");
        await jobs.FinishAsync(job, Cancel);

        (await jobs.CountAsync(Cancel)).ShouldBe(new JobCounts(0, 0, 0, null));
    }

    [Fact]
    public async Task A_job_that_is_asked_for_while_it_runs_runs_once_more()
    {
        var jobs = Jobs();
        await jobs.EnqueueAsync(Request("team/shop", "k"), Start, Cancel);
        var job = (await jobs.ClaimAsync(Lease, Cancel))!;
        await jobs.EnqueueAsync(Request("team/shop", "k"), Start, Cancel);

        await jobs.FinishAsync(job, Cancel);

        (await jobs.ClaimAsync(Lease, Cancel))!.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_job_whose_holder_died_goes_to_another_and_the_late_holder_can_change_nothing()
    {
        var jobs = Jobs();
        await jobs.EnqueueAsync(Request("team/shop", "k"), Start, Cancel);
        var late = (await jobs.ClaimAsync(Lease, Cancel))!;
        _time.Advance(Lease + TimeSpan.FromSeconds(1));

        var heir = (await Jobs(Opened()).ClaimAsync(Lease, Cancel))!;

        heir.Fence.ShouldBeGreaterThan(late.Fence);
        heir.Attempts.ShouldBe(2);
        await Should.ThrowAsync<LeaseLostException>(() => jobs.RenewAsync(late, Lease, Cancel));
        await Should.ThrowAsync<LeaseLostException>(() => _database.WriteAsync(session => JobQueue.AssertFenceAsync(session, late), Cancel));
        await jobs.FinishAsync(late, Cancel);
        await jobs.FailAsync(late, "late", null, Cancel);
        await jobs.RenewAsync(heir, Lease, Cancel);
    }

    [Fact]
    public async Task A_heartbeat_keeps_a_job()
    {
        var jobs = Jobs();
        await jobs.EnqueueAsync(Request("team/shop", "k"), Start, Cancel);
        var job = (await jobs.ClaimAsync(Lease, Cancel))!;
        for (var beat = 0; beat < 3; beat++)
        {
            _time.Advance(Lease * 0.8);
            await jobs.RenewAsync(job, Lease, Cancel);
        }

        (await jobs.ClaimAsync(Lease, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_job_that_only_waits_loses_no_attempt_and_one_that_failed_does_and_is_dead_in_the_end()
    {
        var jobs = Jobs();
        await jobs.EnqueueAsync(Request("team/shop", "k"), Start, Cancel);
        await jobs.DeferAsync((await jobs.ClaimAsync(Lease, Cancel))!, Start, Cancel);
        await jobs.FailAsync((await jobs.ClaimAsync(Lease, Cancel))!, "it broke", Start, Cancel);
        var job = (await jobs.ClaimAsync(Lease, Cancel))!;
        job.Attempts.ShouldBe(2);

        await jobs.FailAsync(job, "it broke again", null, Cancel);

        (await jobs.ClaimAsync(Lease, Cancel)).ShouldBeNull();
        (await jobs.CountAsync(Cancel)).Dead.ShouldBe(1);
        await jobs.EnqueueAsync(Request("team/shop", "k"), Start, Cancel);
        (await jobs.ClaimAsync(Lease, Cancel))!.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Many_instances_never_hold_two_jobs_of_one_repository_and_each_job_is_done_once()
    {
        var asking = Jobs();
        for (var i = 0; i < 60; i++)
            await asking.EnqueueAsync(Request($"team/r{i % 6}", $"k{i}"), Start, Cancel);
        var done = new System.Collections.Concurrent.ConcurrentBag<string>();
        var held = new System.Collections.Concurrent.ConcurrentDictionary<string, string>();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Jobs(Opened())).Select(jobs => Task.Run(async () =>
        {
            while (done.Count < 60)
            {
                if (await jobs.ClaimAsync(Lease, Cancel) is not { } job)
                    continue;
                held.TryAdd(job.RepositoryName.Value, job.Key).ShouldBeTrue();
                await Task.Yield();
                held.TryRemove(job.RepositoryName.Value, out var _).ShouldBeTrue();
                done.Add(job.Key);
                await jobs.FinishAsync(job, Cancel);
            }
        }, Cancel)));

        done.Order().Distinct().Count().ShouldBe(60);
    }

    // Runs, results and the ledger

    [Fact]
    public async Task Results_of_earlier_runs_of_a_branch_come_back_oldest_first()
    {
        var runs = new RunStore(_database, _time);
        var thread = new PullThread(7, "main", new CommitSha("b"), Open: true);
        foreach (var (sha, origin) in new (string, CommitOrigin)[]
        {
            ("1", new CommitOrigin.DefaultBranch("main")), ("2", new CommitOrigin.DefaultBranch("main")), ("3", new CommitOrigin.OwnBranch("other")),
            ("4", new CommitOrigin.PullRequest(thread)), ("5", new CommitOrigin.DefaultBranch("main")),
                ("6", new CommitOrigin.Fork("stranger/shop:main", thread)),
            ("7", new CommitOrigin.Fork("stranger/shop:main", null)), ("8", new CommitOrigin.OwnBranch("main")), ("9", new CommitOrigin.MergeQueue("main")),
        })
        {
            await _database.WriteAsync(session => runs.OpenAsync(session, Here, new CommitSha(sha)), Cancel);
            var run = (await runs.FindAsync(Here, new CommitSha(sha), Cancel))!;
            await _database.WriteAsync(session => runs.AnalysedAsync(session, run,
                new RunOutcome(origin, "in", Decision.Go, sha == "1", [new StoredResult("a.xml", Encoding.UTF8.GetBytes($"<x>{sha}</x>"))])), Cancel);
        }

        var history = await runs.HistoryAsync(Here, "main", trunk: true, except: new CommitSha("5"), 10, Cancel);

        history.Select(r => (r.Sha, r.Green)).ShouldBe([(new CommitSha("1"), 1L), (new CommitSha("2"), 0L)]);
        var result = (await runs.ResultsAsync(history[0].Id, Cancel)).ShouldHaveSingleItem();
        (result.File, Encoding.UTF8.GetString(result.Content)).ShouldBe(("a.xml", "<x>1</x>"));
        (await runs.HistoryAsync(Here, "other", trunk: false, except: new CommitSha("5"), 10, Cancel)).Select(r => r.Sha).ShouldBe([new CommitSha("3")]);
    }

    [Fact]
    public async Task A_run_that_no_job_waits_for_is_found()
    {
        var runs = new RunStore(_database, _time);
        var sha = new string('a', 40);
        await _database.WriteAsync(session => runs.OpenAsync(session, Here, new CommitSha(sha)), Cancel);

        (await runs.ForgottenAsync(Start.AddMinutes(1), Cancel)).Select(r => r.Sha).ShouldBe([new CommitSha(sha)]);
        await Jobs().EnqueueAsync(ExplainJob.Request(Here, new CommitSha(sha), null), Start, Cancel);
        (await runs.ForgottenAsync(Start.AddMinutes(1), Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cause_is_counted_once_for_a_commit()
    {
        var ledger = new Ledger(_database, _time);
        foreach (var (sha, tests) in new[] { ("a", 3), ("a", 4), ("b", 1) })
        {
            await _database.WriteAsync(session => ledger.SawAsync(session, Here, Main,
                new SeenCause(new ClusterId("w1-x"), "Broken", tests, VerdictKind.Regression, null), new CommitSha(sha),
                blocked: false), Cancel);
            _time.Advance(TimeSpan.FromMinutes(1));
        }
        await _database.WriteAsync(session => Ledger.FiledAsync(session, Here, new ClusterId("w1-x"), 12), Cancel);

        (await _database.ReadAsync(session => Ledger.SightingsAsync(session, Here, new ClusterId("w1-x")), Cancel)).Select(s => (s.Sha, s.Tests))
            .ShouldBe([(new CommitSha("b"), 1L), (new CommitSha("a"), 4L)]);
        (await ledger.FiledAsync(Here, Cancel)).Select(c => (c.Cluster, c.Issue)).ShouldBe([(new ClusterId("w1-x"), 12L)]);
    }

    // The outbox

    [Fact]
    public async Task An_effect_is_one_however_often_it_is_asked_for_and_is_written_again_only_when_its_draft_changes()
    {
        var effects = new EffectStore(_database, _time);
        await PutAsync(effects, "one");
        var effect = (await effects.PendingAsync(Here, Cancel)).ShouldHaveSingleItem();
        await _database.WriteAsync(session => effects.TryingAsync(session, effect, "h1"), Cancel);
        await _database.WriteAsync(session => effects.SentAsync(session, effect, 77, "h1", created: true), Cancel);

        await PutAsync(effects, "one");
        (await effects.PendingAsync(Here, Cancel)).ShouldBeEmpty();
        await PutAsync(effects, "two");

        var again = (await effects.PendingAsync(Here, Cancel)).ShouldHaveSingleItem();
        (again.Id, again.RemoteId, again.Sent, again.Draft).ShouldBe((effect.Id, 77L, "h1", "two"));
        (await effects.WritesAsync(effect, Start.AddHours(-1), Cancel)).ShouldBe(1);
        (await effects.CreatedAsync(Here, "issue", Start.AddHours(-1), Cancel)).ShouldBe(1);
        (await effects.CreatedAsync(Here, "issue", Start.AddHours(1), Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task An_effect_whose_draft_changed_while_it_was_written_waits_again()
    {
        var effects = new EffectStore(_database, _time);
        await PutAsync(effects, "one");
        var effect = (await effects.PendingAsync(Here, Cancel)).Single();
        await PutAsync(effects, "two");

        await _database.WriteAsync(session => effects.SentAsync(session, effect, 77, "h1", created: true), Cancel);

        (await effects.PendingAsync(Here, Cancel)).ShouldHaveSingleItem().RemoteId.ShouldBe(77);
    }

    private Task PutAsync(EffectStore effects, string draft) =>
        _database.WriteAsync(session => effects.PutAsync(session, new EffectRequest(Here, "issue", "w1-x", draft)), Cancel);

    [Fact]
    public async Task Instances_that_start_together_migrate_once()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(Open, Cancel)));

        foreach (var database in opened)
            (await Deliveries(Keep(database)).AddAsync(Delivery(Guid.NewGuid().ToString()), Cancel)).ShouldBeTrue();
    }
}
