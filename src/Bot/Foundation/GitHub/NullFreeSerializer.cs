using System.Collections;
using System.Text;
using System.Text.Json;
using Octokit.Internal;

namespace Whybot.Foundation.GitHub;

/// <summary>
/// Lets Octokit read JSON with the nulls removed: it fails on nulls that GitHub's description allows in fields that Octokit considers required, such as the
/// dates of an artifact. An absent field keeps its default.
/// </summary>
internal sealed class NullFreeSerializer : IJsonSerializer
{
    private readonly SimpleJsonSerializer _octokit = new();

    public string Serialize(object item) => _octokit.Serialize(item);

    /// <exception cref="JsonException">It is not JSON, or it is a list where none is allowed.</exception>
    public T Deserialize<T>(string json) =>
        // Octokit would turn it into an empty object.
        json.AsSpan().TrimStart().StartsWith('[') && !typeof(T).IsAssignableTo(typeof(IEnumerable)) ? throw new JsonException("a list, and no object")
            : _octokit.Deserialize<T>(WithoutNulls(json));

    private static string WithoutNulls(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        using var plain = new MemoryStream(json.Length);
        using (var writer = new Utf8JsonWriter(plain, new JsonWriterOptions { SkipValidation = true }))
            while (reader.Read())
                Copy(ref reader, writer);
        return Encoding.UTF8.GetString(plain.GetBuffer(), 0, (int)plain.Length);
    }

    private static void Copy(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null)
                return;
            writer.WritePropertyName(name);
        }
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(reader.GetString());
                break;
            case JsonTokenType.Number:
                writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                break;
            case JsonTokenType.True or JsonTokenType.False:
                writer.WriteBooleanValue(reader.GetBoolean());
                break;
        }
    }
}
