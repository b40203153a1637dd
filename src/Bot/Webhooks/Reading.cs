namespace Whybot.Webhooks;

/// <summary>What a delivery was understood to ask for.</summary>
/// <param name="Reaction">Null when nothing could be taken from it.</param>
/// <param name="Problem">Why Octokit's types could not read it; null when they did, or did not have to.</param>
internal sealed record Reading(Reaction? Reaction, string? Problem = null);
