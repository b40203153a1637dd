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

/// <summary>A workflow to start after a run, and why.</summary>
internal sealed record FollowUp(string Name, string Workflow, string Reason);

/// <summary>A workflow that the settings ask for after a run but that is not started.</summary>
/// <param name="Unmet">The conditions that prevent it.</param>
internal sealed record Refusal(string Name, string Workflow, IReadOnlyList<ActionCondition> Unmet);

/// <param name="Unmet">The promotion's unmet conditions, whether or not the settings ask for one: a person may override them.</param>
internal sealed record FollowUps(Decision Decision, IReadOnlyList<FollowUp> Started, IReadOnlyList<Refusal> Refused, IReadOnlyList<ActionCondition> Unmet);

/// <summary>Does what the settings ask for after a run: a rollback on no-go, a promotion on go, the worklog on a branch. Each is off by default.</summary>
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
            wanted.Add((new FollowUp(Rollback, rollback, $"{run.Environment} is no-go: {drafts.Reason}"),
                ActionConditions.Rollback(decision, drafts.Reason, facts).Unmet()));
        return new FollowUps(decision, [.. wanted.Where(w => w.Unmet.Count == 0).Select(w => w.Action)],
            [.. wanted.Where(w => w.Unmet.Count > 0).Select(w => new Refusal(w.Action.Name, w.Action.Workflow, w.Unmet))], unmet);
    }

    public static RunDrafts Said(RunDrafts drafts, FollowUps actions) =>
        drafts with { Comment = Said(drafts.Comment, actions), Check = drafts.Check with { Summary = Said(drafts.Check.Summary, actions) } };

    /// <summary>Adds a line about each workflow that was started, and about each that was not and why.</summary>
    public static string Said(string text, FollowUps actions) =>
        text + string.Concat(actions.Started.Select(a =>
            $"\n**Asked for:** the {a.Name} workflow {Markdown.Code(a.Workflow)}, since {Markdown.Code(a.Reason)}.\n"))
            + string.Concat(actions.Refused.Where(r => IsNews(actions.Decision, r)).Select(Line));

    /// <summary>
    /// Everybody knows that a promotion needs go and a rollback needs no-go; any other condition that prevents the start has to be mentioned.
    /// </summary>
    private static bool IsNews(Decision decision, Refusal refusal) =>
        refusal.Unmet.Any(IsMore) && (refusal.Name == Rollback ? decision == Decision.NoGo : decision is Decision.Go or Decision.Inconclusive);

    private static bool IsMore(ActionCondition condition) => condition.Name != ActionConditions.Decided;

    private static string Line(Refusal refusal) =>
        $"\n**Not started:** the {refusal.Name} workflow {Markdown.Code(refusal.Workflow)}.\n\n"
        + string.Concat(refusal.Unmet.Where(IsMore).Select(c => $"- {c.Name}: {Markdown.Code(c.Why)}\n"));

    /// <returns>Whether there is anything to do.</returns>
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
        await outbox.PutAsync(session, run.Ref, run.Mandate, $"{branch}:{path}",
            new CommitEffect(branch, path, $"Worklog of deployment {run.Deployment} to {run.Environment}", worklog));
        return true;
    }

    /// <summary>The key of a workflow that is started after a run: each is started once per deployment.</summary>
    public static string Target(DeploymentRun run, string name) => $"{run.Deployment}:{EnvironmentNames.WordOf(run.Environment)}:{name}";

    /// <summary>Starts a workflow, unless it was already started for this deployment; a deployment that was rolled back is not promoted.</summary>
    /// <param name="newest">The deployment that must still be the newest when the workflow is actually started; null if a person has overridden that.</param>
    public async Task StartAsync(Session session, DeploymentRun run, RunSettings settings, FollowUp action, long? newest = null)
    {
        if (await EffectStore.ExistsAsync(session, run.Repository, DispatchEffect.Kind, Target(run, action.Name))
            || (action.Name == Promotion && await EffectStore.ExistsAsync(session, run.Repository, DispatchEffect.Kind, Target(run, Rollback))))
            return;
        var correlation = $"whybot-{run.Deployment}-{action.Name}-{Guid.NewGuid():N}"[..^20];
        await outbox.PutAsync(session, run.Ref, run.Mandate, Target(run, action.Name), new DispatchEffect(action.Workflow, settings.Ref,
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
        StartAsync(session, run, settings, new FollowUp(Promotion, settings.Promote!,
            $"{run.Environment} is accepted by {acceptance.By}: {acceptance.Reason}"));

    [LoggerMessage(Level = LogLevel.Information, Message = "{Environment} with {Sha}: {Workflow} is not started; {Condition}: {Why}")]
    private partial void Refused(string environment, string sha, string workflow, string condition, string why);
}
