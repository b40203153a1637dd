using System.Text.Json;
using Whybot.Analysis.Language.Redaction;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.Json;

namespace Whybot.Features.Deployments.Probes;

/// <summary>Reads services' answers, which are never trusted.</summary>
internal static class Answers
{
    private const int MaxShown = 300;

    /// <summary>Masked before it is cut: half a secret could not be recognized.</summary>
    public static string Shown(string text, string instead) => SafeText.OneLine(Secrets.Redact(text), MaxShown) is { Length: > 0 } shown ? shown : instead;

    /// <summary>A field of a JSON answer, by dotted path, as text; null if there is none.</summary>
    public static string? Field(string body, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            JsonElement? at = document.RootElement;
            foreach (var part in path.Split('.'))
                at = at?.Field(part);
            return at?.Words();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static IReadOnlySet<string> Names(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return root.ValueKind switch
            {
                JsonValueKind.Array => ((JsonElement?)root).Items().Select(i => i.Item.Words()).ToHashSet(StringComparer.Ordinal),
                JsonValueKind.Object => root.EnumerateObject().Where(p => p.Value.ValueKind is not (JsonValueKind.False or JsonValueKind.Null))
                    .Select(p => p.Name).ToHashSet(StringComparer.Ordinal),
                _ => new HashSet<string>(),
            };
        }
        catch (JsonException)
        {
            return new HashSet<string>();
        }
    }
}
