using System.Globalization;
using System.Net;

namespace Whybot.GitHub;

/// <summary>
/// Reads GitHub's rate limits from an answer. Limited answers are 403 or 429: <c>retry-after</c> first; else, with <c>x-ratelimit-remaining: 0</c>, until
/// <c>x-ratelimit-reset</c>; else at least a minute (docs.github.com, "Rate limits for the REST API").
/// </summary>
internal static class RateLimits
{
    private static readonly TimeSpan AtLeast = TimeSpan.FromSeconds(60);

    /// <returns>When to ask again; null when the answer is no limit.</returns>
    public static DateTimeOffset? Until(HttpResponseMessage answer, string body, DateTimeOffset now)
    {
        if (answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests))
            return null;
        if (Number(answer, "retry-after") is { } seconds)
            return now.AddSeconds(Math.Clamp(seconds, 1, 3600));
        if (Number(answer, "x-ratelimit-remaining") == 0)
            return Number(answer, "x-ratelimit-reset") is { } reset && DateTimeOffset.FromUnixTimeSeconds(reset) is var at && at > now
                ? at.AddSeconds(1) : now + AtLeast;
        return answer.StatusCode == HttpStatusCode.TooManyRequests || body.Contains("rate limit", StringComparison.OrdinalIgnoreCase) ? now + AtLeast : null;
    }

    public static long? Remaining(HttpResponseMessage answer) => Number(answer, "x-ratelimit-remaining");

    private static long? Number(HttpResponseMessage answer, string header) =>
        answer.Headers.TryGetValues(header, out var values)
            && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
