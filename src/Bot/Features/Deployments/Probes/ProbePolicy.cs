using System.Net;

namespace Whybot.Features.Deployments.Probes;

/// <summary>
/// Where probes may go: section <c>Whybot:Probes</c> of the server's settings. What a repository's settings name is only a request: a host that
/// is not allowed here is never contacted.
/// </summary>
internal sealed class ProbePolicy
{
    /// <summary>Hosts by name, or <c>*.example.com</c> for everything under a domain. If empty, no probe goes anywhere.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Private ranges that may be reached nevertheless, for example <c>10.0.0.0/8</c>.</summary>
    public IReadOnlyList<string> AllowedNetworks { get; init; } = [];

    /// <summary>PEM file of authorities that are trusted in addition to the machine's.</summary>
    public string? TrustedCertificates { get; init; }

    /// <summary>Connection strings for queries, by host.</summary>
    public IReadOnlyDictionary<string, string> Postgres { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Time limit for one look at one service.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a service may take to warm up after a deployment.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Time between two looks while a service warms up.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(5);

    public bool AllowsHost(string host) => AllowedHosts.Any(a => a == "*" || a.Equals(host, StringComparison.OrdinalIgnoreCase)
        || (a.StartsWith("*.", StringComparison.Ordinal) && host.EndsWith(a[1..], StringComparison.OrdinalIgnoreCase)));

    /// <summary>Public addresses, and private ones that are explicitly allowed. Never metadata services.</summary>
    public bool AllowsAddress(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (Never.Any(n => n.Contains(plain)))
            return false;
        return !Private.Any(p => p.Contains(plain)) || AllowedNetworks.Any(n => IPNetwork.TryParse(n, out var network) && network.Contains(plain));
    }

    /// <summary>Everything that is wrong, each with how to fix it.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var network in AllowedNetworks.Where(n => !IPNetwork.TryParse(n, out _)))
            yield return $"Whybot:Probes:AllowedNetworks: '{network}' is not a network; write for example 10.0.0.0/8";
        if (TrustedCertificates is { } file && !File.Exists(file))
            yield return $"Whybot:Probes:TrustedCertificates: {file} does not exist";
    }

    /// <summary>Link-local and other addresses where clouds have their metadata services (169.254.169.254, fd00:ec2::254, 100.100.100.200).</summary>
    private static readonly IPNetwork[] Never = [.. new[] { "169.254.0.0/16", "fe80::/10", "fd00:ec2::254/128", "100.100.100.200/32", "0.0.0.0/8",
        "::/128", "224.0.0.0/4", "ff00::/8" }.Select(n => IPNetwork.Parse(n))];

    private static readonly IPNetwork[] Private = [.. new[] { "127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",
        "100.64.0.0/10", "198.18.0.0/15", "192.0.0.0/24", "fc00::/7", "64:ff9b::/96", "255.255.255.255/32", "240.0.0.0/4" }.Select(n => IPNetwork.Parse(n))];
}
