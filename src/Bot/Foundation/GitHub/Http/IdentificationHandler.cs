namespace Whybot.Foundation.GitHub.Http;

/// <summary>
/// Sends the user agent and the API version. Without the first GitHub refuses; without the second its answers may change from one day to the next.
/// </summary>
internal sealed class IdentificationHandler : DelegatingHandler
{
    /// <summary>The version that the calls and the contract test are written for.</summary>
    private const string Version = "2022-11-28";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.UserAgent.Clear();
        request.Headers.UserAgent.ParseAdd("whybot");
        if (request.Headers.Accept.Count == 0)
            request.Headers.Accept.ParseAdd("application/vnd.github+json");
        request.Headers.Remove("X-GitHub-Api-Version");
        request.Headers.Add("X-GitHub-Api-Version", Version);
        return base.SendAsync(request, cancellationToken);
    }
}
