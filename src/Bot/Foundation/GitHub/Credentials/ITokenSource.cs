using Whybot.Foundation.GitHub.Http;

namespace Whybot.Foundation.GitHub.Credentials;

/// <summary>Provides the token to use for a caller.</summary>
internal interface ITokenSource
{
    /// <summary>The App's own token, with which it authenticates as itself; null without an App.</summary>
    string? AppToken { get; }

    /// <param name="writes">Whether the token will be used to change something.</param>
    /// <exception cref="GitHubException">GitHub issues none: the App was removed, or its key is wrong.</exception>
    ValueTask<string> TokenAsync(Caller caller, bool writes, CancellationToken cancel);

    /// <summary>Discards a token that GitHub no longer accepts.</summary>
    /// <returns>True if another one can be obtained.</returns>
    bool Drop(Caller caller, string token);

    /// <summary>GitHub has forbidden something. The installation's permissions may have changed, so the next caller asks for them again.</summary>
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
