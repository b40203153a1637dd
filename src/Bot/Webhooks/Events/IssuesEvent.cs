using Whybot.Analysis.Rules;
using Whybot.Pipeline;

namespace Whybot.Webhooks.Events;

/// <summary>
/// <c>issues</c>: one was closed, opened again or labelled, so that what the bot knows of it is held against that; or somebody has written rules into it,
/// changed them or taken them out. Who did that is known from the event alone: an issue's body does not say who wrote which part of it.
/// </summary>
internal sealed class IssuesEvent : IEventReader
{
    public string Event => "issues";

    public Reaction Read(WebhookPayload payload)
    {
        if (payload.Repository is not { } repository || payload.Root.Field("issue") is not { } issue || issue.Integer("number") is not { } number)
            return new Reaction.Nothing("no repository or issue in it");
        if (payload.Action is "closed" or "reopened" or "labeled" or "unlabeled")
            return new Reaction.IssueChanged(repository, number);
        if (payload.Action is not ("opened" or "edited") || payload.Root.Field("sender")?.Text("login") is not { } login)
            return new Reaction.Nothing($"issues {payload.Action}: issues are read when a run is analysed");
        var now = RuleReader.Blocks(issue.Text("body"));
        var before = payload.Action == "edited" ? RuleReader.Blocks(payload.Root.Field("changes")?.Field("body")?.Text("from") ?? issue.Text("body")) : [];
        return now.Select(b => b.Text).SequenceEqual(before.Select(b => b.Text), StringComparer.Ordinal)
            ? new Reaction.Nothing("no rule in it has changed") : new Reaction.RulesWritten(repository, number, login, now);
    }
}
