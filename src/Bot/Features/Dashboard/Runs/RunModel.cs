using System.Text.Json;
using Whybot.Analysis.Output.Reports;
using Whybot.Foundation.Identity;
using Whybot.Memory.Deployments;
using Whybot.Memory.Overviews;
using Whybot.Memory.Runs;
using Whybot.Runs.RunFolders;

namespace Whybot.Features.Dashboard.Runs;

/// <summary>A run with its report.</summary>
/// <param name="Address">The address of its page.</param>
/// <param name="Place">Environment, branch or pull request.</param>
/// <param name="Report">Null if there is none yet, or if it is no longer kept.</param>
public sealed record RunModel(string Address, string Repository, string Sha, string Place, DateTimeOffset Begun, PublishedReport? Report)
{
    public string? Decision { get; init; }
    public string State { get; init; } = "";

    /// <summary>Null for the checks of a commit.</summary>
    public DeploymentRun? Deployment { get; init; }
    public Acceptance? Acceptance { get; init; }

    /// <summary>Markdown; null if there is none.</summary>
    public string? Worklog { get; init; }

    /// <summary>Causes that have their own page: those that were seen on the default branch or in an environment.</summary>
    public IReadOnlyDictionary<string, CauseRow> Held { get; init; } = new Dictionary<string, CauseRow>(StringComparer.Ordinal);
    public IReadOnlyList<Passage> Passages { get; init; } = [];
    public IReadOnlyList<FileRow> Files { get; init; } = [];

    /// <summary>The address that opens a cited place at its line; null if its surroundings are not kept.</summary>
    public string? Evidence(PublishedCitation citation)
    {
        for (var i = 0; i < Passages.Count; i++)
            if (Passages[i].Holds(citation))
                return $"{Address}/evidence/{i + 1}#L{citation.Line ?? 1}";
        return null;
    }

    public string FileAddress(FileRow file) => $"{Address}/files/{file.Suite}/{string.Join('/', file.File.Split('/').Select(Uri.EscapeDataString))}";

    public string ShortSha => Words.Short(Sha);

    /// <summary>The text to show if no cause is known. It says that nothing failed only if that is true.</summary>
    public static string WithoutCauses(PublishedReport report) => report switch
    {
        { Totals: not { Failed: 0, Errors: 0 } } => "No cause could be worked out for what failed.",
        { Decision: Analysis.Inputs.History.Decision.Go } => "Nothing failed.",
        _ => "No test failed. Why this is not a go is said above.",
    };
}

/// <summary>Reads runs for their pages.</summary>
internal sealed class RunReader(Listings listings, DeploymentRuns deployments, ReportStore reports)
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
            Worklog = await deployments.WorklogAsync(run.Repository, run.Environment, run.Deployment, cancel),
            Held = await listings.HeldAsync(run.Repository, report?.Clusters.Select(c => c.Id) ?? [], cancel),
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
            Held = await listings.HeldAsync(run.Repository, report?.Clusters.Select(c => c.Id) ?? [], cancel),
            Passages = passages,
            Files = await listings.FilesAsync(run, cancel),
        };
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
