using System.Text.Json;
using System.Text.RegularExpressions;

namespace Whybot.Testing.GitHub.Contract;

/// <summary>
/// Checks JSON against schemas of OpenAPI 3.0. Every keyword is either checked or listed as saying nothing about validity; one that is neither is an error,
/// so that nothing passes unchecked. <c>nullable</c> also counts where a schema names no type.
/// </summary>
public sealed class SchemaValidator(OpenApi api)
{
    private const int Deepest = 40;

    private static readonly HashSet<string> SaysNothing =
    [
        "description", "title", "example", "examples", "default", "deprecated", "readOnly", "format", "x-github-breaking-changes", "nullable", "externalDocs",
            "x-multi-segment", "x-githubCloudOnly", "discriminator",
    ];

    /// <param name="strict">An object may have no properties that the schema does not name.</param>
    public IEnumerable<string> Check(JsonElement schema, JsonElement value, string at, bool strict = false, int depth = 0)
    {
        var resolved = api.Resolve(schema);
        if (depth > Deepest)
            return [$"{at}: nested too deep"];
        if (value.ValueKind == JsonValueKind.Null && Flag(resolved, "nullable"))
            return [];
        return resolved.EnumerateObject().SelectMany(keyword => Keyword(resolved, keyword, value, at, strict, depth));
    }

    private IEnumerable<string> Keyword(JsonElement schema, JsonProperty keyword, JsonElement value, string at, bool strict, int depth)
    {
        var limit = keyword.Value;
        switch (keyword.Name)
        {
            case "type":
                return IsType(limit.GetString()!, value) ? [] : [$"{at}: {value.ValueKind} is no {limit}"];
            case "enum":
                return limit.EnumerateArray().Any(e => e.GetRawText() == value.GetRawText())
                    ? [] : [$"{at}: {value.GetRawText()} is none of {limit.GetRawText()}"];
            case "properties":
                return value.ValueKind != JsonValueKind.Object ? [] : Properties(schema, limit, value, at, strict, depth);
            case "required":
                return value.ValueKind != JsonValueKind.Object ? [] : limit.EnumerateArray().Where(r => !value.TryGetProperty(r.GetString()!, out _))
                    .Select(r => $"{at}: needs '{r}'");
            case "additionalProperties":
                return Additional(schema, limit, value, at, strict, depth);
            case "items":
                return value.ValueKind != JsonValueKind.Array ? [] : value.EnumerateArray()
                    .SelectMany((item, i) => Check(limit, item, $"{at}[{i}]", strict, depth + 1));
            case "allOf":
                return limit.EnumerateArray().SelectMany(s => Check(s, value, at, false, depth + 1));
            case "anyOf":
                return Matching(limit, value, at, strict, depth) > 0 ? [] : [$"{at}: fits none of anyOf"];
            case "oneOf":
                // GitHub's alternatives overlap; strictly one would refuse its own answers.
                return Matching(limit, value, at, strict, depth) > 0 ? []
                    : [$"{at}: fits none of oneOf: "
                    + $"{string.Join("; ", limit.EnumerateArray().Select(s => Check(s, value, at, strict, depth + 1).FirstOrDefault()))}"];
            case "minLength":
                return value.ValueKind == JsonValueKind.String && value.GetString()!.Length < limit.GetInt32() ? [$"{at}: shorter than {limit}"] : [];
            case "maxLength":
                return value.ValueKind == JsonValueKind.String && value.GetString()!.Length > limit.GetInt32() ? [$"{at}: longer than {limit}"] : [];
            case "minItems":
                return value.ValueKind == JsonValueKind.Array && value.GetArrayLength() < limit.GetInt32() ? [$"{at}: fewer than {limit} items"] : [];
            case "maxItems":
                return value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > limit.GetInt32() ? [$"{at}: more than {limit} items"] : [];
            case "maxProperties":
                return value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Count() > limit.GetInt32()
                    ? [$"{at}: more than {limit} properties"] : [];
            case "minimum":
                return value.ValueKind == JsonValueKind.Number && value.GetDouble() < limit.GetDouble() ? [$"{at}: below {limit}"] : [];
            case "maximum":
                return value.ValueKind == JsonValueKind.Number && value.GetDouble() > limit.GetDouble() ? [$"{at}: above {limit}"] : [];
            case "pattern":
                return value.ValueKind == JsonValueKind.String && !Regex.IsMatch(value.GetString()!, limit.GetString()!)
                    ? [$"{at}: does not match {limit}"] : [];
            case "uniqueItems":
                return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Select(i => i.GetRawText()).Distinct()
                    .Count() < value.GetArrayLength() ? [$"{at}: items repeat"] : [];
            case var other:
                return SaysNothing.Contains(other) ? [] : throw new NotSupportedException($"the schema keyword '{other}' is not checked yet");
        }
    }

    private IEnumerable<string> Properties(JsonElement schema, JsonElement properties, JsonElement value, string at, bool strict, int depth)
    {
        foreach (var property in value.EnumerateObject())
            if (properties.TryGetProperty(property.Name, out var described))
                foreach (var problem in Check(described, property.Value, $"{at}.{property.Name}", strict, depth + 1))
                    yield return problem;
            else if (strict && !schema.TryGetProperty("additionalProperties", out _))
                yield return $"{at}: no property '{property.Name}'";
    }

    private IEnumerable<string> Additional(JsonElement schema, JsonElement limit, JsonElement value, string at, bool strict, int depth)
    {
        if (value.ValueKind != JsonValueKind.Object || limit.ValueKind == JsonValueKind.True)
            return [];
        var others = value.EnumerateObject().Where(p => !schema.TryGetProperty("properties", out var named) || !named.TryGetProperty(p.Name, out _));
        return limit.ValueKind == JsonValueKind.False ? others.Select(p => $"{at}: no property '{p.Name}'")
            : others.SelectMany(p => Check(limit, p.Value, $"{at}.{p.Name}", strict, depth + 1));
    }

    private int Matching(JsonElement alternatives, JsonElement value, string at, bool strict, int depth) =>
        alternatives.EnumerateArray().Count(s => !Check(s, value, at, strict, depth + 1).Any());

    private static bool IsType(string type, JsonElement value) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => throw new NotSupportedException($"type {type}"),
    };

    private static bool Flag(JsonElement schema, string name) => schema.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;
}
