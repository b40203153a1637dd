using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;

namespace Whybot.Features.Recovery;

/// <summary>Requests the sweeps when the service starts. They are ordinary jobs, so only one of several instances carries each out.</summary>
internal sealed partial class RecoveryStart(JobQueue jobs, WorkSignals signals, TimeProvider time, ILogger<RecoveryStart> logger) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                foreach (var kind in new[] { SweepDeliveries.JobKind, SweepRuns.JobKind })
                    await jobs.EnqueueAsync(Sweep(kind), time.GetUtcNow(), stoppingToken);
                await jobs.ScheduleIfAbsentAsync(Sweep(SweepDigests.JobKind), SweepDigests.Next(time.GetUtcNow()), stoppingToken);
                signals.Jobs.Signal();
                return;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (StoreUnavailableException down)
            {
                Waits(down);
                await Task.Delay(Again, time, CancellationToken.None);
            }
    }

    private static JobRequest Sweep(string kind) => new(RepositoryId.All, kind, kind, "{}", null, kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sweeps cannot be asked for; trying again")]
    private partial void Waits(Exception down);
}
