using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deployments;
using Whybot.Memory.Runs;

namespace Whybot.Features.Deployments.Suites;

/// <summary>Stores how a local suite ended together with its files, and lets its deployment's run go on.</summary>
internal sealed partial class LocalSuiteEnding(SuiteRuns suites, JobQueue jobs, IDatabase database, WorkSignals signals, ILogger<LocalSuiteEnding> logger)
{
    public async Task EndAsync(Job job, DeploymentRun run, SuiteRun suiteRun, SuiteEnd end, IReadOnlyList<StoredResult> files, CancellationToken cancel)
    {
        await database.WriteAsync(job, async session =>
        {
            await suites.EndedAsync(session, suiteRun, end.Outcome, end.Note, files);
            if (!run.Ended)
                await jobs.EnqueueAsync(session, run.ToJob(job.Delivery));
        }, cancel);
        signals.Jobs.Signal();
        var names = string.Join(", ", suiteRun.Names);
        Ran(names, end.Outcome, end.Note);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Suite {Suite}: {Outcome} {Note}")]
    private partial void Ran(string suite, string outcome, string? note);
}
