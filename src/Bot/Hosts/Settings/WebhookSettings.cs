namespace Whybot.Hosts.Settings;

/// <summary>How webhooks are known to come from GitHub: section <c>Whybot:Webhook</c>.</summary>
internal sealed class WebhookSettings
{
    /// <summary>Needed; more than one only while a secret is rotated.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>All that is wrong, each with what to do.</summary>
    public IEnumerable<string> Problems()
    {
        if (Secrets.Count == 0 || Secrets.Any(string.IsNullOrWhiteSpace))
            yield return "Whybot:Webhook:Secrets: a secret is needed, or anybody could send events; set the environment variable Whybot__Webhook__Secrets__0"
                + " to the secret of the GitHub App's webhook";
    }
}
