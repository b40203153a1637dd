using Whybot.Foundation.Metrics;

namespace Whybot.Foundation.GitHub.Http;

/// <summary>Counts the requests that reach GitHub, by method and status.</summary>
internal sealed class MetricsHandler(WhybotMetrics metrics) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        metrics.Requests.Add(1, new("method", request.Method.Method), new("status", (int)answer.StatusCode));
        return answer;
    }
}
