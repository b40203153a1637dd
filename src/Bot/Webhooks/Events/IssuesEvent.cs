using Whybot.Pipeline;

namespace Whybot.Webhooks.Events;

/// <summary><c>issues</c>: one was closed, opened again or labelled; if it is the bot's own, what it knows is held against that.</summary>
internal sealed class IssuesEvent : IEventReader
{
    public string Event => "issues";

    public Reaction Read(WebhookPayload payload)
    {
        if (payload.Action is not ("closed" or "reopened" or "labeled" or "unlabeled"))
            return new Reaction.Nothing($"issues {payload.Action}: issues are read when a run is analysed");
        return payload.Repository is { } repository && payload.Root.Field("issue")?.Integer("number") is { } number
            ? new Reaction.IssueChanged(repository, number)
            : new Reaction.Nothing("no repository or issue in it");
    }
}
