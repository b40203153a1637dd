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
        if (settings.AppId is { } app)
            return via?.Id == app;
        _login ??= await apps.LoginAsync(cancel) ?? ActionsBot;
        return author?.Login == _login;
    }
}
