using Whybot.GitHub;

namespace Whybot.Webhooks.Events;

/// <summary>The events that the bot knows; a new one is registered here.</summary>
internal sealed class EventReaders(GitHubSettings settings)
{
    private readonly Dictionary<string, IEventReader> _readers = new IEventReader[]
    {
        new CheckRunEvent(settings.AppId), new CheckSuiteEvent(settings.AppId), new WorkflowRunEvent(), new WorkflowJobEvent(), new DeploymentStatusEvent(),
        new PullRequestEvent(), new PushEvent(), InstallationEvent.Whole, InstallationEvent.Repositories, new IssueCommentEvent(), new IssuesEvent(), QuietEvent.Ping,
    }.ToDictionary(r => r.Event, StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => _readers.Keys;

    public Reaction Read(string name, WebhookPayload payload) =>
        _readers.TryGetValue(name, out var reader) ? reader.Read(payload) : new Reaction.Nothing($"no use for {name}");
}
