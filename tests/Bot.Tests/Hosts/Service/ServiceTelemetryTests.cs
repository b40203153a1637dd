using Shouldly;
using Whybot.Bot.Tests.Service;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Hosts.Service;

/// <summary>What the real service shows a collector, and Prometheus.</summary>
public sealed class ServiceTelemetryTests : ServiceTest
{
    private const string Opaque = "xq7opaque9v";

    [Fact]
    public async Task A_collector_gets_metrics_and_traces_of_requests_and_jobs_without_queries()
    {
        await using var collector = await Collector.StartAsync();
        Stage.FailingPull(GitHub);
        var service = BeProcess();
        await service.With("Whybot__Telemetry__Endpoint", collector.Url).StartAsync();
        await RunEndsAsync(Stage.HeadSha);
        using var pages = new HttpClient { BaseAddress = Service.Pages };
        await pages.GetStringAsync($"/commits?page={Opaque}", Cancel);

        (await service.StopAsync()).ShouldBe(0);

        collector.Metrics.ShouldContain("whybot.deliveries");
        collector.Metrics.ShouldContain("http.server.request.duration");
        collector.Traces.ShouldContain("whybot");
        collector.Traces.ShouldContain("/webhooks/github");
        collector.Traces.ShouldContain("/commits");
        collector.Traces.ShouldContain("job explain");
        collector.Traces.ShouldContain("team/shop");
        collector.Traces.ShouldNotContain("/health");
        collector.Traces.ShouldNotContain(Opaque);
    }

    [Fact]
    public async Task Prometheus_reads_how_long_requests_took_by_route()
    {
        await BeProcess().StartAsync();
        await PostAsync("push", "{}");

        var metrics = await Service.Http.GetStringAsync("/metrics", Cancel);

        metrics.ShouldContain("# TYPE http_server_request_duration_seconds histogram\n");
        metrics.ShouldMatch("http_server_request_duration_seconds_count\\{[^}]*http_response_status_code=\"202\",http_route=\"/webhooks/github\"[^}]*\\} 1\n");
    }
}
