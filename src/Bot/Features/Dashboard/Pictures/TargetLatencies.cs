using System.Text.Json;
using Whybot.Memory.Deployments;
using Whybot.Runs.RunFolders;

namespace Whybot.Features.Dashboard.Pictures;

/// <summary>How long one target took to answer its probe, look by look.</summary>
/// <param name="Service">The service that it belongs to.</param>
/// <param name="Target">URL or host:port.</param>
/// <param name="Readings">Oldest first.</param>
public sealed record TargetLatencies(string Service, string Kind, string Target, IReadOnlyList<LatencyReading> Readings)
{
    /// <summary>The middle one of the answers; null if there was none.</summary>
    public double? Median => Readings.Where(r => r.Ok).Select(r => r.Milliseconds).OfType<double>().Order().ToList() is { Count: > 0 } known
        ? known[known.Count / 2] : null;

    /// <summary>The longest answer; null if there was none.</summary>
    public double? Longest => Readings.Select(r => r.Milliseconds).Max();

    private const int MostRuns = 40;

    /// <summary>Of several runs, one reading for each: the last look of it.</summary>
    /// <param name="runs">Newest first.</param>
    public static IReadOnlyList<TargetLatencies> OfRuns(IReadOnlyList<DeploymentRun> runs) => Group(runs.Take(MostRuns).Reverse()
        .SelectMany(r => Rounds(r.Looks).TakeLast(1).SelectMany(round => ReadingsOf(round, Links.Deployment(r.Id), r.Sha.Short))));

    /// <summary>Of one run, one reading for each look.</summary>
    public static IReadOnlyList<TargetLatencies> OfRun(DeploymentRun run) => Group(Rounds(run.Looks)
        .SelectMany(round => ReadingsOf(round, $"{Links.Deployment(run.Id)}#services", $"{round.When.ToString().ToLowerInvariant()} the run")));

    private static IReadOnlyList<TargetLatencies> Group(IEnumerable<(string Service, JsonProbe Probe, LatencyReading Reading)> readings) =>
        [.. readings.GroupBy(r => (r.Service, r.Probe.Kind, r.Probe.Target))
            .Select(g => new TargetLatencies(g.Key.Service, g.Key.Kind, g.Key.Target, [.. g.Select(r => r.Reading)]))];

    private static IEnumerable<(string, JsonProbe, LatencyReading)> ReadingsOf(JsonProbeRound round, string address, string when) =>
        round.Seen.Services.SelectMany(s => s.Probes.Select(p => (s.Name, p, LatencyReading.Of(p, round.Seen.CheckedAt, address, when))));

    /// <summary>What was looked at; nothing if another version wrote it in a way that this one cannot read.</summary>
    private static IReadOnlyList<JsonProbeRound> Rounds(string? looks)
    {
        try
        {
            return looks is null ? [] : JsonSerializer.Deserialize(looks, ProbeHistoryJson.Default.ListJsonProbeRound) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}

/// <summary>One answer, or the lack of one.</summary>
/// <param name="Milliseconds">Null if it was not timed.</param>
/// <param name="Said">What the probe saw, in its own words.</param>
/// <param name="Label">Everything that it shows, in words.</param>
public sealed record LatencyReading(bool Ok, double? Milliseconds, string Said, string Label, string Address)
{
    internal static LatencyReading Of(JsonProbe probe, DateTimeOffset? at, string address, string when) => new(probe.Ok, probe.LatencyMs, probe.Evidence,
        $"{(at is { } time ? $"{time.UtcDateTime:MM-dd HH:mm}, " : "")}{when}: {(probe.Ok ? "" : "failed, ")}{Latencies.Of(probe.LatencyMs)}", address);
}
