using Whybot.Foundation.Queue;

namespace Whybot.Foundation.GitHub.Http;

/// <summary>
/// Obeys GitHub's rate limits, both the hourly and the secondary ones. GitHub extends the limit of a client that keeps asking, so until the limit ends,
/// nothing in this process makes requests for that installation.
/// </summary>
internal sealed class RateLimitHandler(GitHubState state, TimeProvider time) : DelegatingHandler
{
    /// <exception cref="RetryLaterException">The installation is rate-limited; the exception says until when.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var installation = Caller.Of(request).Installation;
        if (state.LimitedUntil(installation) is { } limited && time.GetUtcNow() < limited)
            throw new RetryLaterException(limited, $"{Caller.Name(request)} waits for GitHub's rate limit");
        var answer = await base.SendAsync(request, cancellationToken);
        if (RateLimits.Remaining(answer) is { } left)
            state.Remains(installation, left);
        if (!RateLimits.MayLimit(answer))
            return answer;
        var words = RefusalHandler.Words(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
        if (RateLimits.Until(answer, words, time.GetUtcNow()) is not { } until)
            return answer;
        answer.Dispose();
        state.Limit(installation, until);
        throw new RetryLaterException(until, $"{Caller.Name(request)}: GitHub's rate limit ({words})");
    }
}
