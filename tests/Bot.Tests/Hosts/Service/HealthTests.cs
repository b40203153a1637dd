using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Whybot.Bot.Tests.Service;
using Whybot.Foundation.Storage;
using Whybot.Hosts.Service.Health;
using Whybot.Hosts.Settings;
using Whybot.Hosts.Setup;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Hosts.Service;

/// <summary>What whoever watches the service is told.</summary>
public sealed class HealthTests : ServiceTest
{
    [Fact]
    public async Task Health_is_a_word_and_ready_tells_of_store_queue_and_GitHub()
    {
        await Service.StartAsync();
        await IdleAsync();

        (await Service.Http.GetStringAsync("/health", Cancel)).ShouldBe("ok");
        var ready = await Service.Http.GetStringAsync("/ready", Cancel);
        ready.ShouldStartWith("{\"store\":\"up\",\"pending\":0,\"oldestSeconds\":null,\"jobs\":0,\"oldestJobSeconds\":null,\"deadJobs\":0,\"github\":\"");
        JsonDocument.Parse(ready).RootElement.EnumerateObject().Count().ShouldBe(7);
    }

    [Fact]
    public async Task While_GitHub_fails_the_service_is_ready_and_says_so()
    {
        Stage.FailingPull(GitHub);
        GitHub.Faults = _ => new Fault(FaultKind.FailBefore);
        await Service.StartAsync();
        await PostAsync("workflow_run", Stage.WorkflowRun(Stage.HeadSha));
        await Wait.UntilAsync(() => GitHub.Log.Any(e => e.Status >= 500), () => Service.Output);

        using var ready = await Service.Http.GetAsync("/ready", Cancel);

        ready.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ready.Content.ReadAsStringAsync(Cancel)).ShouldContain("\"github\":\"50");
    }

    [Fact]
    public async Task While_the_store_is_down_the_service_lives_but_is_not_ready()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddBot(SettingsSource.Of([new("Whybot:GitHub:Token", "x")])).AddSingleton<IDatabase>(new DownDatabase()).AddHealth();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapHealth();
        await app.StartAsync(Cancel);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        (await http.GetStringAsync("/health", Cancel)).ShouldBe("ok");
        using var ready = await http.GetAsync("/ready", Cancel);

        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync(Cancel)).ShouldBe("{\"store\":\"down\"}");
    }
}
