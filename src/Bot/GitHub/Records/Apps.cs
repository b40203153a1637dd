namespace Whybot.GitHub.Records;

/// <param name="Permissions">Absent where GitHub names the App only in passing.</param>
internal sealed record GitHubApp(long Id, string? Slug, string? Name, IReadOnlyDictionary<string, string>? Permissions = null, IReadOnlyList<string>? Events = null);

internal sealed record AccessToken(string Token, DateTimeOffset ExpiresAt);

internal sealed record Installation(long Id, long AppId, InstallationAccount? Account, IReadOnlyDictionary<string, string> Permissions,
    IReadOnlyList<string> Events, DateTimeOffset? SuspendedAt);

internal sealed record InstallationAccount(string? Login);

/// <summary>A delivery of the App's webhook as GitHub remembers it.</summary>
/// <param name="Status">OK, or what went wrong.</param>
internal sealed record HookDelivery(long Id, string Guid, DateTimeOffset DeliveredAt, bool Redelivery, string Status, int StatusCode, string Event);

/// <param name="InsecureSsl">"0" or "1"; GitHub also writes it as a number.</param>
internal sealed record HookConfig(string? Url, string? ContentType, System.Text.Json.JsonElement InsecureSsl, string? Secret);

internal sealed record MiscellaneousRateLimit(RateLimitResources Resources);

internal sealed record RateLimitResources(RateLimit Core);

internal sealed record RateLimit(int Limit, int Remaining, long Reset);
