using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deployments;
using Whybot.Runs.RunFolders;
using Whybot.Runs.Suites;

namespace Whybot.Features.Deployments.Suites;

/// <summary>
/// Runs one suite on this machine. A suite that was interrupted because the service was killed or stopped runs again from the start; what is left of it
/// is ended first.
/// </summary>
internal sealed class LocalSuiteHandler(SuiteRuns suites, DeploymentRuns runs, SuitePolicy policy, EvidenceFolders folders, LocalSuiteRun local,
    LocalSuiteEnding ending, IDatabase database) : IJobHandler
{
    public string Kind => SuiteJob.Kind;

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken cancel)
    {
        if (await suites.FindAsync(SuiteJob.Of(job).SuiteRun, cancel) is not { Ended: false } suiteRun
            || await runs.FindAsync(suiteRun.DeploymentRun, cancel) is not { } run)
            return null;
        var name = suiteRun.Names[0];
        if (run.Ended || policy.LocalOf(run.RepositoryName, run.Environment, name) is not { } suite)
        {
            await ending.EndAsync(job, run, suiteRun,
                new SuiteEnd("cancelled", run.Ended ? "its run was over" : "the server's settings no longer name its command"), [], cancel);
            return null;
        }
        // The same folder after a restart: the interrupted run left its process id in it.
        using var folder = folders.Take(run.Ref, $"suite-{suiteRun.Id}");
        SuiteProcess.EndLeftover(folder.Path);
        folder.Clear();
        await database.WriteAsync(job, session => SuiteRuns.StartedAsync(session, suiteRun, null), cancel);
        var (end, files) = await local.RunAsync(suite, run, suiteRun, folder.Path, cancel);
        await ending.EndAsync(job, run, suiteRun, end, files, cancel);
        folders.Remove(folder);
        return null;
    }
}
