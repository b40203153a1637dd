using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Masking;
using Whybot.Foundation.Trust;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Fetching;

/// <summary>
/// Fetches the logs of the last passes of jobs that failed, into <c>history/99-RUN/logs</c>: what a failing log says and a passing one does not is why it
/// failed. Looks at the branch that the commit is on or will be merged into, and then at the commit's own.
/// </summary>
/// <remarks>The budget: for each of <see cref="MostWorkflows"/> workflows a list of runs for each branch, the jobs of <see cref="MostRuns"/> runs, and at most
/// <see cref="MostLogs"/> logs of <see cref="MaxLog"/> bytes for all of them.</remarks>
internal sealed class PassingLogFetcher(ActionsClient actions, RepositoriesClient repositories, ConfiguredSecrets own)
{
    private const int MostWorkflows = 3;
    private const int MostRuns = 3;
    private const int MostLogs = 6;
    private const long MaxLog = 50L * 1024 * 1024;

    /// <summary>A job is explained by its own log where none can be had.</summary>
    public async Task FetchAsync(RepositoryRef repository, CommitState state, string folder, FetchedInputs inputs, CancellationToken cancel)
    {
        try
        {
            await EachAsync(repository, state, folder, inputs, cancel);
        }
        catch (GitHubException refused)
        {
            inputs.Warnings.Add($"logs of passing jobs could not be read, so the failing ones are explained by themselves ({refused.Message})");
        }
    }

    private async Task EachAsync(RepositoryRef repository, CommitState state, string folder, FetchedInputs inputs, CancellationToken cancel)
    {
        var left = MostLogs;
        foreach (var run in state.Runs.Where(r => Conclusions.IsFailure(r.Conclusion)).OrderBy(r => r.Id).Take(MostWorkflows))
        {
            var failed = (await actions.JobsAsync(repository, run, cancel)).Where(j => Conclusions.IsFailure(j.Conclusion)).Select(j => j.Name)
                .ToHashSet(StringComparer.Ordinal);
            foreach (var branch in Branches(state, run))
                left -= await OfBranchAsync(repository, run, branch, failed, left, folder, cancel);
        }
        if (left <= 0)
            inputs.Warnings.Add($"the logs of {MostLogs} passing jobs are compared with; the other failing jobs are explained by their own log alone");
    }

    private static IEnumerable<string> Branches(CommitState state, WorkflowRun run) =>
        new[] { state.Origin.Line ?? state.DefaultBranch, run.HeadBranch ?? "" }.Where(b => b.Length > 0).Distinct();

    /// <param name="failed">Names of jobs; those whose passing log was found are taken out.</param>
    /// <returns>How many logs were read.</returns>
    private async Task<int> OfBranchAsync(RepositoryRef repository, WorkflowRun run, string branch, HashSet<string> failed, int most, string folder,
        CancellationToken cancel)
    {
        if (failed.Count == 0 || most <= 0)
            return 0;
        var about = await repositories.GetAsync(repository, cancel);
        // A fork may have a branch of that name.
        var earlier = (await actions.OfWorkflowAsync(repository, run.WorkflowId, branch, cancel)).Where(r => r.Id < run.Id && RunSource.IsOwn(r, about))
            .OrderByDescending(r => r.Conclusion == "success").ThenByDescending(r => r.Id).Take(MostRuns);
        var read = 0;
        foreach (var pass in earlier)
            foreach (var job in (await actions.JobsAsync(repository, pass, cancel)).Where(j => j.Conclusion == "success" && failed.Contains(j.Name)))
                if (read < most && failed.Count > 0 && await CopyAsync(repository, pass, run, job, folder, cancel))
                {
                    failed.Remove(job.Name);
                    read++;
                }
        return read;
    }

    private async Task<bool> CopyAsync(RepositoryRef repository, WorkflowRun pass, WorkflowRun failing, WorkflowJob job, string folder,
        CancellationToken cancel)
    {
        await using var from = await actions.LogAsync(repository, job.Id, cancel);
        if (from is null)
            return false;
        var place = Path.Combine(folder, "history", $"99-{pass.Id}");
        var file = Path.Combine(place, WorkflowRunCollector.LogName(failing, job));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        new RunFile(repository.FullName, pass.HeadSha, pass.HeadBranch, null, pass.CreatedAt).Write(place);
        try
        {
            await using var to = File.Create(file);
            await new RedactedCopy(own).CopyAsync(from, to, MaxLog, cancel);
            return true;
        }
        catch (Exception broken) when (broken is TooLargeException or IOException)
        {
            // Half a passing log would make all of the other half look new.
            File.Delete(file);
            return false;
        }
    }
}
