using Whybot.Queue;

namespace Whybot.Recovery;

/// <summary>Asks for the sweeps when the service starts. They are jobs like others: of several instances one carries them out.</summary>
internal sealed class RecoveryStart(JobQueue jobs, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var kind in new[] { SweepDeliveries.JobKind, SweepRuns.JobKind })
            await jobs.AskAsync(new JobRequest(kind, kind, kind, "{}", null), time.GetUtcNow(), stoppingToken);
    }
}
