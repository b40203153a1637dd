using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Whybot.Bot.Tests.Service;
using Whybot.Foundation.Storage;
using Whybot.Memory.Overviews;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Intake.Webhooks;

/// <summary>What becomes of deliveries of every kind, in the real service on both stores.</summary>
[Needs("the service")]
public sealed class DeliveryTests : IAsyncDisposable
{
    private static readonly string Sha = new('a', 40);
    private readonly TemporaryFolder _folder = new();
    private readonly TestedService _service;
    private string? _postgres;

    // No job is begun while the test looks: it would only ask a GitHub that is not there.
    public DeliveryTests() => _service = new ServiceInProcess(_folder.Path).With("Serilog__MinimumLevel__Default", "Error")
        .With("Whybot__Queue__Settle", "01:00:00");

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task StartAsync(bool postgres)
    {
        if (postgres)
            _service.With("Whybot__Store__Postgres", _postgres = PostgresServer.NewDatabase());
        await _service.StartAsync();
    }

    /// <summary>By guid, once none waits any longer.</summary>
    private async Task<Dictionary<string, DeliveryRow>> EndedAsync()
    {
        while (!(await _service.Http.GetStringAsync("/ready", Cancel)).Contains("\"pending\":0", StringComparison.Ordinal))
            await _service.SaysAsync(Cancel);
        await using IDatabase database = _postgres is not null ? new PostgresDatabase(_postgres) : new SqliteDatabase(_service.Store);
        return (await new DeliveryListings(database).ListAsync(null, 1000, 0, Cancel)).ToDictionary(d => d.Guid, StringComparer.Ordinal);
    }

    private static JsonObject Suite(string branch = "main") => Payload.Of("check_suite", new JsonObject
    {
        ["action"] = "completed",
        ["check_suite"] = new JsonObject { ["head_sha"] = Sha, ["head_branch"] = branch },
        ["repository"] = new JsonObject { ["full_name"] = "team/shop" },
    });

