using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis;
using Whybot.Analysis.Readiness;
using Whybot.GitHub;

namespace Whybot.Pipeline;

/// <summary><c>void.json</c>, <c>{reason}</c>: that what was tested is not what was to be tested. Without it, the same is read from what probes and GitHub's deployments say.</summary>
internal static class VoidFile
{
    private const string Name = "void.json";

    public static void Write(string folder, string reason) =>
        File.WriteAllBytes(Path.Combine(folder, Name), JsonSerializer.SerializeToUtf8Bytes(new VoidRecord(reason), VoidJson.Default.VoidRecord));

    /// <param name="ran">Whether any test ran; what was not ready before them is no reason.</param>
    /// <returns>Why the run is void; null where nothing says so.</returns>
    public static string? Read(RunFolder folder, Deployment deployment, ReadinessReport? readiness, RecordedAnswers? answers, bool ran)
    {
        using var document = folder.Json(Name);
        if (document?.RootElement.Text("reason") is { } reason)
            return reason;
        if (!ran || deployment is not { Environment: { } environment, Sha: { } sha })
            return null;
        return (readiness is null ? null : OtherRevision.Seen(readiness, environment, sha)) ?? answers?.Replaced(deployment);
    }
}

internal sealed record VoidRecord(string Reason);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(VoidRecord))]
internal sealed partial class VoidJson : JsonSerializerContext;
