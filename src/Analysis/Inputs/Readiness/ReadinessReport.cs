using Whybot.Analysis.Inputs.Evidence;

namespace Whybot.Analysis.Inputs.Readiness;

/// <summary>What the probes of the services saw at one point in time.</summary>
/// <param name="Source">Path of the record in the incident's folder.</param>
public sealed record ReadinessReport(string Source, DateTimeOffset? CheckedAt, string? Environment, IReadOnlyList<ServiceReadiness> Services);

/// <param name="Ready">Whether suites may run against it; a degraded service is ready.</param>
public sealed record ServiceReadiness(string Name, bool Ready, IReadOnlyList<ProbeReading> Probes)
{
    /// <summary>Ready, degraded or not ready.</summary>
    public ReadinessVerdict Verdict { get; init; } = Ready ? ReadinessVerdict.Ready : ReadinessVerdict.NotReady;

    /// <summary>Why it is not fully ready, in words; empty if it is.</summary>
    public string Because { get; init; } = "";
}

/// <summary>One probe's answer.</summary>
/// <param name="Kind">http, tcp, redis, postgres, websocket, tls, dns …</param>
/// <param name="Target">URL or host:port.</param>
/// <param name="Evidence">The answer's body or the error, as the probe recorded it.</param>
/// <param name="Pointer">JSON pointer of this probe in the readiness record.</param>
public sealed record ProbeReading(string Kind, string Target, bool Ok, int? Status, double? LatencyMs, string Evidence, string Source, string Pointer)
{
    /// <summary>False if the server's settings did not allow the probe: it then says nothing about the service.</summary>
    public bool Asked { get; init; } = true;

    /// <summary>The revision that a service reports running, in its own words; null if it was not asked or did not say.</summary>
    public string? Revision { get; init; }

    /// <summary>Cites the probe's own words; its failure flag if it recorded none.</summary>
    public Citation Citation => Evidence.Length > 0
        ? Citation.OfJson(Source, Pointer + "/evidence", Evidence)
        : Citation.OfJson(Source, Pointer + "/target", Target);
}
