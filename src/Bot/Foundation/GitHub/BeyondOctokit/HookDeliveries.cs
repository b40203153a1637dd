using Whybot.Foundation.GitHub.Http;

namespace Whybot.Foundation.GitHub.BeyondOctokit;

/// <summary>The App's webhook: its configuration, the deliveries that GitHub remembers, and redelivery.</summary>
internal sealed class HookDeliveries(RawAnswers raw)
{
    private const int MostPages = 20;
    private static readonly Caller App = new(0, AsApp: true);

    public async Task<HookConfig> ConfigAsync(CancellationToken cancel) =>
        RawAnswers.Read((await raw.SendAsync(HttpMethod.Get, "app/hook/config", App, null, cancel)).Body, HandWrittenJson.Default.HookConfig);

    /// <summary>Deliveries since a given time, newest first.</summary>
    public async Task<IReadOnlyList<HookDelivery>> SinceAsync(DateTimeOffset since, CancellationToken cancel)
    {
        var deliveries = new List<HookDelivery>();
        await foreach (var page in raw.PagesAsync("app/hook/deliveries?per_page=100", App, MostPages, cancel))
        {
            var some = RawAnswers.Read(page.Body, HandWrittenJson.Default.ListHookDelivery);
            deliveries.AddRange(some.Where(d => d.DeliveredAt >= since));
            if (some.Any(d => d.DeliveredAt < since))
                break;
        }
        return deliveries;
    }

    /// <summary>Asks GitHub to send a delivery again; it keeps its GUID.</summary>
    public Task RedeliverAsync(long delivery, CancellationToken cancel) =>
        raw.SendAsync(HttpMethod.Post, $"app/hook/deliveries/{delivery}/attempts", App, null, cancel);
}
