namespace Whybot.Foundation.GitHub.Models;

/// <param name="Permissions">By name, read or write: the permissions that the bot asks for.</param>
internal sealed record GitHubApp(long Id, string Slug, IReadOnlyDictionary<string, string> Permissions, IReadOnlyList<string> Events);

/// <summary>What is left of the hourly limit.</summary>
internal sealed record RateLimit(int Limit, int Remaining);
