using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Shouldly;
using Whybot.Intake.Webhooks.Receiving;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Intake.Webhooks;

/// <summary>Anybody can open connections and announce bodies; that costs the service no memory, and GitHub's deliveries get through.</summary>
[Needs("processes")]
public sealed class FloodTests : IDisposable
{
    private const int Connections = 600;
    private const long MostMemory = 300L * 1024 * 1024;

    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProcess _service;
    private readonly List<TcpClient> _clients = [];

    public FloodTests() => _service = new ServiceProcess(_folder.Path).With("Serilog__MinimumLevel__Default", "Error");

    public void Dispose()
    {
        _clients.ForEach(c => c.Dispose());
        _service.Dispose();
        _folder.Dispose();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(60 * 1024)]
    [InlineData(120 * 1024)]
    public async Task Six_hundred_connections_that_announce_25_MB_each_cost_no_memory_and_keep_nobody_out(int sent)
    {
        await _service.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => AnnounceAsync(sent)));

        var small = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => PostAsync($"small-{i}", 10 * 1024)));
        var large = await PostAsync("large", 3 * 1024 * 1024);

        small.ShouldAllBe(a => a.Status == HttpStatusCode.Accepted);
        small.Max(a => a.Time).ShouldBeLessThan(TimeSpan.FromSeconds(10), "GitHub waits no longer");
        large.Status.ShouldBe(HttpStatusCode.Accepted);
        large.Time.ShouldBeLessThan(TimeSpan.FromSeconds(10), "GitHub waits no longer");
        _service.PeakMemory().ShouldBeLessThan(MostMemory);
        _service.Output.ShouldNotContain(" ERR ", Case.Sensitive, "whoever floods it does not flood its log");
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_waited_for_no_longer_than_GitHub_would_wait()
    {
        await _service.StartAsync();

        var client = await AnnounceAsync(1);
        var began = Stopwatch.GetTimestamp();
        var answer = new byte[100];
        var read = await client.GetStream().ReadAsync(answer, Cancel);

        Encoding.ASCII.GetString(answer, 0, read).ShouldStartWith("HTTP/1.1 408");
        Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Several_of_the_largest_bodies_at_once_are_all_taken_or_told_to_come_again()
    {
        await _service.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => PostAsync($"{i}", WebhookGuard.MaxBody)));

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.Accepted || a.Status == HttpStatusCode.ServiceUnavailable
            || a.Status == HttpStatusCode.RequestTimeout);
        answers.ShouldContain(a => a.Status == HttpStatusCode.Accepted);
    }

    private async Task<(HttpStatusCode Status, TimeSpan Time)> PostAsync(string guid, int length)
    {
        var body = Encoding.ASCII.GetBytes($"{{\"action\":\"{new string('x', length - 13)}\"}}");
        var began = Stopwatch.GetTimestamp();
        return (await _service.PostAsync("push", guid, body), Stopwatch.GetElapsedTime(began));
    }

    /// <summary>A request with a signature that looks like one, whose body begins and does not go on.</summary>
    private async Task<TcpClient> AnnounceAsync(int sent)
    {
        var client = new TcpClient();
        lock (_clients)
            _clients.Add(client);
        await client.ConnectAsync(_service.Http.BaseAddress!.Host, _service.Http.BaseAddress.Port, Cancel);
        var head = $"POST /webhooks/github HTTP/1.1\r\nHost: x\r\nX-GitHub-Event: push\r\nX-GitHub-Delivery: g\r\nX-Hub-Signature-256: "
            + $"sha256={new string('0', 64)}\r\nContent-Length: {WebhookGuard.MaxBody}\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + new string('x', sent)), Cancel);
        return client;
    }
}
