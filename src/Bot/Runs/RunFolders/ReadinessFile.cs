using System.Text.Json;
using Whybot.Analysis.Inputs.Readiness;
using Whybot.Foundation.Json;

namespace Whybot.Runs.RunFolders;

/// <summary>
/// Reads <c>readiness.json</c>: <c>{checkedAt, environment, services: [{name, ready, probes: [{kind, target, ok, status, latencyMs,
/// evidence, revision}]}]}</c>.
/// </summary>
internal static class ReadinessFile
{
    private const string Source = "readiness.json";

    public static ReadinessReport? Read(RunFolder folder)
    {
        using var document = folder.Json(Source);
        if (document is null)
            return null;
        var root = document.RootElement;
        return new ReadinessReport(Source, root.Time("checkedAt"), root.Text("environment"),
            [.. root.Field("services").Items().Select(s => Service(s.Item, s.Index))]);
    }

    private static ServiceReadiness Service(JsonElement service, int index)
    {
        var probes = service.Field("probes").Items().Select(p => Probe(p.Item, $"/services/{index}/probes/{p.Index}")).ToList();
        var ready = service.Flag("ready") ?? probes.All(p => p.Ok);
        return new ServiceReadiness(service.Text("name") ?? $"service {index}", ready, probes)
        {
            Verdict = !ready ? ReadinessVerdict.NotReady : service.Text("verdict") == "degraded" ? ReadinessVerdict.Degraded : ReadinessVerdict.Ready,
            Because = service.Text("because") ?? "",
        };
    }

    private static ProbeReading Probe(JsonElement probe, string pointer) =>
        new(probe.Text("kind") ?? "probe", probe.Text("target") ?? "", probe.Flag("ok") ?? true, probe.Integer("status"), probe.Number("latencyMs"),
            probe.Text("evidence") ?? "", Source, pointer)
        { Revision = probe.Text("revision") };
}
