using Whybot.Analysis.Evidence;

namespace Whybot.Analysis.Readiness;

/// <summary>What the probes of the services saw at one moment.</summary>
/// <param name="Source">Path of the record in the incident's folder.</param>
public sealed record ReadinessReport(string Source, DateTimeOffset? CheckedAt, string? Environment, IReadOnlyList<ServiceReadiness> Services);

/// <param name="Ready">Suites may be run against it; a degraded one is ready.</param>
public sealed record ServiceReadiness(string Name, bool Ready, IReadOnlyList<ProbeReading> Probes)
{
    /// <summary>ready, degraded or not ready.</summary>
    public ReadinessVerdict Verdict { get; init; } = Ready ? ReadinessVerdict.Ready : ReadinessVerdict.NotReady;

    /// <summary>Why it is not simply ready, in words; empty when it is.</summary>
    public string Because { get; init; } = "";
}

/// <summary>One probe's answer.</summary>
/// <param name="Kind">http, tcp, redis, postgres, websocket, tls, dns …</param>
/// <param name="Target">URL or host:port.</param>
/// <param name="Evidence">The answer's body or the error, as the probe recorded it.</param>
/// <param name="Pointer">JSON pointer of this probe in the readiness record.</param>
public sealed record ProbeReading(string Kind, string Target, bool Ok, int? Status, double? LatencyMs, string Evidence, string Source, string Pointer)
{
    /// <summary>False when the server's settings did not let it be asked: it says nothing about the service.</summary>
    public bool Asked { get; init; } = true;

    /// <summary>The revision that a service said it runs, as it said it; null where none was asked for or told.</summary>
    public string? Revision { get; init; }

    /// <summary>Cites the probe's own words; its failing mark where it recorded none.</summary>
    public Citation Citation => Evidence.Length > 0
        ? Citation.OfJson(Source, Pointer + "/evidence", Evidence)
        : Citation.OfJson(Source, Pointer + "/target", Target);
}
