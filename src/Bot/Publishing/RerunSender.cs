using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Memory.Effects;

namespace Whybot.Publishing;

/// <summary>A workflow run to rerun.</summary>
/// <param name="Attempt">The attempt after which it should run again.</param>
internal sealed record RerunEffect(long Run, int Attempt, bool OnlyFailed)
{
    public const string Kind = "rerun";
}

/// <summary>Reruns a workflow run once: if its attempt number has increased in the meantime, it is already running again.</summary>
internal sealed class RerunSender(ActionsClient actions) : EffectSender<RerunEffect>
{
    public override string Kind => RerunEffect.Kind;
    public override int Order => 1;
    public override bool Acts => true;
    public override bool Notifies => false;

    public override string Describe(RerunEffect draft) => $"rerun of workflow run {draft.Run}";

    public override string Link(RerunEffect draft, long remoteId) => "actions";

    public override async Task<Sending> SendAsync(RerunEffect draft, Effect effect, RepositoryRef repository, Func<string, Task> claim,
        CancellationToken cancel)
    {
        if (await actions.RunAsync(repository, draft.Run, cancel) is not { } run)
            return new Sending.Withheld("GitHub no longer has the run");
        if (run.RunAttempt > draft.Attempt)
            return new Sending.Sent(draft.Run, $"{run.RunAttempt}", Created: false);
        await claim($"{draft.Attempt + 1}");
        await (draft.OnlyFailed ? actions.RerunFailedAsync(repository, draft.Run, cancel) : actions.RerunAsync(repository, draft.Run, cancel));
        return new Sending.Sent(draft.Run, $"{draft.Attempt + 1}", Created: true);
    }
}
