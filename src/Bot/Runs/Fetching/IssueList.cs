using System.Text.Json;
using Whybot.Analysis.Explanation.Correlation;
using Whybot.Foundation.Json;

namespace Whybot.Runs.Fetching;

/// <summary>Reads issues from a file: a JSON array, or one JSON object per line; streaming, one issue in memory at a time.</summary>
internal static class IssueList
{
    /// <summary>The rest of a longer body says nothing new.</summary>
    private const int MostBody = 64 * 1024;

    /// <exception cref="JsonException">The file is neither of these.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IEnumerable<IndexedIssue> Read(string path)
    {
        using var stream = File.OpenRead(path);
        foreach (var item in IsArray(stream) ? JsonSerializer.DeserializeAsyncEnumerable(stream, IssueListJson.Default.JsonElement).ToBlockingEnumerable()
            : Lines(stream))
            if (Issue(item) is { } issue)
                yield return issue;
    }

    private static bool IsArray(FileStream stream)
    {
        int first;
        do
            first = stream.ReadByte();
        while (first is ' ' or '\t' or '\r' or '\n' or 0xEF or 0xBB or 0xBF);
        stream.Position = 0;
        return first == '[';
    }

    private static IEnumerable<JsonElement> Lines(Stream stream)
    {
        using var reader = new StreamReader(stream);
        for (var number = 0; reader.ReadLine() is { } line; number++)
            if (!string.IsNullOrWhiteSpace(line))
                yield return Parse(line, number);
    }

    private static JsonElement Parse(string line, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.Clone();
        }
        catch (JsonException broken)
        {
            throw new JsonException(broken.Message, broken.Path, number, broken.BytePositionInLine, broken);
        }
    }

    private static IndexedIssue? Issue(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || (item.Field("number") ?? item.Field("id")) is not { } id || item.Field("pull_request") is not null)
            return null;
        var body = item.Text("body") ?? "";
        return new IndexedIssue(id.Words(), item.Text("title") ?? "", body.Length > MostBody ? body[..MostBody] : body, null, item.Time("created_at"));
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(JsonElement))]
internal sealed partial class IssueListJson : System.Text.Json.Serialization.JsonSerializerContext;
