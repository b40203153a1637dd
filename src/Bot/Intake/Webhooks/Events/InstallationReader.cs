using Octokit.Webhooks.Events;

namespace Whybot.Intake.Webhooks.Events;

/// <summary>
/// <c>installation</c>: if the App was removed, waiting work is dropped, and what is known is forgotten after a while; if it is back, nothing is forgotten.
/// </summary>
internal sealed class InstallationReader() : EventReader<InstallationEvent>("installation")
{
    protected override WebhookIntent Read(InstallationEvent sent)
    {
        var repositories = EventFields.RepositoriesOf((sent.Repositories ?? []).Select(r => ((long?)r.Id, (string?)r.FullName)), sent.Installation.Id);
        return sent.Action switch
        {
            "deleted" => new WebhookIntent.AccessEnded(sent.Installation.Id, repositories, AccessEnd.WholeInstallation),
            "suspend" => new WebhookIntent.AccessEnded(sent.Installation.Id, repositories, AccessEnd.Suspended),
            "created" or "unsuspend" => new WebhookIntent.AccessBegan(repositories),
            _ => new WebhookIntent.Nothing($"installation {sent.Action}: repositories are known when they send events"),
        };
    }
}
