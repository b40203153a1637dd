using Octokit.Webhooks.Events;

namespace Whybot.Intake.Webhooks.Events;

/// <summary><c>installation_repositories</c>: the App was given access to some of the repositories, or lost it.</summary>
internal sealed class InstallationRepositoriesReader() : EventReader<InstallationRepositoriesEvent>("installation_repositories")
{
    protected override WebhookIntent Read(InstallationRepositoriesEvent sent) => sent.Action == "removed"
        ? new WebhookIntent.AccessEnded(sent.Installation.Id,
        EventFields.RepositoriesOf(sent.RepositoriesRemoved.Select(r => ((long?)r.Id, (string?)r.FullName)),
        sent.Installation.Id), AccessEnd.SomeRepositories)
        : new WebhookIntent.AccessBegan(EventFields.RepositoriesOf(sent.RepositoriesAdded.Select(r => ((long?)r.Id, (string?)r.FullName)),
        sent.Installation.Id));
}
