using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Memory.Causes;
using Whybot.Memory.Overviews;
using Whybot.Memory.RepositoryNames;
using Whybot.Memory.Rules;

namespace Whybot.Features.Dashboard.Flakes;

/// <summary>Flaky causes of a repository, the most expensive first, and the bot's track record there.</summary>
public sealed record RepositoryFlakes(string Repository, IReadOnlyList<FlakeCost> Costs, IReadOnlyList<RuleRecord> Record);

public sealed record FlakesModel(IReadOnlyList<RepositoryFlakes> Repositories, int Days);

/// <summary>What the bot's rules have said in a repository, newest first.</summary>
/// <param name="Held">The causes that have their own page.</param>
public sealed record RecordModel(string Repository, IReadOnlyList<RuleUse> Uses, IReadOnlyDictionary<string, CauseRow> Held, Paging Paging);

internal sealed class FlakeReader(Repositories repositories, Listings listings, FlakeCosts costs, RuleRecords records)
{
    public const string Address = "/flaky";

    public static readonly PageGroup Pages = PageGroup.Of<FlakeReader>(Address, "Flaky tests", app =>
    {
        app.MapGet(Address, async (PageRenderer pages, FlakeReader reader, CancellationToken cancel) =>
            await pages.ShowAsync<FlakesPage, FlakesModel>(await reader.AllAsync(cancel)));
        app.MapGet("/record/{owner}/{name}", (PageRenderer pages, FlakeReader reader, string owner, string name, string? page, CancellationToken cancel) =>
            DashboardEndpoints.ShowAsync<RecordPage, RecordModel>(pages, reader.RecordAsync($"{owner}/{name}", DashboardEndpoints.Number(page), cancel),
                $"Nothing is known of {owner}/{name}."));
    });

    public async Task<FlakesModel> AllAsync(CancellationToken cancel)
    {
        var all = new List<RepositoryFlakes>();
        foreach (var repository in await listings.RepositoriesAsync(cancel))
            all.Add(new RepositoryFlakes(repository.FullName, await costs.OfAsync(repository.Id, cancel), await records.OfAsync(repository.Id, cancel)));
        return new FlakesModel(all, FlakeCosts.Back.Days);
    }

    public async Task<RecordModel?> RecordAsync(string name, int page, CancellationToken cancel)
    {
        if (await repositories.FindAsync(name, cancel) is not { } repository)
            return null;
        var (shown, paging) = Paging.Of(await records.UsesAsync(repository.Id, Paging.Size + 1, Paging.Offset(page), cancel), page);
        return new RecordModel(repository.FullName, shown, await listings.HeldAsync(repository.Id, shown.Select(u => u.Subject), cancel), paging);
    }
}
