using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Inputs.Readiness;

namespace Whybot.Runs.RunFolders;

/// <summary>Writes what probes saw as <c>readiness.json</c>, in the format of a run's folder.</summary>
internal static class ReadinessRecord
{
    public const string Name = "readiness.json";

    /// <summary>Leaves the answers' text unescaped, so that a citation can find it.</summary>
    private static readonly JsonWriterOptions AsTheyAre = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ReadinessReport report) => Write(Shape(report));

    public static string Write(JsonReadiness readiness)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, AsTheyAre))
            JsonSerializer.Serialize(writer, readiness, ReadinessJson.Default.JsonReadiness);
        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    public static JsonReadiness Shape(ReadinessReport report) =>
        new(report.CheckedAt, report.Environment, ReadinessJudge.Overall(report.Services), [.. report.Services.Select(Shape)]);

    private static JsonService Shape(ServiceReadiness service) =>
        new(service.Name, service.Ready, service.Verdict, service.Because,
            [.. service.Probes.Select(p => new JsonProbe(p.Kind, p.Target, p.Ok, p.Status, p.LatencyMs, p.Evidence, p.Revision))]);
}

internal sealed record JsonReadiness(DateTimeOffset? CheckedAt, string? Environment, ReadinessVerdict Verdict, IReadOnlyList<JsonService> Services);

internal sealed record JsonService(string Name, bool Ready, ReadinessVerdict Verdict, string Because, IReadOnlyList<JsonProbe> Probes);

internal sealed record JsonProbe(string Kind, string Target, bool Ok, int? Status, double? LatencyMs, string Evidence,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Revision = null);

internal sealed class KebabVerdict() : JsonStringEnumConverter<ReadinessVerdict>(JsonNamingPolicy.KebabCaseLower);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(KebabVerdict)])]
[JsonSerializable(typeof(JsonReadiness))]
internal sealed partial class ReadinessJson : JsonSerializerContext;
