using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Readiness;
using Whybot.Foundation.Json;

namespace Whybot.Runs.RunFolders;

/// <summary>
/// <c>void.json</c>, <c>{reason}</c>: says that something other than the intended deployment was tested. Without the file, this is derived from the probes and
/// from GitHub's deployments.
/// </summary>
internal static class VoidFile
{
    private const string Name = "void.json";

    public static void Write(string folder, string reason) =>
        File.WriteAllBytes(Path.Combine(folder, Name), JsonSerializer.SerializeToUtf8Bytes(new VoidRecord(reason), VoidJson.Default.VoidRecord));

    /// <param name="ran">Whether any test ran; if none did, what was not ready before them does not make the run void.</param>
    /// <returns>Why the run is void; null if nothing says so.</returns>
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
