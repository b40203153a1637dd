using Octokit.Webhooks;

namespace Whybot.Webhooks;

/// <summary>Reads one kind of event.</summary>
internal interface IEventReader
{
    /// <summary>As <c>X-GitHub-Event</c> names it.</summary>
    string Event { get; }

    /// <exception cref="UnreadableEventException">Something that is needed is absent, or cannot be true.</exception>
    Reaction Read(WebhookEvent sent);
}

/// <summary>Reads one kind of event as the type that Octokit has for it.</summary>
internal abstract class EventReader<TEvent>(string name) : IEventReader where TEvent : WebhookEvent
{
    public string Event => name;

    public Reaction Read(WebhookEvent sent) => Read((TEvent)sent);

    protected abstract Reaction Read(TEvent sent);
}

/// <summary>An event lacks what its kind always has; the message says what.</summary>
internal sealed class UnreadableEventException(string message) : Exception(message);
