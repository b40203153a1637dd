using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Language.Redaction;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Reports;

namespace Whybot.Runs.RunFolders;

/// <summary>
/// The surroundings of a place that a report cites, so that it can still be opened at its line after the run's folder is gone. Contains no secrets.
/// </summary>
/// <param name="First">Number of the first of <paramref name="Lines"/>, starting at 1; always 1 for a value from a JSON source.</param>
public sealed record Passage(string Source, int? Line, int? EndLine, string? Pointer, int First, IReadOnlyList<string> Lines)
{
    private const int Around = 20;
    private const int MostLines = 120;

    /// <summary>How many extra lines before and after are searched for secrets that extend into it.</summary>
    private const int Margin = 30;
    private const int MostPassages = 500;
    private const int MostCharacters = 1000;

    /// <summary>Limit for a cited line: some files consist of one line.</summary>
    private const int MostCited = 20_000;

    /// <summary>How much of a line is searched for secrets.</summary>
    private const int MostSearched = 1024 * 1024;

    public bool Holds(PublishedCitation citation) =>
        citation.Source == Source && citation.Line == Line && citation.EndLine == EndLine && citation.Pointer == Pointer;

    /// <summary>One passage per place, in the order of the report.</summary>
    internal static IReadOnlyList<Passage> Of(Report report, FolderEvidence evidence) =>
        [.. report.Clusters.SelectMany(Citations).Concat(report.Contradictions.SelectMany(c => c.Citations))
            .DistinctBy(c => (c.Source, c.Line, c.EndLine, c.Pointer)).Take(MostPassages)
            .Select(c => Of(c, evidence)).OfType<Passage>().Select(p => p with { Source = Secrets.Redact(p.Source) })];

    /// <summary>In the order of the published report, where places have their masked names.</summary>
    private static IEnumerable<Citation> Citations(ReportedCluster cluster) =>
        cluster.Whys.SelectMany(w => w.Citations).Concat(cluster.Evidence.Select(e => e.Place))
            .Concat(cluster.Suspects.SelectMany(s => s.Citations)).Concat(cluster.RuledOut.SelectMany(r => r.Citations));

    public static string Write(IReadOnlyList<Passage> passages) => JsonSerializer.Serialize(passages, PassageJson.Default.IReadOnlyListPassage);

    /// <exception cref="JsonException">The text does not contain passages.</exception>
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

    /// <summary>Masks the lines together, since a secret can span several; the number of lines stays the same.</summary>
    private static IEnumerable<string> Clean(IEnumerable<string> lines) =>
        Secrets.Redact(string.Join('\n', lines.Select(l => l.Length > MostSearched ? l[..MostSearched] : l))).Split('\n')
            .Select(l => SafeText.Lines(l).Replace('\n', ' '));

    private static string Cut(string line) => line.Length > MostCharacters ? line[..MostCharacters] + "…" : line;

    /// <summary>Cuts a line around the given words if it is too long to be shown whole.</summary>
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
