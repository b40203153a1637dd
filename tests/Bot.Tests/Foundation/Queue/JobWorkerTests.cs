using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Metrics;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Foundation.Queue;

/// <summary>When the worker takes jobs. The clock is moved by less than the time after which it would look anyway.</summary>
public sealed class JobWorkerTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimers _time = new(Start);
    private readonly WorkSignals _signals = new();
    private readonly WhybotMetrics _metrics = new();
    private readonly Handler _handler = new();
    private SqliteDatabase _database = null!;
    private JobQueue _queue = null!;
    private JobWorker _worker = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _database = new SqliteDatabase(Path.Combine(_folder.Path, "whybot.db"));
        _queue = new JobQueue(_database, _time);
        var settings = new QueueSettings { Workers = 2 };
        _worker = new JobWorker(_queue, [_handler], _signals, settings, new Backoff(settings), _time, _metrics, NullLogger<JobWorker>.Instance);
        return default;
    }

    public async ValueTask DisposeAsync()
    {
        _handler.ReleaseAll();
        await _worker.StopAsync(Cancel);
        _worker.Dispose();
        await _database.DisposeAsync();
        _signals.Dispose();
        _metrics.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task It_takes_a_job_as_soon_as_it_is_due()
    {
        await _queue.EnqueueAsync(Request("later"), Start.AddMilliseconds(300), Cancel);
        await _worker.StartAsync(Cancel);
        await WaitsAsync(TimeSpan.FromMilliseconds(300));
        _handler.Begun.ShouldBeEmpty();

        _time.Advance(TimeSpan.FromMilliseconds(300));

        await Wait.UntilAsync(() => _handler.Begun.Contains("later"));
    }

    [Fact]
    public async Task It_takes_a_job_that_another_instance_requested_at_its_next_look()
    {
        await _worker.StartAsync(Cancel);
        await WaitsAsync(Poll);
        await _queue.EnqueueAsync(Request("other's"), Cancel);

        _time.Advance(Poll);

        await Wait.UntilAsync(() => _handler.Begun.Contains("other's"));
    }

    [Fact]
    public async Task It_takes_a_job_over_when_the_lease_of_its_holder_ends()
    {
        await _queue.EnqueueAsync(Request("left"), Cancel);
        (await _queue.ClaimAsync(TimeSpan.FromMilliseconds(400), Cancel)).ShouldNotBeNull();
        await _worker.StartAsync(Cancel);
        await WaitsAsync(TimeSpan.FromMilliseconds(400));

        // A lease is over after its last millisecond.
        _time.Advance(TimeSpan.FromMilliseconds(400));
        await WaitsAsync(TimeSpan.FromMilliseconds(10));
        _time.Advance(TimeSpan.FromMilliseconds(10));

        await Wait.UntilAsync(() => _handler.Begun.Contains("left"));
    }

    [Fact]
    public async Task One_signal_fills_all_workers_and_each_end_makes_room_for_the_next_job()
    {
        await _worker.StartAsync(Cancel);
        await WaitsAsync(Poll);
        foreach (var key in (string[])["a", "b", "c"])
            await _queue.EnqueueAsync(Request(key), Cancel);

        _signals.Jobs.Signal();

        await Wait.UntilAsync(() => _handler.Begun.Count == 2);
        _handler.Begun.ShouldBe(["a", "b"], ignoreOrder: true);
        _handler.Release("a");
        await Wait.UntilAsync(() => _handler.Begun.Contains("c"));
    }

    [Fact]
    public async Task A_job_that_waited_for_its_line_follows_at_once()
    {
        await _queue.EnqueueAsync(Request("first", "one line"), Cancel);
        await _queue.EnqueueAsync(Request("second", "one line"), Cancel);
        await _worker.StartAsync(Cancel);
        await Wait.UntilAsync(() => _handler.Begun.Contains("first"));
        await WaitsAsync(Poll);
        _handler.Begun.ShouldNotContain("second");

        _handler.Release("first");

        await Wait.UntilAsync(() => _handler.Begun.Contains("second"));
    }

    [Theory]
    [InlineData(true, 3, "pending")]
    [InlineData(true, 73, "dead")]
    [InlineData(false, 3, "dead")]
    public async Task Only_a_job_that_lacks_a_permission_is_tried_for_days(bool lacks, int hours, string state)
    {
        await _queue.EnqueueAsync(Request("refused"), Cancel);
        _handler.Failure = new GitHubException("POST it", HttpStatusCode.Forbidden, lacks ? "Resource not accessible by integration" : "locked", null);
        _time.Advance(TimeSpan.FromHours(hours));
        var job = (await _queue.ClaimAsync(TimeSpan.FromMinutes(1), Cancel)).ShouldNotBeNull();

        await _worker.ExecuteAsync(job with { Attempts = 200 }, Cancel);

        (await _database.ReadAsync(s => s.FirstAsync<string>("select state from jobs"), Cancel)).ShouldBe(state);
    }

    [Fact]
    public async Task A_stop_waits_for_the_jobs_in_progress()
    {
        await _queue.EnqueueAsync(Request("slow"), Cancel);
        await _worker.StartAsync(Cancel);
        await Wait.UntilAsync(() => _handler.Begun.Contains("slow"));

        var stop = _worker.StopAsync(Cancel);
        stop.IsCompleted.ShouldBeFalse();
        _handler.Release("slow");
        await stop;

        (await _queue.CountAsync(Cancel)).ShouldBe(new JobCounts(0, 0, 0, null));
    }

    private Task WaitsAsync(TimeSpan time) => Wait.UntilAsync(() => _time.IsSet(time));

    private static JobRequest Request(string key, string? line = null) => new(RepositoryId.All, key, Handler.JobKind, "{}", null, line ?? key);

    /// <summary>Its jobs end when they are released.</summary>
    private sealed class Handler : IJobHandler
    {
        public const string JobKind = "held";
        private readonly ConcurrentDictionary<string, TaskCompletionSource> _jobs = new(StringComparer.Ordinal);
        private readonly ConcurrentQueue<string> _begun = new();

        public string Kind => JobKind;

        public IReadOnlyCollection<string> Begun => _begun;

        public Exception? Failure { get; set; }

        public void Release(string key) => Ending(key).TrySetResult();

        public void ReleaseAll()
        {
            foreach (var key in _jobs.Keys)
                Release(key);
        }

        public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken cancel)
        {
            if (Failure is { } failure)
                throw failure;
            var ending = Ending(job.Key);
            _begun.Enqueue(job.Key);
            await ending.Task;
            return null;
        }

        private TaskCompletionSource Ending(string key) => _jobs.GetOrAdd(key, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
    }
}
