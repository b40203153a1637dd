using System.Text.Json;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Memory.Effects;
using Whybot.Runs.Fetching;

namespace Whybot.Publishing;

/// <summary>
/// Starts a workflow at most once: a rollback that runs twice may undo more than it should. If GitHub's answer was lost, the sender looks for the run,
/// and if it finds none, it does not start another.
/// </summary>
internal sealed class DispatchSender(ActionsClient actions, RepositoriesClient repositories, DeploymentStanding standing) : IEffectSender
{
    public string Kind => DispatchEffect.Kind;
    public int Order => 5;

    public async Task<Sending> SendAsync(Effect effect, RepositoryRef repository, Func<string, Task> claim, CancellationToken cancel)
    {
        var draft = JsonSerializer.Deserialize(effect.Draft, EffectJson.Default.DispatchEffect)!;
        if (effect.Tried is not null)
            return await actions.FindDispatchedAsync(repository, draft.Workflow, draft.Correlation, draft.At, cancel) is { } there
                ? new Sending.Sent(there.Id, draft.Correlation, Created: false)
                : new Sending.Withheld($"{draft.Workflow} may have been started, and GitHub's answer was lost; it is not started twice");
        // The environment may have received another deployment since the decision.
        if (draft.Deployment is { } deployment
            && (await standing.OfAsync(repository, deployment, draft.Inputs["environment"], draft.Inputs["sha"], cancel)).Replaced is { } replaced)
            return new Sending.Withheld(replaced);
        await claim(draft.Correlation);
        var branch = draft.Ref ?? (await repositories.GetAsync(repository, cancel)).DefaultBranch;
        var id = await actions.DispatchAsync(repository, draft.Workflow, branch, draft.Inputs, cancel);
        return new Sending.Sent(id ?? 0, draft.Correlation, Created: true);
    }
}
