namespace Whybot.Webhooks.Events;

/// <summary>Events that are subscribed to and that nothing has to be done about (yet).</summary>
internal sealed class QuietEvent(string name, string why) : IEventReader
{
    public static readonly QuietEvent Ping = new("ping", "GitHub has tried the webhook; it works");

    public string Event => name;

    public Reaction Read(WebhookPayload payload) => new Reaction.Nothing(why);
}
