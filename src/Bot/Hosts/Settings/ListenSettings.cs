namespace Whybot.Hosts.Settings;

/// <summary>Where the service listens: keys of section <c>Whybot</c> itself.</summary>
internal sealed class ListenSettings
{
    public const string DefaultUrl = "http://127.0.0.1:8380";

    /// <summary>Where webhooks are received.</summary>
    public string Url { get; init; } = DefaultUrl;

    /// <summary>Where people who read what is written on GitHub can reach the dashboard's pages; null if nothing should link to them.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Everything that is wrong, each with how to fix it.</summary>
    public IEnumerable<string> Problems()
    {
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            yield return $"Whybot:Url: '{Url}' is not a URL; write for example {DefaultUrl}";
        else if (url.AbsolutePath != "/")
            yield return $"Whybot:Url: '{Url}' has a path; write only where it listens, for example {url.GetLeftPart(UriPartial.Authority)}";
        if (PublicUrl is { Length: > 0 } pages && (!Uri.TryCreate(pages, UriKind.Absolute, out var shown) || shown.Scheme is not ("http" or "https")))
            yield return $"Whybot:PublicUrl: '{pages}' is not a URL; write where people open the dashboard, for example https://whybot.example.com";
    }
}
