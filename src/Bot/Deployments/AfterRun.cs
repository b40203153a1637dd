using Whybot.Analysis.Filing;
using Whybot.Analysis.Reports;
using Whybot.Analysis.Settings;
using Whybot.Pipeline;
using Whybot.Publishing;
using Whybot.Storage;

namespace Whybot.Deployments;

/// <summary>A workflow that is to be started after a run, and why.</summary>
internal sealed record FollowUp(string Name, string Workflow, string Reason);

/// <summary>What settings want done after a run: a rollback on no-go, a promotion on go, the worklog on a branch. Off where they do not ask for it.</summary>
internal sealed class AfterRun(Outbox outbox, TimeProvider time)
{
    public static IReadOnlyList<FollowUp> Of(DeploymentRun run, RunSettings? settings, RunDrafts drafts) => drafts.Decision switch
    {
        "no-go" when settings?.Rollback is { } workflow => [new FollowUp("rollback", workflow, $"{run.Environment} is no-go: {drafts.Reason}")],
        "go" when settings?.Promote is { } workflow => [new FollowUp("promote", workflow, $"{run.Environment} is go: {drafts.Reason}")],
        _ => [],
    };

    public static RunDrafts Said(RunDrafts drafts, IReadOnlyList<FollowUp> actions) => actions.Count == 0 ? drafts
        : drafts with { Comment = Said(drafts.Comment, actions), Check = drafts.Check with { Summary = Said(drafts.Check.Summary, actions) } };

    /// <summary>With a line about what was asked for.</summary>
    public static string Said(string text, IReadOnlyList<FollowUp> actions) =>
        text + string.Concat(actions.Select(a => $"\n**Asked for:** the {a.Name} workflow {Markdown.Code(a.Workflow)}, since {Markdown.Code(a.Reason)}.\n"));

    /// <returns>Whether there is anything to be done.</returns>
    public async Task<bool> AskAsync(Session session, DeploymentRun run, RunSettings? settings, IReadOnlyList<FollowUp> actions, string worklog)
    {
        foreach (var action in actions)
            await StartAsync(session, run, settings!, action);
        if (settings?.WorklogBranch is not { } branch || worklog.Length == 0)
            return actions.Count > 0;
        var path = $"worklogs/{EnvironmentNames.WordOf(run.Environment)}/{run.Opened:yyyy-MM-dd}-{run.Deployment}-{run.Sha[..8]}.md";
        await outbox.CommitAsync(session, run.Ref, run.Mandate, new CommitEffect(branch, path, $"Worklog of deployment {run.Deployment} to {run.Environment}", worklog));
        return true;
    }

    /// <summary>What a workflow that is started after a run is kept by: each is started once for a deployment.</summary>
    public static string Target(DeploymentRun run, string name) => $"{run.Deployment}:{EnvironmentNames.WordOf(run.Environment)}:{name}";

    /// <summary>Starts a workflow, unless it was started for this deployment before; what was rolled back is not promoted.</summary>
    public async Task StartAsync(Session session, DeploymentRun run, RunSettings settings, FollowUp action)
    {
        if (await EffectStore.ExistsAsync(session, run.Repository, DispatchEffect.Kind, Target(run, action.Name))
            || (action.Name == "promote" && await EffectStore.ExistsAsync(session, run.Repository, DispatchEffect.Kind, Target(run, "rollback"))))
            return;
        var correlation = $"whybot-{run.Deployment}-{action.Name}-{Guid.NewGuid():N}"[..^20];
        await outbox.DispatchAsync(session, run.Ref, run.Mandate, Target(run, action.Name), new DispatchEffect(action.Workflow, settings.Ref,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["environment"] = run.Environment,
                ["sha"] = run.Sha,
                ["reason"] = action.Reason,
                ["correlation"] = correlation,
            }, correlation, action.Reason, time.GetUtcNow()));
    }

    public Task PromoteAsync(Session session, DeploymentRun run, RunSettings settings, Acceptance acceptance) =>
        StartAsync(session, run, settings, new FollowUp("promote", settings.Promote!, $"{run.Environment} is accepted by {acceptance.By}: {acceptance.Reason}"));
}
