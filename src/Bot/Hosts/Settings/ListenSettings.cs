namespace Whybot.Hosts.Settings;

/// <summary>Where the service listens: keys of section <c>Whybot</c> itself.</summary>
internal sealed class ListenSettings
{
    public const string DefaultUrl = "http://127.0.0.1:8380";

    /// <summary>Where webhooks are received.</summary>
    public string Url { get; init; } = DefaultUrl;

    /// <summary>Everything that is wrong, each with how to fix it.</summary>
    public IEnumerable<string> Problems()
    {
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            yield return $"Whybot:Url: '{Url}' is not a URL; write for example {DefaultUrl}";
        else if (url.AbsolutePath != "/")
            yield return $"Whybot:Url: '{Url}' has a path; write only where it listens, for example {url.GetLeftPart(UriPartial.Authority)}";
    }
}
