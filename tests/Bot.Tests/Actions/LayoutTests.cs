using Shouldly;
using Whybot.Benchmarks.Histories;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Actions;

/// <summary>
/// The workflow of <c>docs/actions.md</c> beside each layout of a repository: GitHub starts it for what it listens to, and not for what a workflow's own token
/// has caused, except for a dispatch.
/// </summary>
public sealed class LayoutTests : ActionsTest
{
    private const string WhybotYml = """
        environments:
          staging:
            run: {workflow: staging.yml, recheck: false}
        suites:
          - {name: orders, category: critical, priority: P1, files: [tests/test_orders.py]}
        gates: {critical: 95%, overall: 90%}
        """;

    private readonly DocumentedWorkflow _workflow = DocumentedWorkflow.Read();

    private FakeRepository Main()
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Commit(Stage.BaseSha, "Base", null);
        repository.Commit(Stage.HeadSha, "Change the colours", Stage.BaseSha, ("src/colours.py", "@@ -1 +1 @@\n-red\n+blue"));
        repository.Push("main", Stage.HeadSha);
        foreach (var name in GitHub.Apps.Permissions.Keys.Where(k => k != "metadata").ToList())
            GitHub.Apps.Permissions.Remove(name);
        foreach (var (name, level) in _workflow.Permissions)
            GitHub.Apps.Permissions[name] = level;
        return repository;
    }

    /// <summary>A repository whose deployments are tested: the document has it give the token <c>actions: write</c>.</summary>
    private FakeRepository Deployed()
    {
        var repository = Main();
        repository.Files[".github/whybot.yml"] = WhybotYml;
        GitHub.Apps.Permissions["actions"] = "write";
        repository.Deployments.Add(new FakeDeployment(7, "staging", Stage.HeadSha, "success"));
        repository.OnDispatch = (run, _) => (run.Status, run.Conclusion) = ("in_progress", null);
        return repository;
    }

    /// <summary>What GitHub does about an event.</summary>
    /// <param name="byToken">Whether a workflow's own token has caused it.</param>
    /// <returns>Null if no run starts.</returns>
    private async Task<RunEnd?> HappensAsync(string name, string payload, string? action = null, string? workflow = null, bool byToken = false)
    {
        if ((byToken && name is not ("workflow_dispatch" or "repository_dispatch")) || !_workflow.ListensTo(name, action, workflow))
            return null;
        var end = await RunAsync(name, payload);
        end.Code.ShouldBe(0, end.Log);
        return end;
    }

    private static void End(FakeRun suite)
    {
        (suite.Status, suite.Conclusion) = ("completed", "success");
        suite.Artifact("results", Stage.Zip(("orders.xml", Stage.JUnit(("total", null), ("list", null)))));
    }

    private static void ShouldBeGo(FakeRepository repository) => repository.CheckRuns.ShouldHaveSingleItem()["conclusion"]!.ToString().ShouldBe("success");

    [Fact]
    public async Task Checks_only()
    {
        var repository = Main();
        var run = Stage.MainRun(repository, Stage.HeadSha, "failure", Stage.Zip(("orders.xml", Stage.JUnit(("test_total", "KeyError: 'total'")))))
            .Job("tests", "failure", Stage.JobLog("FAILED tests/test_orders.py::test_total"));

        (await HappensAsync("workflow_run", Stage.WorkflowRun(run), "completed", workflow: "ci")).ShouldNotBeNull();

        (repository.CheckRuns.Count, repository.Issues.Count).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_job_with_an_environment_deploys()
    {
        var repository = Deployed();
        var deploy = repository.Run("deploy", Stage.HeadSha, "success", "main");

        (await HappensAsync("deployment_status", Stage.Deployment(7, Stage.HeadSha, run: deploy), "created", byToken: true)).ShouldBeNull();
        (await HappensAsync("workflow_run", Stage.WorkflowRun(deploy), "completed", workflow: "deploy")).ShouldNotBeNull();

        repository.Dispatched.ShouldHaveSingleItem().Run.Name.ShouldBe("staging.yml");
    }

    [Fact]
    public async Task Another_App_deploys()
    {
        var repository = Deployed();

        (await HappensAsync("deployment_status", Stage.Deployment(7, Stage.HeadSha), "created")).ShouldNotBeNull();

        repository.Dispatched.ShouldHaveSingleItem().Run.Name.ShouldBe("staging.yml");
    }

    [Fact]
    public async Task Suites_that_take_longer_than_a_job_tell_of_their_end()
    {
        var repository = Deployed();
        (await HappensAsync("deployment_status", Stage.Deployment(7, Stage.HeadSha), "created")).ShouldNotBeNull();
        repository.CheckRuns.ShouldHaveSingleItem()["status"]!.ToString().ShouldBe("in_progress");
        var (suite, inputs) = repository.Dispatched.Single();
        End(suite);
        Later(TimeSpan.FromMinutes(30));

        inputs.ShouldContainKey("correlation");
        DocumentedWorkflow.Telling.ShouldStartWith("run: gh workflow run whybot.yml --repo \"$GITHUB_REPOSITORY\" --field correlation=");
        _workflow.Takes("correlation").ShouldBeTrue();
        (await HappensAsync("workflow_dispatch", "{}", byToken: true)).ShouldNotBeNull();

        ShouldBeGo(repository);
    }

    [Fact]
    public async Task Suites_that_tell_nothing_are_found_by_the_schedule()
    {
        var repository = Deployed();
        (await HappensAsync("deployment_status", Stage.Deployment(7, Stage.HeadSha), "created")).ShouldNotBeNull();
        End(repository.Dispatched.Single().Run);
        Later(TimeSpan.FromMinutes(30));

        (await HappensAsync("schedule", "{}")).ShouldNotBeNull();

        ShouldBeGo(repository);
    }
}
