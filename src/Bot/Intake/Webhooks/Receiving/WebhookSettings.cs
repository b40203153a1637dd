namespace Whybot.Intake.Webhooks.Receiving;

/// <summary>How webhooks are verified as coming from GitHub: section <c>Whybot:Webhook</c>.</summary>
internal sealed class WebhookSettings
{
    /// <summary>Required; more than one only while a secret is being rotated.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Everything that is wrong, each with how to fix it.</summary>
    public IEnumerable<string> Problems()
    {
        if (Secrets.Count == 0 || Secrets.Any(string.IsNullOrWhiteSpace))
            yield return "Whybot:Webhook:Secrets: a secret is needed, or anybody could send events; set the environment variable Whybot__Webhook__Secrets__0"
                + " to the secret of the GitHub App's webhook";
    }
}
