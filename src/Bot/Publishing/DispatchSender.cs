using Whybot.Analysis.Inputs.Settings;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.BeyondOctokit;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Memory.Effects;
using Whybot.Runs.Fetching;

namespace Whybot.Publishing;

/// <summary>A workflow to start once.</summary>
/// <param name="Ref">Branch or tag; null for the default branch.</param>
/// <param name="Correlation">One of its inputs, used to find its run again.</param>
internal sealed record DispatchEffect(string Workflow, string? Ref, IReadOnlyDictionary<string, string> Inputs, string Correlation, string Reason,
    DateTimeOffset At)
{
    public const string Kind = "dispatch";

    /// <summary>The deployment after which it is started, which must still be the newest at that time; null if that does not matter.</summary>
    public long? Deployment { get; init; }
}

/// <summary>
/// Starts a workflow at most once: a rollback that runs twice may undo more than it should. If GitHub's answer was lost, the sender looks for the run,
/// and if it finds none, it does not start another.
/// </summary>
internal sealed class DispatchSender(ActionsClient actions, RepositoriesClient repositories, DeploymentsClient deployments, DeploymentStanding standing,
    GitHubSettings settings) : EffectSender<DispatchEffect>
{
    public override string Kind => DispatchEffect.Kind;
    public override int Order => 5;
    public override bool Acts => true;
    public override bool AtMostOnce => true;

    public override string Describe(DispatchEffect draft) => $"start of {draft.Workflow}: {draft.Reason}";

    public override string Link(DispatchEffect draft, long remoteId) => "actions";

    public override async Task<Sending> SendAsync(DispatchEffect draft, Effect effect, RepositoryRef repository, Func<string, Task> claim,
        CancellationToken cancel)
    {
        if (effect.Tried is not null)
            return await actions.FindDispatchedAsync(repository, draft.Workflow, draft.Correlation, draft.At, cancel) is { } there
                ? new Sending.Sent(there.Id, draft.Correlation, Created: false)
                : new Sending.Withheld($"{draft.Workflow} may have been started, and GitHub's answer was lost; it is not started twice");
        // Inside GitHub Actions the store is a branch that others may have written.
        if (settings.OwnRun is not null && draft.Deployment is { } stored)
        {
            if (await DeployedAsync(repository, stored, draft.Inputs, cancel) is not { } made)
                return new Sending.Withheld($"GitHub knows no deployment {stored} of {draft.Inputs["sha"]} to {draft.Inputs["environment"]}");
            // A state that was lost may have known of a start for the same deployment.
            if (await actions.FindDispatchedAsync(repository, draft.Workflow, Series(draft.Correlation), made.CreatedAt, cancel) is { } earlier)
                return new Sending.Sent(earlier.Id, draft.Correlation, Created: false);
        }
        // The environment may have received another deployment since the decision.
        if (draft.Deployment is { } deployment
            && (await standing.OfAsync(repository, deployment, draft.Inputs["environment"], new(draft.Inputs["sha"]), cancel)).Replaced is { } replaced)
            return new Sending.Withheld(replaced);
        await claim(draft.Correlation);
        var branch = draft.Ref ?? (await repositories.GetAsync(repository, cancel)).DefaultBranch;
        var id = await actions.DispatchAsync(repository, draft.Workflow, branch, draft.Inputs, cancel);
        return new Sending.Sent(id ?? 0, draft.Correlation, Created: true);
    }

    /// <summary>What the correlations of all starts for one reason have in common.</summary>
    private static string Series(string correlation) => correlation[..(correlation.LastIndexOf('-') + 1)];

    private async Task<Deployment?> DeployedAsync(RepositoryRef repository, long deployment, IReadOnlyDictionary<string, string> inputs,
        CancellationToken cancel) =>
        await deployments.FindAsync(repository, deployment, cancel) is { } there && there.Sha.Value == inputs["sha"]
            && EnvironmentNames.Same(there.Environment, inputs["environment"]) ? there : null;
}
