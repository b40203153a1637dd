using System.Net;
using System.Net.Sockets;
using Shouldly;
using Whybot.Analysis.Inputs.Readiness;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Features.Deployments.Probes;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Features.Deployments.Probes;

/// <summary>Each kind of probe against a real server, right and wrong.</summary>
[Needs("Redis and PostgreSQL")]
public sealed class ProberTests : IAsyncLifetime
{
    private const string Sha = "029ebb27aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private readonly TemporaryFolder _folder = new();
    private ProbedServer _server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await ProbedServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private string Url => $"http://localhost:{_server.Port}";

    private static ProbePolicy Policy(params string[] hosts) =>
        new()
        {
            AllowedHosts = hosts.Length > 0 ? hosts : ["*"],
            AllowedNetworks = ["127.0.0.0/8", "::1/128"],
            Timeout = TimeSpan.FromSeconds(2),
            Interval = TimeSpan.FromMilliseconds(50),
            Deadline = TimeSpan.FromSeconds(20)
        };

    private Task<ProbeReading> LookAsync(string kind, string target, Func<ProbeSettings, ProbeSettings>? with = null, ProbePolicy? policy = null) =>
        LookAsync(new ProbeSettings(kind, target), with, policy);

    private async Task<ProbeReading> LookAsync(ProbeSettings probe, Func<ProbeSettings, ProbeSettings>? with, ProbePolicy? policy, string? url = null)
    {
        var service = new ServiceSettings("gateway", url ?? Url, null, [with is null ? probe : with(probe)]);
        var report = await new Prober(policy ?? Policy(), TimeProvider.System)
            .LookAsync(new EnvironmentSettings("staging", [service]), new CommitSha(Sha), wait: false, null, Cancel);
        return report.Services.ShouldHaveSingleItem().Probes.ShouldHaveSingleItem();
    }

    private static void Good(ProbeReading reading, string says) => (reading.Ok, reading.Evidence).ShouldBe((true, says));

    private static void Bad(ProbeReading reading, string says)
    {
        reading.Ok.ShouldBeFalse(reading.Evidence);
        reading.Evidence.ShouldContain(says);
    }

    [Fact]
    public async Task Http_looks_at_the_status_the_fields_and_the_time()
    {
        _server.Answer = path => path == "/health" ? (200, "{\"status\":\"ok\",\"db\":{\"up\":true}}") : (503, "{\"status\":\"down\"}");

        Good(await LookAsync("http", "/health"), "{\"status\":\"ok\",\"db\":{\"up\":true}}");
        Good(await LookAsync("http", "/health", p => p.With(HttpProbe.Json, new Dictionary<string, string> { ["status"] = "ok", ["db.up"] = "true" })),
            "{\"status\":\"ok\",\"db\":{\"up\":true}}");
        Bad(await LookAsync("http", "/health", p => p.With(HttpProbe.Json, new Dictionary<string, string> { ["db.up"] = "false" })),
            "db.up is true, not false");
        Bad(await LookAsync("http", "/none"), "{\"status\":\"down\"}");
        (await LookAsync("http", "/none")).Status.ShouldBe(503);
        (await LookAsync("http", "/none", p => p.With(HttpProbe.Status, 503))).Ok.ShouldBeTrue();
        _server.Delay = TimeSpan.FromMilliseconds(200);
        Bad(await LookAsync("http", "/health", p => p with { Within = TimeSpan.FromMilliseconds(50) }), "50 ms are allowed");
    }

    [Fact]
    public async Task A_redirect_is_not_followed_wherever_it_leads()
    {
        _server.Answer = _ => (302, "");
        _server.Headers["Location"] = "http://169.254.169.254/latest/meta-data";

        Bad(await LookAsync("http", "/"), "302 redirects to http://169.254.169.254/latest/meta-data; redirects are not followed");
    }

    [Fact]
    public async Task Hosts_and_addresses_that_are_not_allowed_are_not_asked()
    {
        var asked = false;
        _server.Answer = _ =>
        {
            asked = true;
            return (200, "");
        };

        Bad(await LookAsync("http", "/", policy: Policy("other.example")), "localhost is not among the hosts");
        Bad(await LookAsync("http", "/", policy: new ProbePolicy { AllowedHosts = ["localhost"] }), "a private or reserved address");
        Bad(await LookAsync(new ProbeSettings("http", "/"), null, new ProbePolicy { AllowedHosts = ["*"], AllowedNetworks = ["0.0.0.0/0"] },
            "http://169.254.169.254/"), "169.254.169.254, a private or reserved address");
        Bad(await LookAsync("tcp", "[fd00:ec2::254]:80", policy: new ProbePolicy { AllowedHosts = ["*"], AllowedNetworks = ["::/0"] }), "private or reserved");
        asked.ShouldBeFalse();
    }

