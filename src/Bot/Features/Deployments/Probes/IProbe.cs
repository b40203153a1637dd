using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;

namespace Whybot.Features.Deployments.Probes;

/// <summary>What a probe needs to know.</summary>
/// <param name="Url">The service's URL; null if the probe names its own host.</param>
/// <param name="Sha">The deployed commit; null if it is not known.</param>
internal sealed record ProbeTarget(ProbeSettings Probe, Uri? Url, CommitSha? Sha)
{
    /// <summary>The probe's path under the URL, with a different scheme if one is given.</summary>
    /// <exception cref="ProbeException">The service has no URL.</exception>
    public Uri Address(string? scheme = null)
    {
        var address = new Uri(Url ?? throw new ProbeException("the service has no url in the settings"), Probe.Target);
        return scheme is null ? address : new UriBuilder(address) { Scheme = scheme, Port = address.IsDefaultPort ? -1 : address.Port }.Uri;
    }

    /// <summary><c>host:port</c> of the probe's own target.</summary>
    /// <exception cref="ProbeException">It is not a valid target.</exception>
    public (string Host, int Port) Endpoint(int defaultPort)
    {
        var target = Probe.Target.Split("://")[^1].Split('/')[0];
        if (target.StartsWith('[') && Uri.TryCreate($"tcp://{target}", UriKind.Absolute, out var six))
            return (six.Host.Trim('[', ']'), six.Port > 0 ? six.Port : defaultPort);
        var colon = target.LastIndexOf(':');
        if (colon < 0)
            return (target, defaultPort);
        return int.TryParse(target[(colon + 1)..], out var port) && port is > 0 and < 65536 ? (target[..colon], port)
            : throw new ProbeException($"'{Probe.Target}' is not host:port");
    }
}

/// <summary>What a probe saw.</summary>
/// <param name="Status">The HTTP status, if there is one.</param>
/// <param name="Evidence">The answer's own words, or what went wrong.</param>
internal sealed record ProbeResult(bool Ok, int? Status, string Evidence)
{
    /// <summary>The revision that the service reports; null if it was not asked, or did not say.</summary>
    public string? Revision { get; init; }
}

/// <summary>Probes services in one particular way.</summary>
internal interface IProbe
{
    /// <exception cref="ProbeException">There was no answer; the message says why.</exception>
    Task<ProbeResult> LookAsync(ProbeTarget target, CancellationToken cancel);
}
