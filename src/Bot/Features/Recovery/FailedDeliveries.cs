using Whybot.Foundation.GitHub.BeyondOctokit;

namespace Whybot.Features.Recovery;

/// <summary>Asks GitHub to repeat the App's deliveries that failed, since it never does so by itself.</summary>
internal sealed partial class FailedDeliveries(HookDeliveries hooks, ILogger<FailedDeliveries> logger)
{
    private const int MostAtOnce = 50;

    public async Task RepeatAsync(DateTimeOffset since, CancellationToken cancel)
    {
        var failed = (await hooks.SinceAsync(since, cancel)).GroupBy(d => d.Guid).Where(g => g.All(d => d.Status != "OK"))
            .Select(g => g.MaxBy(d => d.DeliveredAt)!).ToList();
        foreach (var delivery in failed.OrderBy(d => d.DeliveredAt).Take(MostAtOnce))
        {
            Again(delivery.Guid, delivery.Status);
            await hooks.RedeliverAsync(delivery.Id, cancel);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {Delivery} had failed ({Status}); GitHub is asked to repeat it")]
    private partial void Again(string delivery, string status);
}
