using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deployments;

namespace Whybot.Runs.Suites;

/// <summary>Decides where suites run and records what to start: local commands one by one, all others as one workflow run.</summary>
internal sealed class SuiteStart(SuiteRuns suites, SuitePolicy policy, JobQueue jobs, WorkSignals signals, IDatabase database)
{
    /// <summary>Whether every suite has a place to run.</summary>
    public bool CanStart(DeploymentRun run, EnvironmentSettings environment, IReadOnlyList<string> names) =>
        environment.Run?.Workflow is not null || names.All(n => policy.LocalOf(run.RepositoryName, run.Environment, n) is not null);

    /// <param name="phase">0 for tests that are rerun.</param>
    /// <param name="tests">Null for all tests.</param>
    public async Task AskAsync(Session session, DeploymentRun run, EnvironmentSettings environment, int phase, IReadOnlyList<string> names,
        IReadOnlyList<TestToRecheck>? tests, string? delivery)
    {
        var local = names.Where(n => policy.LocalOf(run.RepositoryName, run.Environment, n) is not null).ToList();
        foreach (var name in local)
        {
            var id = await suites.AskAsync(session, run, phase,
                new SuiteRequest("local", [name], tests is null ? null : [.. tests.Where(t => t.Suite == name)]));
            await jobs.EnqueueAsync(session, SuiteJob.Request(run.Repository, id, delivery));
        }
        var remote = names.Except(local).ToList();
        if (remote.Count > 0 && environment.Run?.Workflow is not null)
            await suites.AskAsync(session, run, phase, new SuiteRequest("actions", remote, tests is null
                ? null : [.. tests.Where(t => remote.Contains(t.Suite))]));
    }

    /// <summary>Withdraws what has not started yet.</summary>
    public Task WithdrawAsync(IEnumerable<SuiteRun> current, CancellationToken cancel) =>
        database.WriteAsync(async session =>
        {
            foreach (var suite in current.Where(s => s is { Place: "local", State: "asked" }))
                await suites.EndedAsync(session, suite, "cancelled", "it was not begun: an earlier suite has a failure (fast-fail)", []);
        }, cancel);

    public void Wake() => signals.Jobs.Signal();
}
