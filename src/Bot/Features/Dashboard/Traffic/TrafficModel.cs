using Whybot.Memory.Deliveries;
using Whybot.Memory.Overviews;

namespace Whybot.Features.Dashboard.Traffic;

/// <summary>What came in, and what is waiting to be done.</summary>
public sealed record TrafficModel(IReadOnlyList<JobRow> Jobs, IReadOnlyList<DeliveryRow> Deliveries, long Pending, Paging Paging);

internal sealed class TrafficReader(Listings listings, DeliveryStore deliveries)
{
    public const string Address = "/deliveries";

    public static readonly PageGroup Pages = PageGroup.Of<TrafficReader>(Address, "Deliveries and queue", app =>
        app.MapGet(Address, async (PageRenderer pages, TrafficReader reader, string? page, CancellationToken cancel) =>
            await pages.ShowAsync<TrafficPage, TrafficModel>(await reader.ReadAsync(DashboardEndpoints.Number(page), cancel))));

    public async Task<TrafficModel> ReadAsync(int page, CancellationToken cancel)
    {
        var (shown, paging) = Paging.Of(await listings.DeliveriesAsync(Paging.Size + 1, Paging.Offset(page), cancel), page);
        return new TrafficModel(await listings.JobsAsync(cancel), shown, (await deliveries.QueueAsync(cancel)).Pending, paging);
    }
}