    private static JsonObject Deployed(string environment) => Payload.Of("deployment_status", new JsonObject
    {
        ["deployment"] = new JsonObject { ["sha"] = Sha, ["environment"] = environment },
        ["check_run"] = null,
        ["workflow_run"] = null,
        ["repository"] = new JsonObject { ["full_name"] = "team/shop" },
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_cannot_be_read_is_marked_and_shown_and_all_others_go_on(bool postgres)
    {
        await StartAsync(postgres);
        var notText = Encoding.UTF8.GetBytes(Suite("~").ToJsonString());
        notText.AsSpan().Replace((byte)'~', (byte)0xFF);
        var sent = new (string Guid, string Event, byte[] Body)[]
        {
            ("before", "check_suite", Encoding.UTF8.GetBytes(Suite().ToJsonString())),
            ("not-utf-8", "check_suite", notText),
            ("zero", "deployment_status", Encoding.UTF8.GetBytes(Deployed("sta\0ging").ToJsonString())),
            ("megabyte", "deployment_status", Encoding.UTF8.GetBytes(Deployed(new string('x', 1024 * 1024)).ToJsonString())),
            ("zero-action", "check_suite", Encoding.UTF8.GetBytes(Suite().ToJsonString().Replace("\"completed\"", "\"a\\u0000b\"", StringComparison.Ordinal))),
            ("half-a-pair", "check_suite", Encoding.UTF8.GetBytes(Suite("~").ToJsonString().Replace("~", "\\ud800", StringComparison.Ordinal))),
            ("no-json", "check_suite", "this is not JSON"u8.ToArray()),
            ("nothing", "check_suite", "{\"action\":\"completed\"}"u8.ToArray()),
            ("after", "check_suite", Encoding.UTF8.GetBytes(Suite().ToJsonString())),
        };

        var answers = await Task.WhenAll(sent.Select(s => _service.PostAsync(s.Event, s.Guid, s.Body)));
        var ended = await EndedAsync();

        answers.ShouldAllBe(a => a == HttpStatusCode.Accepted);
        foreach (var whole in new[] { "before", "after" })
            (ended[whole].State, ended[whole].Note, ended[whole].Roughly).ShouldBe(("done", $"looks at {Sha}", null), whole);
        foreach (var rough in new[] { "not-utf-8", "zero", "megabyte", "zero-action", "half-a-pair" })
        {
            (ended[rough].State, ended[rough].Note).ShouldBe(("done", $"looks at {Sha}"), rough);
            ended[rough].Roughly.ShouldNotBeNullOrEmpty(rough);
        }
        foreach (var lost in new[] { "no-json", "nothing" })
            (ended[lost].State, ended[lost].Note!.StartsWith("cannot be read: ", StringComparison.Ordinal)).ShouldBe(("failed", true), lost);
        using var pages = new HttpClient { BaseAddress = _service.Pages };
        var page = await pages.GetStringAsync("/deliveries", Cancel);
        page.ShouldContain("read roughly: it is not UTF-8");
        page.ShouldContain("cannot be read: it is not JSON");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task All_of_GitHubs_examples_are_taken_and_no_hint_is_lost(bool postgres)
    {
        await StartAsync(postgres);
        var examples = RoughReadingTests.Examples("api.github.com");

        var answers = await Task.WhenAll(examples.Select((e, i) => _service.PostAsync(e.Name, $"{i}", Encoding.UTF8.GetBytes(e.Example.GetRawText()))));
        var ended = await EndedAsync();

        examples.Count.ShouldBe(329);
        answers.ShouldAllBe(a => a == HttpStatusCode.Accepted);
        ended.Count.ShouldBe(329);
        ended.Values.ShouldAllBe(d => d.State == "done");
        var commits = examples.Select((e, i) => (Sha: Commit(e.Name, e.Example), Guid: $"{i}")).Where(c => c.Sha is not null).ToList();
        commits.Count.ShouldBeGreaterThan(20);
        commits.ShouldAllBe(c => ended[c.Guid].Note!.Contains(c.Sha!, StringComparison.Ordinal));
    }

    /// <summary>The commit that an event is a hint about, as its documentation has it; null for none.</summary>
    private static string? Commit(string name, JsonElement example)
    {
        string Text(params string[] path) => path.Aggregate(example, (e, p) => e.GetProperty(p)).ToString();
        var action = example.TryGetProperty("action", out var did) ? did.GetString() : null;
        return (name, action) switch
        {
            ("check_suite" or "workflow_run", "completed") => Text(name, "head_sha"),
            ("check_run" or "workflow_job", "completed") when Text(name, "conclusion") == "failure" => Text(name, "head_sha"),
            ("merge_group", "checks_requested") => Text(name, "head_sha"),
            ("deployment_status", _) => Text("deployment", "sha"),
            ("pull_request", "opened" or "reopened") => Text(name, "head", "sha"),
            _ => null,
        };
    }

    [Fact]
    public async Task A_form_and_a_body_signed_with_the_next_secret_are_taken_as_they_came()
    {
        _service.With("Whybot__Webhook__Secrets__1", "the next secret");
        await StartAsync(postgres: false);
        var json = Encoding.UTF8.GetBytes(Suite().ToJsonString());
        var form = Encoding.ASCII.GetBytes($"payload={Uri.EscapeDataString(Suite("a+b").ToJsonString())}");

        (await _service.PostAsync("check_suite", "old", json)).ShouldBe(HttpStatusCode.Accepted);
        (await _service.PostAsync("check_suite", "next", json, ServiceProcess.Sign(json, "the next secret"))).ShouldBe(HttpStatusCode.Accepted);
        (await _service.PostAsync("check_suite", "other", json, ServiceProcess.Sign(json, "another secret"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await FormAsync("form", form)).ShouldBe(HttpStatusCode.Accepted);

        var ended = await EndedAsync();
        ended.Keys.ShouldBe(["old", "next", "form"], ignoreOrder: true);
        ended.Values.ShouldAllBe(d => d.Note == $"looks at {Sha}" && d.Roughly == null);
        await using var database = new SqliteDatabase(_service.Store);
        var bodies = await database.ReadAsync(session => session.QueryAsync<byte[]>("select body from delivery_bodies order by delivery_id"), Cancel);
        bodies.ShouldBe([json, json, form]);
    }

    private async Task<HttpStatusCode> FormAsync(string guid, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/github") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        request.Headers.Add("X-GitHub-Event", "check_suite");
        request.Headers.Add("X-GitHub-Delivery", guid);
        request.Headers.Add("X-Hub-Signature-256", ServiceProcess.Sign(body));
        using var answer = await _service.Http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
