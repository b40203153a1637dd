using Whybot.Pipeline;

namespace Whybot.Webhooks.Events;

/// <summary><c>check_suite</c> completed: all checks of one App on a commit.</summary>
/// <param name="app">The bot's own App; null without one.</param>
internal sealed class CheckSuiteEvent(long? app) : IEventReader
{
    public string Event => "check_suite";

    public Reaction Read(WebhookPayload payload)
    {
        var suite = payload.Root.Field("check_suite");
        if (payload.Action != "completed")
            return new Reaction.Nothing($"check_suite {payload.Action}: not complete");
        if (app is not null && WebhookPayload.Long(suite?.Field("app"), "id") == app)
            return new Reaction.Nothing("the bot's own checks");
        return payload.Repository is { } repository && WebhookPayload.Sha(suite, "head_sha") is { } sha ? new Reaction.ChecksChanged(repository, sha)
            : new Reaction.Nothing("no repository or commit in it");
    }
}
