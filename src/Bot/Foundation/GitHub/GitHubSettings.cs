using System.Security.Cryptography;

namespace Whybot.Foundation.GitHub;

/// <summary>How to reach GitHub, and as whom: section <c>Whybot:GitHub</c>.</summary>
internal sealed class GitHubSettings
{
    public const string DefaultApiUrl = "https://api.github.com";
    public const string DefaultStatusUrl = "https://www.githubstatus.com";
    private const string NoStatus = "none";

    /// <summary>GitHub Enterprise Server: <c>https://HOST/api/v3</c>.</summary>
    public string ApiUrl { get; init; } = DefaultApiUrl;

    /// <summary>Id of the GitHub App; null if a plain token is used.</summary>
    public long? AppId { get; init; }

    /// <summary>The App's private key as PEM text.</summary>
    public string? PrivateKey { get; init; }

    /// <summary>A file that contains the App's private key as PEM text.</summary>
    public string? PrivateKeyFile { get; init; }

    /// <summary>A plain token (<c>GITHUB_TOKEN</c> in Actions) instead of an App.</summary>
    public string? Token { get; init; }

    /// <summary>The workflow run that this program is a step of; it must not be waited for as a check. Null outside Actions.</summary>
    public long? OwnRun { get; init; }

    /// <summary>The file of the workflow that this program is a step of; no run of it is a check of a commit. Empty outside Actions.</summary>
    public string OwnWorkflow { get; init; } = "";

    /// <summary>Minimum time between two writes of one installation; GitHub asks for at least one second.</summary>
    public TimeSpan WriteSpacing { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// GitHub's status page, without a path; <c>none</c> to never ask it. Left out, it is <see cref="DefaultStatusUrl"/> for github.com, and none for a
    /// GitHub Enterprise Server.
    /// </summary>
    public string? StatusUrl { get; init; }

    /// <summary>The status page to ask; null if none.</summary>
    public Uri? StatusPage => (StatusUrl ?? (ApiUrl.TrimEnd('/') == DefaultApiUrl ? DefaultStatusUrl : NoStatus)) is var url && url != NoStatus
        && Uri.TryCreate(url, UriKind.Absolute, out var page) && page.Scheme is ("http" or "https") ? page : null;

    /// <summary>Slightly longer than the 10 s after which GitHub itself gives up on a call.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>A download that sends no byte for this long is abandoned.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Where people see GitHub, without a slash at its end. <c>https://api.github.com</c> belongs to github.com; GitHub Enterprise Server has its API under
    /// its own web address.
    /// </summary>
    public string WebUrl => ApiUrl.TrimEnd('/') is var url && url == DefaultApiUrl ? "https://github.com"
        : url.EndsWith("/api/v3", StringComparison.Ordinal) ? url[..^"/api/v3".Length] : url;

    public bool IsApp => AppId is not null;

    /// <summary>GraphQL is next to REST: <c>/graphql</c>, on Enterprise Server <c>/api/graphql</c>.</summary>
    public string GraphPath => ApiUrl.TrimEnd('/').EndsWith("/v3", StringComparison.Ordinal) ? "../graphql" : "graphql";

    /// <summary>The private key's text; null without one.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public string? Key() => PrivateKey ?? (PrivateKeyFile is { } file ? File.ReadAllText(file) : null);

    /// <summary>What is wrong with the key; null if nothing is.</summary>
    private string? KeyProblem()
    {
        if (PrivateKeyFile is { } file && PrivateKey is null && !File.Exists(file))
            return $"Whybot:GitHub:PrivateKeyFile: {file} does not exist";
        try
        {
            return IsApp && Key() is { } key && !IsKey(key)
                ? "Whybot:GitHub:PrivateKey: no private key in PEM form; use the .pem file that GitHub gave when the key was generated" : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"Whybot:GitHub:PrivateKeyFile: {failure.Message} Let the user that runs Whybot read it";
        }
    }

    private static bool IsKey(string pem)
    {
        try
        {
            using var key = RSA.Create();
            key.ImportFromPem(pem);
            return true;
        }
        catch (Exception none) when (none is ArgumentException or CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Everything that is wrong, each with how to fix it.</summary>
    public IEnumerable<string> Problems()
    {
        if (!Uri.TryCreate(ApiUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            yield return $"Whybot:GitHub:ApiUrl: '{ApiUrl}' is not a URL; write {DefaultApiUrl}, or https://HOST/api/v3 for GitHub Enterprise Server";
        if (StatusUrl is not (null or NoStatus) && StatusPage is null)
            yield return $"Whybot:GitHub:StatusUrl: '{StatusUrl}' is not a URL; write {DefaultStatusUrl}, or {NoStatus} to never ask a status page";
        if (IsApp && PrivateKey is null && PrivateKeyFile is null)
            yield return "Whybot:GitHub:PrivateKeyFile: the App's private key is needed; generate one on the App's page and give its .pem file, or set "
                + "Whybot__GitHub__PrivateKey to its text";
        if (KeyProblem() is { } problem)
            yield return problem;
        if (!IsApp && string.IsNullOrWhiteSpace(Token))
            yield return "Whybot:GitHub: credentials are needed; set Whybot__GitHub__AppId and Whybot__GitHub__PrivateKeyFile, or Whybot__GitHub__Token";
    }
}
