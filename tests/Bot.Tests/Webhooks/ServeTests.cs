using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Shouldly;
using Whybot.Storage;
using Whybot.Testing;
using Whybot.Webhooks;
using Xunit;

namespace Whybot.Bot.Tests.Webhooks;

/// <summary>Runs the real service as a process of its own, over real HTTP.</summary>
public sealed class ServeTests : IDisposable
{
    private const string Secret = "a secret of the tests";
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = new() { BaseAddress = new Uri($"http://127.0.0.1:{FreePort()}") };
    private Process? _process;

    public void Dispose()
    {
        Kill();
        _http.Dispose();
        _folder.Dispose();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Store => Path.Combine(_folder.Path, "whybot.db");

    [Fact]
    public async Task A_signed_delivery_is_stored_and_answered_202_and_a_redelivery_is_the_same()
    {
        await StartAsync();

        (await PostAsync("g-1", "{\"a\":1}")).ShouldBe(HttpStatusCode.Accepted);
        (await PostAsync("g-1", "{\"a\":1}")).ShouldBe(HttpStatusCode.Accepted);

        Stored().ShouldBe(["g-1"]);
        var ready = JsonDocument.Parse(await _http.GetStringAsync("/ready", Cancel)).RootElement;
        (ready.GetProperty("store").GetString(), ready.GetProperty("pending").GetInt32()).ShouldBe(("up", 1));
    }

    [Fact]
    public async Task Forged_altered_oversized_and_headless_requests_are_refused_and_nothing_is_stored()
    {
        await StartAsync();

        (await PostAsync("g", "{}", signature: "sha256=" + new string('0', 64))).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync("g", "{}", signature: "sha256=nonsense")).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync("g", "{}", signature: "")).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync("g", "{\"altered\":1}", signature: Sign("{}"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync("", "{}")).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(new string('g', 500), "{}")).ShouldBe(HttpStatusCode.BadRequest);
        (await RawAsync($"POST /webhooks/github HTTP/1.1\r\nHost: x\r\nContent-Length: {WebhookEndpoint.MaxBody + 1}\r\n\r\n")).ShouldStartWith("HTTP/1.1 413");
        (await RawAsync("POST /webhooks/github HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")).ShouldStartWith("HTTP/1.1 400");

        Stored().ShouldBeEmpty();
        (await _http.GetStringAsync("/health", Cancel)).ShouldBe("ok");
    }

    [Fact]
    public async Task Nothing_that_was_acknowledged_is_lost_when_the_process_is_killed_under_load()
    {
        var acknowledged = new ConcurrentBag<string>();
        for (var round = 0; round < 3; round++)
        {
            await StartAsync();
            var senders = Enumerable.Range(0, 16).Select(s => SendUntilRefusedAsync($"{round}-{s}", acknowledged)).ToList();
            var enough = acknowledged.Count + 100;
            while (acknowledged.Count < enough)
                await Task.Yield();
            Kill();
            await Task.WhenAll(senders);
        }

        acknowledged.Except(Stored()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_secret_the_service_does_not_start()
    {
        var (code, errors) = await StartAndFailAsync(secret: "");

        code.ShouldBe(64);
        errors.ShouldContain("Whybot__Webhook__Secrets__0");
    }

    [Fact]
    public async Task When_the_store_cannot_be_opened_the_service_says_which()
    {
        Directory.CreateDirectory(Store);

        var (code, errors) = await StartAndFailAsync(Secret);

        code.ShouldBe(3);
        errors.ShouldContain(Store);
    }

    private async Task SendUntilRefusedAsync(string sender, ConcurrentBag<string> acknowledged)
    {
        for (var i = 0; ; i++)
            try
            {
                if (await PostAsync($"{sender}-{i}", "{\"some\":\"payload\"}") == HttpStatusCode.Accepted)
                    acknowledged.Add($"{sender}-{i}");
            }
            catch (HttpRequestException)
            {
                return;
            }
    }

    private async Task<HttpStatusCode> PostAsync(string guid, string body, string? signature = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/github") { Content = new StringContent(body) };
        request.Headers.TryAddWithoutValidation("X-GitHub-Event", "push");
        request.Headers.TryAddWithoutValidation("X-GitHub-Delivery", guid);
        request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", signature ?? Sign(body));
        using var answer = await _http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    private static string Sign(string body) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(body)));

    private async Task<string> RawAsync(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(_http.BaseAddress!.Host, _http.BaseAddress.Port, Cancel);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Cancel);
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync(Cancel) ?? "";
    }

    private List<string> Stored()
    {
        using var connection = SqliteLibrary.Connection(Store);
        connection.Open();
        return [.. connection.Query<string>("select guid from deliveries")];
    }

    private Process Start(string secret)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "whybot.dll"), "serve"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = _folder.Path,
        };
        start.Environment["Whybot__Url"] = _http.BaseAddress!.ToString();
        start.Environment["Whybot__Store__File"] = Store;
        start.Environment["Whybot__Webhook__Secrets__0"] = secret;
        start.Environment["Serilog__MinimumLevel__Default"] = "Error";
        return Process.Start(start)!;
    }

    private async Task StartAsync()
    {
        _process = Start(Secret);
        while (true)
            try
            {
                await _http.GetStringAsync("/health", Cancel);
                return;
            }
            catch (HttpRequestException)
            {
                _process.HasExited.ShouldBeFalse();
            }
    }

    private async Task<(int Code, string Errors)> StartAndFailAsync(string secret)
    {
        _process = Start(secret);
        var errors = await _process.StandardError.ReadToEndAsync(Cancel);
        await _process.WaitForExitAsync(Cancel);
        return (_process.ExitCode, errors);
    }

    /// <summary>SIGKILL: the process gets no chance to finish anything.</summary>
    private void Kill()
    {
        if (_process is null)
            return;
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
