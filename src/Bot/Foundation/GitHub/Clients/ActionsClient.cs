using Octokit;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub.BeyondOctokit;
using Whybot.Foundation.Identity;
using Artifact = Whybot.Foundation.GitHub.Models.Artifact;
using WorkflowJob = Whybot.Foundation.GitHub.Models.WorkflowJob;
using WorkflowRun = Whybot.Foundation.GitHub.Models.WorkflowRun;

namespace Whybot.Foundation.GitHub.Clients;

/// <summary>Workflow runs, their jobs, logs and artifacts.</summary>
internal sealed class ActionsClient(GitHubApi api, RawAnswers raw, Downloads downloads, WorkflowDispatches dispatches)
{
    private const int MostArtifactPages = 20;
    private const int Newest = 30;

    /// <summary>Allows for a small difference between GitHub's clock and ours.</summary>
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(2);

    public async Task<IReadOnlyList<WorkflowRun>> RunsOfAsync(RepositoryRef repository, CommitSha sha, CancellationToken cancel) =>
        Runs(await api.CallAsync(repository, github => github.Actions.Workflows.Runs.List(repository.Owner, repository.Name,
            new WorkflowRunsRequest { HeadSha = sha.Value },
            GitHubApi.Whole), cancel));

    /// <summary>The newest completed runs, of any commit, at most a hundred.</summary>
    public async Task<IReadOnlyList<WorkflowRun>> NewestAsync(RepositoryRef repository, CancellationToken cancel) =>
        Runs(await api.CallAsync(repository, github => github.Actions.Workflows.Runs.List(repository.Owner, repository.Name,
            new WorkflowRunsRequest { Status = CheckRunStatusFilter.Completed }, new ApiOptions { PageSize = 100, PageCount = 1 }), cancel));

    /// <summary>The newest completed runs of a workflow for a branch of that name, a fork's too, newest first.</summary>
    public async Task<IReadOnlyList<WorkflowRun>> OfWorkflowAsync(RepositoryRef repository, long workflow, string branch, CancellationToken cancel) =>
        Runs(await api.CallAsync(repository, github => github.Actions.Workflows.Runs.ListByWorkflow(repository.Owner, repository.Name, workflow,
            new WorkflowRunsRequest { Branch = branch, Status = CheckRunStatusFilter.Completed },
            new ApiOptions { PageSize = Newest, PageCount = 1 }), cancel));

    /// <summary>The newest completed runs of a branch, at most a hundred; those of a fork's branch of that name are among them.</summary>
    public async Task<IReadOnlyList<WorkflowRun>> NewestOfAsync(RepositoryRef repository, string branch, CancellationToken cancel) =>
        Runs(await api.CallAsync(repository, github => github.Actions.Workflows.Runs.List(repository.Owner, repository.Name,
            new WorkflowRunsRequest { Branch = branch, Status = CheckRunStatusFilter.Completed }, new ApiOptions { PageSize = 100, PageCount = 1 }), cancel));

    public async Task<WorkflowRun?> RunAsync(RepositoryRef repository, long run, CancellationToken cancel) =>
        await api.FindAsync(repository, github => github.Actions.Workflows.Runs.Get(repository.Owner, repository.Name, run), cancel) is { } found
            ? OctokitShapes.Of(found) : null;

    public async Task<IReadOnlyList<WorkflowJob>> JobsAsync(RepositoryRef repository, WorkflowRun run, CancellationToken cancel) =>
        [.. (await api.CallAsync(repository, github => github.Actions.Workflows.Jobs.List(repository.Owner, repository.Name, run.Id, run.RunAttempt,
            GitHubApi.Whole), cancel))
            .Jobs.Select(OctokitShapes.Of)];

    public async Task<IReadOnlyList<Artifact>> ArtifactsAsync(RepositoryRef repository, long run, CancellationToken cancel)
    {
        var artifacts = new List<Artifact>();
        await foreach (var page in raw.PagesAsync(repository, $"actions/runs/{run}/artifacts?per_page=100", MostArtifactPages, cancel))
            artifacts.AddRange(RawAnswers.Read(page.Body, HandWrittenJson.Default.ArtifactsPage).Artifacts);
        return artifacts;
    }

    /// <summary>Opens a job's log; null when GitHub no longer has it.</summary>
    public Task<Stream?> LogAsync(RepositoryRef repository, long job, CancellationToken cancel) =>
        downloads.OpenAsync(repository, $"actions/jobs/{job}/logs", cancel);

    /// <summary>Opens an artifact's ZIP file; null if it is gone.</summary>
    public Task<Stream?> ArtifactAsync(RepositoryRef repository, long artifact, CancellationToken cancel) =>
        downloads.OpenAsync(repository, $"actions/artifacts/{artifact}/zip", cancel);

    /// <summary>Opens the end of an artifact's ZIP file; null if it is not available.</summary>
    /// <param name="from">Offset of the first byte to read.</param>
    public Task<Stream?> ArtifactEndAsync(RepositoryRef repository, long artifact, long from, CancellationToken cancel) =>
        downloads.OpenEndAsync(repository, $"actions/artifacts/{artifact}/zip", from, cancel);

    /// <inheritdoc cref="WorkflowDispatches.StartAsync"/>
    public Task<long?> DispatchAsync(RepositoryRef repository, string workflow, string branchOrTag, IReadOnlyDictionary<string, string> inputs,
        CancellationToken cancel) =>
        dispatches.StartAsync(repository, workflow, branchOrTag, inputs, cancel);

    /// <summary>The run that was started with a correlation id, which its workflow shows in the run's name; null if none.</summary>
    /// <param name="asked">When it was started.</param>
    public async Task<WorkflowRun?> FindDispatchedAsync(RepositoryRef repository, string workflow, string correlation, DateTimeOffset asked,
        CancellationToken cancel)
    {
        var request = new WorkflowRunsRequest { Event = "workflow_dispatch", Created = $">={(asked - ClockSlack).UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}" };
        var runs = await api.FindAsync(repository, github => github.Actions.Workflows.Runs.ListByWorkflow(repository.Owner, repository.Name,
            UrlPart.Of(workflow), request,
            new ApiOptions { PageSize = 100, PageCount = 1 }), cancel);
        return runs is null ? null : Runs(runs).FirstOrDefault(r => r.DisplayTitle?.Contains(correlation, StringComparison.Ordinal) == true);
    }

    /// <summary>Requests cancellation of a run; a run that has already ended stays as it is.</summary>
    public async Task CancelAsync(RepositoryRef repository, long run, CancellationToken cancel)
    {
        try
        {
            await api.CallAsync(repository, github => github.Actions.Workflows.Runs.Cancel(repository.Owner, repository.Name, run), cancel);
        }
        catch (GitHubException over) when (over.Status is System.Net.HttpStatusCode.Conflict or System.Net.HttpStatusCode.NotFound)
        {
            // There is nothing left to cancel.
        }
    }

    public Task RerunAsync(RepositoryRef repository, long run, CancellationToken cancel) =>
        api.CallAsync(repository, github => github.Actions.Workflows.Runs.Rerun(repository.Owner, repository.Name, run), cancel);

    public Task RerunFailedAsync(RepositoryRef repository, long run, CancellationToken cancel) =>
        api.CallAsync(repository, github => github.Actions.Workflows.Runs.RerunFailedJobs(repository.Owner, repository.Name, run), cancel);

    private static IReadOnlyList<WorkflowRun> Runs(WorkflowRunsResponse answer) => [.. answer.WorkflowRuns.Select(OctokitShapes.Of)];
}
