using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Inputs.Results;
using Whybot.Foundation.Json;

namespace Whybot.Runs.RunFolders;

/// <summary>An input that could not be obtained, or only partly, as it is stored.</summary>
/// <param name="Extent"><c>partial</c> or <c>none</c>: how much of it was read.</param>
/// <param name="Suites">The suites it may have been about; empty if unknown.</param>
internal sealed record UnreadRecord(string Source, int? Line, string Extent, string Reason, IReadOnlyList<string> Suites)
{
    public const string Partial = "partial";
    public const string None = "none";

    public InputProblem AsProblem => new(Source, Line, Extent == Partial ? ReadExtent.Partial : ReadExtent.None, Reason) { Suites = Suites };
}

/// <summary><c>unread.json</c>: inputs that are not completely known, a list of <see cref="UnreadRecord"/>. A run that has any is never a go.</summary>
internal static class UnreadFile
{
    public const string Name = "unread.json";

    public static byte[] Bytes(IReadOnlyList<UnreadRecord> unread) => JsonSerializer.SerializeToUtf8Bytes(unread, UnreadJson.Default.IReadOnlyListUnreadRecord);

    /// <summary>Reads what <see cref="Bytes"/> wrote.</summary>
    public static IReadOnlyList<UnreadRecord> Of(byte[] bytes) => JsonSerializer.Deserialize(bytes, UnreadJson.Default.IReadOnlyListUnreadRecord) ?? [];

    public static void Write(string folder, IReadOnlyList<UnreadRecord> unread)
    {
        if (unread.Count > 0)
            File.WriteAllBytes(Path.Combine(folder, Name), Bytes(unread));
    }

    public static IReadOnlyList<InputProblem> Read(RunFolder folder)
    {
        using var document = folder.Json(Name);
        return document is null ? [] : [.. ((JsonElement?)document.RootElement).Items().Select(u => Problem(u.Item))];
    }

    private static InputProblem Problem(JsonElement unread) =>
        new(unread.Text("source") ?? Name, unread.Integer("line"), unread.Text("extent") == UnreadRecord.Partial ? ReadExtent.Partial : ReadExtent.None,
            unread.Text("reason") ?? "it could not be read")
        {
            Suites = [.. unread.Field("suites").Items().Select(s => s.Item.Words())],
        };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<UnreadRecord>))]
internal sealed partial class UnreadJson : JsonSerializerContext;
