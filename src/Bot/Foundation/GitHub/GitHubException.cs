using System.Net;
using Whybot.Foundation.Queue;

namespace Whybot.Foundation.GitHub;

/// <summary>GitHub refused, and trying the same again will not help.</summary>
internal sealed class GitHubException(string request, HttpStatusCode status, string message, string? needs)
    : Exception($"{request}: {(int)status} {message}{(needs is null ? "" : $"; GitHub accepts these permissions: {needs}")}"), IAwaitsPerson
{
    public HttpStatusCode Status { get; } = status;

    /// <summary>What was requested does not exist, or no longer does; or the token is not allowed to see it.</summary>
    public bool IsMissing => Status is HttpStatusCode.NotFound or HttpStatusCode.Gone;

    /// <summary>The token lacks a permission, which somebody may give it.</summary>
    public bool AwaitsPerson => Status == HttpStatusCode.Forbidden && Answer.Contains("Resource not accessible", StringComparison.Ordinal);

    /// <summary>GitHub's own words.</summary>
    public string Answer { get; } = message;
}

/// <summary>GitHub could not be reached, did not answer in time or failed. A write may or may not have happened.</summary>
internal sealed class GitHubUnreachableException(string request, string why, Exception? inner = null) : Exception($"{request}: {why}", inner);
