using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Inputs.Readiness;

namespace Whybot.Runs.RunFolders;

/// <summary>When services were probed, relative to the run.</summary>
internal enum When
{
    Before,
    During,
    After,
}

/// <summary>What probes saw before, during and after a run: the first and the last look, and every look in between that found something wrong.</summary>
internal sealed class ProbeHistory
{
    private const int Most = 20;
    private readonly List<JsonProbeRound> _looks;

    private ProbeHistory(List<JsonProbeRound> looks) => _looks = looks;

    public static ProbeHistory None => new([]);

    public static ProbeHistory Read(string? json) => new(json is null ? [] : JsonSerializer.Deserialize(json, ProbeHistoryJson.Default.ListJsonProbeRound)!);

    /// <summary>The time of the last look.</summary>
    public DateTimeOffset? Last => _looks.Count == 0 ? null : _looks[^1].Seen.CheckedAt;

    public void Add(When when, ReadinessReport report)
    {
        // Of the looks that found nothing wrong, the newest is enough.
        if (_looks is [.., { When: When.During } last] && last.Seen.Services.All(s => s.Ready))
            _looks.RemoveAt(_looks.Count - 1);
        if (_looks.Count < Most)
            _looks.Add(new JsonProbeRound(when, ReadinessRecord.Shape(report)));
        else
            _looks[^1] = new JsonProbeRound(when, ReadinessRecord.Shape(report));
    }

    public string Write() => JsonSerializer.Serialize(_looks, ProbeHistoryJson.Default.ListJsonProbeRound);

    /// <summary>
    /// One record for the run's folder, with each service in its worst state since the run started; null without a look. A service that was down and came
    /// back is degraded: it can be used, but it may be the reason for failures in between.
    /// </summary>
    public string? Record()
    {
        if (_looks is not [.., var last])
            return null;
        return ReadinessRecord.Write(last.Seen with
        {
            Services = [.. last.Seen.Services.Select(s => s.Ready && Worse(s.Name) is { } look
                ? look.Service with { Ready = true, Verdict = ReadinessVerdict.Degraded,
                Because = $"not ready at {look.At:HH:mm:ss} UTC, ready again later: {look.Service.Because}" } : s)],
        });
    }

    private (DateTimeOffset? At, JsonService Service)? Worse(string service)
    {
        foreach (var look in _looks.Where(l => l.When != When.Before))
            if (look.Seen.Services.FirstOrDefault(s => s.Name == service && !s.Ready) is { } down)
                return (look.Seen.CheckedAt, down);
        return null;
    }
}

internal sealed record JsonProbeRound(When When, JsonReadiness Seen);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(List<JsonProbeRound>))]
internal sealed partial class ProbeHistoryJson : JsonSerializerContext;
