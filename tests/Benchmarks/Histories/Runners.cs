using Whybot.Testing.GitHub;

namespace Whybot.Benchmarks.Histories;

/// <summary>Where the runs of a history take place, and its time.</summary>
internal abstract class Runners(FakeGitHub github)
{
    protected FakeGitHub GitHub => github;

    public abstract TimeProvider Time { get; }

    /// <param name="killAt">The number of the request at which the run is killed; null to let it end.</param>
    /// <param name="afterwards">Whether GitHub still does what that request asks for.</param>
    /// <returns>Its requests are 0 where they cannot be told from those of runs at the same moment.</returns>
    public abstract Task<RunEnd> RunAsync(WorldEvent @event, int? killAt, bool afterwards, CancellationToken cancel);

    /// <summary>Time goes by.</summary>
    public abstract void Later(TimeSpan by);
}

/// <summary>Runs inside this process, with a clock of their own.</summary>
internal sealed class InProcessRunners : Runners
{
    private readonly HistoryClock _clock = new(new DateTimeOffset(2026, 12, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly WorkflowRunner _runner;

    public InProcessRunners(FakeGitHub github, string folder) : base(github) => _runner = new WorkflowRunner(github, folder, _clock,
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Whybot__GitHub__WriteSpacing"] = "00:00:00",
            // These watch over something in real time, which the history's clock does not know.
            ["Whybot__GitHub__Silence"] = "01:00:00",
            ["Whybot__Queue__Lease"] = "01:00:00",
        });

    public override TimeProvider Time => _clock;

    // A flow of its own, so that what one run prints does not end in another's log.
    public override Task<RunEnd> RunAsync(WorldEvent @event, int? killAt, bool afterwards, CancellationToken cancel) =>
        Task.Run(() => _runner.InProcessAsync(@event.Name, @event.Payload, cancel, killAt, afterwards), cancel);

    public override void Later(TimeSpan by) => _clock.Forward(by);
}

/// <summary>The program as users run it. Its clock is the system's, so instead of time going by, what it knows grows older.</summary>
internal sealed class ProcessRunners(FakeGitHub github, string folder) : Runners(github)
{
    private const int Sigkill = 137;

    private readonly WorkflowRunner _runner = new(github, folder, TimeProvider.System, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Whybot__GitHub__WriteSpacing"] = "00:00:00",
        // A failed job is left to a later run at once: nobody wants to wait for it here.
        ["Whybot__Queue__FirstBackoff"] = "00:02:00",
    });

    public override TimeProvider Time => TimeProvider.System;

    public override async Task<RunEnd> RunAsync(WorldEvent @event, int? killAt, bool afterwards, CancellationToken cancel)
    {
        var before = GitHub.Log.Count;
        var end = await _runner.AsProcessAsync(@event.Name, @event.Payload, cancel, process =>
        {
            var left = killAt;
            if (left is not null)
                GitHub.Faults = _ => --left == 0 ? new Fault(afterwards ? FaultKind.None : FaultKind.FailBefore, Then: process.Kill) : null;
        });
        return end with { Code = end.Code == Sigkill ? RunEnd.Killed : end.Code, Requests = GitHub.Log.Count - before };
    }

    public override void Later(TimeSpan by)
    {
        foreach (var repository in GitHub.Repositories.Values)
        {
            StateFile.Age(repository, by);
            foreach (var issue in repository.Issues)
                issue.ClosedAt -= by;
        }
    }
}
