using Whybot.GitHub.Clients;
using Whybot.GitHub.Models;

namespace Whybot.GitHub;

/// <summary>
/// Knows what the bot itself wrote. A marker alone proves nothing: anybody can copy it. What an App wrote bears its login, which ends with <c>[bot]</c> as no person's can;
/// what a token wrote bears its owner's.
/// </summary>
internal sealed class BotIdentity(GitHubSettings settings, AppsClient apps)
{
    /// <summary>Who writes with the token that Actions gives to a workflow.</summary>
    private const string ActionsBot = "github-actions[bot]";
    private string? _login;

    public async ValueTask<bool> WroteAsync(User? author, CancellationToken cancel)
    {
        _login ??= settings.IsApp ? $"{(await apps.CurrentAsync(cancel)).Slug}[bot]" : await apps.LoginAsync(cancel) ?? ActionsBot;
        return author?.Login == _login;
    }
}
