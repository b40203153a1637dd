using Octokit.Webhooks;

namespace Whybot.Intake.Webhooks;

/// <summary>Reads one kind of event.</summary>
internal interface IEventReader
{
    /// <summary>As in <c>X-GitHub-Event</c>.</summary>
    string Event { get; }

    /// <exception cref="UnreadableEventException">A required value is absent or cannot be valid.</exception>
    WebhookIntent Read(WebhookEvent sent);
}

/// <summary>Reads one kind of event as Octokit's type for it.</summary>
internal abstract class EventReader<TEvent>(string name) : IEventReader where TEvent : WebhookEvent
{
    public string Event => name;

    public WebhookIntent Read(WebhookEvent sent) => Read((TEvent)sent);

    protected abstract WebhookIntent Read(TEvent sent);
}

/// <summary>An event lacks what its kind always has; the message says what.</summary>
internal sealed class UnreadableEventException(string message) : Exception(message);
