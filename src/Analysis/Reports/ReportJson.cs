using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Correlation;
using Whybot.Analysis.Evidence;
using Whybot.Analysis.Gates;
using Whybot.Analysis.Readiness;
using Whybot.Analysis.Verdicts;

namespace Whybot.Analysis.Reports;

/// <summary>
/// Writes the report as JSON, schema 1:
/// <c>{schema, decision, reason, totals, gates[], clusters[{id, title, verdict, because, cause, rootCause, tests[], issue, suspects[], whys[]}],
/// contradictions[], newIssues[], warnings[]}</c>.
/// More may be added; nothing of it is renamed.
/// </summary>
public static class ReportJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Report report)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Indented))
            JsonSerializer.Serialize(writer, JsonReport.Of(report), ReportJsonContext.Default.JsonReport);
        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }
}

/// <summary>The report in its published shape.</summary>
internal sealed record JsonReport(
    int Schema, string? Repository, string? Environment, string? Sha, Decision Decision, Prose Reason, JsonTotals Totals, PreviousRun? Previous,
    IEnumerable<JsonGate> Gates, IEnumerable<JsonCluster> Clusters, IEnumerable<JsonContradiction> Contradictions, IReadOnlyList<NewIssue> NewIssues,
    IEnumerable<JsonSuite> Suites, IEnumerable<JsonService> Services, IReadOnlyList<Prose> Warnings, string Coverage)
{
    public static JsonReport Of(Report r) => new(
        r.Schema, r.Deployment.Repository, r.Deployment.Environment, r.Deployment.Sha, r.Decision, r.Reason, JsonTotals.Of(r.Totals), r.Previous,
        r.Gates.Select(g => new JsonGate(g.Name, g.Required, Round(g.Actual), g.Outcome, g.Reason)),
        r.Clusters.Select(JsonCluster.Of),
        r.Contradictions.Select(c => new JsonContradiction(c.Issue, c.Title, c.Because, c.Citations.Select(JsonCitation.Of))),
        r.NewIssues,
        r.Suites.Select(s => new JsonSuite(s.Name, s.Category, s.Priority, JsonTotals.Of(s.Totals), s.Seconds, s.Unproved)),
        r.Services.Select(s => new JsonService(s.Name, s.Ready)), r.Warnings, r.Coverage);

    private static double? Round(double? rate) => rate is { } value ? Math.Round(value, 4) : null;
}

internal sealed record JsonTotals(int Tests, int Passed, int Failed, int Errors, int Skipped)
{
    public static JsonTotals Of(RunTotals t) => new(t.Tests, t.Passed, t.Failed, t.Errors, t.Skipped);
}

internal sealed record JsonGate(string Name, double Required, double? Actual, GateOutcome Outcome, Prose Reason);

internal sealed record JsonSuite(string Name, string Category, string? Priority, JsonTotals Totals, double? Seconds, int Unproved);

internal sealed record JsonService(string Name, bool Ready);

internal sealed record JsonContradiction(int Issue, string Title, IReadOnlyList<Prose> Because, IEnumerable<JsonCitation> Citations);

internal sealed record JsonCitation(
    string Source,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Line,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? EndLine,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Pointer,
    string Excerpt)
{
    public static JsonCitation Of(Citation c) => new(c.Source, c.Line, c.EndLine, c.Pointer, c.Excerpt);
}

internal sealed record JsonWhy(int Level, string Rung, string Question, Prose Answer, Whys.WhyStatus Status, IEnumerable<JsonCitation> Citations);

internal sealed record JsonSuspect(string Sha, string Path, string Title, string? Author, int? Pull, string Status, IReadOnlyList<Prose> Because,
    IEnumerable<JsonCitation> Citations);

internal sealed record JsonRuledOut(Prose What, Prose Because, IEnumerable<JsonCitation> Citations);

internal sealed record JsonAction(Urgency When, Prose What, string Rung);

internal sealed record JsonCluster(
    string Id, string Title, VerdictKind Verdict, Prose Because, string Cause, Prose RootCause, IReadOnlyList<string> Tests, IReadOnlyList<string> Suites,
        IReadOnlyList<string> Categories,
    string? Priority, string? Impact, MatchedIssue? Issue, MatchedIssue? Nearest, IReadOnlyList<MatchedIssue> SeenBefore, IEnumerable<JsonSuspect> Suspects,
        IEnumerable<JsonWhy> Whys,
    IEnumerable<JsonRuledOut> RuledOut, IEnumerable<JsonAction> Actions, IReadOnlyList<Prose> Joined)
{
    public static JsonCluster Of(ReportedCluster c) => new(
        c.Id, c.Title, c.Verdict.Kind, c.Verdict.Because, c.Cause, c.RootCause, c.Tests, c.Suites, c.Categories, c.Priority, c.Impact, c.Issue, c.Nearest,
            c.SeenBefore,
        c.Suspects.Select(s => new JsonSuspect(s.Sha, s.Path, s.Title, s.Author, s.Pull, s.Established ? "established" : "likely", s.Because,
            s.Citations.Select(JsonCitation.Of))),
        c.Whys.Select(w => new JsonWhy(w.Level, w.Rung.ToString().ToLowerInvariant(), w.Question, w.Answer, w.Status, w.Citations.Select(JsonCitation.Of))),
        c.RuledOut.Select(r => new JsonRuledOut(r.What, r.Because, r.Citations.Select(JsonCitation.Of))),
        c.Actions.Select(a => new JsonAction(a.Urgency, a.What, a.Rung.ToString().ToLowerInvariant())), c.Joined);
}

/// <summary>Enumerations are written in lower case with hyphens.</summary>
internal sealed class KebabEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower) where T : struct, Enum;

internal sealed class ProseJson : JsonConverter<Prose>
{
    public override Prose Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Prose.Of($"{reader.GetString()}");

    public override void Write(Utf8JsonWriter writer, Prose value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(ProseJson), typeof(KebabEnum<Decision>), typeof(KebabEnum<GateOutcome>), typeof(KebabEnum<VerdictKind>),
        typeof(KebabEnum<Whys.WhyStatus>), typeof(KebabEnum<Urgency>)])]
[JsonSerializable(typeof(JsonReport))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
