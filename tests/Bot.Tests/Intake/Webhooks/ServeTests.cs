using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Dapper;
using Shouldly;
using Whybot.Foundation.Storage;
using Whybot.Intake.Webhooks.Receiving;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Intake.Webhooks;

/// <summary>Runs the real service as a process of its own, over real HTTP.</summary>
[Needs("processes")]
public sealed class ServeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProcess _service;

    public ServeTests() => _service = new ServiceProcess(_folder.Path).With("Serilog__MinimumLevel__Default", "Error");

    public void Dispose()
    {
        _service.Dispose();
        _folder.Dispose();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_signed_delivery_is_stored_and_answered_202_and_a_redelivery_is_the_same()
    {
        await _service.StartAsync();

        (await PostAsync("g-1", "{\"a\":1}")).ShouldBe(HttpStatusCode.Accepted);
        (await PostAsync("g-1", "{\"a\":1}")).ShouldBe(HttpStatusCode.Accepted);

        Stored().ShouldBe(["g-1"]);
        var ready = JsonDocument.Parse(await _service.Http.GetStringAsync("/ready", Cancel)).RootElement;
        ready.GetProperty("store").GetString().ShouldBe("up");
    }

    [Fact]
    public async Task Forged_altered_oversized_truncated_and_headless_requests_are_refused_and_nothing_is_stored()
    {
        await _service.StartAsync();

        (await PostAsync("g", "{}", signature: "sha256=" + new string('0', 64))).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync("g", "{}", signature: "sha256=nonsense")).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync("g", "{}", signature: "")).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync("g", "{\"altered\":1}", signature: ServiceProcess.Sign("{}"u8.ToArray()))).ShouldBe(HttpStatusCode.Unauthorized);
        (await RawAsync("POST /webhooks/github HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"))
            .ShouldStartWith("HTTP/1.1 401", Case.Sensitive, "without a signature nothing is read");
        (await PostAsync("", "{}")).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(new string('g', 500), "{}")).ShouldBe(HttpStatusCode.BadRequest);
        (await RawAsync($"POST /webhooks/github HTTP/1.1\r\nHost: x\r\nContent-Length: {WebhookGuard.MaxBody + 1}\r\n\r\n")).ShouldStartWith("HTTP/1.1 413");
        (await RawAsync($"POST /webhooks/github HTTP/1.1\r\nHost: x\r\nX-Hub-Signature-256: {ServiceProcess.Sign([])}\r\nTransfer-Encoding: "
            + $"chunked\r\n\r\nzz\r\n")).ShouldStartWith("HTTP/1.1 400");
        (await RawAsync("POST /webhooks/github HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{\"a\"", end: true)).ShouldNotContain(" 500 ");

        Stored().ShouldBeEmpty();
        (await _service.Http.GetStringAsync("/health", Cancel)).ShouldBe("ok");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_that_was_acknowledged_is_lost_when_the_process_is_killed_twenty_times_under_load(bool postgres)
    {
        var connection = postgres ? PostgresServer.NewDatabase() : "";
        _service.With("Whybot__Store__Postgres", connection);
        var acknowledged = new ConcurrentBag<string>();
        for (var round = 0; round < 20; round++)
        {
            await _service.StartAsync();
            var (enough, reached) = (acknowledged.Count + 100, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            var senders = Enumerable.Range(0, 16).Select(s => SendUntilRefusedAsync($"{round}-{s}", acknowledged, () =>
            {
                if (acknowledged.Count >= enough)
                    reached.TrySetResult();
            })).ToList();
            await reached.Task;
            _service.Kill();
            await Task.WhenAll(senders);
        }

        await using IDatabase database = postgres ? new PostgresDatabase(connection) : new SqliteDatabase(_service.Store);
        var stored = await database.ReadAsync(session => session.QueryAsync<string>("select guid from deliveries join delivery_bodies on delivery_id = id"),
            Cancel);
        acknowledged.Count.ShouldBeGreaterThanOrEqualTo(2000);
        acknowledged.Except(stored).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_secret_the_service_does_not_start()
    {
        (await _service.With("Whybot__Webhook__Secrets__0", "").StartAndEndAsync()).ShouldBe(64);

        _service.Output.ShouldContain("Whybot__Webhook__Secrets__0");
    }

    [Theory]
    [InlineData("Whybot__Queue__Lease", "soon", "Whybot:Queue:Lease")]
    [InlineData("Whybot__Queue__Wrokers", "4", "Whybot:Queue:Wrokers: unknown setting 'Wrokers'; did you mean 'Workers'?")]
    [InlineData("Whybot__Queue__Workers", "0", "Whybot:Queue:Workers: 0 is not between 1 and 64")]
    [InlineData("Whybot__GitHub__ApiUrl", "nowhere", "Whybot:GitHub:ApiUrl: 'nowhere' is not a URL")]
    [InlineData("Whybot__GitHub__AppId", "5", "the App's private key is needed")]
    [InlineData("Whybot__Url", "::", "Whybot:Url: '::' is not a URL")]
    [InlineData("Whybot__Telemetry__Endpoint", "nowhere", "Whybot:Telemetry:Endpoint: 'nowhere' is not a URL")]
    [InlineData("Serilog__MinimumLevel__Default", "Info", "Serilog:MinimumLevel:Default: 'Info' is not a level")]
    [InlineData("Serilog__Using__1", "No.Such.Sink", "Serilog: ")]
    public async Task A_setting_that_is_wrong_is_named(string name, string value, string said)
    {
        (await _service.With(name, value).StartAndEndAsync()).ShouldBe(64);

        _service.Output.ShouldContain(said);
        _service.Output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_and_serve_the_doctor_and_other_commands_say_the_same()
    {
        _service.With("Whybot__Queue__Settle", "abc").With("Whybot__Queue__Wrokers", "4").With("Whybot__GitHub__AppId", "abc")
            .With("Whybot__GitHub__WriteSpacing", "5x");

        (await _service.StartAndEndAsync()).ShouldBe(64);
        var doctor = await _service.EndedAsync("doctor");
        var worklog = await _service.EndedAsync("worklog", "team/shop", "staging");

        string[] problems =
        [
            "Whybot:Queue:Settle: 'abc' is not a time; write hours:minutes:seconds or days.hours:minutes:seconds, for example 00:00:05",
            "Whybot:Queue:Wrokers: unknown setting 'Wrokers'; did you mean 'Workers'?",
            "Whybot:GitHub:AppId: 'abc' is not a whole number, or is too large; write its digits only",
            "Whybot:GitHub:WriteSpacing: '5x' is not a time; write hours:minutes:seconds or days.hours:minutes:seconds, for example 00:00:01",
        ];
        foreach (var problem in problems)
        {
            _service.Output.ShouldContain($"whybot: {problem}\n");
            worklog.Errors.ShouldContain($"whybot: {problem}\n");
            doctor.Output.ShouldContain($"WRONG {problem.Replace(": ", "\n      fix: ", StringComparison.Ordinal)}\n");
        }
        (doctor.Code, worklog.Code).ShouldBe((1, 64));
        File.Exists(_service.Store).ShouldBeFalse();
    }

    [Fact]
    public async Task A_settings_file_that_is_not_JSON_is_named()
    {
        var file = _folder.Write("appsettings.json", "{ \"Whybot\": ");

        (await _service.StartAndEndAsync()).ShouldBe(64);

        _service.Output.ShouldContain($"whybot: {file}: ");
        _service.Output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_private_key_that_is_none_is_an_error_in_words()
    {
        (await _service.With("Whybot__GitHub__AppId", "5").With("Whybot__GitHub__PrivateKey", "nonsense").StartAndEndAsync()).ShouldBe(64);

        _service.Output.ShouldContain("no private key in PEM form");
    }

    [Fact]
    public async Task When_the_store_cannot_be_opened_the_service_says_which()
    {
        Directory.CreateDirectory(_service.Store);

        (await _service.StartAndEndAsync()).ShouldBe(3);

        _service.Output.ShouldContain(_service.Store);
    }

    [Fact]
    public async Task Told_to_stop_it_stops_in_order()
    {
        await _service.StartAsync();

        (await _service.StopAsync()).ShouldBe(0);
    }

    private async Task SendUntilRefusedAsync(string sender, ConcurrentBag<string> acknowledged, Action added)
    {
        for (var i = 0; ; i++)
            try
            {
                if (await PostAsync($"{sender}-{i}", "{\"some\":\"payload\"}") != HttpStatusCode.Accepted)
                    continue;
                acknowledged.Add($"{sender}-{i}");
                added();
            }
            catch (HttpRequestException)
            {
                return;
            }
    }

    private Task<HttpStatusCode> PostAsync(string guid, string body, string? signature = null) => _service.PostAsync("push", guid, body, signature);

    private async Task<string> RawAsync(string request, bool end = false)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(_service.Http.BaseAddress!.Host, _service.Http.BaseAddress.Port, Cancel);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Cancel);
        if (end)
            socket.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream);
        try
        {
            return await reader.ReadLineAsync(Cancel) ?? "";
        }
        catch (IOException) when (end)
        {
            // A server may also break the connection of a request that breaks off.
            return "";
        }
    }

    private List<string> Stored()
    {
        using var connection = SqliteFile.Connection(_service.Store);
        connection.Open();
        return [.. connection.Query<string>("select guid from deliveries")];
    }
}
