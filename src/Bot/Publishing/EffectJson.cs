using System.Text.Json;

namespace Whybot.Publishing;

/// <summary>
/// Drafts as JSON, the way the outbox keeps them. A draft with a missing part, as another version may have written it, is an error: otherwise a comment
/// would be empty. A part that is added later needs a default, because drafts that already wait lack it.
/// </summary>
internal static class EffectJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static string Write<TDraft>(TDraft draft) => JsonSerializer.Serialize(draft, Options);

    /// <exception cref="JsonException">Another version wrote it, and this one cannot read it.</exception>
    public static TDraft Read<TDraft>(string json) where TDraft : class =>
        JsonSerializer.Deserialize<TDraft>(json, Options) ?? throw new JsonException("the draft is null");
}
