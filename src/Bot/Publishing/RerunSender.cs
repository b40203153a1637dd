using System.Text.Json;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Memory.Deployments;
using Whybot.Memory.Effects;

namespace Whybot.Publishing;

/// <summary>Reruns a workflow run once: if its attempt number has increased in the meantime, it is already running again.</summary>
internal sealed class RerunSender(ActionsClient actions) : IEffectSender
{
    public string Kind => RerunEffect.Kind;
    public int Order => 1;
    public bool Notifies => false;

    public async Task<Sending> SendAsync(Effect effect, RepositoryRef repository, Func<string, Task> claim, CancellationToken cancel)
    {
        var draft = JsonSerializer.Deserialize(effect.Draft, EffectJson.Default.RerunEffect)!;
        if (await actions.RunAsync(repository, draft.Run, cancel) is not { } run)
            return new Sending.Withheld("GitHub no longer has the run");
        if (run.RunAttempt > draft.Attempt)
            return new Sending.Sent(draft.Run, $"{run.RunAttempt}", Created: false);
        await claim($"{draft.Attempt + 1}");
        await (draft.OnlyFailed ? actions.RerunFailedAsync(repository, draft.Run, cancel) : actions.RerunAsync(repository, draft.Run, cancel));
        return new Sending.Sent(draft.Run, $"{draft.Attempt + 1}", Created: true);
    }
}
