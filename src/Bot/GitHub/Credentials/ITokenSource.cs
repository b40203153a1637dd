using Whybot.GitHub.Http;

namespace Whybot.GitHub.Credentials;

/// <summary>Gives the token that acts for a caller.</summary>
internal interface ITokenSource
{
    /// <summary>The App's own token, by which it says that it is itself; null without an App.</summary>
    string? AppToken { get; }

    /// <param name="writes">It is to change something.</param>
    /// <exception cref="GitHubException">GitHub gives none: the App was removed, or its key is wrong.</exception>
    ValueTask<string> TokenAsync(Caller caller, bool writes, CancellationToken cancel);

    /// <summary>GitHub no longer takes it.</summary>
    /// <returns>True when another can be had.</returns>
    bool Drop(Caller caller, string token);

    /// <summary>GitHub forbids something: what the installation grants may have changed, and is asked for anew by whoever comes next.</summary>
    void Forbidden(Caller caller);
}

/// <summary>One token for everything, as in GitHub Actions.</summary>
internal sealed class PlainToken(string token) : ITokenSource
{
    public string? AppToken => null;

    public ValueTask<string> TokenAsync(Caller caller, bool writes, CancellationToken cancel) => ValueTask.FromResult(token);

    public bool Drop(Caller caller, string dropped) => false;

    public void Forbidden(Caller caller)
    {
    }
}
