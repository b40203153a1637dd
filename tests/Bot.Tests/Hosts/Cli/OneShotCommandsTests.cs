using System.Diagnostics;
using Shouldly;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Hosts.Cli;

/// <summary><c>receive</c>, <c>doctor</c> and <c>replay</c>, run as a user runs them.</summary>
[Needs("processes")]
public sealed class OneShotCommandsTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private FakeGitHub _github = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _github = await FakeGitHub.StartAsync();
        _github.Apps.PlainToken = "ghs_a_token_of_actions";
        _github.Apps.Permissions["contents"] = "write";
    }

    public async ValueTask DisposeAsync()
    {
        await _github.DisposeAsync();
        _folder.Dispose();
    }

    private sealed record Ended(int Code, string Output, string Errors);

    private Task<Ended> RunAsync(Dictionary<string, string> environment, params string[] arguments) =>
        RunAsync(ProgramUnderTest.Start(_folder.Path, arguments), environment);

    private async Task<Ended> RunAsync(ProcessStartInfo start, Dictionary<string, string> environment)
    {
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Cancel);
        var errors = process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return new Ended(process.ExitCode, await output, await errors);
    }

    private Dictionary<string, string> Actions(string name, string payload) => new(StringComparer.Ordinal)
    {
        ["GITHUB_EVENT_NAME"] = name,
        ["GITHUB_EVENT_PATH"] = _folder.Write("event.json", payload),
        ["GITHUB_REPOSITORY"] = Stage.Repository,
        ["GITHUB_REPOSITORY_ID"] = $"{RepositoryNumber.Of(Stage.Repository)}",
        ["RUNNER_TEMP"] = _folder.Path,
        ["GITHUB_TOKEN"] = _github.Apps.PlainToken!,
        ["GITHUB_API_URL"] = _github.Url.ToString().TrimEnd('/'),
        ["GITHUB_STEP_SUMMARY"] = Path.Combine(_folder.Path, "summary.md"),
        ["GITHUB_OUTPUT"] = Path.Combine(_folder.Path, "output.txt"),
        ["Whybot__GitHub__WriteSpacing"] = "00:00:00",
        ["Serilog__MinimumLevel__Default"] = "Warning",
    };

    private Dictionary<string, string> Service() => new(StringComparer.Ordinal)
    {
        ["Whybot__GitHub__ApiUrl"] = _github.Url.ToString(),
        ["Whybot__GitHub__AppId"] = $"{FakeApps.AppId}",
        ["Whybot__GitHub__PrivateKey"] = _github.Apps.PrivateKey,
        ["Whybot__Webhook__Secrets__0"] = ServiceProcess.Secret,
    };

    [Fact]
    public async Task Received_in_actions_a_failed_run_is_answered_and_summarised_and_the_second_time_nothing_is_added()
    {
        var repository = Stage.FailingPull(_github);
        // The workflow that runs the bot is itself a run of the commit, and not complete.
        var own = repository.Run("whybot", Stage.HeadSha, "success");
        (own.Status, own.Conclusion) = ("in_progress", null);
        var environment = Actions("workflow_run", Stage.WorkflowRun(Stage.HeadSha)
            .Replace("\"installation\":{\"id\":99}", "\"sender\":{}", StringComparison.Ordinal));
        environment["GITHUB_RUN_ID"] = $"{own.Id}";

        for (var round = 0; round < 2; round++)
        {
            var ended = await RunAsync(environment, "receive");
            ended.Code.ShouldBe(0, ended.Errors + ended.Output);
        }

        repository.CheckRuns.ShouldHaveSingleItem();
        repository.Issues.ShouldHaveSingleItem().Author.ShouldBe("github-actions[bot]");
        var comment = repository.PullComments.Values.SelectMany(c => c).ShouldHaveSingleItem();
        _folder.Read("summary.md").ShouldStartWith("### ❌ Unclear whether it is yours: `ConnectionRefusedError: ");
        _folder.Read("output.txt").ShouldStartWith($"decision=no-go\ncheck={repository.CheckRuns[0]["id"]}\ncomment={comment.Id}\n");
        _github.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Received_in_actions_a_deployment_is_tested_by_a_workflow_and_its_worklog_is_handed_out()
    {
        var repository = _github.Add(Stage.Repository);
        repository.Files[".github/whybot.yml"] =
            "environments: {staging: {run: {workflow: staging.yml}}}\nsuites: [{name: orders, category: critical, files: [tests/test_orders.py]}]\ngates: "
            + "{critical: 95%}\n";
        repository.Commit(Stage.HeadSha, "Sell", null);
        repository.OnDispatch = (started, _) => started.Artifact("results", Stage.Zip(("orders.xml", Stage.JUnit(("total", null)))));
        var environment = Actions("deployment_status", Stage.Deployment(7, Stage.HeadSha));
        environment["RUNNER_TEMP"] = _folder.Path;
        environment["Whybot__Suites__Poll"] = "00:00:00.200";

        var ended = await RunAsync(environment, "receive");

        ended.Code.ShouldBe(0, ended.Errors + ended.Output);
        repository.Dispatched.ShouldHaveSingleItem().Inputs["files"].ShouldBe("tests/test_orders.py");
        Unlinked.Of(_folder.Read("summary.md")).ShouldStartWith("### ✅ Go for `staging` at `ffffffff`");
        _folder.Read("output.txt").ShouldContain($"decision=go\nworklog={Path.Combine(_folder.Path, "whybot-worklog-7.md")}\n");
        _folder.Read("whybot-worklog-7.md").ShouldStartWith("# Worklog: Go for `staging`");
        _github.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_repository_that_is_not_known_is_said_to_be_not_known()
    {
        var environment = new Dictionary<string, string> { ["Whybot__GitHub__Token"] = "x" };
        (await RunAsync(environment, "worklog", "team/shop", "staging")).ShouldSatisfyAllConditions(e => e.Code.ShouldBe(1),
            e => e.Errors.ShouldContain("nothing is known of team/shop: write owner/name as GitHub has it"));
        (await RunAsync(environment, "worklog", "shop", "staging"))
            .ShouldSatisfyAllConditions(e => e.Code.ShouldBe(64), e => e.Errors.ShouldContain("write owner/name"));
    }

    [Fact]
    public async Task Started_by_its_own_executable_it_analyses_too_and_a_dry_run_only_prints()
    {
        var repository = Stage.FailingPull(_github);
        var environment = Actions("workflow_run", Stage.WorkflowRun(Stage.HeadSha));
        environment["WHYBOT_DRY_RUN"] = "1";
        environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

        var ended = await RunAsync(ProgramUnderTest.StartHost(_folder.Path, ["receive"]), environment);

        ended.Code.ShouldBe(0, ended.Errors + ended.Output);
        ended.Output.ShouldContain("== dry run, team/shop: comment on #1\n### ❌ Unclear whether it is yours: `ConnectionRefusedError: ");
        (repository.CheckRuns.Count, repository.Issues.Count, repository.PullComments.Count).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task The_settings_file_of_a_repository_that_is_checked_out_is_none_of_the_bots()
    {
        _github.Add(Stage.Repository);
        var log = Path.Combine(_folder.Path, "app.log");
        _folder.Write("appsettings.json", $$$"""
            {"Whybot": {"Suites": {"Local": [{"Repository": "{{{Stage.Repository}}}"}]}},
             "Serilog": {"MinimumLevel": "Verbose", "Using": ["Company.Sinks"], "WriteTo": [{"Name": "File", "Args": {"path": "{{{log}}}"}}]}}
            """);

        var ended = await RunAsync(Actions("ping", """{"repository":{"full_name":"team/shop"}}"""), "receive");

        ended.Code.ShouldBe(0, ended.Errors);
        File.Exists(log).ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_wrong_with_the_settings_of_the_bots_own_log_is_told()
    {
        var environment = Actions("issue_comment", """{"action":"created"}""");
        environment["Serilog__MinimumLevel__Default"] = "Loud";

        var ended = await RunAsync(environment, "receive");

        (ended.Code, ended.Errors).ShouldBe((64,
            "whybot: Serilog:MinimumLevel:Default: 'Loud' is not a level; known are: Debug, Error, Fatal, Information, Verbose, Warning\n"));
    }

    [Fact]
    public async Task Received_events_that_ask_for_nothing_are_summarised_in_a_line()
    {
        _github.Add(Stage.Repository);

        (await RunAsync(Actions("issue_comment", Stage.IssueComment(1, new FakeComment(1, "/status", "helper", "Bot", null))), "receive")).Code.ShouldBe(0);

        _folder.Read("summary.md").ShouldBe("Whybot: not written by a person.\n");
    }

    [Theory]
    [InlineData("analyze")]
    [InlineData("serve")]
    [InlineData("receive")]
    [InlineData("doctor")]
    [InlineData("replay")]
    [InlineData("probe")]
    [InlineData("plan")]
    [InlineData("worklog")]
    public async Task Every_command_has_help_with_an_example(string command)
    {
        var help = await RunAsync([], command, "--help");

        (help.Code, help.Errors).ShouldBe((0, ""));
        help.Output.ShouldContain("Example");
        help.Output.ShouldContain($"whybot {command}");
    }

    [Fact]
    public async Task Probed_by_hand_services_are_ready_degraded_or_not_and_json_is_what_analyze_reads()
    {
        await using var server = await ProbedServer.StartAsync();
        _folder.Write("whybot.yml", $$"""
            environments:
              staging:
                services:
                  - {name: gateway, url: "http://localhost:{{server.Port}}", probes: [{http: /health}]}
                  - {name: cache, probes: [{redis: "localhost:{{Ports.Free()}}"}]}
            """);

        var ended = await RunAsync([], "probe", "--config", "whybot.yml", "--allow", "localhost");
        ended.Code.ShouldBe(1, ended.Errors);
        ended.Output.ShouldContain("READY gateway");
        ended.Output.ShouldContain("NOT READY cache: redis localhost:");
        (await RunAsync([], "probe", "staging", "--config", "whybot.yml")).Output.ShouldContain("is not among the hosts that the server's settings allow");
        _folder.Write("run/readiness.json", (await RunAsync([], "probe", "--config", "whybot.yml", "--allow", "localhost", "--format", "json")).Output);
        (await RunAsync([], "analyze", "run")).Output.ShouldContain("cache");
        (await RunAsync([], "probe", "production", "--config", "whybot.yml")).Errors.ShouldContain("which environment? whybot.yml has staging");
        (await RunAsync([], "probe", "--config", "nowhere.yml")).Code.ShouldBe(3);
    }

    [Fact]
    public async Task A_plan_shows_phases_gates_and_why_from_settings_or_from_an_index()
    {
        var incident = Path.Combine(Repository.Root, "samples", "incidents", "event-structure");

        var plan = await RunAsync([], "plan", incident);
        plan.Code.ShouldBe(0, plan.Errors);
        plan.Output.ShouldContain("Phase 1: connectivity  next only if infrastructure 100%");
        plan.Output.ShouldContain("expected to fail: #1229");
        (await RunAsync([], "plan", incident, "--focus", "category:websocket", "--format",
            "markdown")).Output.ShouldContain("Left out by the focus: `agent-pipeline`");
        _folder.Write("index.md", "## Priority 1 Chat\n\n- `test_chat.py` (5 tests)\n");
        (await RunAsync([], "plan", incident, "--index", "index.md")).Output.ShouldContain("test_chat (chat): priority P1");
        (await RunAsync([], "plan", incident, "--focus", "most")).Code.ShouldBe(64);
        (await RunAsync([], "plan", _folder.Path)).Errors.ShouldContain("no suite to plan; name suites in whybot.yml, or give an index with --index");
    }

    [Fact]
    public async Task Receive_says_what_is_missing()
    {
        var environment = Actions("workflow_run", "{}");
        environment["GITHUB_TOKEN"] = "";
        var ended = await RunAsync(environment, "receive");
        (ended.Code, ended.Errors).ShouldBe((64, "whybot: GITHUB_TOKEN is needed; give the step env: GITHUB_TOKEN: ${{ github.token }}\n"));

        var broken = await RunAsync(Actions("workflow_run", "{ \n broken"), "receive");
        broken.Code.ShouldBe(3);
        broken.Output.ShouldMatch("^::error title=Whybot::.*event.json: it is not JSON");
    }

    [Fact]
    public async Task The_doctor_finds_a_well_configured_app_well()
    {
        var ended = await RunAsync(Service(), "doctor");

        ended.Output.ShouldContain("ok    GitHub: ");
        ended.Output.ShouldContain("ok    installation team has the permissions and events that are needed");
        ended.Output.ShouldEndWith("All is well.\n");
        ended.Code.ShouldBe(0);
        _github.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_doctor_says_how_to_fix_what_is_wrong()
    {
        _github.Apps.Permissions.Remove("checks");
        _github.Apps.Events.Remove("workflow_run");
        _github.Apps.HookUrl = "https://whybot.example/hook";
        var environment = Service();
        environment["Whybot__Webhook__Secrets__0"] = "";
        environment["Whybot__Telemetry__Endpoint"] = $"http://127.0.0.1:{Ports.Free()}";
        environment["Whybot__Evidence__Folder"] = "/proc/none";

        var ended = await RunAsync(environment, "doctor");

        ended.Code.ShouldBe(1);
        ended.Output.ShouldContain("WRONG Whybot:Webhook:Secrets\n      fix: a secret is needed");
        ended.Output.ShouldContain("WRONG the App lacks permissions: checks: write\n      fix: ");
        ended.Output.ShouldContain("WRONG the App does not get events: workflow_run\n      fix: ");
        ended.Output.ShouldContain("WRONG webhook: goes to https://whybot.example/hook\n      fix: it must end with /webhooks/github");
        ended.Output.ShouldContain("WRONG telemetry: ");
        ended.Output.ShouldContain("WRONG evidence: /proc/none");
    }

    [Fact]
    public async Task Stored_deliveries_are_listed_and_acted_on_again()
    {
        var repository = Stage.FailingPull(_github);
        using var service = new ServiceProcess(_folder.Path, _github);
        await service.StartAsync();
        await service.PostAsync("workflow_run", "g-1", "broken");
        await Wait.UntilAsync(() => service.Output.Contains("failed, cannot be read: it is not JSON", StringComparison.Ordinal));
        await service.PostAsync("workflow_run", "g-2", Stage.WorkflowRun(Stage.HeadSha));
        await Wait.UntilAsync(() => repository.PullComments.Values.Any(c => c.Count > 0), () => service.Output);
        var environment = new Dictionary<string, string> { ["Whybot__Store__File"] = service.Store };

        var dry = await RunAsync(environment, "replay", "--since", "2026-01-01T00:00:00Z", "--dry-run");
        dry.Output.ShouldContain("2 would be acted on again.");
        dry.Output.ShouldContain("g-1");
        (await RunAsync(environment, "replay", "--delivery", "g-2")).Output.ShouldContain("1 armed");
        await Wait.UntilAsync(() => service.Output.Split("Delivery g-2 (workflow_run): done").Length > 2, () => service.Output);

        (await RunAsync(environment, "replay", "--delivery", "unknown")).Code.ShouldBe(1);
        (await RunAsync(environment, "replay")).Code.ShouldBe(64);
        (await RunAsync(environment, "replay", "--since", "yesterday")).Errors.ShouldContain("'yesterday' is not a time");
        repository.PullComments.Values.SelectMany(c => c).Count().ShouldBe(1);
    }
}
