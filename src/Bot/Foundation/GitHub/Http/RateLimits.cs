using System.Globalization;
using System.Net;

namespace Whybot.Foundation.GitHub.Http;

/// <summary>
/// Reads GitHub's rate limits from an answer. Rate-limited answers are 403 or 429. <c>retry-after</c> comes first, in seconds or as a date; otherwise, with
/// <c>x-ratelimit-remaining: 0</c>, wait until <c>x-ratelimit-reset</c>; otherwise at least a minute (docs.github.com, "Rate limits for the REST API").
/// </summary>
internal static class RateLimits
{
    private static readonly TimeSpan AtLeast = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AtMost = TimeSpan.FromHours(1);
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    public static bool MayLimit(HttpResponseMessage answer) => answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests;

    /// <param name="words">GitHub's message.</param>
    /// <returns>When to ask again, at most an hour from now; null if the answer is not a rate limit.</returns>
    public static DateTimeOffset? Until(HttpResponseMessage answer, string words, DateTimeOffset now)
    {
        if (!MayLimit(answer))
            return null;
        if (answer.Headers.RetryAfter is { } after)
            return now + Bounded(after.Delta ?? (after.Date is { } date ? date - now : AtLeast));
        if (Number(answer, "x-ratelimit-remaining") == 0)
            return Number(answer, "x-ratelimit-reset") is { } reset && reset > now.ToUnixTimeSeconds()
                ? now + Bounded(TimeSpan.FromSeconds(Math.Min(reset + 1, Latest) - now.ToUnixTimeSeconds())) : now + AtLeast;
        return answer.StatusCode == HttpStatusCode.TooManyRequests || words.Contains("rate limit", StringComparison.OrdinalIgnoreCase) ? now + AtLeast : null;
    }

    public static long? Remaining(HttpResponseMessage answer) => Number(answer, "x-ratelimit-remaining");

    private static TimeSpan Bounded(TimeSpan wait) => wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : wait > AtMost ? AtMost : wait;

    private static long? Number(HttpResponseMessage answer, string header) =>
        answer.Headers.TryGetValues(header, out var values)
            && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
