using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Filing;
using Whybot.Foundation.Metrics;
using Whybot.Foundation.Queue;
using Whybot.Memory.Deployments;
using Whybot.Runs.Analyzing;
using Whybot.Runs.Fetching;

namespace Whybot.Features.Deployments;

/// <summary>Ends a run that was explained: decides who is told, what is started and what the next run is to know.</summary>
internal sealed partial class EndStep(DeploymentStanding standing, SupersedeStep supersede, DeploymentRuns runs, NotifiedPulls pulls,
    EndingTransaction transaction, TimeProvider time, WhybotMetrics metrics, ILogger<EndStep> logger)
{
    public async Task<Next> RunAsync(Job job, DeploymentRun run, EnvironmentSettings environment, AnalysisOutput output, RunDrafts drafts,
        CancellationToken cancel)
    {
        // Check right before writing anything: the environment may have received another deployment while this one was being concluded.
        var now = await standing.OfAsync(run, cancel);
        if ((now.Void ?? (drafts.Decision == Decision.Void ? drafts.Reason : null)) is { } why)
        {
            await supersede.VoidAsync(job, run, why, cancel);
            return Next.Step;
        }
        var ending = await EndingAsync(run, environment, output, drafts, now, cancel);
        if (!await transaction.CommitAsync(job, run, environment.Run, ending, cancel))
            // The step that starts with the newer deployment ends this run.
            return Next.At(time.GetUtcNow());
        metrics.Concluded(drafts.Decision, drafts.Causes.Select(c => c.Verdict));
        var decision = DecisionTable.Of(drafts.Decision).Json;
        Concluded(run.Environment, run.Sha, decision, drafts.Causes.Count);
        return Next.Step;
    }

    private async Task<RunEnding> EndingAsync(DeploymentRun run, EnvironmentSettings environment, AnalysisOutput output, RunDrafts drafts, Standing now,
        CancellationToken cancel)
    {
        var last = (await runs.HistoryAsync(run, 1, cancel)) is [var before] ? Conclusion.Read(before.Conclusion) : null;
        var notified = await pulls.OfAsync(run, drafts, last, cancel);
        var actions = AfterRun.Of(run, environment.Run, drafts, drafts.Acting with { Replaced = now.Replaced });
        var acceptance = Acceptance.Read(run.Accepted);
        return new RunEnding
        {
            Subject = Subject.OfDeployment(run.Sha, run.Environment, notified.Now),
            Drafts = Acceptance.Said(acceptance, AfterRun.Said(drafts, run, actions)),
            Conclusion = new Conclusion(new LastRun(run.Sha, DecisionTable.Of(drafts.Decision).Json, drafts.Reason, time.GetUtcNow(),
                [.. drafts.Causes.Select(c => AsPast(c, last))]), notified.Waiting)
            { Unmet = actions.Unmet },
            FollowUps = actions,
            Acceptance = acceptance,
            Worklog = AfterRun.Said(output.Worklog, actions) + (acceptance is null ? "" : $"\n{acceptance.Said("")}"),
            Output = output,
        };
    }

    /// <summary>A person is named only once for a failure that continues; the person named first is remembered.</summary>
    private static PastCause AsPast(SeenCause cause, Conclusion? last) => cause.AsPast with
    {
        Suspect = cause.Suspect ?? last?.Run.Causes.FirstOrDefault(p => p.Cluster == cause.Cluster)?.Suspect,
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "{Environment} with {Sha}: {Decision}, {Causes} causes")]
    private partial void Concluded(string environment, CommitSha sha, string decision, int causes);
}
