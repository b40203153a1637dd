using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Memory.Causes;
using Whybot.Memory.Effects;
using Whybot.Publishing;
using Whybot.Runs.Fetching;

namespace Whybot.Features.IssueLifecycle;

/// <summary>
/// Keeps one issue that the bot filed up to date: reads what is known about it, has the next action decided, and stores that. If a person closed it as a
/// duplicate, its causes move to the original instead.
/// </summary>
internal sealed class IssueLifecycleHandler(IssuesClient issues, EffectStore effects, IssueCare care, Duplicates duplicates, TrackedIssueReader reader,
    RepositorySettingsReader settings, IssueDecisions decisions, TimeProvider time) : IJobHandler
{
    public string Kind => IssueLifecycleJob.Kind;

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken cancel)
    {
        var number = IssueLifecycleJob.Of(job).Issue;
        var repository = job.Ref;
        if (!await effects.IsRemoteAsync(repository.Id, IssueEffect.Kind, number, cancel)
            || await issues.FindAsync(repository, number, cancel) is not { IsPull: false } issue)
            return null;
        var known = await care.OfAsync(repository.Id, number, cancel);
        if (known.ClosedBy is null && await duplicates.MergeAsync(job, issue, cancel))
            return null;
        var view = await reader.ReadAsync(repository, issue, known, cancel);
        var decision = IssueLifecycleRules.Decide(view, await settings.OfAsync(repository, cancel), time.GetUtcNow());
        await decisions.PutAsync(job, number, decision, cancel);
        return null;
    }
}
