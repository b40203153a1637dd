using System.Net;

namespace Whybot.Foundation.GitHub.Http;

/// <summary>Sends the ETag of the last answer: if nothing has changed, GitHub answers 304, which does not count against the rate limit.</summary>
internal sealed class ConditionalRequestHandler(ResponseCache cache) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var caller = Caller.Of(request);
        if (request.Method != HttpMethod.Get || caller.AsApp || caller.Locates || caller.Streams)
            return await base.SendAsync(request, cancellationToken);
        Unify(request);
        // The key includes the kind of answer, since the same path may be requested in several.
        var key = $"{request.RequestUri} {request.Headers.Accept}";
        var cached = cache.Find(caller.Installation, key);
        request.Headers.IfNoneMatch.Clear();
        if (cached is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", cached.ETag);
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.NotModified && cached is not null)
            return Again(answer, cached);
        if (answer is { IsSuccessStatusCode: true, Headers.ETag: { } etag })
            cache.Keep(caller.Installation, key, new ResponseCache.Answer(etag.ToString(), await answer.Content.ReadAsByteArrayAsync(cancellationToken),
                answer.Content.Headers.ContentType, answer.Headers.TryGetValues("link", out var links) ? string.Join(", ", links) : null));
        return answer;
    }

    /// <summary>Octokit and the bot's own calls name the same kind of answer differently, and GitHub's ETag depends on the name.</summary>
    private static void Unify(HttpRequestMessage request)
    {
        if (!request.Headers.Accept.All(a => a.MediaType is { } type && type.StartsWith("application/vnd.github", StringComparison.Ordinal)
            && type.EndsWith("json", StringComparison.Ordinal)))
            return;
        request.Headers.Accept.Clear();
        request.Headers.Accept.ParseAdd("application/vnd.github+json");
    }

    private static HttpResponseMessage Again(HttpResponseMessage answer, ResponseCache.Answer cached)
    {
        answer.StatusCode = HttpStatusCode.OK;
        answer.Content.Dispose();
        answer.Content = new ByteArrayContent(cached.Body) { Headers = { ContentType = cached.ContentType } };
        if (cached.Link is { } link && !answer.Headers.Contains("link"))
            answer.Headers.TryAddWithoutValidation("link", link);
        return answer;
    }
}
