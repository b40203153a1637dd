using Whybot.Features.Dashboard.Parts;
using Whybot.Memory.Deployments;
using Whybot.Memory.Overviews;
using Whybot.Memory.RepositoryNames;

namespace Whybot.Features.Dashboard.Environments;

/// <summary>An environment with its latest runs.</summary>
/// <param name="Runs">Newest first.</param>
public sealed record EnvironmentModel(string Repository, string Name, IReadOnlyList<DeploymentRun> Runs, Paging Paging)
{
    /// <summary>Oldest first.</summary>
    public IReadOnlyList<ChartBar> Bars => [.. Runs.Take(ChartRuns).Reverse().Select(Bar)];

    private const int ChartRuns = 40;

    /// <summary>The share of tests that passed, of those that ran; null if none ran.</summary>
    public static double? PassRate(DeploymentRun run) =>
        Counts.Read(run.Counts).Suites is var suites && suites.Sum(s => s.Ran) is > 0 and var ran ? (double)suites.Sum(s => s.Passed) / ran : null;

    /// <summary>A run without tests is shown as a low bar, so that it is not overlooked.</summary>
    private static ChartBar Bar(DeploymentRun run) =>
        new(PassRate(run) ?? 0, run.Decision ?? "open",
            $"{run.OpenedAt.UtcDateTime:yyyy-MM-dd HH:mm}, {(Words.Short(run.Sha))}: {Words.Percent(PassRate(run))} passed, {run.Decision ?? run.State}",
            Links.Deployment(run.Id));
}

/// <summary>All environments, by repository.</summary>
/// <param name="Unknown">Environments that were deployed to but are not in the settings.</param>
public sealed record EnvironmentsModel(IReadOnlyList<EnvironmentModel> Environments, IReadOnlyList<UnknownEnvironment> Unknown);

internal sealed class EnvironmentReader(Repositories repositories, Listings listings, UnknownEnvironments unknown)
{
    public static readonly PageGroup Pages = PageGroup.Of<EnvironmentReader>(Links.Environments, "Environments", app =>
    {
        app.MapGet(Links.Environments, async (PageRenderer pages, EnvironmentReader reader, CancellationToken cancel) =>
            await pages.ShowAsync<EnvironmentsPage, EnvironmentsModel>(await reader.AllAsync(cancel)));
        app.MapGet("/environments/{owner}/{name}/{**environment}",
            (PageRenderer pages, EnvironmentReader reader, string owner, string name, string environment, string? page, CancellationToken cancel) =>
            DashboardEndpoints.ShowAsync<EnvironmentPage, EnvironmentModel>(pages,
                reader.OneAsync($"{owner}/{name}", environment, DashboardEndpoints.Number(page), cancel),
                $"There is no run of {environment} in {owner}/{name}."));
    });

    /// <summary>The number of runs in the overview's charts.</summary>
    private const int Few = 20;

    public async Task<EnvironmentsModel> AllAsync(CancellationToken cancel)
    {
        var environments = new List<EnvironmentModel>();
        foreach (var newest in await listings.EnvironmentsAsync(cancel))
            environments.Add(new EnvironmentModel(newest.RepositoryName, newest.Environment,
                await listings.RunsAsync(newest.Repository, newest.Environment, Few, 0, cancel), new Paging(1, false)));
        return new EnvironmentsModel(environments, await unknown.ListAsync(cancel));
    }

    /// <returns>Null if there is no environment of that name.</returns>
    public async Task<EnvironmentModel?> OneAsync(string name, string environment, int page, CancellationToken cancel)
    {
        if (await repositories.FindAsync(name, cancel) is not { } repository)
            return null;
        var (runs, paging) = Paging.Of(await listings.RunsAsync(repository.Id, environment, Paging.Size + 1, Paging.Offset(page), cancel), page);
        // Spelled as GitHub spells it, not as in the address.
        return runs.Count == 0 ? null : new EnvironmentModel(repository.FullName, runs[0].Environment, runs, paging);
    }
}
