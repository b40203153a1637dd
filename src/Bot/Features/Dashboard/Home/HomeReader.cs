using Whybot.Memory.Deployments;
using Whybot.Memory.Overviews;

namespace Whybot.Features.Dashboard.Home;

internal sealed class HomeReader(EnvironmentListings environments, WrongReader wrong, Listings listings, UnknownEnvironments unknown)
{
    public static readonly PageGroup Pages = PageGroup.Of<HomeReader>(Links.Home, "Now", app =>
        app.MapGet(Links.Home, async (PageRenderer pages, HomeReader reader, string? page, CancellationToken cancel) =>
            await pages.ShowAsync<HomePage, HomeModel>(await reader.ReadAsync(DashboardEndpoints.Number(page), cancel)))) with
    {
        Add = services => services.AddSingleton<HomeReader>().AddSingleton<WrongReader>(),
    };

    private const int MostWrong = 15;
    private const int OnPage = 20;
    private const int Points = 12;
    private const int MostTrouble = 5;
    private const int MostUnknown = 20;

    public async Task<HomeModel> ReadAsync(int page, CancellationToken cancel)
    {
        var all = await environments.AllAsync(cancel);
        var (bad, more) = await wrong.ReadAsync(all, MostWrong, cancel);
        var shown = all.Skip((page - 1) * OnPage).Take(OnPage).ToList();
        return new HomeModel(bad, more, await CardsAsync(shown, cancel), all.Count, all.Count(e => e.Decided is null), await TroubleAsync(cancel),
            [.. (await unknown.ListAsync(cancel)).Take(MostUnknown)], new Paging(page, all.Count > page * OnPage));
    }

    private async Task<IReadOnlyList<EnvironmentCard>> CardsAsync(IReadOnlyList<EnvironmentRow> rows, CancellationToken cancel)
    {
        var runs = await environments.RunsAsync(rows.Select(r => r.Newest).Concat(rows.Select(r => r.Decided).OfType<long>()), cancel);
        var points = await environments.PointsAsync(rows, Points, cancel);
        return [.. rows.Zip(points, (row, last) => Card(row, last, runs))];
    }

    private static EnvironmentCard Card(EnvironmentRow row, IReadOnlyList<RunPoint> points, IReadOnlyDictionary<long, DeploymentRun> runs)
    {
        var newest = runs[row.Newest];
        return new EnvironmentCard(row, newest.Environment, row.Decided is { } decided ? runs.GetValueOrDefault(decided) : null,
            newest.Ended ? null : newest, points);
    }

    private async Task<Trouble> TroubleAsync(CancellationToken cancel)
    {
        var dead = (await listings.JobCountsAsync(cancel)).FirstOrDefault(c => c.State == "dead").Count;
        var jobs = dead == 0 ? [] : (await listings.JobsAsync(MostTrouble, cancel)).Where(j => j.State == "dead").ToList();
        return new Trouble(jobs, dead, await listings.FailedDeliveriesAsync(MostTrouble + 1, cancel));
    }
}
