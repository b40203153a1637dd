using System.Text.Json;
using Whybot.Analysis.Language.Redaction;
using Whybot.Foundation.Json;
using Whybot.Foundation.Masking;

namespace Whybot.Runs.RunFolders;

/// <summary>Writes JSON from outside with the secrets in its strings masked; it stays valid JSON whatever is masked.</summary>
internal sealed class RedactedJson(Utf8JsonWriter writer, ConfiguredSecrets own)
{
    /// <summary>Values that are used in requests to GitHub.</summary>
    private static readonly HashSet<string> Identifiers = new(StringComparer.Ordinal) { "full_name", "login", "node_id" };

    /// <summary>Whether anything was masked.</summary>
    public bool Masked { get; private set; }

    public void Write(JsonElement element) => Write("", element);

    private void Write(string name, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                var named = NameIn(element);
                foreach (var property in element.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name);
                    Write(property.Name == "value" && named is not null ? named : property.Name, property.Value);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Write(name, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String when !Identifiers.Contains(name):
                var text = element.Words();
                var masked = own.Redact(Secrets.Redact(name, text));
                Masked |= masked != text;
                writer.WriteStringValue(masked);
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    /// <summary><c>{"name": "DB_PASSWORD", "value": "…"}</c>: here the name is in a separate field.</summary>
    private static string? NameIn(JsonElement element) =>
        element.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.Words() : null;
}
