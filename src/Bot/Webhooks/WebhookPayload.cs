using System.Text.Json;
using Whybot.GitHub;
using Whybot.Pipeline;

namespace Whybot.Webhooks;

/// <summary>A webhook's body, read with care: fields and values that are not known are left alone, what is absent is null.</summary>
internal readonly struct WebhookPayload(JsonElement root)
{
    public JsonElement Root { get; } = root;

    public string Action => Root.Text("action") ?? "";

    /// <summary>Null when the event is about no repository, or its name could not be part of a path.</summary>
    public RepositoryRef? Repository => Root.Field("repository")?.Text("full_name") is { } name && RepositoryRef.IsName(name)
        ? new RepositoryRef(Installation, name) : null;

    /// <summary>0 where the webhook is no App's.</summary>
    public long Installation => Long(Root.Field("installation"), "id") ?? 0;

    public static long? Long(JsonElement? element, string name) =>
        element?.Field(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    public static string? Sha(JsonElement? element, string name) => element?.Text(name) is { } sha && RepositoryRef.IsSha(sha) ? sha : null;
}
