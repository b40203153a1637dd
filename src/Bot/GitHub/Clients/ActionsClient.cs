using Whybot.GitHub.Records;

namespace Whybot.GitHub.Clients;

/// <summary>Workflow runs, their jobs, logs and artifacts.</summary>
internal sealed class ActionsClient(GitHubConnection connection)
{
    /// <summary>GitHub's clock and ours differ a little.</summary>
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(2);

    public async Task<IReadOnlyList<WorkflowRun>> RunsOfAsync(RepositoryRef repository, string sha, CancellationToken cancel)
    {
        var runs = new List<WorkflowRun>();
        await foreach (var page in connection.PagesAsync(repository, $"actions/runs?head_sha={sha}&per_page=100", GitHubJson.Default.WorkflowRunsResponse, cancel))
            runs.AddRange(page.WorkflowRuns);
        return runs;
    }

    /// <summary>The newest runs that are complete, whatever their commit.</summary>
    public async Task<IReadOnlyList<WorkflowRun>> NewestAsync(RepositoryRef repository, CancellationToken cancel) =>
        (await connection.GetAsync(repository, "actions/runs?status=completed&per_page=30", GitHubJson.Default.WorkflowRunsResponse, cancel)).WorkflowRuns;

    public Task<WorkflowRun?> RunAsync(RepositoryRef repository, long run, CancellationToken cancel) =>
        connection.FindAsync(repository, $"actions/runs/{run}", GitHubJson.Default.WorkflowRun, cancel);

    public async Task<IReadOnlyList<WorkflowJob>> JobsAsync(RepositoryRef repository, WorkflowRun run, CancellationToken cancel)
    {
        var jobs = new List<WorkflowJob>();
        await foreach (var page in connection.PagesAsync(repository, $"actions/runs/{run.Id}/attempts/{run.RunAttempt}/jobs?per_page=100",
            GitHubJson.Default.WorkflowJobsResponse, cancel))
            jobs.AddRange(page.Jobs);
        return jobs;
    }

    public async Task<IReadOnlyList<Artifact>> ArtifactsAsync(RepositoryRef repository, long run, CancellationToken cancel)
    {
        var artifacts = new List<Artifact>();
        await foreach (var page in connection.PagesAsync(repository, $"actions/runs/{run}/artifacts?per_page=100", GitHubJson.Default.ListArtifactsResponse, cancel))
            artifacts.AddRange(page.Artifacts);
        return artifacts;
    }

    /// <summary>Opens a job's log; null when GitHub no longer has it.</summary>
    public Task<Stream?> LogAsync(RepositoryRef repository, long job, CancellationToken cancel) => DownloadAsync(repository, $"actions/jobs/{job}/logs", cancel);

    /// <summary>Opens an artifact's ZIP file; null when it is gone.</summary>
    public Task<Stream?> ArtifactAsync(RepositoryRef repository, long artifact, CancellationToken cancel) =>
        DownloadAsync(repository, $"actions/artifacts/{artifact}/zip", cancel);

    /// <summary>Opens the end of an artifact's ZIP file; null where it cannot be had.</summary>
    /// <param name="from">Its first byte.</param>
    public async Task<Stream?> ArtifactEndAsync(RepositoryRef repository, long artifact, long from, CancellationToken cancel) =>
        await connection.LocateAsync(repository, $"actions/artifacts/{artifact}/zip", cancel) is { } location ? await connection.OpenAsync(location, from, cancel) : null;

    /// <param name="inputs">At most 25.</param>
    /// <returns>The run's id; null where GitHub does not say it.</returns>
    public async Task<long?> DispatchAsync(RepositoryRef repository, string workflow, string branchOrTag, IReadOnlyDictionary<string, string> inputs,
        CancellationToken cancel)
    {
        var path = $"actions/workflows/{Requests.Part(workflow)}/dispatches";
        GitHubAnswer answer;
        try
        {
            answer = await connection.WriteAsync(HttpMethod.Post, repository, path, new CreateWorkflowDispatch(branchOrTag, inputs, true),
                GitHubJson.Default.CreateWorkflowDispatch, cancel);
        }
        catch (GitHubException refused) when (refused.Status == System.Net.HttpStatusCode.UnprocessableEntity
            && refused.Answer.Contains("return_run_details", StringComparison.Ordinal))
        {
            // Older Enterprise servers do not know the field.
            answer = await connection.WriteAsync(HttpMethod.Post, repository, path, new CreateWorkflowDispatch(branchOrTag, inputs),
                GitHubJson.Default.CreateWorkflowDispatch, cancel);
        }
        return answer.Body.Length == 0 ? null : Requests.Read(answer, GitHubJson.Default.WorkflowDispatchResponse).WorkflowRunId;
    }

    /// <summary>The run that was started with a correlation id, which its workflow shows in its name; null for none.</summary>
    /// <param name="asked">When it was started.</param>
    public async Task<WorkflowRun?> FindDispatchedAsync(RepositoryRef repository, string workflow, string correlation, DateTimeOffset asked, CancellationToken cancel)
    {
        var since = $">={(asked - ClockSlack).UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}";
        var runs = await connection.FindAsync(repository,
            $"actions/workflows/{Requests.Part(workflow)}/runs?event=workflow_dispatch&per_page=100&created={Uri.EscapeDataString(since)}",
            GitHubJson.Default.WorkflowRunsResponse, cancel);
        return runs?.WorkflowRuns.FirstOrDefault(r => r.DisplayTitle?.Contains(correlation, StringComparison.Ordinal) == true);
    }

    /// <summary>Asks for the end of a run; one that has ended already is left as it is.</summary>
    public async Task CancelAsync(RepositoryRef repository, long run, CancellationToken cancel)
    {
        try
        {
            await connection.SendAsync(Requests.Request(HttpMethod.Post, repository, $"actions/runs/{run}/cancel"), cancel);
        }
        catch (GitHubException over) when (over.Status is System.Net.HttpStatusCode.Conflict or System.Net.HttpStatusCode.NotFound)
        {
            // Nothing is left to be cancelled.
        }
    }

    public Task RerunAsync(RepositoryRef repository, long run, CancellationToken cancel) =>
        connection.SendAsync(Requests.Request(HttpMethod.Post, repository, $"actions/runs/{run}/rerun"), cancel);

    public Task RerunFailedAsync(RepositoryRef repository, long run, CancellationToken cancel) =>
        connection.SendAsync(Requests.Request(HttpMethod.Post, repository, $"actions/runs/{run}/rerun-failed-jobs"), cancel);

    /// <summary>The URL lives a minute; one that has expired by the time it is used is asked for once more.</summary>
    private async Task<Stream?> DownloadAsync(RepositoryRef repository, string path, CancellationToken cancel)
    {
        if (await connection.LocateAsync(repository, path, cancel) is not { } location)
            return null;
        try
        {
            return await connection.OpenAsync(location, cancel);
        }
        catch (GitHubUnreachableException)
        {
            return await connection.LocateAsync(repository, path, cancel) is { } again ? await connection.OpenAsync(again, cancel) : null;
        }
    }
}
