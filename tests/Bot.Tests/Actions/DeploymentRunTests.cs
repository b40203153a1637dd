using Shouldly;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Actions;

/// <summary>Deployments inside GitHub Actions: suites are started, the job ends, and a later run goes on.</summary>
public sealed class DeploymentRunTests : ActionsTest
{
    private const string WhybotYml = """
        environments:
          staging:
            run: {workflow: staging.yml, recheck: false, rollback: rollback.yml}
        suites:
          - {name: orders, category: critical, priority: P1, files: [tests/test_orders.py]}
        gates: {critical: 95%, overall: 90%}
        """;

    private string _results = Stage.JUnit(("total", null), ("list", null));

    private FakeRepository Deployed(bool ends = true)
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Files[".github/whybot.yml"] = WhybotYml;
        repository.Commit(Stage.BaseSha, "Base", null);
        repository.Commit(Stage.HeadSha, "Change the colours", Stage.BaseSha, ("src/colours.py", "@@ -1 +1 @@\n-red\n+blue"));
        repository.Push("main", Stage.HeadSha);
        repository.Deployments.Add(new FakeDeployment(7, "staging", Stage.HeadSha, "success"));
        repository.OnDispatch = (run, inputs) =>
        {
            if (inputs.ContainsKey("suites"))
                (run.Status, run.Conclusion) = ("in_progress", null);
            if (ends)
                End(run);
        };
        return repository;
    }

    private void End(FakeRun run, string conclusion = "success")
    {
        (run.Status, run.Conclusion) = ("completed", conclusion);
        run.Artifact("results", Stage.Zip(("orders.xml", _results)));
    }

    [Fact]
    public async Task A_suite_that_is_longer_than_the_job_is_left_to_the_run_that_its_end_starts()
    {
        var repository = Deployed(ends: false);

        var first = await RunAsync("deployment_status", Stage.Deployment(7, Stage.HeadSha));

        first.Code.ShouldBe(0, first.Log);
        first.Log.ShouldContain("::notice title=Whybot::The run of `staging` at ffffffff is not finished: the next run after ");
        first.Outputs.ShouldContain("decision=none");
        var suite = repository.Dispatched.ShouldHaveSingleItem().Run;
        End(suite);
        var second = await RunAsync("workflow_run", Stage.WorkflowRun(suite));

        second.Code.ShouldBe(0, second.Log);
        repository.Dispatched.ShouldHaveSingleItem();
        var check = repository.CheckRuns.ShouldHaveSingleItem();
        (check["status"]!.ToString(), check["conclusion"]!.ToString()).ShouldBe(("completed", "success"));
    }

    [Fact]
    public async Task Events_at_the_same_moment_conclude_a_run_once_and_roll_back_once()
    {
        var repository = Deployed(ends: false);
        (await RunAsync("deployment_status", Stage.Deployment(7, Stage.HeadSha))).Code.ShouldBe(0);
        var suite = repository.Dispatched.Single().Run;
        _results = Stage.JUnit(("total", "KeyError: 'total'"), ("list", null));
        End(suite);
        Later(TimeSpan.FromMinutes(15));

        var runs = await Task.WhenAll(
            RunAsync("workflow_run", Stage.WorkflowRun(suite)),
            RunAsync("schedule", "{}"),
            RunAsync("schedule", "{}"),
            RunAsync("workflow_run", Stage.WorkflowRun(suite)));

        runs.ShouldAllBe(r => r.Code == 0, string.Join('\n', runs.Select(r => r.Log)));
        repository.Dispatched.Select(d => d.Run.Name).ShouldBe(["staging.yml", "rollback.yml"]);
        repository.CheckRuns.ShouldHaveSingleItem()["output"]!["title"]!.ToString().ShouldStartWith("No-go for ");
    }

    [Fact]
    public async Task Killed_after_the_rollback_was_started_it_is_not_started_again()
    {
        var repository = Deployed();
        _results = Stage.JUnit(("total", "KeyError: 'total'"), ("list", null));
        System.Diagnostics.Process? runner = null;
        GitHub.Faults = r => r.Path.EndsWith("/rollback.yml/dispatches", StringComparison.Ordinal)
            ? new Fault(FaultKind.None, Then: () => runner!.Kill()) : null;
        Settings["Whybot__Suites__Poll"] = "00:00:00.200";
        (await RunProcessAsync("deployment_status", Stage.Deployment(7, Stage.HeadSha), p => runner = p)).Code.ShouldNotBe(0);
        GitHub.Faults = _ => null;
        Later(TimeSpan.FromMinutes(30));

        (await RunAsync("schedule", "{}")).Code.ShouldBe(0);

        repository.Dispatched.Select(d => d.Run.Name).ShouldBe(["staging.yml", "rollback.yml"]);
        repository.CheckRuns.ShouldHaveSingleItem()["status"]!.ToString().ShouldBe("completed");
    }

    [Fact]
    public async Task A_rollback_is_not_started_again_by_a_run_that_has_lost_the_state()
    {
        var repository = Deployed();
        _results = Stage.JUnit(("total", "KeyError: 'total'"), ("list", null));
        Settings["Whybot__Suites__Poll"] = "00:00:00.200";
        (await RunAsync("deployment_status", Stage.Deployment(7, Stage.HeadSha))).Code.ShouldBe(0);
        repository.Refs.Remove(Ref);

        var ended = await RunAsync("schedule", "{}");

        ended.Code.ShouldBe(0, ended.Log);
        repository.Dispatched.Select(d => d.Run.Name).ShouldBe(["staging.yml", "rollback.yml", "staging.yml"], "suites only look");
        repository.CheckRuns.ShouldHaveSingleItem()["status"]!.ToString().ShouldBe("completed");
    }

    [Fact]
    public async Task A_deployment_that_was_tested_when_the_state_was_lost_is_ended_by_the_one_after_it()
    {
        var repository = Deployed(ends: false);
        (await RunAsync("deployment_status", Stage.Deployment(7, Stage.HeadSha))).Code.ShouldBe(0);
        repository.Refs.Remove(Ref);
        repository.Deployments[0] = repository.Deployments[0] with { State = "inactive" };
        repository.Deployments.Add(new FakeDeployment(8, "staging", Stage.BaseSha, "success"));

        (await RunAsync("schedule", "{}")).Code.ShouldBe(0);

        repository.CheckRuns.Select(c => (c["head_sha"]!.ToString(), c["conclusion"]?.ToString()))
            .ShouldBe([(Stage.HeadSha, "cancelled"), (Stage.BaseSha, null)]);
    }

    [Fact]
    public async Task A_deployment_that_caused_no_event_is_found_by_the_next_run()
    {
        var repository = Deployed();
        Settings["Whybot__Suites__Poll"] = "00:00:00.200";

        (await RunAsync("schedule", "{}")).Code.ShouldBe(0);

        repository.Dispatched.ShouldHaveSingleItem();
        repository.CheckRuns.ShouldHaveSingleItem()["conclusion"]!.ToString().ShouldBe("success");
    }

    [Fact]
    public async Task A_forged_state_starts_nothing()
    {
        var repository = Deployed();
        Settings["Whybot__Suites__Poll"] = "00:00:00.200";
        (await RunAsync("deployment_status", Stage.Deployment(7, Stage.HeadSha))).Code.ShouldBe(0);
        var started = repository.Dispatched.Count;
        Forge(repository, """
            insert into effects (repository, kind, target, draft, due_at, created_at) select repository, 'dispatch', 'production',
                '{"workflow":"deploy-production.yml","inputs":{"environment":"production","sha":"x"},"correlation":"c","reason":"r","at":"2026-01-01T00:00:00Z"}',
                0, 0 from effects limit 1
            """);

        (await RunAsync("schedule", "{}")).Code.ShouldBe(0);

        repository.Dispatched.Count.ShouldBe(started);
        Kept<string>(repository, "select note from effects where target = 'production'")
            .ShouldBe("an earlier run decided it and did not carry it out; the stored state alone is no reason");
    }
}
