using Whybot.Foundation.Storage;
using Whybot.Memory.Causes;
using Whybot.Memory.Overviews;
using Whybot.Memory.RepositoryNames;

namespace Whybot.Features.Dashboard.Causes;

/// <summary>A cause in the list.</summary>
/// <param name="Verdict">The verdict when it was last seen; null if no details are kept.</param>
/// <param name="Days">How often it failed on each of the last days, oldest first.</param>
public sealed record ListedCause(CauseRow Row, string? Verdict, IReadOnlyList<int> Days);

public sealed record CausesModel(IReadOnlyList<ListedCause> Causes, Paging Paging);

/// <summary>A cause with everything that is kept about it.</summary>
/// <param name="Known">As it was last seen; null if no details are kept.</param>
/// <param name="Seen">Newest first.</param>
/// <param name="Rulings">People's rulings about it that are still in effect.</param>
public sealed record CauseModel(CauseRow Row, KnownCause? Known, IReadOnlyList<Sighting> Seen, IReadOnlyList<RulingRow> Rulings);

internal sealed class CauseReader(Repositories repositories, Listings listings, CauseExplanations explanations, Ledger ledger, Rulings rulings,
    IDatabase database, TimeProvider time)
{
    public const string Address = "/causes";

    public static readonly PageGroup Pages = PageGroup.Of<CauseReader>(Address, "Causes", app =>
    {
        app.MapGet(Address, async (PageRenderer pages, CauseReader reader, string? page, CancellationToken cancel) =>
            await pages.ShowAsync<CausesPage, CausesModel>(await reader.AllAsync(DashboardEndpoints.Number(page), cancel)));
        app.MapGet("/causes/{owner}/{name}/{cluster}", (PageRenderer pages, CauseReader reader, string owner, string name, string cluster,
            CancellationToken cancel) =>
            DashboardEndpoints.ShowAsync<CausePage, CauseModel>(pages, reader.OneAsync($"{owner}/{name}", cluster, cancel), "No such cause is known."));
    });

    /// <summary>Days shown as bars.</summary>
    private const int Days = 30;
    private const int MostSeen = 500;

    public async Task<CausesModel> AllAsync(int page, CancellationToken cancel)
    {
        var (rows, paging) = Paging.Of(await listings.CausesAsync(Paging.Size + 1, Paging.Offset(page), cancel), page);
        var causes = new List<ListedCause>();
        foreach (var row in rows)
            causes.Add(new ListedCause(row, (await explanations.FindAsync(row.Repository, row.Cluster, cancel))?.About.Verdict, await DaysAsync(row, cancel)));
        return new CausesModel(causes, paging);
    }

    public async Task<CauseModel?> OneAsync(string name, string cluster, CancellationToken cancel)
    {
        if (await repositories.FindAsync(name, cancel) is not { Id: var repository } || await listings.CauseAsync(repository, cluster, cancel) is not { } row)
            return null;
        var seen = await database.ReadAsync(session => Ledger.SightingsAsync(session, repository, cluster), cancel);
        return new CauseModel(row, await explanations.FindAsync(repository, cluster, cancel), [.. seen.Take(MostSeen)],
            [.. (await rulings.StandingAsync(repository, cancel)).Where(r => r.Cluster == cluster)]);
    }

    private async Task<IReadOnlyList<int>> DaysAsync(CauseRow row, CancellationToken cancel)
    {
        var today = time.GetUtcNow().UtcDateTime.Date;
        var from = today.AddDays(1 - Days);
        var days = new int[Days];
        foreach (var at in await ledger.FailedSinceAsync(row.Repository, row.Cluster, new DateTimeOffset(from, TimeSpan.Zero), cancel))
            if ((at.UtcDateTime.Date - from).Days is >= 0 and < Days and var day)
                days[day]++;
        return days;
    }
}
