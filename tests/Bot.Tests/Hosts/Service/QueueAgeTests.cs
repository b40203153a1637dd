using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using Shouldly;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Metrics;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Hosts.Service.Telemetry;
using Whybot.Hosts.Settings;
using Whybot.Hosts.Setup;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Hosts.Service;

/// <summary>
/// The age of the queue, as it is collected. Beside no other test: a collector hears all meters of the process by their name, and what it has of one ends when
/// another test's of the same name does.
/// </summary>
[Collection(Alone)]
[CollectionDefinition(Alone, DisableParallelization = true)]
public sealed class QueueAgeTests : IDisposable
{
    private const string Alone = "metrics of the process";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The metrics once the age is among them.</summary>
    private static async Task<string> CollectAsync(ServiceProvider services)
    {
        _ = services.GetRequiredService<MeterProvider>();
        var age = services.GetServices<IHostedService>().OfType<QueueAge>().Single();
        var metrics = services.GetRequiredService<PrometheusText>();
        await age.StartAsync(Cancel);
        await Wait.UntilAsync(() => metrics.Collect().Contains("whybot_queue_age_seconds ", StringComparison.Ordinal));
        await age.StopAsync(Cancel);
        return metrics.Collect();
    }

    private IServiceCollection Services() => new ServiceCollection().AddLogging(l => l.ClearProviders()).AddTelemetry(new TelemetrySettings())
        .AddBot(SettingsSource.Of([new("Whybot:GitHub:Token", "x"), new("Whybot:Store:File", Path.Combine(_folder.Path, "whybot.db"))]));

    [Fact]
    public async Task It_is_that_of_the_oldest_that_is_due_and_grows_although_the_store_is_not_asked_again()
    {
        var time = new ManualTime(DateTimeOffset.UnixEpoch.AddDays(20_000));
        await using var services = Services().AddSingleton<TimeProvider>(time).BuildServiceProvider();
        await services.GetRequiredService<JobQueue>().EnqueueAsync(new JobRequest(RepositoryId.All, "k", "kind", "{}", null), time.GetUtcNow().AddSeconds(-30),
            Cancel);

        (await CollectAsync(services)).ShouldContain("whybot_queue_age_seconds 30\n");
        time.Advance(TimeSpan.FromSeconds(60));
        services.GetRequiredService<PrometheusText>().Collect().ShouldContain("whybot_queue_age_seconds 90\n");
    }

    [Fact]
    public async Task With_a_store_that_is_down_there_is_no_age_and_the_rest_is_collected()
    {
        await using var services = Services().AddSingleton<IDatabase>(new DownDatabase()).BuildServiceProvider();
        _ = services.GetRequiredService<MeterProvider>();
        services.GetRequiredService<WhybotMetrics>().Jobs.Add(1);

        var metrics = await CollectAsync(services);

        metrics.ShouldContain("whybot_queue_age_seconds NaN\n");
        metrics.ShouldContain("whybot_jobs_total 1\n");
    }
}