    [Fact]
    public async Task Refused_and_silent_and_unknown_hosts_are_told_apart()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var blackHole = ((IPEndPoint)silent.LocalEndpoint).Port;

        Bad(await LookAsync("tcp", $"localhost:{Ports.Free()}"), "connection refused: localhost:");
        Bad(await LookAsync(new ProbeSettings("http", "/"), null, null, $"http://localhost:{blackHole}"), "no answer in 2 s");
        Bad(await LookAsync("dns", "no-such-host.invalid"), "DNS: no-such-host.invalid does not resolve");
        Bad(await LookAsync("tcp", "localhost:nothing"), "'localhost:nothing' is not host:port");
        (await LookAsync("dns", "localhost")).Ok.ShouldBeTrue();
        Good(await LookAsync("tcp", $"localhost:{_server.Port}"), $"localhost:{_server.Port} takes connections");
    }

    [Fact]
    public async Task The_old_revision_is_not_ready_however_healthy_it_is()
    {
        _server.Answer = path => path == "/version" ? (200, "{\"build\":{\"sha\":\"029ebb27\"}}") : path == "/text" ? (200, $"{Sha}\n")
            : (200, "{\"sha\":\"aaaaaaaa\"}");

        Good(await LookAsync("version", "/version", p => p.With(VersionProbe.Field, "build.sha")), "revision 029ebb27");
        Good(await LookAsync("version", "/text"), $"revision {Sha}");
        Bad(await LookAsync("version", "/old", p => p.With(VersionProbe.Field, "sha")), "serves revision aaaaaaaa, not the deployed 029ebb27aaaa");
        Bad(await LookAsync("version", "/version", p => p.With(VersionProbe.Field, "nothing")), "no revision in the answer");
    }

    [Fact]
    public async Task Settings_that_a_service_does_not_report_are_named()
    {
        _server.Answer = path => path == "/list" ? (200, "[\"DATABASE_URL\",\"JWT_SECRET\"]") : (200, "{\"DATABASE_URL\":true,\"JWT_SECRET\":false}");

        (await LookAsync("reports", "/list", p => p.With(ReportsProbe.Names, ["JWT_SECRET"]))).Ok.ShouldBeTrue();
        Bad(await LookAsync("reports", "/object", p => p.With(ReportsProbe.Names, ["DATABASE_URL", "JWT_SECRET"])), "missing setting: JWT_SECRET");
    }

    [Fact]
    public async Task A_websockets_handshake_subprotocol_and_first_messages()
    {
        _server.Subprotocol = "v1";
        _server.Messages = ["{\"type\":\"connected\"}", "{\"type\":\"ready\"}"];

        Good(await LookAsync("websocket", "/ws", p => p.With(WebSocketProbe.Subprotocols, ["v2", "v1"]).With(WebSocketProbe.Messages, ["connected", "ready"])),
            "handshake done, subprotocol v1, 2 messages as expected");
        Bad(await LookAsync("websocket", "/ws", p => p.With(WebSocketProbe.Subprotocols, ["v2"])), "the handshake failed");
        Bad(await LookAsync("websocket", "/ws", p => p.With(WebSocketProbe.Subprotocols, ["v1"]).With(WebSocketProbe.Messages, ["connected", "agent_started"])),
            "the message 'agent_started' was expected, and this came: {\"type\":\"ready\"}");
        _server.Messages = [];
        Bad(await LookAsync("websocket", "/ws", p => p.With(WebSocketProbe.Subprotocols, ["v1"]).With(WebSocketProbe.Messages, ["connected"])),
            "closed early (1001 no agent) before the message 'connected'");
        _server.Subprotocol = null;
        Bad(await LookAsync("websocket", "/ws", p => p.With(WebSocketProbe.Subprotocols, ["v1"])), "no subprotocol was chosen of v1");
    }

    [Fact]
    public async Task Certificates_that_are_good_expired_of_another_name_of_nobody_and_soon_to_expire()
    {
        var (authority, pem) = ProbedServer.NewAuthority();
        var policy = Policy("*");
        var trusting = new ProbePolicy
        {
            AllowedHosts = ["*"],
            AllowedNetworks = policy.AllowedNetworks,
            Timeout = policy.Timeout,
            TrustedCertificates = _folder.Write("ca.pem", pem)
        };
        var now = DateTimeOffset.UtcNow;
        async Task<ProbeReading> LookAtAsync(string name, DateTimeOffset from, DateTimeOffset to, ProbePolicy by, int? days = null, string kind = "tls")
        {
            using var certificate = ProbedServer.Certificate(authority, name, from, to);
            await using var server = await ProbedServer.StartAsync(certificate);
            return kind == "tls" ? await LookAsync("tls", $"localhost:{server.Port}", p => p.With(TlsProbe.Days, days), by)
                : await LookAsync(new ProbeSettings(kind, "/"), null, by, $"https://localhost:{server.Port}");
        }

        Good(await LookAtAsync("localhost", now.AddDays(-1), now.AddDays(30).AddHours(1), trusting, days: 14), "certificate for localhost, good for 30 days");
        Bad(await LookAtAsync("localhost", now.AddDays(-30), now.AddDays(-3), trusting), "certificate: expired on");
        Bad(await LookAtAsync("other.example", now.AddDays(-1), now.AddDays(30), trusting), "certificate: made for other.example, not for localhost");
        Bad(await LookAtAsync("localhost", now.AddDays(-1), now.AddDays(30), policy), "certificate: its chain is not trusted");
        Bad(await LookAtAsync("localhost", now.AddDays(-1), now.AddDays(5).AddHours(1), trusting, days: 14), "certificate: expires in 5 days");
        Good(await LookAtAsync("localhost", now.AddDays(-1), now.AddDays(30), trusting, kind: "http"), "ok");
        Bad(await LookAtAsync("other.example", now.AddDays(-1), now.AddDays(30), trusting, kind: "http"),
            "certificate: made for other.example, not for localhost");
        Bad(await LookAsync("tls", $"localhost:{_server.Port}"), "TLS: ");
    }

    [Fact]
    public async Task Redis_that_answers_that_wants_a_password_and_that_is_none()
    {
        using var redis = new RedisServer();
        using var guarded = new RedisServer("--requirepass", "x");

        Good(await LookAsync("redis", $"localhost:{redis.Port}"), "+PONG");
        (await LookAsync("redis", $"localhost:{guarded.Port}")).Ok.ShouldBeTrue();
        Bad(await LookAsync("redis", $"localhost:{_server.Port}"), "HTTP/1.1 400");
        Bad(await LookAsync("redis", $"localhost:{Ports.Free()}"), "connection refused");
    }

    [Fact]
    public async Task PostgreSQL_that_answers_a_query_and_that_is_none()
    {
        var connection = PostgresServer.NewDatabase();
        var port = System.Text.RegularExpressions.Regex.Match(connection, @"Port=(\d+)").Groups[1].Value;
        var target = $"localhost:{port}";
        var policy = new ProbePolicy
        {
            AllowedHosts = ["*"],
            AllowedNetworks = ["127.0.0.0/8"],
            Postgres = new Dictionary<string,
            string>
            { ["localhost"] = connection }
        };

        (await LookAsync("postgres", target)).Evidence.ShouldStartWith("answers as PostgreSQL");
        Good(await LookAsync("postgres", target, p => p.With(PostgresProbe.Query, "select 40 + 2"), policy), "the query gave 42");
        Bad(await LookAsync("postgres", target, p => p.With(PostgresProbe.Query, "select * from nothing"), policy), "nothing");
        Bad(await LookAsync("postgres", target, p => p.With(PostgresProbe.Query, "select 1")), "a query needs a connection string");
        Bad(await LookAsync("postgres", $"localhost:{_server.Port}"), "does not answer as PostgreSQL");
        Bad(await LookAsync("postgres", $"localhost:{Ports.Free()}"), "connection refused");
    }

    [Fact]
    public async Task A_working_fallback_with_a_broken_primary_is_degraded_and_says_what_is_broken()
    {
        var service = new ServiceSettings("gateway", $"http://localhost:{Ports.Free()}", Url, [new ProbeSettings("http", "/health")]);

        var report = await new Prober(Policy(), TimeProvider.System).LookAsync(new EnvironmentSettings("staging", [service]), new(Sha), false, null, Cancel);

        var gateway = report.Services.Single();
        (gateway.Verdict, gateway.Ready).ShouldBe((ReadinessVerdict.Degraded, true));
        gateway.Because.ShouldStartWith("the service of http://localhost:");
        gateway.Because.ShouldContain($"{Url}/health works: connection refused");
    }

    [Fact]
    public async Task A_service_may_take_its_time_to_warm_up()
    {
        var asked = 0;
        _server.Answer = _ => ++asked < 4 ? (503, "warming up") : (200, "ok");
        var seen = new List<ReadinessVerdict>();

        var report = await new Prober(Policy(), TimeProvider.System)
            .LookAsync(new EnvironmentSettings("staging", [new ServiceSettings("gateway", Url, null, [new ProbeSettings("http", "/")])]), new(Sha), wait: true,
            new Heard(r => seen.Add(ReadinessJudge.Overall(r.Services))), Cancel);

        report.Services.Single().Ready.ShouldBeTrue();
        seen.ShouldBe([ReadinessVerdict.NotReady, ReadinessVerdict.NotReady, ReadinessVerdict.NotReady, ReadinessVerdict.Ready]);
    }

    private sealed class Heard(Action<ReadinessReport> hear) : IProgress<ReadinessReport>
    {
        public void Report(ReadinessReport value) => hear(value);
    }
}
