using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Whybot.Testing.GitHub.Contract;

/// <summary>GitHub's own description of its REST interface (OpenAPI 3.0), as far as it is needed to check requests and answers against it.</summary>
public sealed class OpenApi
{
    private static readonly Lazy<OpenApi> Loaded = new(Load);
    private readonly JsonElement _root;

    // What the description says never changes, and finding it in 12 MB of JSON costs more than comparing a request with it.
    private readonly ConcurrentDictionary<string, JsonElement> _references = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Method, string Path), Operation?> _found = new();
    private readonly ConcurrentDictionary<string, string> _samples = new(StringComparer.Ordinal);
    private readonly List<(string Method, Regex Path, JsonElement Operation, JsonElement PathItem)> _operations = [];

    private OpenApi(JsonElement root)
    {
        _root = root;
        foreach (var path in root.GetProperty("paths").EnumerateObject())
            foreach (var operation in path.Value.EnumerateObject().Where(o => o.Name is "get" or "post" or "patch" or "put" or "delete"))
                _operations.Add((operation.Name, Pattern(path.Name), operation.Value, path.Value));
        // The more of a path is fixed, the more it says.
        _operations.Sort((a, b) => Holes(a.Path).CompareTo(Holes(b.Path)));
        Schemas = new SchemaValidator(this);
    }

    public static OpenApi GitHub => Loaded.Value;

    public SchemaValidator Schemas { get; }

    /// <summary>The operation that a request is for; null when GitHub has none.</summary>
    public Operation? Find(string method, string path) => _found.GetOrAdd((method, path), asked => Search(asked.Method, asked.Path));

    private Operation? Search(string method, string path) =>
        _operations.Where(o => o.Method.Equals(method, StringComparison.OrdinalIgnoreCase) && o.Path.IsMatch(path))
            .Select(o => new Operation(this, o.Operation)).FirstOrDefault();

    public JsonElement Schema(string name) => Referenced($"#/components/schemas/{name}");

    /// <summary>A new sample of a schema (<see cref="SchemaSample"/>), to lay a state over.</summary>
    public JsonNode Sample(string name) => JsonNode.Parse(_samples.GetOrAdd(name, n => SchemaSample.Of(this, Schema(n)).ToJsonString()))!;

    /// <summary>The element itself, or what its <c>$ref</c> points to.</summary>
    public JsonElement Resolve(JsonElement element)
    {
        while (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("$ref", out var reference))
            element = Referenced(reference.GetString()!);
        return element;
    }

    private JsonElement Referenced(string reference) =>
        _references.GetOrAdd(reference, r => r[2..].Split('/').Aggregate(_root, (at, part) => at.GetProperty(part)));

    private static int Holes(Regex path) => path.ToString().Split("[^/]+").Length + (path.ToString().Contains(".+", StringComparison.Ordinal) ? 10 : 0);

    /// <summary><c>{path}</c> may hold slashes (contents), so may <c>{basehead}</c> and <c>{ref}</c>.</summary>
    private static Regex Pattern(string path) =>
        new("^" + Regex.Replace(path, @"\{(\w+)\}", m => m.Groups[1].Value is "path" or "basehead" or "ref" ? ".+" : "[^/]+") + "$",
            RegexOptions.CultureInvariant);

    private static OpenApi Load()
    {
        var file = Path.Combine(Repository.Root, ".cache", "contract", "api.github.com.json");
        if (!File.Exists(file))
            throw new FileNotFoundException($"{file} is needed; run scripts/contract");
        return new OpenApi(JsonDocument.Parse(File.ReadAllBytes(file)).RootElement);
    }
}

/// <summary>One operation of the interface.</summary>
public sealed class Operation(OpenApi api, JsonElement operation)
{
    /// <summary>What is wrong with a request; empty when GitHub would take it.</summary>
    public IEnumerable<string> CheckRequest(IEnumerable<KeyValuePair<string, string>> query, JsonElement? body)
    {
        var known = operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray().Select(api.Resolve).ToList() : [];
        foreach (var (name, value) in query)
            if (known.FirstOrDefault(p => p.GetProperty("in").GetString() == "query" && p.GetProperty("name")
                .GetString() == name) is not { ValueKind: JsonValueKind.Object } parameter)
                yield return $"no query parameter '{name}'";
            else
                foreach (var problem in api.Schemas.Check(parameter.GetProperty("schema"), Value(parameter.GetProperty("schema"), value), $"?{name}"))
                    yield return problem;
        if (!operation.TryGetProperty("requestBody", out var request))
        {
            // Octokit sends an empty object with DELETE where it expects an answer.
            if (body is { } given && given.GetRawText() != "{}")
                yield return "a body where none is taken";
            yield break;
        }
        var resolved = api.Resolve(request);
        if (body is null)
        {
            if (resolved.TryGetProperty("required", out var required) && required.GetBoolean())
                yield return "no body where one is needed";
            yield break;
        }
        foreach (var problem in api.Schemas.Check(Json(resolved), body.Value, "body", strict: true))
            yield return problem;
    }

    /// <summary>What is wrong with an answer; a status that is not described must at least be an error in GitHub's shape.</summary>
    public IEnumerable<string> CheckAnswer(int status, JsonElement? body)
    {
        // Every read can be conditional (docs.github.com, "Best practices for using the REST API"), also where no 304 is described.
        if (status == 304 && body is null)
            yield break;
        if (!operation.GetProperty("responses").TryGetProperty(status.ToString(), out var described))
        {
            if (status < 400)
                yield return $"status {status} is not described";
            else if (body is not null && !body.Value.TryGetProperty("message", out _))
                yield return $"status {status} without a message";
            yield break;
        }
        var answer = api.Resolve(described);
        if (!answer.TryGetProperty("content", out _))
        {
            if (body is not null && status != 304)
                yield return $"a body with status {status}, which has none";
            yield break;
        }
        if (body is null)
            yield return $"no body with status {status}";
        else if (Described(answer) is { } schema)
            foreach (var problem in api.Schemas.Check(schema, body.Value, "answer"))
                yield return problem;
    }

    /// <summary>Schema of the answer with a status.</summary>
    public JsonElement Answer(int status) =>
        Described(api.Resolve(operation.GetProperty("responses").GetProperty(status.ToString())))
            ?? throw new InvalidOperationException($"no schema for {status}");

    private static JsonElement? Described(JsonElement answer)
    {
        var content = answer.GetProperty("content");
        foreach (var type in new[] { "application/json", "application/json+sarif", "application/vnd.github.object" })
            if (content.TryGetProperty(type, out var json) && json.TryGetProperty("schema", out var schema))
                return schema;
        return null;
    }

    private static JsonElement Json(JsonElement request) => request.GetProperty("content").GetProperty("application/json").GetProperty("schema");

    private JsonElement Value(JsonElement schema, string text)
    {
        var type = api.Resolve(schema).TryGetProperty("type", out var named) ? named.GetString() : "string";
        return JsonDocument.Parse(type is "integer" or "number" or "boolean" && Regex.IsMatch(text, "^(-?[0-9.]+|true|false)$") ? text
            : JsonSerializer.Serialize(text)).RootElement;
    }
}
