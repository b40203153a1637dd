using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Memory.Deployments;
using Whybot.Memory.Runs;

namespace Whybot.Features.Recovery;

/// <summary>Requests the digest of each active repository on Monday mornings.</summary>
internal sealed class SweepDigests(RunStore runs, DeploymentRuns deployments, JobQueue jobs, TimeProvider time) : IJobHandler
{
    public const string JobKind = "sweep digests";

    /// <summary>UTC; before most people start their week.</summary>
    private const int Hour = 5;

    public string Kind => JobKind;

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        foreach (var repository in (await runs.ActiveAsync(now - Digest.Back, cancel)).Union(await deployments.ActiveAsync(now - Digest.Back, cancel))
            .DistinctBy(r => r.Id))
            await jobs.EnqueueAsync(DigestJob.Request(repository.Id), now, cancel);
        return Next(now);
    }

    /// <summary>The first Monday at that hour after a given time.</summary>
    internal static DateTimeOffset Next(DateTimeOffset now)
    {
        var monday = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(((int)DayOfWeek.Monday - (int)now.DayOfWeek + 7) % 7).AddHours(Hour);
        return monday > now ? monday : monday.AddDays(7);
    }
}
