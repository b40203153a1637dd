using Whybot.GitHub.Clients;
using Whybot.GitHub.Records;

namespace Whybot.GitHub;

/// <summary>
/// Knows what the bot itself wrote. A marker alone proves nothing: anybody can copy it. What an App wrote bears the App's id; what a token wrote bears its owner.
/// </summary>
internal sealed class BotIdentity(GitHubSettings settings, AppsClient apps)
{
    /// <summary>Who writes with the token that Actions gives to a workflow.</summary>
    private const string ActionsBot = "github-actions[bot]";
    private string? _login;

    public async ValueTask<bool> WroteAsync(User? author, GitHubApp? via, CancellationToken cancel)
    {
        if (via is not null && via.Id == settings.AppId)
            return true;
        // GitHub does not name the App in every answer; no person can have a login that ends with [bot].
        _login ??= settings.IsApp ? $"{(await apps.CurrentAsync(cancel)).Slug}[bot]" : await apps.LoginAsync(cancel) ?? ActionsBot;
        return author?.Login == _login;
    }
}
