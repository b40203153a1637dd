using Shouldly;
using Whybot.Benchmarks.Histories;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Actions;

/// <summary>GitHub tells of a failure once. If the run that it started is killed before it has written anything, the schedule finds the failure.</summary>
public sealed class MissedFailureTests : ActionsTest
{
    private static readonly string First = new('b', 40);
    private static readonly string Second = new('c', 40);

    private const string Refused = "ConnectionRefusedError: [Errno 111] Connection refused: db:5432";

    private FakeRepository Repository()
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Files[".github/workflows/whybot.yml"] = "on:\n  workflow_run:\n    workflows: [ci]\n    types: [completed]\n";
        repository.Commit(Stage.BaseSha, "Base", null);
        repository.Commit(First, "Change b", Stage.BaseSha, ("src/colours.py", "@@ -1 +1 @@\n-red\n+blue"));
        repository.Commit(Second, "Change c", First, ("src/colours.py", "@@ -1 +1 @@\n-blue\n+green"));
        return repository;
    }

    private void Fail(FakeRepository repository, string sha, string workflow = "ci")
    {
        var run = repository.Run(workflow, sha, "failure", "main").Artifact("results", Stage.Zip(("orders.xml",
            Stage.JUnit(("test_total", Refused), ("test_list", null))))).Job("tests", "failure", Stage.JobLog("FAILED tests/test_orders.py::test_total"));
        run.UpdatedAt = Time.GetUtcNow();
    }

    private async Task<RunEnd> LaterAsync()
    {
        Later(TimeSpan.FromMinutes(45));
        return await RunAsync("schedule", "{}");
    }

    [Fact]
    public async Task A_failure_whose_run_was_killed_at_once_is_explained_by_the_schedule()
    {
        var repository = Repository();
        Fail(repository, First);
        (await RunAsync("workflow_run", Stage.WorkflowRun(First))).Code.ShouldBe(0);
        Later(TimeSpan.FromMinutes(5));
        Fail(repository, Second);
        (await RunAsync("workflow_run", Stage.WorkflowRun(Second), killAt: 2)).Code.ShouldBe(RunEnd.Killed);
        repository.CheckRuns.Count.ShouldBe(1);

        (await LaterAsync()).Code.ShouldBe(0);

        repository.CheckRuns.Select(c => c["head_sha"]!.ToString()).ShouldBe([First, Second]);
        repository.Issues.ShouldHaveSingleItem().Body.ShouldContain("Seen in 2 runs");
    }

    [Theory]
    [InlineData("lint", "on: {workflow_run: {workflows: [ci]}}")]
    [InlineData("ci", "on: {workflow_run: {workflows: [ci], branches: [main]}}")]
    [InlineData("ci", null)]
    public async Task A_failure_that_the_workflow_may_not_listen_to_is_left_alone(string workflow, string? file)
    {
        var repository = Repository();
        repository.Files.Remove(".github/workflows/whybot.yml");
        if (file is not null)
            repository.Files[".github/workflows/whybot.yml"] = file;
        Fail(repository, First);
        (await RunAsync("workflow_run", Stage.WorkflowRun(First))).Code.ShouldBe(0);
        Later(TimeSpan.FromMinutes(5));
        Fail(repository, Second, workflow);

        (await LaterAsync()).Code.ShouldBe(0);

        repository.CheckRuns.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_failed_before_the_first_event_of_all_is_left_alone()
    {
        var repository = Repository();
        Fail(repository, First);
        Later(TimeSpan.FromMinutes(5));
        Fail(repository, Second);
        (await RunAsync("workflow_run", Stage.WorkflowRun(Second))).Code.ShouldBe(0);

        (await LaterAsync()).Code.ShouldBe(0);

        repository.CheckRuns.ShouldHaveSingleItem()["head_sha"]!.ToString().ShouldBe(Second);
    }

    [Fact]
    public async Task A_failure_of_the_last_minutes_may_still_get_its_own_run()
    {
        var repository = Repository();
        Fail(repository, First);
        (await RunAsync("workflow_run", Stage.WorkflowRun(First))).Code.ShouldBe(0);
        Later(TimeSpan.FromMinutes(5));
        Fail(repository, Second);

        (await RunAsync("schedule", "{}")).Code.ShouldBe(0);

        repository.CheckRuns.ShouldHaveSingleItem();
    }
}
