using Whybot.GitHub;
using Whybot.Pipeline;

namespace Whybot.Webhooks.Events;

/// <summary><c>check_run</c>: one that failed. Those that pass come with their suite.</summary>
/// <param name="app">The bot's own App, whose checks it does not explain; null without one.</param>
internal sealed class CheckRunEvent(long? app) : IEventReader
{
    public string Event => "check_run";

    public Reaction Read(WebhookPayload payload)
    {
        var check = payload.Root.Field("check_run");
        if (payload.Action != "completed")
            return new Reaction.Nothing($"check_run {payload.Action}: not complete");
        if (app is not null && WebhookPayload.Long(check?.Field("app"), "id") == app)
            return new Reaction.Nothing("the bot's own check");
        if (!Conclusions.IsFailure(check?.Text("conclusion")))
            return new Reaction.Nothing("a check that did not fail");
        return payload.Repository is { } repository && WebhookPayload.Sha(check, "head_sha") is { } sha ? new Reaction.ChecksChanged(repository, sha)
            : new Reaction.Nothing("no repository or commit in it");
    }
}
