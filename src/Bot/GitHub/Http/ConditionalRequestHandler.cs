using System.Net;
using System.Net.Http.Headers;

namespace Whybot.GitHub.Http;

/// <summary>Asks with the ETag of the last answer: where nothing has changed, GitHub answers 304, which costs nothing of the rate limit.</summary>
internal sealed class ConditionalRequestHandler(ResponseCache cache) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var caller = Caller.Of(request);
        if (request.Method != HttpMethod.Get || caller.AsApp || caller.Locates || caller.Streams)
            return await base.SendAsync(request, cancellationToken);
        // By the kind of answer too: the same path may be asked for in several.
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
