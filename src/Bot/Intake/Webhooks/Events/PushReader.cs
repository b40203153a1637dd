using Octokit.Webhooks.Events;

namespace Whybot.Intake.Webhooks.Events;

/// <summary><c>push</c>: the previous newest commit no longer is the newest.</summary>
internal sealed class PushReader() : EventReader<PushEvent>("push")
{
    protected override WebhookIntent Read(PushEvent sent) => EventFields.Sha(sent.Before) is { IsZero: false } before
        ? new WebhookIntent.Superseded(EventFields.RepositoryOf(sent), before) : new WebhookIntent.Nothing("a new branch");
}
