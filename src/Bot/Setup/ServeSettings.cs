namespace Whybot.Setup;

/// <summary>Settings of the service: section <c>Whybot</c> of <c>appsettings.json</c>, overridden by environment variables (<c>Whybot__Webhook__Secrets__0</c>).</summary>
internal sealed class ServeSettings
{
    public const string Section = "Whybot";
    public const string DefaultUrl = "http://127.0.0.1:8380";
    public const string DefaultStore = "whybot.db";

    /// <summary>Where it listens.</summary>
    public string Url { get; init; } = DefaultUrl;

    public StoreSettings Store { get; init; } = new();
    public WebhookSettings Webhook { get; init; } = new();

    internal sealed class StoreSettings
    {
        /// <summary>The SQLite file; made when it does not exist.</summary>
        public string File { get; init; } = DefaultStore;
    }

    internal sealed class WebhookSettings
    {
        /// <summary>Needed; more than one only while a secret is rotated.</summary>
        public IReadOnlyList<string> Secrets { get; init; } = [];
    }

    /// <summary>All that is wrong, each with what to do; empty when the service can start.</summary>
    public IEnumerable<string> Problems()
    {
        if (Webhook.Secrets.Count == 0 || Webhook.Secrets.Any(string.IsNullOrWhiteSpace))
            yield return "Whybot:Webhook:Secrets: a secret is needed, or anybody could send events; set the environment variable Whybot__Webhook__Secrets__0 to the secret of the GitHub App's webhook";
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            yield return $"Whybot:Url: '{Url}' is not a URL; write for example {DefaultUrl}";
        if (string.IsNullOrWhiteSpace(Store.File))
            yield return $"Whybot:Store:File: a file is needed, for example {DefaultStore}";
    }
}
