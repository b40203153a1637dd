using System.Text.Json;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Output.Reports;
using Whybot.Features.Dashboard.Pictures;
using Whybot.Foundation.Identity;
using Whybot.Memory.Deployments;
using Whybot.Memory.Overviews;
using Whybot.Memory.Runs;
using Whybot.Runs.RunFolders;

namespace Whybot.Features.Dashboard.Runs;

/// <summary>Reads runs for their pages.</summary>
internal sealed class RunReader(Listings listings, CauseListings causes, DeploymentRuns deployments, SuiteRuns suites, ReportStore reports)
{
    public async Task<RunModel?> DeploymentAsync(long id, CancellationToken cancel)
    {
        if (await deployments.FindAsync(id, cancel) is not { } run)
            return null;
        var (report, passages) = await ReportAsync(run.Repository, ReportStore.OfDeployment(id), cancel);
        return new RunModel(Links.Deployment(id), run.RepositoryName, run.Sha, run.Environment, run.OpenedAt, report)
        {
            Decision = run.Decision,
            State = run.State,
            Deployment = run,
            Acceptance = Acceptance.Read(run.Accepted),
            Progress = run.Ended ? null : RunProgress.Of(run, Plan(run), await suites.OfAsync(run, cancel)),
            Probes = TargetLatencies.OfRun(run),
            Worklog = await deployments.WorklogAsync(run.Repository, run.Environment, run.Deployment, cancel),
            Held = await causes.HeldAsync(run.Repository, report?.Clusters.Select(c => c.Id) ?? [], cancel),
            Passages = passages,
            Files = await listings.FilesAsync(run, cancel),
        };
    }

    public async Task<RunModel?> CommitAsync(long id, CancellationToken cancel)
    {
        if (await listings.CommitAsync(id, cancel) is not { } run)
            return null;
        var (report, passages) = await ReportAsync(run.Repository, ReportStore.OfCommit(id), cancel);
        return new RunModel(Links.Commit(id), run.RepositoryName, run.Sha, run.Pull is { } pull ? $"pull request {pull}" : run.Branch ?? "–", run.OpenedAt,
            report)
        {
            Decision = run.Decision,
            State = run.State,
            Held = await causes.HeldAsync(run.Repository, report?.Clusters.Select(c => c.Id) ?? [], cancel),
            Passages = passages,
            Files = await listings.FilesAsync(run, cancel),
        };
    }

    private static PlanFile? Plan(DeploymentRun run)
    {
        try
        {
            return run.Plan is { } plan ? PlanFile.FromJson(plan) : null;
        }
        catch (JsonException)
        {
            // Another version wrote it.
            return null;
        }
    }

    private async Task<(PublishedReport?, IReadOnlyList<Passage>)> ReportAsync(RepositoryId repository, string run, CancellationToken cancel)
    {
        try
        {
            return await reports.FindAsync(repository, run, cancel) is { } stored
                ? (ReportJson.Read(stored.Report), Passage.Read(stored.Passages)) : (null, []);
        }
        catch (JsonException)
        {
            // Another version wrote it.
            return (null, []);
        }
    }
}
