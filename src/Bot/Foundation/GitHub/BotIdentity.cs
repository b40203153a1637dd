using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;

namespace Whybot.Foundation.GitHub;

/// <summary>
/// Recognizes what the bot itself wrote. A marker alone proves nothing, since anybody can copy it. What an App writes has the App's login, which ends with
/// <c>[bot]</c>; no person's login can. What is written with a token has the login of the token's owner.
/// </summary>
internal sealed class BotIdentity(GitHubSettings settings, AppsClient apps)
{
    /// <summary>The author of what is written with the token that Actions gives to a workflow.</summary>
    private const string ActionsBot = "github-actions[bot]";

    /// <summary>How the tokens of installations begin, of which a workflow's own is one. They belong to no user, so GitHub need not be asked for one.</summary>
    private const string OfInstallation = "ghs_";

    private string? _login;

    public async ValueTask<string> LoginAsync(CancellationToken cancel) =>
        _login ??= settings.IsApp ? $"{(await apps.CurrentAsync(cancel)).Slug}[bot]"
            : settings.Token?.StartsWith(OfInstallation, StringComparison.Ordinal) is true ? ActionsBot : await apps.LoginAsync(cancel) ?? ActionsBot;

    public async ValueTask<bool> WroteAsync(User? author, CancellationToken cancel) => author?.Login == await LoginAsync(cancel);
}
