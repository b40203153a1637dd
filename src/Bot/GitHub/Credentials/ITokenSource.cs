namespace Whybot.GitHub.Credentials;

/// <summary>Gives the token that acts for an installation.</summary>
internal interface ITokenSource
{
    /// <summary>The App's own token, by which it says that it is itself; null without an App.</summary>
    string? AppToken { get; }

    /// <exception cref="GitHubException">GitHub gives none: the App was removed, or its key is wrong.</exception>
    ValueTask<string> TokenAsync(long installation, CancellationToken cancel);

    /// <summary>GitHub no longer takes it.</summary>
    /// <returns>True when another can be had.</returns>
    bool Drop(long installation, string token);
}

/// <summary>One token for everything, as in GitHub Actions.</summary>
internal sealed class PlainToken(string token) : ITokenSource
{
    public string? AppToken => null;

    public ValueTask<string> TokenAsync(long installation, CancellationToken cancel) => ValueTask.FromResult(token);

    public bool Drop(long installation, string dropped) => false;
}
