using Whybot.Memory.Overviews;
using Whybot.Memory.Runs;

namespace Whybot.Features.Dashboard.Runs;

/// <summary>Commits whose checks were examined, newest first.</summary>
public sealed record CommitsModel(IReadOnlyList<RunRecord> Runs, Paging Paging);

internal sealed class CommitsReader(Listings listings)
{
    public const string Address = "/commits";

    public static readonly PageGroup Pages = PageGroup.Of<CommitsReader>(Address, "Commits", app =>
        app.MapGet(Address, async (PageRenderer pages, CommitsReader reader, string? page, CancellationToken cancel) =>
            await pages.ShowAsync<CommitsPage, CommitsModel>(await reader.ReadAsync(DashboardEndpoints.Number(page), cancel))));

    public async Task<CommitsModel> ReadAsync(int page, CancellationToken cancel)
    {
        var (shown, paging) = Paging.Of(await listings.CommitsAsync(Paging.Size + 1, Paging.Offset(page), cancel), page);
        return new CommitsModel(shown, paging);
    }
}
