namespace Whybot.Foundation.Storage;

/// <summary>One webhook request as it was received.</summary>
/// <param name="Guid">GitHub's id of the delivery; a redelivery has the same one.</param>
/// <param name="HookTarget">Id of what the webhook is installed on; several webhooks share a guid, so the key consists of both.</param>
/// <param name="Event">Name of the event, for example <c>workflow_run</c>.</param>
/// <param name="Body">The bytes whose signature was verified; if they contain a secret, it is masked.</param>
internal sealed record Delivery(string Guid, long HookTarget, string Event, byte[] Body, DateTimeOffset ReceivedAt);
