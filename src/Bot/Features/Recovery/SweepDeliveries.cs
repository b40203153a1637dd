using Whybot.Foundation.GitHub;
using Whybot.Foundation.Queue;

namespace Whybot.Features.Recovery;

/// <summary>Makes up for deliveries that failed or that GitHub never tried.</summary>
internal sealed partial class SweepDeliveries(FailedDeliveries failed, MissedRuns missed, GitHubSettings github, QueueSettings settings, TimeProvider time,
    ILogger<SweepDeliveries> logger) : IJobHandler
{
    public const string JobKind = "sweep deliveries";

    /// <summary>GitHub can repeat deliveries of the last three days.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromDays(3);
    private bool _swept;

    public string Kind => JobKind;

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        try
        {
            if (github.IsApp)
                await failed.RepeatAsync(_swept ? now - 3 * settings.SweepDeliveries : now - Back, cancel);
            await missed.RequestAsync(now - Back, now - settings.SweepDeliveries, cancel);
            _swept = true;
        }
        catch (Exception failure) when (failure is GitHubException or GitHubUnreachableException)
        {
            Failed(failure);
        }
        return now + settings.SweepDeliveries;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sweep could not ask GitHub")]
    private partial void Failed(Exception failure);
}
