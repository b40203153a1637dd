using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Evidence;
using Whybot.Analysis.Reports;

namespace Whybot.Pipeline;

/// <summary>What stands around a place that a report cites, so that it can still be opened at the line when the run's folder is gone. Holds no secret.</summary>
/// <param name="First">Number of the first of <paramref name="Lines"/>, from 1; 1 for a value of a JSON source.</param>
public sealed record Passage(string Source, int? Line, int? EndLine, string? Pointer, int First, IReadOnlyList<string> Lines)
{
    private const int Around = 20;
    private const int MostLines = 120;

    /// <summary>Lines before and after it in which secrets are looked for that reach into it.</summary>
    private const int Margin = 30;
    private const int MostPassages = 500;
    private const int MostCharacters = 1000;

    /// <summary>Of a cited line: some files are one line.</summary>
    private const int MostCited = 20_000;

    /// <summary>Of a line, in which secrets are looked for.</summary>
    private const int MostSearched = 1024 * 1024;

    public bool Holds(PublishedCitation citation) =>
        citation.Source == Source && citation.Line == Line && citation.EndLine == EndLine && citation.Pointer == Pointer;

    /// <summary>One for each place, in the order of the report.</summary>
    internal static IReadOnlyList<Passage> Of(Report report, FolderEvidence evidence) =>
        [.. report.Clusters.SelectMany(Citations).Concat(report.Contradictions.SelectMany(c => c.Citations))
            .DistinctBy(c => (c.Source, c.Line, c.EndLine, c.Pointer)).Take(MostPassages)
            .Select(c => Of(c, evidence)).OfType<Passage>().Select(p => p with { Source = Secrets.Redact(p.Source) })];

    /// <summary>In the order of the published report, whose places bear the masked names.</summary>
    private static IEnumerable<Citation> Citations(ReportedCluster cluster) =>
        cluster.Whys.SelectMany(w => w.Citations).Concat(cluster.Suspects.SelectMany(s => s.Citations)).Concat(cluster.RuledOut.SelectMany(r => r.Citations));

    public static string Write(IReadOnlyList<Passage> passages) => JsonSerializer.Serialize(passages, PassageJson.Default.IReadOnlyListPassage);

    /// <exception cref="JsonException">The text holds none.</exception>
    public static IReadOnlyList<Passage> Read(string json) => JsonSerializer.Deserialize(json, PassageJson.Default.IReadOnlyListPassage) ?? [];

    private static Passage? Of(Citation citation, FolderEvidence evidence)
    {
        if (citation.Pointer is { } pointer)
            return evidence.TryReadJson(citation.Source, pointer, out var value)
                ? new Passage(citation.Source, null, null, pointer, 1, [.. Clean(value.Split('\n').Take(MostLines)).Select(l => Cut(l, citation.Excerpt))])
                : null;
        if (citation is not { Line: { } line, EndLine: { } end })
            return null;
        var first = Math.Max(1, line - Around);
        var before = Math.Max(1, first - Margin);
        var last = Math.Min(end + Around, first + MostLines - 1);
        var shown = Clean(evidence.Window(citation.Source, before, last + Margin)).Skip(first - before).Take(last - first + 1);
        return new Passage(citation.Source, line, end, null, first,
            [.. shown.Select((l, i) => first + i >= line && first + i <= end ? Cut(l, citation.Excerpt) : Cut(l))]);
    }

    /// <summary>Masked as a whole, since a secret goes over lines; as many lines as there were.</summary>
    private static IEnumerable<string> Clean(IEnumerable<string> lines) =>
        Secrets.Redact(string.Join('\n', lines.Select(l => l.Length > MostSearched ? l[..MostSearched] : l))).Split('\n')
            .Select(l => SafeText.Lines(l).Replace('\n', ' '));

    private static string Cut(string line) => line.Length > MostCharacters ? line[..MostCharacters] + "…" : line;

    /// <summary>Around the words, where it is too long to be shown whole.</summary>
    private static string Cut(string line, string words)
    {
        if (line.Length <= MostCited)
            return line;
        var from = Math.Clamp(line.IndexOf(words, StringComparison.Ordinal) - MostCharacters, 0, line.Length - MostCited);
        return $"{(from > 0 ? "…" : "")}{line.AsSpan(from, MostCited)}…";
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<Passage>))]
internal sealed partial class PassageJson : JsonSerializerContext;
