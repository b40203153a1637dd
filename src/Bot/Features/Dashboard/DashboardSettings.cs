using System.Net;

namespace Whybot.Features.Dashboard;

/// <summary>Who may see the pages, and where they are served: section <c>Whybot:Dashboard</c>.</summary>
internal sealed class DashboardSettings
{
    public const string DefaultUrl = "http://127.0.0.1:8381";

    /// <summary>A shorter secret could be guessed.</summary>
    private const int LeastSecret = 16;

    /// <summary>
    /// Where the pages are served: a separate port, so that a proxy that forwards webhooks does not expose them to the world. Empty for no pages.
    /// </summary>
    public string Url { get; init; } = DefaultUrl;

    /// <summary>The browser asks for it as the password, with any user name; it also works as a bearer token. Null if none.</summary>
    public string? Secret { get; init; }

    /// <summary>The header in which a reverse proxy names the signed-in user, for example <c>X-Forwarded-User</c>. Null if none.</summary>
    public string? UserHeader { get; init; }

    /// <summary>Networks from which that header is trusted; only this machine if empty.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    public bool IsOn => Url.Length > 0;
    public bool AsksForLogin => Secret is not null || UserHeader is not null;
    public int Port => new Uri(Url).Port;

    /// <exception cref="FormatException">One isn't a network; <see cref="Problems"/> has reported it.</exception>
    public IReadOnlyList<IPNetwork> ProxyNetworks() => [.. (Proxies.Count == 0 ? ["127.0.0.0/8", "::1/128"] : Proxies).Select(p => IPNetwork.Parse(p))];

    /// <summary>Everything that is wrong, each with how to fix it.</summary>
    /// <param name="service">Where webhooks are received.</param>
    public IEnumerable<string> Problems(string service)
    {
        if (!IsOn)
            yield break;
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Port == 0 || url.AbsolutePath != "/")
            yield return $"Whybot:Dashboard:Url: '{Url}' is not a URL with a port; write for example {DefaultUrl}, or nothing for no dashboard";
        else
        {
            if (Uri.TryCreate(service, UriKind.Absolute, out var own) && own.Port == url.Port)
                yield return $"Whybot:Dashboard:Url: {Url} has the port of Whybot:Url, which the world may reach; give the pages a port of their own";
            if (!url.IsLoopback && !AsksForLogin)
                yield return $"Whybot:Dashboard:Url: {Url} can be reached from other machines; set Whybot__Dashboard__Secret, or "
                    + $"Whybot__Dashboard__UserHeader behind a reverse proxy that signs people in, or bind it to 127.0.0.1";
        }
        if (Secret is { Length: < LeastSecret })
            yield return $"Whybot:Dashboard:Secret: it is shorter than {LeastSecret} characters; make one with: openssl rand -hex 32";
        foreach (var proxy in Proxies.Where(p => !IPNetwork.TryParse(p, out _)))
            yield return $"Whybot:Dashboard:Proxies: '{proxy}' is no network; write for example 10.1.2.3/32";
    }
}
