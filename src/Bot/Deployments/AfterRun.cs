using Whybot.Analysis.Decisions.Acting;
using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Filing;
using Whybot.Analysis.Gates;
using Whybot.Analysis.Reports;
using Whybot.Analysis.Settings;
using Whybot.Pipeline;
using Whybot.Publishing;
using Whybot.Storage;

namespace Whybot.Deployments;

/// <summary>A workflow that is to be started after a run, and why.</summary>
internal sealed record FollowUp(string Name, string Workflow, string Reason);

/// <summary>A workflow that the settings want after a run and that is not started.</summary>
/// <param name="Unmet">What keeps it from that.</param>
internal sealed record Refusal(string Name, string Workflow, IReadOnlyList<ActionCondition> Unmet);

/// <param name="Unmet">What a promotion lacks, whether the settings want one or not: a person may pass it.</param>
internal sealed record FollowUps(Decision Decision, IReadOnlyList<FollowUp> Started, IReadOnlyList<Refusal> Refused, IReadOnlyList<ActionCondition> Unmet);

/// <summary>What settings want done after a run: a rollback on no-go, a promotion on go, the worklog on a branch. Off where they do not ask for it.</summary>
internal sealed partial class AfterRun(Outbox outbox, TimeProvider time, ILogger<AfterRun> logger)
{
    public const string Promotion = "promote";
    public const string Rollback = "rollback";

    public static FollowUps Of(DeploymentRun run, RunSettings? settings, RunDrafts drafts, ActionFacts facts)
    {
        var decision = DecisionTable.Of(drafts.Decision)?.Decision ?? Decision.Inconclusive;
        var unmet = ActionConditions.Promotion(decision, drafts.Reason, facts).Unmet();
        var wanted = new List<(FollowUp Action, IReadOnlyList<ActionCondition> Unmet)>();
        if (settings?.Promote is { } promote)
            wanted.Add((new FollowUp(Promotion, promote, $"{run.Environment} is go: {drafts.Reason}"), unmet));
        if (settings?.Rollback is { } rollback)
            wanted.Add((new FollowUp(Rollback, rollback, $"{run.Environment} is no-go: {drafts.Reason}"), ActionConditions.Rollback(decision, drafts.Reason, facts).Unmet()));
        return new FollowUps(decision, [.. wanted.Where(w => w.Unmet.Count == 0).Select(w => w.Action)],
            [.. wanted.Where(w => w.Unmet.Count > 0).Select(w => new Refusal(w.Action.Name, w.Action.Workflow, w.Unmet))], unmet);
    }

    public static RunDrafts Said(RunDrafts drafts, FollowUps actions) =>
        drafts with { Comment = Said(drafts.Comment, actions), Check = drafts.Check with { Summary = Said(drafts.Check.Summary, actions) } };

    /// <summary>With a line about what was asked for, and about what was not and why.</summary>
    public static string Said(string text, FollowUps actions) =>
        text + string.Concat(actions.Started.Select(a => $"\n**Asked for:** the {a.Name} workflow {Markdown.Code(a.Workflow)}, since {Markdown.Code(a.Reason)}.\n"))
            + string.Concat(actions.Refused.Where(r => IsNews(actions.Decision, r)).Select(Line));

    /// <summary>That a promotion needs go, and a rollback no-go, everybody knows; what else keeps it from being started has to be said.</summary>
    private static bool IsNews(Decision decision, Refusal refusal) =>
        refusal.Unmet.Any(IsMore) && (refusal.Name == Rollback ? decision == Decision.NoGo : decision is Decision.Go or Decision.Inconclusive);

    private static bool IsMore(ActionCondition condition) => condition.Name != ActionConditions.Decided;

    private static string Line(Refusal refusal) =>
        $"\n**Not started:** the {refusal.Name} workflow {Markdown.Code(refusal.Workflow)}.\n\n"
        + string.Concat(refusal.Unmet.Where(IsMore).Select(c => $"- {c.Name}: {Markdown.Code(c.Why)}\n"));

    /// <returns>Whether there is anything to be done.</returns>
    public async Task<bool> AskAsync(Session session, DeploymentRun run, RunSettings? settings, FollowUps actions, string worklog)
    {
        foreach (var action in actions.Started)
            await StartAsync(session, run, settings!, action, run.Deployment);
        foreach (var refusal in actions.Refused)
            foreach (var condition in refusal.Unmet)
            {
                var why = SafeText.OneLine(condition.Why, 300);
                Refused(run.Environment, run.Sha, refusal.Workflow, condition.Name, why);
            }
        if (settings?.WorklogBranch is not { } branch || worklog.Length == 0)
            return actions.Started.Count > 0;
        var path = $"worklogs/{EnvironmentNames.WordOf(run.Environment)}/{run.OpenedAt:yyyy-MM-dd}-{run.Deployment}-{run.Sha[..8]}.md";
        await outbox.CommitAsync(session, run.Ref, run.Mandate, new CommitEffect(branch, path, $"Worklog of deployment {run.Deployment} to {run.Environment}", worklog));
        return true;
    }

    /// <summary>What a workflow that is started after a run is kept by: each is started once for a deployment.</summary>
    public static string Target(DeploymentRun run, string name) => $"{run.Deployment}:{EnvironmentNames.WordOf(run.Environment)}:{name}";

    /// <summary>Starts a workflow, unless it was started for this deployment before; what was rolled back is not promoted.</summary>
    /// <param name="newest">The deployment that must still be the newest when the workflow is really started; null where a person has passed that.</param>
    public async Task StartAsync(Session session, DeploymentRun run, RunSettings settings, FollowUp action, long? newest = null)
    {
        if (await EffectStore.ExistsAsync(session, run.Repository, DispatchEffect.Kind, Target(run, action.Name))
            || (action.Name == Promotion && await EffectStore.ExistsAsync(session, run.Repository, DispatchEffect.Kind, Target(run, Rollback))))
            return;
        var correlation = $"whybot-{run.Deployment}-{action.Name}-{Guid.NewGuid():N}"[..^20];
        await outbox.DispatchAsync(session, run.Ref, run.Mandate, Target(run, action.Name), new DispatchEffect(action.Workflow, settings.Ref,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["environment"] = run.Environment,
                ["sha"] = run.Sha,
                ["reason"] = action.Reason,
                ["correlation"] = correlation,
            }, correlation, action.Reason, time.GetUtcNow())
        { Deployment = newest });
    }

    public Task PromoteAsync(Session session, DeploymentRun run, RunSettings settings, Acceptance acceptance) =>
        StartAsync(session, run, settings, new FollowUp(Promotion, settings.Promote!, $"{run.Environment} is accepted by {acceptance.By}: {acceptance.Reason}"));

    [LoggerMessage(Level = LogLevel.Information, Message = "{Environment} with {Sha}: {Workflow} is not started; {Condition}: {Why}")]
    private partial void Refused(string environment, string sha, string workflow, string condition, string why);
}
