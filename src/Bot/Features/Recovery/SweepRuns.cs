using Whybot.Foundation.Queue;
using Whybot.Publishing;

namespace Whybot.Features.Recovery;

/// <summary>Looks for open runs that no job is waiting for and for effects that should have been sent, and removes what is past its retention time.</summary>
internal sealed class SweepRuns(ForgottenRuns forgotten, Outbox outbox, Retention retention, WorkSignals signals, QueueSettings settings, TimeProvider time)
    : IJobHandler
{
    public const string JobKind = "sweep runs";

    public string Kind => JobKind;

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await forgotten.ResumeAsync(now - settings.SweepRuns, cancel);
        await outbox.PublishOverdueAsync(cancel);
        await retention.RemoveAsync(now, cancel);
        signals.Jobs.Signal();
        return now + settings.SweepRuns;
    }
}
