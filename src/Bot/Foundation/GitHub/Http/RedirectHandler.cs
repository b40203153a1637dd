using System.Net;

namespace Whybot.Foundation.GitHub.Http;

/// <summary>
/// Follows GitHub to the new place of a renamed or transferred repository. The same request is sent again, but only to the same host, since it carries the
/// token. A redirect means that nothing has happened yet, so a write may be repeated too (docs.github.com, "Best practices for using the REST API": follow
/// redirects).
/// </summary>
internal sealed class RedirectHandler : DelegatingHandler
{
    private const int MostHops = 5;

    /// <exception cref="GitHubException">It leads to another host, or in a circle.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (Caller.Of(request).Locates)
            return await LocatedAsync(request, answer, cancellationToken);
        for (var hop = 1; IsRedirect(answer.StatusCode) && answer.Headers.Location is { } location; hop++)
            answer = await FollowAsync(request, answer, location, hop, cancellationToken);
        return answer;
    }

    /// <summary>A redirect to another host locates a download; one to the same host means that the repository has moved.</summary>
    private async Task<HttpResponseMessage> LocatedAsync(HttpRequestMessage request, HttpResponseMessage answer, CancellationToken cancel)
    {
        for (var hop = 1; answer.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
            && answer.Headers.Location is { } location && IsSameHost(request.RequestUri!, new Uri(request.RequestUri!, location)); hop++)
            answer = await FollowAsync(request, answer, location, hop, cancel);
        return answer;
    }

    private async Task<HttpResponseMessage> FollowAsync(HttpRequestMessage request, HttpResponseMessage answer, Uri location, int hop, CancellationToken cancel)
    {
        using (answer)
        {
            var target = new Uri(request.RequestUri!, location);
            if (!IsSameHost(request.RequestUri!, target))
                throw new GitHubException(Caller.Name(request), answer.StatusCode, $"it leads to another host, {target.Host}", null);
            if (hop > MostHops)
                throw new GitHubException(Caller.Name(request), HttpStatusCode.LoopDetected, $"more than {MostHops} redirects", null);
            request.RequestUri = target;
        }
        return await base.SendAsync(request, cancel);
    }

    private static bool IsRedirect(HttpStatusCode status) =>
        status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private static bool IsSameHost(Uri one, Uri other) => one.GetLeftPart(UriPartial.Authority) == other.GetLeftPart(UriPartial.Authority);
}
