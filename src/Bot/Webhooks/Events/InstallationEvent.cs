using Whybot.GitHub;
using Whybot.Pipeline;

namespace Whybot.Webhooks.Events;

/// <summary><c>installation</c> and <c>installation_repositories</c>: where the App was removed, nothing waits any longer.</summary>
internal sealed class InstallationEvent(string name, string gone) : IEventReader
{
    public static readonly InstallationEvent Whole = new("installation", "repositories");
    public static readonly InstallationEvent Repositories = new("installation_repositories", "repositories_removed");

    public string Event => name;

    public Reaction Read(WebhookPayload payload)
    {
        if (payload.Action is not ("deleted" or "suspend" or "removed"))
            return new Reaction.Nothing($"{name} {payload.Action}: repositories are known when they send events");
        var names = payload.Root.Field(gone).Items().Select(r => r.Item.Text("full_name")).OfType<string>().Where(RepositoryRef.IsName).ToList();
        return new Reaction.AccessEnded(names);
    }
}
