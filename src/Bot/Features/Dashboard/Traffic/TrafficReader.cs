using Whybot.Memory.Deliveries;
using Whybot.Memory.Overviews;

namespace Whybot.Features.Dashboard.Traffic;

internal sealed class TrafficReader(Listings listings, DeliveryListings traffic, DeliveryStore deliveries)
{
    public const string Address = "/deliveries";

    public static readonly PageGroup Pages = PageGroup.Of<TrafficReader>(Address, "Deliveries", app =>
        app.MapGet(Address, async (PageRenderer pages, TrafficReader reader, string? delivery, string? page, CancellationToken cancel) =>
            await pages.ShowAsync<TrafficPage, TrafficModel>(await reader.ReadAsync(delivery, DashboardEndpoints.Number(page), cancel)))) with
    {
        Add = services => services.AddSingleton<TrafficReader>().AddSingleton<DeliveryListings>(),
    };

    private const int MostJobs = 40;

    /// <param name="delivery">The guid of the first one to show; null for the newest.</param>
    public async Task<TrafficModel> ReadAsync(string? delivery, int page, CancellationToken cancel)
    {
        var (shown, paging) = Paging.Of(await traffic.ListAsync(delivery, Paging.Size + 1, Paging.Offset(page), cancel), page);
        var counts = (await listings.JobCountsAsync(cancel)).ToDictionary(c => c.State, c => c.Count, StringComparer.Ordinal);
        var waiting = new QueueCounts((await deliveries.QueueAsync(cancel)).Pending, counts.GetValueOrDefault("running"), counts.GetValueOrDefault("pending"),
            counts.GetValueOrDefault("dead"));
        return new TrafficModel(await listings.JobsAsync(MostJobs, cancel), waiting, await WithOutcomesAsync(shown, cancel), paging);
    }

    private async Task<IReadOnlyList<ShownDelivery>> WithOutcomesAsync(IReadOnlyList<DeliveryRow> shown, CancellationToken cancel)
    {
        var runs = await traffic.RunsAsync(shown.SelectMany(d => DeliveryNotes.Commits(d.Note)), cancel);
        var comments = shown.Select(d => DeliveryNotes.Comment(d.Note)).OfType<long>().ToHashSet();
        var replies = comments.Count == 0 ? [] : await traffic.RepliesAsync(shown[^1].ReceivedAt, shown[0].ReceivedAt, cancel);
        return [.. shown.Select(d => new ShownDelivery(d,
            DeliveryNotes.Commits(d.Note).Distinct().Where(runs.ContainsKey).ToDictionary(c => c, c => Link(runs[c])),
            DeliveryNotes.Comment(d.Note) is { } comment ? DeliveryNotes.Outcomes(comment, replies) : []))];
    }

    private static string Link((long? Deployment, long? Commit) run) => run.Deployment is { } id ? Links.Deployment(id) : Links.Commit(run.Commit!.Value);
}
