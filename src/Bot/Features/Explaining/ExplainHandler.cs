using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Logging;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Memory.Runs;
using Whybot.Publishing;
using Whybot.Runs.Fetching;

namespace Whybot.Features.Explaining;

/// <summary>
/// Examines a commit's checks: waits until they are complete, and has them explained unless there is nothing new to say. Everything is read from GitHub again
/// each time; the same state is never analyzed twice.
/// </summary>
internal sealed partial class ExplainHandler(CommitStateReader states, RepositorySettingsReader reader, RunStore runs, Outbox outbox,
    CommitExplainer explainer, QueueSettings queue, TimeProvider time, ILogger<ExplainHandler> logger) : IJobHandler
{
    public string Kind => ExplainJob.Kind;

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken cancel)
    {
        var repository = job.Ref;
        if (await runs.FindAsync(job.Repository, ExplainJob.Of(job).Sha, cancel) is not { } run)
            return null;
        using var scope = LogScopes.Run(logger, run.Id);
        var state = await states.ReadAsync(repository, run.Sha, cancel);
        if (state.Outdated)
            return await EndAsync(job, run, "obsolete", "its pull request has a newer commit", cancel);
        if (state.NothingRan)
            return await EndAsync(job, run, "analysed", "no check ran on it", cancel);
        var quietUntil = job.AskedAt + queue.Quiet;
        if (!state.Complete && time.GetUtcNow() < quietUntil)
            return Earlier(time.GetUtcNow() + queue.Poll, quietUntil);
        if (run.Inputs == state.Fingerprint)
            return await EndAsync(job, run, "analysed", "this state was analysed before", cancel);
        var settings = await reader.OfAsync(repository, cancel);
        var subject = Subject.Of(run.Sha, state, settings);
        if (!state.Failing && subject.Mandate is null && !await outbox.HasSpokenAsync(repository, subject.Target, state.Origin.Told?.Number, cancel)
            && !settings.CheckGates)
            return await EndAsync(job, run, "analysed", "all is green, and nothing was said before", cancel);
        await explainer.ExplainAsync(job, run, subject, state, settings, cancel);
        return null;
    }

    private async Task<DateTimeOffset?> EndAsync(Job job, RunRecord run, string state, string why, CancellationToken cancel)
    {
        await runs.EndAsync(job, run, state, cancel);
        Ended(run.Sha, state, why);
        return null;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset two) => one < two ? one : two;

    [LoggerMessage(Level = LogLevel.Information, Message = "{Sha} is {State}: {Why}")]
    private partial void Ended(CommitSha sha, string state, string why);
}
