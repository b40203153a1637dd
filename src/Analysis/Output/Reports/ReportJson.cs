using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;

namespace Whybot.Analysis.Output.Reports;

/// <summary>
/// Writes the report as JSON, schema 1:
/// <c>{schema, decision, reason, totals, gates[], clusters[{id, title, verdict, because, cause, rootCause, tests[], issue, suspects[], whys[]}],
/// contradictions[], newIssues[], warnings[], selfCheck: {claims: {checked, dropped}, citations: {checked, dropped}}}</c>.
/// Properties may be added, but none of these is renamed.
/// </summary>
public static class ReportJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Report report)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Indented))
            JsonSerializer.Serialize(writer, PublishedReport.Of(report), ReportJsonContext.Default.PublishedReport);
        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    /// <exception cref="JsonException">The text is not a report.</exception>
    public static PublishedReport Read(string json) => JsonSerializer.Deserialize(json, ReportJsonContext.Default.PublishedReport)
        ?? throw new JsonException("null");
}

/// <summary>Enumerations are written in lower case with hyphens.</summary>
internal sealed class KebabEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower) where T : struct, Enum;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(KebabEnum<Decision>), typeof(KebabEnum<GateOutcome>), typeof(KebabEnum<VerdictKind>),
        typeof(KebabEnum<WhyStatus>), typeof(KebabEnum<Urgency>), typeof(KebabEnum<ReadExtent>), typeof(KebabEnum<JobState>), typeof(PriorityJson)])]
[JsonSerializable(typeof(PublishedReport))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
