using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Whybot.Testing.GitHub;

/// <param name="Number">From 1, in the order in which requests came.</param>
public sealed record FakeRequest(long Number, string Method, string Path, IReadOnlyList<KeyValuePair<string, string>> Query, JsonElement? Body,
    IHeaderDictionary Headers)
{
    /// <summary>Parts of the path, by the names of the route.</summary>
    public IReadOnlyDictionary<string, string> Parts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string Header(string name) => Headers[name].ToString();

    public string? Ask(string name) => Query.Where(q => q.Key == name).Select(q => q.Value).FirstOrDefault();

    public int Number32(string part) => int.TryParse(Parts[part], out var number) ? number : -1;

    public long Long(string part) => long.TryParse(Parts[part], out var number) ? number : -1;

    public string? Text(string field) => Body is { } body && body.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String
        ? value.GetString() : null;

    public bool Writes => Method != "GET";

    public static async Task<FakeRequest> ReadAsync(HttpRequest request, long number)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer);
        JsonElement? body = buffer.Length == 0 ? null : JsonDocument.Parse(buffer.ToArray()).RootElement;
        return new FakeRequest(number, request.Method, Uri.UnescapeDataString(request.Path.Value!),
            [.. request.Query.SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v!)))], body, request.Headers);
    }
}

/// <param name="Body">Null for none.</param>
public sealed record FakeAnswer(int Status, JsonNode? Body)
{
    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>What is sent instead of the body.</summary>
    public string? Garbage { get; init; }

    public static FakeAnswer Ok(JsonNode body) => new(200, body);

    public static FakeAnswer Created(JsonNode body) => new(201, body);

    public static FakeAnswer NotFound => Error(404, "Not Found");

    public static FakeAnswer Error(int status, string message) =>
        new(status, new JsonObject { ["message"] = message, ["documentation_url"] = "https://docs.github.com/rest", ["status"] = $"{status}" });

    /// <summary>422 in GitHub's shape.</summary>
    public static FakeAnswer Invalid(string resource, string field, string code) => new(422, new JsonObject
    {
        ["message"] = "Validation Failed",
        ["documentation_url"] = "https://docs.github.com/rest",
        ["errors"] = new JsonArray(new JsonObject { ["resource"] = resource, ["field"] = field, ["code"] = code }),
    });
}

/// <summary>A path with names in braces, what it needs, and how it is answered.</summary>
/// <param name="Permission"><c>issues:write</c> and the like; <c>app</c> for the App's own token; empty for any installation's token.</param>
public sealed record FakeRoute(string Method, Regex Pattern, string Permission, Func<FakeRequest, FakeAnswer> Handle)
{
    public static FakeRoute Of(string method, string path, string permission, Func<FakeRequest, FakeAnswer> handle) =>
        new(method, new Regex("^" + Regex.Replace(path, @"\{(\w+)(\*?)\}", m => $"(?<{m.Groups[1].Value}>{(m.Groups[2].Length > 0 ? ".+" : "[^/]+")})") + "$",
            RegexOptions.CultureInvariant), permission, handle);

    public FakeRequest? Match(FakeRequest request) =>
        request.Method == Method && Pattern.Match(request.Path) is { Success: true } match
            ? request with
            {
                Parts = match.Groups.Keys.Where(k => !char.IsDigit(k[0]))
                .ToDictionary(k => k, k => match.Groups[k].Value, StringComparer.Ordinal)
            } : null;
}
