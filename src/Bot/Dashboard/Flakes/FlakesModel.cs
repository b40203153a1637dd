using Whybot.Analysis.Upkeep;
using Whybot.Storage;

namespace Whybot.Dashboard.Flakes;

/// <summary>Flaky causes of a repository, the most expensive first, and the bot's own record there.</summary>
public sealed record RepositoryFlakes(string Repository, IReadOnlyList<FlakeCost> Costs, IReadOnlyList<RuleRecord> Record);

public sealed record FlakesModel(IReadOnlyList<RepositoryFlakes> Repositories, int Days);

internal sealed class FlakeReader(Listings listings, FlakeCosts costs, RuleRecords records)
{
    public async Task<FlakesModel> AllAsync(CancellationToken cancel)
    {
        var all = new List<RepositoryFlakes>();
        foreach (var repository in await listings.RepositoriesAsync(cancel))
            all.Add(new RepositoryFlakes(repository, await costs.OfAsync(repository, cancel), await records.OfAsync(repository, cancel)));
        return new FlakesModel(all, FlakeCosts.Back.Days);
    }
}
