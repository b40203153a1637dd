using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Features.Dashboard.Pictures;
using Whybot.Memory.Overviews;
using Whybot.Memory.RepositoryNames;
using Whybot.Memory.Rules;

namespace Whybot.Features.Dashboard.Flakes;

/// <summary>Flaky causes, the most expensive first.</summary>
/// <param name="Repository">The only repository that is shown; null for all.</param>
/// <param name="Weeks">What they cost, week by week, oldest first.</param>
/// <param name="Repositories">Repositories with flaky causes, and how many.</param>
/// <param name="Record">What the bot's rules said in the repository; empty for all repositories.</param>
/// <param name="Days">Over how many days it is counted.</param>
public sealed record FlakesModel(RepositoryName? Repository, IReadOnlyList<FlakeRow> Flakes, IReadOnlyList<WeekBar> Weeks,
    IReadOnlyList<(string Name, long Causes)> Repositories, IReadOnlyList<RuleRecord> Record, int Days, Paging Paging)
{
    /// <summary>The address of the list for what is shown.</summary>
    public string Address => FlakeReader.AddressOf(Repository);

    /// <summary>What they all cost in the weeks that are shown.</summary>
    public TimeSpan Total => TimeSpan.FromMilliseconds(Weeks.Sum(w => w.Cost.TotalMilliseconds));
}

/// <summary>What the bot's rules have said in a repository, newest first.</summary>
/// <param name="Held">The causes that have their own page.</param>
public sealed record RecordModel(RepositoryName Repository, IReadOnlyList<RuleUse> Uses, IReadOnlyDictionary<ClusterId, CauseRow> Held, Paging Paging);

internal sealed class FlakeReader(Repositories repositories, FlakeListings flakes, CauseListings causes, RuleRecords records, TimeProvider time)
{
    public const string Address = "/flaky";

    public static readonly PageGroup Pages = PageGroup.Of<FlakeReader>(Address, "Flaky", app =>
    {
        app.MapGet(Address, (PageRenderer pages, FlakeReader reader, string? repository, string? page, CancellationToken cancel) =>
            DashboardEndpoints.ShowAsync<FlakesPage, FlakesModel>(pages, reader.ListAsync(repository, DashboardEndpoints.Number(page), cancel),
                $"Nothing is known of {repository}."));
        app.MapGet("/record/{owner}/{name}", (PageRenderer pages, FlakeReader reader, string owner, string name, string? page, CancellationToken cancel) =>
            DashboardEndpoints.ShowAsync<RecordPage, RecordModel>(pages,
                reader.RecordAsync(RepositoryName.Of(owner, name), DashboardEndpoints.Number(page), cancel), $"Nothing is known of {owner}/{name}."));
    });

    /// <summary>Anything older is about code that has changed since.</summary>
    private const int Days = 30;
    private const int Weeks = 8;
    private const int DaysInWeek = 7;
    private const int MostRepositories = 200;

    public static string AddressOf(RepositoryName? repository) => repository is { } name ? $"{Address}?repository={Uri.EscapeDataString(name.Value)}" : Address;

    /// <returns>Null if there is no repository of that name.</returns>
    public async Task<FlakesModel?> ListAsync(string? name, int page, CancellationToken cancel)
    {
        var repository = string.IsNullOrWhiteSpace(name) ? null : await repositories.FindAsync(new RepositoryName(name), cancel);
        if (repository is null && !string.IsNullOrWhiteSpace(name))
            return null;
        var now = time.GetUtcNow();
        var since = now.AddDays(-Days);
        var (shown, paging) = Paging.Of(await flakes.ListAsync(repository?.Id, since, now.AddDays(-Days / 2.0), Paging.Size + 1, Paging.Offset(page), cancel),
            page);
        var weeks = await flakes.WeeksAsync(repository?.Id, now.AddDays(-Weeks * DaysInWeek), now, cancel);
        var others = await flakes.RepositoriesAsync(since, cancel);
        return new FlakesModel(repository?.FullName, shown, WeekBar.Of(weeks, Weeks, now), [.. others.Take(MostRepositories)],
            repository is null ? [] : await records.OfAsync(repository.Id, cancel), Days, paging);
    }

    public async Task<RecordModel?> RecordAsync(RepositoryName name, int page, CancellationToken cancel)
    {
        if (await repositories.FindAsync(name, cancel) is not { } repository)
            return null;
        var (shown, paging) = Paging.Of(await records.UsesAsync(repository.Id, Paging.Size + 1, Paging.Offset(page), cancel), page);
        return new RecordModel(repository.FullName, shown, await causes.HeldAsync(repository.Id, shown.Select(u => new ClusterId(u.Subject)), cancel), paging);
    }
}
