namespace Whybot.Hosts.Settings;

/// <summary>Where metrics and traces are sent: section <c>Whybot:Telemetry</c>.</summary>
internal sealed class TelemetrySettings
{
    /// <summary>An OpenTelemetry collector (OTLP over gRPC), for example <c>http://localhost:4317</c>; null if none.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The collector's address; null if there is none or if it is not a valid URL.</summary>
    public Uri? Collector => Uri.TryCreate(Endpoint, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https") ? url : null;

    /// <summary>Everything that is wrong, each with how to fix it.</summary>
    public IEnumerable<string> Problems()
    {
        if (Endpoint is { Length: > 0 } && Collector is null)
            yield return $"Whybot:Telemetry:Endpoint: '{Endpoint}' is not a URL; write for example http://localhost:4317";
    }
}
