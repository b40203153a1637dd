using Octokit.Webhooks.Events;
using Whybot.Foundation.GitHub;

namespace Whybot.Intake.Webhooks.Events;

/// <summary><c>check_run</c>: one that failed. Those that pass arrive with their suite.</summary>
/// <param name="app">The bot's own App, whose checks it does not explain; null if there is no App.</param>
internal sealed class CheckRunReader(long? app) : EventReader<CheckRunEvent>("check_run")
{
    protected override WebhookIntent Read(CheckRunEvent sent)
    {
        if (sent.Action != "completed")
            return new WebhookIntent.Nothing($"check_run {sent.Action}: not complete");
        if (app is not null && sent.CheckRun.App?.Id == app)
            return new WebhookIntent.Nothing("the bot's own check");
        return Conclusions.IsFailure(sent.CheckRun.Conclusion?.StringValue)
            ? new WebhookIntent.ChecksChanged(EventFields.RepositoryOf(sent), EventFields.Sha(sent.CheckRun.HeadSha))
            : new WebhookIntent.Nothing("a check that did not fail");
    }
}
