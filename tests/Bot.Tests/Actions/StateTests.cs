using Shouldly;
using Whybot.Intake.Actions.State;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Actions;

/// <summary>What Whybot knows between two workflow runs lies in a branch, which several of them may write at once.</summary>
public sealed class StateTests : ActionsTest
{
    private static readonly string[] Shas = [.. "bcde".Select(c => new string(c, 40))];

    private const string Refused = "ConnectionRefusedError: [Errno 111] Connection refused: db:5432";

    /// <summary>A failing run of the default branch for each of the commits, all for one cause.</summary>
    private FakeRepository FailingMain(IReadOnlyList<string> shas)
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Commit(Stage.BaseSha, "Base", null);
        var parent = Stage.BaseSha;
        foreach (var sha in shas)
        {
            repository.Commit(sha, $"Change {sha[0]}", parent, ("src/colours.py", "@@ -1 +1 @@\n-red\n+blue"));
            Stage.MainRun(repository, sha, "failure", Stage.Zip(("orders.xml", Stage.JUnit(("test_total", Refused), ("test_list", null)))))
                .Job("tests", "failure", Stage.JobLog("FAILED tests/test_orders.py::test_total"));
            parent = sha;
        }
        return repository;
    }

    [Fact]
    public async Task The_branch_is_one_commit_without_parents_that_says_what_it_is()
    {
        var repository = FailingMain(Shas[..1]);

        (await RunAsync("workflow_run", Stage.WorkflowRun(Shas[0]))).Code.ShouldBe(0);
        var first = repository.Refs[Ref];
        (await RunAsync("workflow_run", Stage.WorkflowRun(Shas[0]))).Code.ShouldBe(0);

        repository.Refs.Keys.ShouldBe([Ref]);
        repository.Refs[Ref].ShouldBe(first, "the second run had nothing to add");
        FakeObjects.Files(repository, first).Keys.ShouldBe([StateBranch.StoreFile, "README.md", StateClaimJson.File], ignoreOrder: true);
        (repository.CheckRuns.Count, repository.Issues.Count).ShouldBe((1, 1));
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Four_commits_with_one_new_cause_at_the_same_moment_make_one_issue_and_four_sightings()
    {
        var repository = FailingMain(Shas);

        var runs = await Task.WhenAll(Shas.Select(sha => RunAsync("workflow_run", Stage.WorkflowRun(sha))));

        runs.ShouldAllBe(r => r.Code == 0, string.Join('\n', runs.Select(r => r.Log)));
        repository.Issues.ShouldHaveSingleItem();
        repository.CheckRuns.Select(c => c["head_sha"]!.ToString()).ShouldBe(Shas, ignoreOrder: true);
        runs[0].Outputs.ShouldContain($"issue={repository.Issues[0].Number}");
        Kept<long>(repository, "select count(*) from sightings where tests > 0").ShouldBe(4);
        Kept<long>(repository, "select failed from causes").ShouldBe(4);
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Runs_that_saw_a_cause_before_its_issue_was_filed_are_in_the_issues_table()
    {
        var repository = FailingMain(Shas[..2]);
        List<FakeRun> unfinished = [.. Shas[..2].Select(sha => repository.Run("lint", sha, "success", "main"))];
        foreach (var run in unfinished)
        {
            (run.Status, run.Conclusion) = ("in_progress", null);
            (await RunAsync("workflow_run", Stage.WorkflowRun(run.Sha))).Code.ShouldBe(0);
        }
        foreach (var run in unfinished)
            (run.Status, run.Conclusion) = ("completed", "success");
        Later(TimeSpan.FromMinutes(15));

        (await RunAsync("schedule", "{}")).Code.ShouldBe(0);

        repository.Issues.ShouldHaveSingleItem().Body.ShouldContain("Seen in 2 runs");
    }

    [Fact]
    public async Task The_same_event_four_times_at_once_says_everything_once()
    {
        var repository = FailingMain(Shas[..1]);
        repository.Pull("Change the colours", Shas[0], Stage.BaseSha).State = "closed";

        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync("workflow_run", Stage.WorkflowRun(Shas[0]))));

        runs.ShouldAllBe(r => r.Code == 0, string.Join('\n', runs.Select(r => r.Log)));
        (repository.Issues.Count, repository.CheckRuns.Count).ShouldBe((1, 1));
        repository.PullComments.Values.Sum(c => c.Count).ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task A_state_that_cannot_be_read_is_kept_under_another_name_and_begun_anew()
    {
        var repository = FailingMain(Shas[..2]);
        (await RunAsync("workflow_run", Stage.WorkflowRun(Shas[0]))).Code.ShouldBe(0);
        var broken = repository.Refs[Ref];
        repository.Objects[FakeObjects.Files(repository, broken)[StateBranch.StoreFile]] = "no archive"u8.ToArray();

        var ended = await RunAsync("workflow_run", Stage.WorkflowRun(Shas[1]));

        ended.Code.ShouldBe(0, ended.Log);
        ended.Log.ShouldContain($"::warning title=Whybot::The state in the branch whybot-state cannot be read");
        repository.Refs[$"{Ref}-unreadable-{broken[..8]}"].ShouldBe(broken);
        repository.Refs[Ref].ShouldNotBe(broken);
        (await RunAsync("workflow_run", Stage.WorkflowRun(Shas[1]))).Code.ShouldBe(0);
        repository.CheckRuns.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_lost_answer_to_the_write_of_the_state_is_no_lost_race()
    {
        var repository = FailingMain(Shas[..1]);
        var struck = 0;
        GitHub.Faults = r => r.Text("query")?.Contains("updateRefs", StringComparison.Ordinal) == true && Interlocked.Increment(ref struck) <= 2
            ? new Fault(struck == 1 ? FaultKind.LoseAnswer : FaultKind.FailAfter) : null;

        (await RunAsync("workflow_run", Stage.WorkflowRun(Shas[0]))).Code.ShouldBe(0);

        (repository.Issues.Count, repository.CheckRuns.Count, struck > 2).ShouldBe((1, 1, true));
    }

    [Fact]
    public async Task In_a_public_repository_the_state_holds_no_results_and_no_excerpts()
    {
        var repository = FailingMain(Shas[..1]);
        repository.IsPrivate = false;

        (await RunAsync("workflow_run", Stage.WorkflowRun(Shas[0]))).Code.ShouldBe(0);

        foreach (var table in new[] { "results", "reports", "suite_files", "delivery_bodies" })
            Kept<long>(repository, $"select count(*) from {table}").ShouldBe(0, table);
        Kept<long>(repository, "select count(*) from runs").ShouldBe(1);
    }

    [Fact]
    public async Task What_may_not_be_written_is_named_with_the_line_to_add_and_is_made_up_for_later()
    {
        var repository = FailingMain(Shas[..1]);
        GitHub.Apps.Permissions["checks"] = "read";

        var refused = await RunAsync("workflow_run", Stage.WorkflowRun(Shas[0]));

        refused.Code.ShouldBe(1);
        refused.Log.ShouldContain("::error title=Whybot::GitHub refused check run");
        refused.Log.ShouldContain("Add 'checks: write' to the job's 'permissions' in the workflow file");
        GitHub.Apps.Permissions["checks"] = "write";
        Later(TimeSpan.FromMinutes(5));
        (await RunAsync("workflow_run", Stage.WorkflowRun(Shas[0]))).Code.ShouldBe(0);
        repository.CheckRuns.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Without_the_right_to_write_the_state_nothing_is_done_and_the_log_says_why()
    {
        var repository = FailingMain(Shas[..1]);
        GitHub.Apps.Permissions["contents"] = "read";

        var refused = await RunProcessAsync("workflow_run", Stage.WorkflowRun(Shas[0]));

        refused.Code.ShouldBe(1, refused.Log);
        refused.Log.ShouldContain("::error title=Whybot::the branch whybot-state cannot be written, so nothing was done");
        refused.Log.ShouldContain("Add 'contents: write' to the job's 'permissions' in the workflow file");
        (repository.CheckRuns.Count, repository.Issues.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_dry_run_leaves_no_trace_and_the_real_run_after_it_says_everything()
    {
        var repository = FailingMain(Shas[..1]);
        Settings["Whybot__Publishing__DryRun"] = "true";
        (await RunAsync("workflow_run", Stage.WorkflowRun(Shas[0]))).Log.ShouldContain("== dry run");
        (repository.Refs.Count, repository.CheckRuns.Count).ShouldBe((0, 0));

        Settings.Remove("Whybot__Publishing__DryRun");
        (await RunAsync("workflow_run", Stage.WorkflowRun(Shas[0]))).Code.ShouldBe(0);

        (repository.CheckRuns.Count, repository.Issues.Count).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Killed_at_any_request_a_later_run_finishes_the_work_and_nothing_is_said_twice()
    {
        var repository = FailingMain(Shas[..1]);
        var writes = 0;
        for (var at = 1; at <= 20; at++)
        {
            var seen = 0;
            System.Diagnostics.Process? runner = null;
            GitHub.Faults = r => r.Writes && Interlocked.Increment(ref seen) == at ? new Fault(FaultKind.None, Then: () => runner!.Kill()) : null;
            var ended = await RunProcessAsync("workflow_run", Stage.WorkflowRun(Shas[0]), p => runner = p, run: 8000);
            if (ended.Code == 0)
                break;
            writes = at;
        }
        GitHub.Faults = _ => null;
        Later(TimeSpan.FromMinutes(30));

        writes.ShouldBeGreaterThan(5);
        (await RunAsync("schedule", "{}")).Code.ShouldBe(0);
        (repository.CheckRuns.Count, repository.Issues.Count).ShouldBe((1, 1));
        repository.CheckRuns[0]["status"]!.ToString().ShouldBe("completed");
    }

    [Fact]
    public async Task More_new_causes_than_may_be_filed_in_an_hour_are_filed_later_and_keep_no_runner_waiting()
    {
        Settings["Whybot__Publishing__NewIssuesPerHour"] = "1";
        var repository = GitHub.Add(Stage.Repository);
        repository.Commit(Stage.BaseSha, "Base", null);
        repository.Commit(Stage.HeadSha, "Change", Stage.BaseSha, ("src/colours.py", "@@ -1 +1 @@\n-red\n+blue"));
        Stage.MainRun(repository, Stage.HeadSha, "failure", Stage.Zip(("orders.xml",
            Stage.JUnit(("test_total", "KeyError: 'total'"), ("test_list", "TimeoutError: the queue has not answered for 30 s")))));

        var began = Time.GetUtcNow();
        (await RunAsync("workflow_run", Stage.WorkflowRun(Stage.HeadSha))).Code.ShouldBe(0);
        (Time.GetUtcNow() - began).ShouldBeLessThan(TimeSpan.FromSeconds(30));
        repository.Issues.Count.ShouldBe(1);
        Later(TimeSpan.FromMinutes(70));
        (await RunAsync("schedule", "{}")).Code.ShouldBe(0);

        repository.Issues.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Another_run_of_the_bots_own_workflow_is_no_check_to_wait_for()
    {
        var repository = FailingMain(Shas[..1]);
        var other = repository.Run("whybot", Shas[0], "success", "main");
        (other.Status, other.Conclusion) = ("in_progress", null);

        (await RunAsync("workflow_run", Stage.WorkflowRun(Shas[0]))).Code.ShouldBe(0);

        repository.CheckRuns.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Checks_that_are_not_complete_are_left_to_the_run_after_the_last_of_them()
    {
        var repository = FailingMain(Shas[..1]);
        var other = repository.Run("lint", Shas[0], "success", "main");
        (other.Status, other.Conclusion) = ("in_progress", null);

        var first = await RunAsync("workflow_run", Stage.WorkflowRun(Shas[0]));
        first.Code.ShouldBe(0, first.Log);
        first.Summary.ShouldContain("its checks are not complete, and the run after the last of them goes on");
        repository.CheckRuns.ShouldBeEmpty();
        (other.Status, other.Conclusion) = ("completed", "success");

        (await RunAsync("workflow_run", Stage.WorkflowRun(Shas[0]))).Code.ShouldBe(0);
        repository.CheckRuns.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task With_nothing_due_a_wake_up_costs_three_requests()
    {
        FailingMain(Shas[..1]).Files[".github/workflows/whybot.yml"] = "on: {workflow_run: {workflows: [ci]}}\n";
        (await RunAsync("workflow_run", Stage.WorkflowRun(Shas[0]))).Code.ShouldBe(0);
        (await RunAsync("schedule", "{}")).Code.ShouldBe(0);
        var before = GitHub.Log.Count;

        (await RunAsync("schedule", "{}")).Code.ShouldBe(0);

        GitHub.Log.Skip(before).Count().ShouldBeLessThanOrEqualTo(3, string.Join('\n', GitHub.Log.Skip(before)));
    }
}
