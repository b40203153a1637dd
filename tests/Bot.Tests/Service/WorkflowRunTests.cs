using System.Text.Json.Nodes;
using Shouldly;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>A deployment is tested by a workflow of the repository.</summary>
public sealed class WorkflowRunTests : ServiceTest
{
    private const string Settings = """
        environments:
          staging:
            run: {workflow: staging.yml, RUN}
        suites:
          - {name: smoke, category: connectivity, priority: P0, files: [tests/test_smoke.py]}
          - {name: orders, category: critical, priority: P1, files: [tests/test_orders.py]}
        gates: {connectivity: 100%, critical: 95%, overall: 90%}
        """;

    private readonly Dictionary<string, string> _results = new()
    {
        ["smoke"] = Stage.JUnit(("connects", null)).Replace("tests.test_orders", "tests.test_smoke"),
        ["orders"] = Stage.JUnit(("total", null), ("list", null)),
    };

    private FakeRepository Repository(string run = "recheck: false", bool ends = true)
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Files[".github/whybot.yml"] = Settings.Replace("RUN", run);
        repository.Commit(Stage.BaseSha, "Base", null);
        repository.Commit(Stage.HeadSha, "Change the colours", Stage.BaseSha, ("src/colours.py", "@@ -1 +1 @@\n-red\n+blue"));
        repository.OnDispatch = (started, inputs) =>
        {
            if (!inputs.TryGetValue("suites", out var suites))
                return;
            (started.Status, started.Conclusion) = ends ? ("completed", "success") : ("in_progress", null);
            started.Artifact("results", Stage.Zip([.. suites.Split(' ').Select(s => ($"{s}.xml", _results[s]))]));
        };
        return repository;
    }

    private Task StartAsync() => Service.With("Whybot__Suites__Poll", "00:00:00.200").With("Whybot__Suites__Live", "00:00:00").StartAsync();

    private async Task DeployAsync(int id, string sha)
    {
        await PostAsync("deployment_status", Stage.Deployment(id, sha));
        await IdleAsync();
    }

    private static JsonObject Check(FakeRepository repository, string sha) =>
        repository.CheckRuns.Single(c => c["head_sha"]!.ToString() == sha && c["name"]!.ToString() == "Whybot: staging");

    [Fact]
    public async Task Each_phase_is_one_run_of_the_workflow_and_the_bot_does_not_explain_its_own_runs()
    {
        var repository = Repository();
        await StartAsync();

        await DeployAsync(7, Stage.HeadSha);

        repository.Dispatched.Select(d => (d.Inputs["suites"], d.Inputs["files"], d.Inputs["environment"], d.Inputs["sha"]))
            .ShouldBe([("smoke", "tests/test_smoke.py", "staging", Stage.HeadSha), ("orders", "tests/test_orders.py", "staging", Stage.HeadSha)]);
        Check(repository, Stage.HeadSha)["output"]!["title"]!.ToString().ShouldStartWith("Go for ");

        repository.Dispatched[1].Run.Conclusion = "failure";
        await PostAsync("workflow_run", Stage.WorkflowRun(repository.Dispatched[1].Run));
        await IdleAsync();
        repository.CheckRuns.Count.ShouldBe(1);
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Suites_may_come_from_a_Markdown_index_and_a_focus_leaves_some_out()
    {
        var repository = Repository("recheck: false, index: docs/tests.md, focus: \"category:orders\"");
        repository.Files[".github/whybot.yml"] = repository.Files[".github/whybot.yml"].Split("suites:")[0] + "gates: {overall: 90%}\n";
        repository.Files["docs/tests.md"] =
            "# Tests\n\n## Connectivity (P0)\n\n- `tests/test_smoke.py`\n\n## Orders (P1)\n\n- `tests/test_orders.py`\n\n## Reports (P2)\n\n- "
            + "`tests/test_reports.py`\n";
        _results["test_smoke"] = _results["smoke"];
        _results["test_orders"] = _results["orders"];
        await StartAsync();

        await DeployAsync(7, Stage.HeadSha);

        repository.Dispatched.Select(d => (d.Inputs["suites"], d.Inputs["files"]))
            .ShouldBe([("test_smoke", "tests/test_smoke.py"), ("test_orders", "tests/test_orders.py")]);
        Check(repository, Stage.HeadSha)["output"]!["title"]!.ToString().ShouldStartWith("Go for ");
    }

    [Fact]
    public async Task The_end_of_a_workflow_is_noticed_by_its_webhook()
    {
        var repository = Repository(ends: false);
        await Service.With("Whybot__Suites__Poll", "00:10:00").With("Whybot__Suites__Look", "00:10:00").With("Whybot__Suites__Live", "00:00:00").StartAsync();
        await PostAsync("deployment_status", Stage.Deployment(7, Stage.HeadSha));

        for (var phase = 0; phase < 2; phase++)
        {
            await Wait.UntilAsync(() => repository.Dispatched.Count == phase + 1, () => Service.Output);
            await Wait.UntilAsync(() => Service.Output.Split("Job deploy:staging").Length > phase + 1, () => Service.Output);
            var run = repository.Dispatched[phase].Run;
            (run.Status, run.Conclusion) = ("completed", "success");
            await PostAsync("workflow_run", Stage.WorkflowRun(run));
        }

        await Wait.UntilAsync(() => repository.CheckRuns is [var check] && check["status"]!.ToString() == "completed", () => Service.Output);
        Check(repository, Stage.HeadSha)["output"]!["title"]!.ToString().ShouldStartWith("Go for ");
    }

    [Theory]
    [InlineData(FaultKind.LoseAnswer, false)]
    [InlineData(FaultKind.FailAfter, false)]
    [InlineData(FaultKind.None, true)]
    public async Task A_start_whose_answer_is_lost_or_whose_service_is_killed_is_found_again(FaultKind kind, bool kill)
    {
        var repository = Repository();
        var service = BeProcess();
        var struck = 0;
        GitHub.Faults = r => r.Path.EndsWith("/dispatches", StringComparison.Ordinal) && Interlocked.Increment(ref struck) == 1
            ? new Fault(kind, Then: kill ? service.Kill : null) : null;
        await StartAsync();
        await PostAsync("deployment_status", Stage.Deployment(7, Stage.HeadSha));
        if (kill)
        {
            await Wait.UntilAsync(() => !service.Runs, () => Service.Output);
            await Service.StartAsync();
        }

        await Wait.UntilAsync(() => repository.CheckRuns is [var check] && check["status"]!.ToString() == "completed", () => Service.Output);

        repository.Dispatched.Count.ShouldBe(2);
        Check(repository, Stage.HeadSha)["output"]!["title"]!.ToString().ShouldStartWith("Go for ");
    }

    [Fact]
    public async Task Two_instances_that_hear_of_one_deployment_test_it_once()
    {
        var repository = Repository();
        BeProcess();
        await StartAsync();
        using var other = new ServiceProcess(Folder, GitHub);
        await other.With("Whybot__Suites__Poll", "00:00:00.200").StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            (i % 2 == 0 ? Service : other).PostAsync("deployment_status", $"both-{i}", Stage.Deployment(7, Stage.HeadSha))));
        await Wait.UntilAsync(() => repository.CheckRuns is [var check] && check["status"]!.ToString() == "completed", () => Service.Output + other.Output);
        await IdleAsync();

        (repository.Dispatched.Count, repository.CheckRuns.Count).ShouldBe((2, 1));
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Killed_after_each_kind_of_write_it_says_and_starts_everything_once()
    {
        var repository = Repository("recheck: false, rollback: rollback.yml");
        repository.Pull("Change the colours", Stage.HeadSha, Stage.BaseSha).State = "closed";
        _results["orders"] = Stage.JUnit(("total", "KeyError: 'total'"), ("list", null));
        var service = BeProcess();
        var struck = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>();
        GitHub.Faults = r => r.Writes && !r.Path.Contains("access_tokens", StringComparison.Ordinal)
            && struck.TryAdd($"{r.Method} {r.Path} {r.Text("status")} "
            + $"{(r.Path.EndsWith("/dispatches", StringComparison.Ordinal) ? repository.Dispatched.Count : 0)}", true)
            ? new Fault(FaultKind.None, Then: service.Kill) : null;
        await StartAsync();
        await PostAsync("deployment_status", Stage.Deployment(7, Stage.HeadSha));
        for (var until = DateTime.UtcNow.AddSeconds(90); DateTime.UtcNow < until && (!service.Runs || !await IsIdleAsync());)
            if (service.Runs)
                await service.SaysAsync(Cancel);
            else
                await service.StartAsync();

        struck.Count.ShouldBeGreaterThan(6, string.Join('\n', struck.Keys));
        repository.Dispatched.Select(d => d.Run.Name).ShouldBe(["staging.yml", "staging.yml", "rollback.yml"]);
        (repository.CheckRuns.Count, repository.Issues.Count, repository.PullComments.Values.Single().Count).ShouldBe((1, 1, 1));
        Check(repository, Stage.HeadSha)["output"]!["title"]!.ToString().ShouldStartWith("No-go for ");
    }

    /// <summary>False too when it was killed while it was asked.</summary>
    private async Task<bool> IsIdleAsync()
    {
        try
        {
            return await Service.IsIdleAsync();
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    [Fact]
    public async Task A_workflow_that_people_cancel_is_not_go_and_no_later_phase_begins()
    {
        var repository = Repository(ends: false);
        await StartAsync();
        await PostAsync("deployment_status", Stage.Deployment(7, Stage.HeadSha));
        await Wait.UntilAsync(() => repository.Dispatched.Count == 1, () => Service.Output);

        (repository.Dispatched[0].Run.Status, repository.Dispatched[0].Run.Conclusion) = ("completed", "cancelled");
        await Wait.UntilAsync(() => repository.CheckRuns.Any(c => c["status"]!.ToString() == "completed"), () => Service.Output);

        Check(repository, Stage.HeadSha)["output"]!["title"]!.ToString().ShouldStartWith("Inconclusive");
        Check(repository, Stage.HeadSha)["output"]!["summary"]!.ToString().ShouldContain("`staging.yml` was cancelled");
        (repository.Dispatched.Count, repository.Issues.Count).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_newer_deployment_cancels_the_workflow_of_the_one_before()
    {
        var repository = Repository(ends: false);
        await StartAsync();
        await PostAsync("deployment_status", Stage.Deployment(7, Stage.BaseSha));
        await Wait.UntilAsync(() => repository.Dispatched.Count == 1 && Service.Output.Contains("Job deploy:staging", StringComparison.Ordinal),
            () => Service.Output);
        var old = repository.Dispatched[0].Run;

        await PostAsync("deployment_status", Stage.Deployment(8, Stage.HeadSha));
        await Wait.UntilAsync(() => repository.Dispatched.Count == 2, () => Service.Output);

        old.Conclusion.ShouldBe("cancelled");
        await Wait.UntilAsync(() => Check(repository, Stage.BaseSha)["conclusion"]?.ToString() == "cancelled", () => Service.Output);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_workflow_that_is_not_there_or_may_not_be_started_is_said_and_nothing_is_concluded_from_it(bool forbidden)
    {
        var repository = Repository();
        if (forbidden)
            GitHub.Apps.Permissions["actions"] = "read";
        else
            repository.Workflows = ["other.yml"];
        await StartAsync();

        await DeployAsync(7, Stage.HeadSha);

        var output = Check(repository, Stage.HeadSha)["output"]!;
        output["title"]!.ToString().ShouldStartWith("Inconclusive");
        output["summary"]!.ToString().ShouldContain("staging.yml cannot be started");
        repository.Issues.ShouldBeEmpty();
    }

    [Fact]
    public async Task On_no_go_a_rollback_is_started_once_with_a_reason_and_on_go_a_promotion()
    {
        GitHub.Apps.Permissions["contents"] = "write";
        var repository = Repository("recheck: false, rollback: rollback.yml, promote: promote.yml, worklog: whybot/worklogs");
        var struck = 0;
        GitHub.Faults = r => r.Path.EndsWith("/rollback.yml/dispatches", StringComparison.Ordinal) && Interlocked.Increment(ref struck) == 1
            ? new Fault(FaultKind.LoseAnswer) : null;
        await StartAsync();
        await DeployAsync(7, Stage.BaseSha);
        _results["orders"] = Stage.JUnit(("total", "KeyError: 'total'"), ("list", null));

        await DeployAsync(8, Stage.HeadSha);

        var promoted = repository.Dispatched.Single(d => d.Run.Name == "promote.yml");
        promoted.Inputs["reason"].ShouldBe("staging is go: all 3 gates met");
        var back = repository.Dispatched.Single(d => d.Run.Name == "rollback.yml");
        (back.Inputs["environment"], back.Inputs["sha"], back.Inputs["reason"])
            .ShouldBe(("staging", Stage.HeadSha, "staging is no-go: 2 gates not met: critical, overall"));
        Check(repository, Stage.HeadSha)["output"]!["summary"]!.ToString()
            .ShouldContain("**Rollback** (`rollback.yml`): asked for.");
        repository.Branches["whybot/worklogs"].Keys.Where(f => f.StartsWith("worklogs/", StringComparison.Ordinal)).ShouldBe(
            [$"worklogs/staging/{DateTime.UtcNow:yyyy-MM-dd}-7-aaaaaaaa.md", $"worklogs/staging/{DateTime.UtcNow:yyyy-MM-dd}-8-ffffffff.md"]);
        var worklog = repository.Branches["whybot/worklogs"][$"worklogs/staging/{DateTime.UtcNow:yyyy-MM-dd}-8-ffffffff.md"];
        worklog.ShouldStartWith("# Worklog: No-go for `staging`");
        worklog.ShouldContain("- the last run (`aaaaaaaa`) was go: `all 3 gates met`");
        GitHub.Violations.ShouldBeEmpty();
    }
}
