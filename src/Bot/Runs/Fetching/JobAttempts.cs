using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Fetching;

/// <summary>The jobs of a run in all its attempts: one that failed and then passed on the same commit is flaky.</summary>
internal sealed class JobAttempts(ActionsClient actions)
{
    /// <summary>Each attempt takes a request.</summary>
    public const int Most = 3;

    /// <returns>Oldest first.</returns>
    public async Task<IReadOnlyList<(WorkflowJob Job, int Number)>> OfAsync(RepositoryRef repository, WorkflowRun run, CancellationToken cancel)
    {
        var all = new List<(WorkflowJob, int)>();
        for (var number = Math.Max(1, run.RunAttempt - Most + 1); number <= run.RunAttempt; number++)
            all.AddRange((await actions.JobsAsync(repository, run with { RunAttempt = number }, cancel)).Select(j => (j, number)));
        // A job that was not run again is listed in the later attempts too.
        return [.. all.AsEnumerable().Reverse().DistinctBy(j => j.Item1.Id).Reverse()];
    }

    /// <summary>A run's folder among the earlier runs; its name sorts behind those of the branch's history.</summary>
    public static string Place(string folder, WorkflowRun run) => Path.Combine(folder, "history", $"99-{run.Id}");

    public static void Describe(RepositoryRef repository, WorkflowRun run, string place) =>
        new RunFile(repository.FullName, run.HeadSha, run.HeadBranch, null, run.CreatedAt).Write(place);

    /// <param name="place">The run's folder among the earlier runs.</param>
    public static void Write(RepositoryRef repository, WorkflowRun run, IEnumerable<(WorkflowJob Job, int Number)> jobs, string place)
    {
        Directory.CreateDirectory(place);
        Describe(repository, run, place);
        JobHistory.Write(place, [.. jobs.Where(j => j.Job.Conclusion is not null)
            .Select(j => new PastJobRecord(j.Job.Id, j.Job.Name, j.Job.Conclusion!, j.Number))]);
    }
}
