using System.Text.Json;
using System.Text.Json.Nodes;

namespace Whybot.Testing.GitHub.Contract;

/// <summary>
/// Makes the least value that fits a schema: what is required, filled with the schema's own examples. Answers of the fake are such values with its
/// state laid over them.
/// </summary>
public static class SchemaSample
{
    /// <param name="over">Properties that stand instead of, or beside, the sample's.</param>
    public static JsonNode Of(OpenApi api, JsonElement schema, JsonObject? over = null) => Laid(Make(api, schema, 0) ?? new JsonObject(), over);

    /// <summary>The sample of a named schema.</summary>
    public static JsonNode Of(OpenApi api, string schema, JsonObject over) => Laid(api.Sample(schema), over);

    private static JsonNode Laid(JsonNode sample, JsonObject? over)
    {
        if (over is not null && sample is JsonObject made)
            foreach (var (name, value) in over)
                made[name] = value?.DeepClone();
        return sample;
    }

    private static JsonNode? Make(OpenApi api, JsonElement schema, int depth)
    {
        var resolved = api.Resolve(schema);
        if (resolved.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean() && depth > 0)
            return null;
        if (resolved.TryGetProperty("enum", out var values))
            return JsonNode.Parse(values[0].GetRawText());
        foreach (var alternative in new[] { "allOf", "oneOf", "anyOf" })
            if (resolved.TryGetProperty(alternative, out var schemas))
                return alternative == "allOf" ? Merge(schemas.EnumerateArray().Select(s => Make(api, s, depth + 1))) : Make(api, schemas[0], depth + 1);
        return (resolved.TryGetProperty("type", out var type) ? type.GetString() : resolved.TryGetProperty("properties", out _) ? "object" : "string") switch
        {
            "object" => Object(api, resolved, depth),
            "array" => new JsonArray(),
            "integer" => resolved.TryGetProperty("example", out var example) && example.TryGetInt64(out var number) ? number : 1,
            "number" => 1,
            "boolean" => false,
            _ => Text(resolved),
        };
    }

    private static JsonObject Object(OpenApi api, JsonElement schema, int depth)
    {
        var made = new JsonObject();
        if (schema.TryGetProperty("required", out var required))
            foreach (var name in required.EnumerateArray().Select(r => r.GetString()!))
                made[name] = schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out var described)
                    ? Make(api, described, depth + 1) : null;
        return made;
    }

    private static JsonNode? Merge(IEnumerable<JsonNode?> parts)
    {
        var merged = new JsonObject();
        foreach (var part in parts.OfType<JsonObject>())
            foreach (var (name, value) in part)
                merged[name] = value?.DeepClone();
        return merged;
    }

    private static string Text(JsonElement schema) =>
        schema.TryGetProperty("format", out var format) && format.GetString() == "date-time" ? "2026-11-20T12:00:00Z"
        : schema.TryGetProperty("example", out var example) && example.ValueKind == JsonValueKind.String ? example.GetString()! : "text";
}
