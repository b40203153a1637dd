namespace Whybot.Intake.Webhooks;

/// <summary>What a delivery asks for, as far as it could be interpreted.</summary>
/// <param name="Reaction">Null if nothing could be read from it.</param>
/// <param name="Problem">Why Octokit's types could not read it; null if they could, or did not have to.</param>
internal sealed record Reading(WebhookIntent? Reaction, string? Problem = null);
