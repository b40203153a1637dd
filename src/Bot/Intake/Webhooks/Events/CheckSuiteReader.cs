using Octokit.Webhooks.Events;

namespace Whybot.Intake.Webhooks.Events;

/// <summary><c>check_suite</c> completed: all checks of one App on a commit.</summary>
/// <param name="app">The bot's own App; null if there is no App.</param>
internal sealed class CheckSuiteReader(long? app) : EventReader<CheckSuiteEvent>("check_suite")
{
    protected override WebhookIntent Read(CheckSuiteEvent sent)
    {
        if (sent.Action != "completed")
            return new WebhookIntent.Nothing($"check_suite {sent.Action}: not complete");
        return app is not null && sent.CheckSuite.App?.Id == app ? new WebhookIntent.Nothing("the bot's own checks")
            : new WebhookIntent.ChecksChanged(EventFields.RepositoryOf(sent), EventFields.Sha(sent.CheckSuite.HeadSha));
    }
}
