using System.Text.Json.Nodes;
using Shouldly;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>What the service says, and when it says nothing.</summary>
public sealed class AnswersTests : ServiceTest
{
    [Fact]
    public async Task A_failing_workflow_run_becomes_one_check_one_comment_and_one_issue_that_name_each_other()
    {
        var repository = Stage.FailingPull(GitHub);
        repository.Files[".github/CODEOWNERS"] = "*.py @team/backend\n";
        repository.Files[".github/whybot.yml"] = "issues: {labels: [from-ci], pull-requests: true}\n";
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        var issue = repository.Issues.ShouldHaveSingleItem();
        issue.Title.ShouldBe("ConnectionRefusedError: [Errno 111] Connection refused: db:5432");
        issue.Labels.ShouldBe(["from-ci"]);
        issue.Body.ShouldContain("**Owners:** `@team/backend`");
        Unlinked.Of(Comment(repository).Body).ShouldStartWith(
            "### ❌ Unclear whether it is yours: `ConnectionRefusedError: [Errno 111] Connection refused: db:5432`\n\n");
        Comment(repository).Body.ShouldContain($"#{issue.Number} (new)");
        // Links lead to the server that the service talks to.
        Comment(repository).Body.ShouldContain($"]({GitHub.Url}team/shop/actions/runs/");
        var check = repository.CheckRuns.ShouldHaveSingleItem();
        (check["name"]!.ToString(), check["head_sha"]!.ToString(), check["conclusion"]!.ToString(),
            check["output"]!["annotations_count"]!.ToString()).ShouldBe(("Whybot", Stage.HeadSha, "neutral", "1"));
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_people_can_open_the_pages_everything_that_is_said_leads_to_the_evidence()
    {
        var repository = Stage.FailingPull(GitHub);
        await Service.With("Whybot__PublicUrl", "https://whybot.example.com/").StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        var link = $" · [evidence](https://whybot.example.com/at/team/shop/{Stage.HeadSha})\n";
        Comment(repository).Body.ShouldContain(link);
        repository.Issues.ShouldHaveSingleItem().Body.ShouldContain(link);
        repository.CheckRuns.ShouldHaveSingleItem()["output"]!["summary"]!.ToString().ShouldContain(link);
    }

    [Fact]
    public async Task Where_all_is_green_nothing_is_said()
    {
        var repository = Stage.FailingPull(GitHub);
        repository.Runs.Single().Conclusion = "success";
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha, "success");

        (repository.CheckRuns.Count, repository.Issues.Count, repository.PullComments.Count).ShouldBe((0, 0, 0));
        GitHub.Log.ShouldNotContain(e => e.Method != "GET" && e.Path.StartsWith("/repos", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_commit_that_fixes_it_changes_the_comment_in_place()
    {
        var repository = Stage.FailingPull(GitHub);
        await Service.StartAsync();
        await RunEndsAsync(Stage.HeadSha);
        var next = new string('e', 40);
        Push(repository, next);
        repository.Run("ci", next, "success").Artifact("results", Stage.Zip(("orders.xml", Stage.JUnit(("test_total", null), ("test_list", null)))));

        await RunEndsAsync(next, "success");

        Comment(repository).Body.ShouldStartWith("### ✅ 2 of 2 tests passed");
        Comment(repository).Edits.ShouldBe(1);
        repository.CheckRuns.Count.ShouldBe(1);
        repository.Issues.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_newer_push_makes_the_older_answer_obsolete()
    {
        var repository = Stage.FailingPull(GitHub);
        Push(repository, new string('e', 40));
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        (repository.CheckRuns.Count, repository.Issues.Count, repository.PullComments.Count).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task Nothing_is_said_before_all_runs_of_the_commit_are_complete()
    {
        var repository = Stage.FailingPull(GitHub);
        var slow = repository.Run("slow", Stage.HeadSha, "success");
        (slow.Status, slow.Conclusion) = ("in_progress", null);
        await Service.With("Whybot__Queue__Poll", "00:00:00.200").StartAsync();
        await PostAsync("workflow_run", Stage.WorkflowRun(Stage.HeadSha));
        await Wait.UntilAsync(() => GitHub.Log.Count(e => e.Path.EndsWith("/actions/runs", StringComparison.Ordinal)) > 2, () => Service.Output);
        repository.CheckRuns.ShouldBeEmpty();

        (slow.Status, slow.Conclusion) = ("completed", "success");
        await IdleAsync();

        repository.CheckRuns.Count.ShouldBe(1);
    }

    [Fact]
    public async Task After_a_quiet_time_it_speaks_although_a_run_has_not_ended_and_says_so()
    {
        var repository = Stage.FailingPull(GitHub);
        var stuck = repository.Run("stuck", Stage.HeadSha, "success");
        (stuck.Status, stuck.Conclusion) = ("in_progress", null);
        await Service.With("Whybot__Queue__Quiet", "00:00:01").StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        Comment(repository).Body.ShouldContain("some checks of this commit have not ended");
    }

    [Fact]
    public async Task The_second_run_with_the_same_cause_counts_in_the_first_ones_issue()
    {
        var repository = Stage.FailingMain(GitHub);
        await Service.StartAsync();
        await RunEndsAsync(Stage.HeadSha);
        var next = new string('e', 40);
        repository.Commit(next, "Next", Stage.HeadSha, ("src/colours.py", "@@ -1 +1 @@\n-blue\n+green"));
        Stage.MainRun(repository, next, "failure", repository.Runs[0].Artifacts[0].Zip);

        await RunEndsAsync(next);

        var issue = repository.Issues.ShouldHaveSingleItem();
        issue.Body.ShouldContain("Seen in 2 runs");
        issue.Body.ShouldContain(next);
        repository.CheckRuns[^1]["output"]!["summary"]!.ToString().ShouldContain($"Follow #{issue.Number}; no new issue is needed.");
        repository.CheckRuns.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_issue_of_a_persons_that_describes_the_cause_gets_one_note_and_no_second_issue()
    {
        var repository = Stage.FailingMain(GitHub);
        var person = repository.Issue("Orders cannot reach the database",
            "`test_total` fails on staging:\n\n```\nConnectionRefusedError: [Errno 111] Connection refused: db:5432\n```\n", "P0");
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);
        await RunEndsAsync(Stage.HeadSha);

        repository.Issues.ShouldHaveSingleItem();
        person.Comments.ShouldHaveSingleItem().Body.ShouldStartWith("**Seen on `main` at `ffffffff`:** 1 failing test belong");
        person.Body.ShouldNotContain("whybot");
        repository.CheckRuns.ShouldHaveSingleItem()["output"]!["summary"]!.ToString().ShouldContain($"#{person.Number}");
    }

    [Fact]
    public async Task What_a_person_edited_or_deleted_is_never_set_back()
    {
        var repository = Stage.FailingPull(GitHub);
        await Service.StartAsync();
        await RunEndsAsync(Stage.HeadSha);
        Comment(repository).Body = "A person was here.";
        var issue = repository.Issues.Single();
        (issue.Title, issue.Body, issue.State) = ("A better title", "Rewritten by a person.", "closed");
        issue.Labels.Clear();
        var next = new string('e', 40);
        Push(repository, next);
        repository.Run("ci", next, "failure").Artifact("results", repository.Runs[0].Artifacts[0].Zip);

        await RunEndsAsync(next);

        Comment(repository).Body.ShouldBe("A person was here.");
        (issue.Title, issue.Body, issue.State, issue.Labels.Count).ShouldBe(("A better title", "Rewritten by a person.", "closed", 0));
        repository.Issues.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_marker_that_somebody_else_wrote_is_nothing()
    {
        var repository = Stage.FailingPull(GitHub);
        repository.PullComments[1] = [new FakeComment(1, "<!-- whybot:run --> mine", "mallory", "User", null)];
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        repository.PullComments[1].Count.ShouldBe(2);
        repository.PullComments[1][0].Body.ShouldBe("<!-- whybot:run --> mine");
    }

    [Fact]
    public async Task What_fails_in_a_pull_request_gets_no_issue_and_names_the_change()
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Commit(Stage.BaseSha, "Base", null);
        repository.Commit(Stage.HeadSha, "Rename the field", Stage.BaseSha,
            ("src/orders.py", "@@ -1,2 +1,2 @@\n def total(order):\n-    return order[\"price\"]\n+    return order[\"amount_due\"]"));
        repository.Pull("Rename the field", Stage.HeadSha, Stage.BaseSha);
        repository.Run("ci", Stage.HeadSha, "failure").Artifact("results",
            Stage.Zip(("orders.xml", Stage.JUnit(("test_total", "KeyError: 'amount_due'"), ("test_list", null)))));
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        repository.Issues.ShouldBeEmpty();
        Comment(repository).Body.ShouldContain("`src/orders.py`");
    }

    [Fact]
    public async Task More_than_ten_new_causes_are_one_issue()
    {
        var repository = Stage.FailingMain(GitHub);
        // The job's log names test_total.
        var words = new[] { "total", "pear", "plum", "cherry", "grape", "melon", "lemon", "mango", "peach", "quince", "fig", "date" };
        Replace(repository, Stage.Zip(("orders.xml", Stage.JUnit([.. words.Select(w => ($"test_{w}",
            (string?)$"{char.ToUpperInvariant(w[0])}{w[1..]}Error: the {w} is {w}ish"))]))));
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        repository.Issues.ShouldHaveSingleItem().Title.ShouldBe("12 new causes at once");
        repository.CheckRuns.ShouldHaveSingleItem()["output"]!["summary"]!.ToString().ShouldContain($"#{repository.Issues[0].Number} (new)");
    }

    [Fact]
    public async Task Where_the_settings_want_it_the_check_gates()
    {
        var repository = Stage.FailingPull(GitHub);
        repository.Files[".github/whybot.yml"] = "check: {gates: true}\n";
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        repository.CheckRuns.ShouldHaveSingleItem()["conclusion"]!.ToString().ShouldBe("failure");
        var next = new string('e', 40);
        Push(repository, next);
        repository.Run("ci", next, "success");
        await RunEndsAsync(next, "success");
        repository.CheckRuns.Select(c => c["conclusion"]!.ToString()).ShouldBe(["failure", "success"]);
    }

    [Fact]
    public async Task A_check_that_gates_is_there_for_a_green_commit_too()
    {
        var repository = Stage.FailingPull(GitHub);
        repository.Files[".github/whybot.yml"] = "check: {gates: true}\n";
        repository.Runs.Single().Conclusion = "success";
        repository.Runs.Single().Artifacts.Clear();
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha, "success");

        repository.CheckRuns.ShouldHaveSingleItem()["conclusion"]!.ToString().ShouldBe("success");
        (repository.Issues.Count, repository.PullComments.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_job_without_result_files_is_explained_from_its_log()
    {
        var repository = Stage.FailingMain(GitHub);
        repository.Runs[0].Artifacts.Clear();
        repository.Runs[0].Jobs.Clear();
        repository.Runs[0].Job("build", "failure", Stage.JobLog("--- FAIL: TestDial (0.00s)",
            "    dial_test.go:4: dial tcp 10.0.0.5:5432: connect: connection refused", "FAIL", "FAIL\texample.com/shop/orders\t0.003s"));
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        repository.Issues.ShouldHaveSingleItem().Body.ShouldContain("`example.com/shop/orders::TestDial`");
    }

    [Fact]
    public async Task A_failing_commit_of_the_default_branch_gets_a_check_and_an_issue_and_is_compared_with_the_last_green_one()
    {
        var repository = Stage.FailingPull(GitHub);
        repository.Pulls.Clear();
        var green = repository.Run("ci", Stage.BaseSha, "success", "main")
            .Artifact("results", Stage.Zip(("orders.xml", Stage.JUnit(("test_total", null), ("test_list", null)))));
        repository.Runs.RemoveAll(r => r != green);
        await Service.StartAsync();
        await RunEndsAsync(Stage.BaseSha, "success");
        repository.CheckRuns.ShouldBeEmpty();

        // Only now: a sweep would find it, too.
        repository.Run("ci", Stage.HeadSha, "failure", "main")
            .Artifact("results", Stage.Zip(("orders.xml", Stage.JUnit(("test_total", "ValueError: no colour blue"), ("test_list", null)))));
        await RunEndsAsync(Stage.HeadSha);

        repository.CheckRuns.ShouldHaveSingleItem()["output"]!["summary"]!.ToString().ShouldContain("1 of 1 passed at the last run (`aaaaaaaa`) and fail now");
        repository.Issues.ShouldHaveSingleItem().Body.ShouldContain("| `main` |");
        repository.PullComments.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_branch_that_nobody_has_proposed_gets_a_check_and_no_issue()
    {
        var repository = Stage.FailingPull(GitHub);
        repository.Pulls.Clear();
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        Unlinked.Of(repository.CheckRuns.ShouldHaveSingleItem()["output"]!["summary"]!.ToString()).ShouldStartWith("### ❌ `feature` at `ffffffff`: `");
        repository.Issues.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dry_run_prints_and_writes_nothing()
    {
        var repository = Stage.FailingPull(GitHub);
        await BeProcess().With("WHYBOT_DRY_RUN", "1").StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        (repository.CheckRuns.Count, repository.Issues.Count, repository.PullComments.Count).ShouldBe((0, 0, 0));
        await Wait.UntilAsync(() => Service.Output.Contains("== dry run, team/shop: comment on #1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_deployment_is_kept_and_unknown_events_are_acknowledged()
    {
        GitHub.Add(Stage.Repository);
        await Service.StartAsync();

        await PostAsync("deployment_status", new JsonObject
        {
            ["deployment"] = new JsonObject { ["id"] = 5, ["sha"] = Stage.HeadSha, ["environment"] = "staging" },
            ["deployment_status"] = new JsonObject { ["state"] = "success" },
            ["repository"] = new JsonObject { ["full_name"] = Stage.Repository },
        }.ToJsonString());
        await PostAsync("an_event_of_the_future", "{\"action\":\"??\"}");
        await PostAsync("workflow_run", "this is not JSON");
        await IdleAsync();

        await Wait.UntilAsync(() => Service.Output.Contains($"deployment 5 of {Stage.HeadSha} is success", StringComparison.Ordinal));
        await Wait.UntilAsync(() => Service.Output.Contains("no use for an_event_of_the_future", StringComparison.Ordinal));
        await Wait.UntilAsync(() => Service.Output.Contains("failed, cannot be read: it is not JSON", StringComparison.Ordinal));
    }

    private static void Push(FakeRepository repository, string sha)
    {
        var pull = repository.Pulls.Single();
        repository.Commit(sha, "Next", pull.Head, ("src/colours.py", "@@ -1 +1 @@\n-blue\n+green"));
        pull.Before.Add(pull.Head);
        pull.Head = sha;
    }

    private static void Replace(FakeRepository repository, byte[] zip)
    {
        repository.Runs[0].Artifacts.Clear();
        repository.Runs[0].Artifact("results", zip);
    }
}
