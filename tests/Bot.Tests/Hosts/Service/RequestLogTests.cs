using System.Net;
using System.Text.Json;
using Shouldly;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Hosts.Service;

/// <summary>The real service's log of requests.</summary>
[Needs("processes")]
public sealed class RequestLogTests : IDisposable
{
    private const string Opaque = "xq7opaque9v";
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProcess _service;

    public RequestLogTests() => _service = new ServiceProcess(_folder.Path);

    public void Dispose()
    {
        _service.Dispose();
        _folder.Dispose();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A webhook, the health twice, the metrics, and two pages, with queries and headers that nobody should see.</summary>
    private async Task AskAsync()
    {
        await _service.StartAsync();
        (await _service.PostAsync("push", "g-1", "{}")).ShouldBe(HttpStatusCode.Accepted);
        (await _service.PostAsync("push", "g-2", "{}", signature: $"sha256={Opaque}")).ShouldBe(HttpStatusCode.Unauthorized);
        foreach (var path in new[] { "/health", "/ready", "/metrics" })
            (await _service.Http.GetAsync($"{path}?token={Opaque}", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var pages = new HttpClient { BaseAddress = _service.Pages };
        pages.DefaultRequestHeaders.Add("Cookie", $"session={Opaque}");
        (await pages.GetAsync($"/commits?page=1&sig={Opaque}", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await pages.GetAsync($"/x%0a2026-11-29%20INF%20all%20is%20well/{ServiceProcess.Secret}?{Opaque}", Cancel))
            .StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await _service.StopAsync();
    }

    private List<string> Lines(string word) => [.. _service.Output.Split('\n').Where(l => l.Contains(word, StringComparison.Ordinal))];

    [Fact]
    public async Task Pages_have_a_line_each_and_machines_have_none()
    {
        await AskAsync();

        Lines(" INF GET ").Count.ShouldBe(2, _service.Output);
        Lines(" INF GET /commits: 200 in ").ShouldHaveSingleItem();
        Lines(" INF GET /x 2026-11-29 INF all is well/[redacted]: 404 in ").ShouldHaveSingleItem();
        Lines("/webhooks/github").ShouldBeEmpty();
        Lines("Delivery g-1 (push) stored").ShouldHaveSingleItem();
        _service.Output.ShouldNotContain(Opaque);
    }

    [Fact]
    public async Task For_debugging_every_request_has_a_line()
    {
        _service.With("Serilog__MinimumLevel__Default", "Debug");
        await AskAsync();

        Lines(" DBG POST /webhooks/github: 202 in ").ShouldHaveSingleItem();
        Lines(" DBG POST /webhooks/github: 401 in ").ShouldHaveSingleItem();
        Lines(" DBG GET /ready: 200 in ").ShouldHaveSingleItem();
        Lines(" INF GET /commits: 200 in ").ShouldHaveSingleItem();
        _service.Output.ShouldNotContain(Opaque);
    }

    [Fact]
    public async Task As_JSON_everything_that_is_logged_is_a_line_of_JSON_and_holds_no_query_whatever_the_levels()
    {
        _folder.Write("appsettings.json", """
            {"Serilog": {"MinimumLevel": "Verbose", "WriteTo": [{"Name": "Console", "Args": {"formatter": "Serilog.Formatting.Compact.RenderedCompactJsonFormatter, Serilog.Formatting.Compact"}}]}}
            """);
        _service.With("Serilog__MinimumLevel__Default", "Verbose");
        await AskAsync();

        var entries = _service.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        entries.Count(e => e.GetProperty("@m").GetString()!.StartsWith("\"POST\" \"/webhooks/github\": ", StringComparison.Ordinal)).ShouldBe(2);
        entries.ShouldContain(e => e.GetProperty("@m").GetString()!.StartsWith("Delivery \"g-1\"", StringComparison.Ordinal));
        _service.Output.ShouldNotContain(Opaque);
    }
}
