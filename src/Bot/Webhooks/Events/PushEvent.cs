namespace Whybot.Webhooks.Events;

/// <summary><c>push</c>: the commit that was the newest before is no longer.</summary>
internal sealed class PushEvent : IEventReader
{
    public string Event => "push";

    public Reaction Read(WebhookPayload payload) =>
        payload.Repository is { } repository && WebhookPayload.Sha(payload.Root, "before") is { } before && before.Any(c => c != '0')
            ? new Reaction.Superseded(repository, before) : new Reaction.Nothing("a new branch");
}
