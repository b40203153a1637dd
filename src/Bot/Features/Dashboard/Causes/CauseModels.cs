using Whybot.Analysis.Language.Identity;
using Whybot.Features.Dashboard.Pictures;
using Whybot.Foundation.Storage;
using Whybot.Memory.Causes;
using Whybot.Memory.Overviews;
using Whybot.Memory.RepositoryNames;

namespace Whybot.Features.Dashboard.Causes;

/// <summary>A cause in the list.</summary>
/// <param name="Days">How often it failed on each of the last days, oldest first.</param>
public sealed record ListedCause(CauseRow Row, IReadOnlyList<int> Days);

/// <param name="Any">Whether any cause is known at all, whatever the filter leaves out.</param>
public sealed record CausesModel(CauseFilter Filter, IReadOnlyList<ListedCause> Causes, bool Any, Paging Paging)
{
    /// <summary>The address of the list with its filter.</summary>
    public string Address => CauseQuery.Address(Filter);
}

/// <summary>A cause with everything that is kept about it.</summary>
/// <param name="Known">As it was last seen; null if no details are kept.</param>
/// <param name="Seen">Newest first.</param>
/// <param name="Rulings">People's rulings about it that are still in effect.</param>
public sealed record CauseModel(CauseRow Row, KnownCause? Known, IReadOnlyList<Sighting> Seen, IReadOnlyList<RulingRow> Rulings)
{
    /// <summary>As many as fit beside each other on a phone.</summary>
    private const int MostCells = 24;

    /// <summary>What was seen of it last, oldest first.</summary>
    public IReadOnlyList<StripCell> Cells => [.. Seen.Take(MostCells).Reverse().Select(s => new StripCell(Kind(s.Tests),
        $"{s.SeenAt.UtcDateTime:MM-dd HH:mm} UTC, {s.Place} at {s.Sha.Short}: {SightingWords.Of(s)}", Links.At(Row.RepositoryName, s.Sha, s.Place)))];

    private static string Kind(long tests) => tests switch { > 0 => "no-go", 0 => "inconclusive", _ => "go" };
}

internal sealed class CauseReader(Repositories repositories, CauseListings causes, CauseExplanations explanations, Rulings rulings,
    IDatabase database, TimeProvider time)
{
    public const string Address = "/causes";

    public static readonly PageGroup Pages = PageGroup.Of<CauseReader>(Address, "Causes", app =>
    {
        app.MapGet(Address, async (PageRenderer pages, CauseReader reader, HttpRequest request, CancellationToken cancel) =>
            await pages.ShowAsync<CausesPage, CausesModel>(await reader.ListAsync(CauseQuery.Read(request.Query),
                DashboardEndpoints.Number(request.Query["page"]), cancel)));
        app.MapGet("/causes/{owner}/{name}/{id}", (PageRenderer pages, CauseReader reader, string owner, string name, string id,
            CancellationToken cancel) =>
            DashboardEndpoints.ShowAsync<CausePage, CauseModel>(pages, reader.OneAsync(RepositoryName.Of(owner, name), new ClusterId(id), cancel),
                "No such cause is known."));
    });

    /// <summary>Days shown as bars.</summary>
    private const int Days = 30;
    private const int MostSeen = 150;

    public async Task<CausesModel> ListAsync(CauseFilter filter, int page, CancellationToken cancel)
    {
        var (rows, paging) = Paging.Of(await causes.ListAsync(filter, Paging.Size + 1, Paging.Offset(page), cancel), page);
        var from = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date.AddDays(1 - Days), TimeSpan.Zero);
        var failed = await causes.FailedSinceAsync(rows, from, cancel);
        var any = rows.Count > 0 || (await causes.ListAsync(CauseFilter.All, 1, 0, cancel)).Count > 0;
        return new CausesModel(filter, [.. rows.Zip(failed, (row, times) => new ListedCause(row, ByDay(times, from)))], any, paging);
    }

    public async Task<CauseModel?> OneAsync(RepositoryName name, ClusterId cluster, CancellationToken cancel)
    {
        if (await repositories.FindAsync(name, cancel) is not { Id: var repository } || await causes.FindAsync(repository, cluster, cancel) is not { } row)
            return null;
        var seen = await database.ReadAsync(session => Ledger.SightingsAsync(session, repository, cluster), cancel);
        return new CauseModel(row, await explanations.FindAsync(repository, cluster, cancel), [.. seen.Take(MostSeen)],
            [.. (await rulings.StandingAsync(repository, cancel)).Where(r => r.Cluster == cluster)]);
    }

    private static IReadOnlyList<int> ByDay(IReadOnlyList<DateTimeOffset> times, DateTimeOffset from)
    {
        var days = new int[Days];
        foreach (var at in times)
            if ((at.UtcDateTime.Date - from.UtcDateTime.Date).Days is >= 0 and < Days and var day)
                days[day]++;
        return days;
    }
}
