using System.Text.Json;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Reports;
using Whybot.Features.Dashboard.Pictures;
using Whybot.Memory.Deployments;
using Whybot.Memory.Overviews;
using Whybot.Memory.RepositoryNames;
using Whybot.Memory.Runs;

namespace Whybot.Features.Dashboard.Environments;

/// <summary>An environment with its latest runs.</summary>
/// <param name="Runs">Newest first.</param>
/// <param name="Gate">The pass rate that the newest report asks for, from 0 to 1; null if it asks for none.</param>
/// <param name="Causes">What failed in these runs, with a cell per run.</param>
/// <param name="Latencies">How long what was probed took to answer, by target.</param>
public sealed record EnvironmentModel(RepositoryName Repository, string Name, IReadOnlyList<DeploymentRun> Runs, double? Gate, IReadOnlyList<CauseStrip> Causes,
    IReadOnlyList<TargetLatencies> Latencies, Paging Paging)
{
    private const int ChartRuns = 40;

    /// <summary>Its runs as a timeline shows them, oldest first.</summary>
    public IReadOnlyList<TimelinePoint> Timeline => [.. Runs.Take(ChartRuns).Reverse().Select(Point)];

    private static TimelinePoint Point(DeploymentRun run) => new(Rates.Of(run.Counts), Decisions.Kind(run.Decision), run.Accepted is not null,
        $"{run.OpenedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC, {run.Sha.Short}: {Words.Percent(Rates.Of(run.Counts))} passed, "
            + $"{run.DecisionWord ?? run.State}"
            + (run.Accepted is null ? "" : ", accepted"), Links.Deployment(run.Id));
}

internal sealed class EnvironmentReader(Repositories repositories, EnvironmentListings environments, StripReader strips, ReportStore reports)
{
    public static readonly PageGroup Pages = PageGroup.Of<EnvironmentReader>(app =>
        app.MapGet("/environments/{owner}/{name}/{**environment}",
            (PageRenderer pages, EnvironmentReader reader, string owner, string name, string environment, string? page, CancellationToken cancel) =>
            DashboardEndpoints.ShowAsync<EnvironmentPage, EnvironmentModel>(pages,
                reader.OneAsync(RepositoryName.Of(owner, name), environment, DashboardEndpoints.Number(page), cancel),
                $"There is no run of {environment} in {owner}/{name}."))) with
    {
        Add = services => services.AddSingleton<EnvironmentReader>().AddSingleton<StripReader>(),
    };

    /// <returns>Null if there is no environment of that name.</returns>
    public async Task<EnvironmentModel?> OneAsync(RepositoryName name, string environment, int page, CancellationToken cancel)
    {
        if (await repositories.FindAsync(name, cancel) is not { } repository)
            return null;
        var (runs, paging) = Paging.Of(await environments.RunsAsync(repository.Id, environment, Paging.Size + 1, Paging.Offset(page), cancel), page);
        // Spelled as GitHub spells it, not as in the address.
        return runs.Count == 0 ? null : new EnvironmentModel(repository.FullName, runs[0].Environment, runs, await GateAsync(runs, cancel),
            await strips.OfAsync(repository, runs, cancel), TargetLatencies.OfRuns(runs), paging);
    }

    /// <summary>The overall gate, or else the strictest one, as the newest report has it.</summary>
    private async Task<double?> GateAsync(IReadOnlyList<DeploymentRun> runs, CancellationToken cancel)
    {
        if (runs.FirstOrDefault(r => r.Decision is not null) is not { } decided
            || await reports.FindAsync(decided.Repository, ReportStore.OfDeployment(decided.Id), cancel) is not { } stored)
            return null;
        try
        {
            var gates = ReportJson.Read(stored.Report).Gates;
            return gates.FirstOrDefault(g => g.Name == "overall")?.Required ?? (gates.Count == 0 ? null : gates.Max(g => g.Required));
        }
        catch (JsonException)
        {
            // Another version wrote the report.
            return null;
        }
    }
}
