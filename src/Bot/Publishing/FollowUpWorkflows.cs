using Whybot.Analysis.Inputs.Settings;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deployments;
using Whybot.Memory.Effects;

namespace Whybot.Publishing;

/// <summary>A workflow to start after a run, and why.</summary>
internal sealed record FollowUp(string Name, string Workflow, string Reason);

/// <summary>Starts the workflows that follow a run, each once per deployment.</summary>
internal sealed class FollowUpWorkflows(Outbox outbox, TimeProvider time)
{
    public const string Promotion = "promote";
    public const string Rollback = "rollback";

    /// <summary>The key of a workflow that is started after a run.</summary>
    public static string Target(DeploymentRun run, string name) => $"{run.Deployment}:{EnvironmentNames.WordOf(run.Environment)}:{name}";

    /// <summary>Starts a workflow, unless it was already started for this deployment; a deployment that was rolled back is not promoted.</summary>
    /// <param name="newest">The deployment that must still be the newest when the workflow is actually started; null if a person has overridden that.</param>
    public async Task StartAsync(Session session, DeploymentRun run, RunSettings settings, FollowUp action, long? newest = null)
    {
        if (await EffectStore.ExistsAsync(session, run.Repository, DispatchEffect.Kind, Target(run, action.Name))
            || (action.Name == Promotion && await EffectStore.ExistsAsync(session, run.Repository, DispatchEffect.Kind, Target(run, Rollback))))
            return;
        var correlation = Correlation.New(run.Deployment, action.Name);
        await outbox.PutAsync(session, run.Ref, run.Mandate, Target(run, action.Name), new DispatchEffect(action.Workflow, settings.Ref,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["environment"] = run.Environment,
                ["sha"] = run.Sha.Value,
                ["reason"] = action.Reason,
                ["correlation"] = correlation,
            }, correlation, action.Reason, time.GetUtcNow())
        { Deployment = newest });
    }

    public Task PromoteAsync(Session session, DeploymentRun run, RunSettings settings, Acceptance acceptance) =>
        StartAsync(session, run, settings, new FollowUp(Promotion, settings.Promote!,
            $"{run.Environment} is accepted by {acceptance.By}: {acceptance.Reason}"));
}
