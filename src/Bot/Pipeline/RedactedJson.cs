using System.Text.Json;
using Whybot.Analysis.Evidence;
using Whybot.Setup;

namespace Whybot.Pipeline;

/// <summary>Writes JSON from outside with the secrets in its texts masked; it stays JSON whatever is masked.</summary>
internal static class RedactedJson
{
    public static void Write(JsonElement element, Utf8JsonWriter writer, OwnSecrets own)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name);
                    Write(property.Value, writer, own);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Write(item, writer, own);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(own.Redact(Secrets.Redact(element.Words())));
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
