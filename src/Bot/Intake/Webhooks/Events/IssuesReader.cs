using Octokit.Webhooks.Events;
using Octokit.Webhooks.Events.Issues;
using Whybot.Analysis.Explanation.Rules;
using Whybot.Foundation.Identity;

namespace Whybot.Intake.Webhooks.Events;

/// <summary>
/// <c>issues</c>: an issue was closed, reopened or labeled, so it is compared with what the bot knows about it; or somebody wrote rules into it,
/// changed them or removed them. Who did that is known only from the event: an issue's body does not say who wrote which part of it.
/// </summary>
internal sealed class IssuesReader() : EventReader<IssuesEvent>("issues")
{
    protected override WebhookIntent Read(IssuesEvent sent) =>
        Of(EventFields.RepositoryOf(sent), checked((int)sent.Issue.Number), sent.Action, sent.Sender?.Login,
        sent.Issue.Body, (sent as IssuesEditedEvent)?.Changes?.Body?.From);

    /// <param name="login">Login of the person who did it.</param>
    /// <param name="before">The body before it was edited; null if it was not edited.</param>
    public static WebhookIntent Of(RepositoryRef repository, int number, string? action, string? login, string? body, string? before)
    {
        if (action is "closed" or "reopened" or "labeled" or "unlabeled")
            return new WebhookIntent.IssueChanged(repository, number);
        if (action is not ("opened" or "edited") || login is null)
            return new WebhookIntent.Nothing($"issues {action}: issues are read when a run is analysed");
        var now = RuleReader.Blocks(body);
        var old = action == "edited" ? RuleReader.Blocks(before ?? body) : [];
        return now.Select(b => b.Text).SequenceEqual(old.Select(b => b.Text), StringComparer.Ordinal)
            ? new WebhookIntent.Nothing("no rule in it has changed") : new WebhookIntent.RulesWritten(repository, number, login, now);
    }
}
