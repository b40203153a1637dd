using Shouldly;
using Whybot.Benchmarks.Histories;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Actions;

/// <summary>The state is gone, or was never there: what Whybot knew is read back from what it has written on GitHub.</summary>
public sealed class ColdStartTests : ActionsTest
{
    private const string Broken = "KeyError: 'total'";
    private string _last = Stage.BaseSha;
    private int _commits;

    private FakeRepository Main()
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Commit(Stage.BaseSha, "Base", null);
        repository.Roles["ann"] = "write";
        return repository;
    }

    /// <summary>A commit of the default branch whose tests have run.</summary>
    /// <param name="total">The failure of the one test; null where it passes.</param>
    private string Push(FakeRepository repository, string? total)
    {
        var sha = $"{++_commits:x8}{new string('d', 32)}";
        Later(TimeSpan.FromMinutes(5));
        repository.Commit(sha, $"Change {_commits}", _last, ("src/colours.py", $"@@ -1 +1 @@\n-red\n+{_commits}"));
        _last = sha;
        var run = Stage.MainRun(repository, sha, total is null ? "success" : "failure",
            Stage.Zip(("orders.xml", Stage.JUnit(("test_total", total), ("test_list", null)))));
        if (total is not null)
            run.Job("tests", "failure", Stage.JobLog("FAILED tests/test_orders.py::test_total"));
        return sha;
    }

    private async Task<RunEnd> RunEndsAsync(FakeRepository repository, string? total)
    {
        var sha = Push(repository, total);
        var ended = await RunAsync("workflow_run", Stage.WorkflowRun(sha, total is null ? "success" : "failure"));
        ended.Code.ShouldBe(0, ended.Log);
        return ended;
    }

    private static IEnumerable<string> Rows(FakeIssue issue) => issue.Body.Split('\n').Where(l => l.StartsWith("| 20", StringComparison.Ordinal));

    [Fact]
    public async Task After_the_state_was_deleted_the_same_issue_goes_on_and_is_closed_when_it_is_over()
    {
        var repository = Main();
        await RunEndsAsync(repository, Broken);
        await RunEndsAsync(repository, Broken);
        var issue = repository.Issues.ShouldHaveSingleItem();
        var before = Rows(issue).ToList();
        repository.Refs.Remove(Ref).ShouldBeTrue();

        var ended = await RunEndsAsync(repository, Broken);

        ended.Log.ShouldContain("No state was found: read 1 issue of Whybot's own, with 2 sightings of 1 cause");
        repository.Issues.ShouldHaveSingleItem().Comments.ShouldBeEmpty();
        Rows(issue).Skip(1).ShouldBe(before);
        issue.Body.ShouldContain("Seen in 3 runs, first on ");
        (await RunEndsAsync(repository, null)).Log.ShouldNotContain("No state was found");
        await RunEndsAsync(repository, null);
        await RunEndsAsync(repository, null);
        (issue.State, issue.StateReason).ShouldBe(("closed", "completed"));
        issue.Comments.ShouldHaveSingleItem().Body.ShouldContain("Before, it failed in 3 of 3 runs.");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Runs_that_pass_right_after_the_loss_count_too()
    {
        var repository = Main();
        await RunEndsAsync(repository, Broken);
        repository.Refs.Remove(Ref);

        for (var i = 0; i < 3; i++)
            await RunEndsAsync(repository, null);

        repository.Issues.ShouldHaveSingleItem().State.ShouldBe("closed");
    }

    [Fact]
    public async Task Runs_that_the_issue_only_counts_stay_counted()
    {
        var repository = Main();
        for (var i = 0; i < 12; i++)
            await RunEndsAsync(repository, Broken);
        repository.Refs.Remove(Ref);

        await RunEndsAsync(repository, Broken);

        var issue = repository.Issues.ShouldHaveSingleItem();
        issue.Body.ShouldContain("Seen in 13 runs, first on ");
        issue.Body.ShouldContain("| earlier | 3 more |  |  |");
    }

    [Fact]
    public async Task The_only_run_in_which_it_was_seen_stays_counted_after_it_left_the_table()
    {
        var repository = Main();
        await RunEndsAsync(repository, Broken);
        var day = Time.GetUtcNow();
        for (var i = 0; i < 11; i++)
            await RunEndsAsync(repository, null);

        for (var i = 0; i < 2; i++)
        {
            repository.Refs.Remove(Ref);
            await RunEndsAsync(repository, null);
        }

        repository.Issues.ShouldHaveSingleItem().Body.ShouldContain($"Seen in 1 run, first on {day:yyyy-MM-dd}.");
    }

    [Fact]
    public async Task Suites_that_were_started_before_the_loss_say_nothing_about_the_commit_that_was_newest_then()
    {
        var repository = Main();
        await RunEndsAsync(repository, null);
        repository.Refs.Remove(Ref);
        var sha = Push(repository, null);
        var suites = repository.Run("staging", sha, "failure", "main").Artifact("results", Stage.Zip(("orders.xml", Stage.JUnit(("test_total", Broken)))));
        (suites.Event, suites.Title) = ("workflow_dispatch", "staging suites whybot-107-1-0123456789ab");

        (await RunAsync("workflow_run", Stage.WorkflowRun(sha, "success"))).Code.ShouldBe(0);

        repository.Issues.ShouldBeEmpty();
        repository.CheckRuns.ShouldBeEmpty();
    }

    [Fact]
    public async Task Asked_why_it_says_what_it_no_longer_knows()
    {
        var repository = Main();
        await RunEndsAsync(repository, Broken);
        var issue = repository.Issues.ShouldHaveSingleItem();
        repository.Refs.Remove(Ref);

        var comment = repository.Comment(issue.Number, "ann", "/why");
        (await RunAsync("issue_comment", Stage.IssueComment(issue.Number, comment))).Code.ShouldBe(0);

        issue.Comments[^1].Body.ShouldContain($"My own record of it was lost, and I know only what the description of #{issue.Number} says.");
        await RunEndsAsync(repository, Broken);
        var again = repository.Comment(issue.Number, "ann", "/why");
        (await RunAsync("issue_comment", Stage.IssueComment(issue.Number, again))).Code.ShouldBe(0);
        issue.Comments[^1].Body.ShouldContain("1. **What do the failing tests have in common");
    }

    [Fact]
    public async Task A_copy_of_an_issue_is_not_its_own()
    {
        var repository = Main();
        await RunEndsAsync(repository, Broken);
        var own = repository.Issues.ShouldHaveSingleItem();
        var persons = repository.Issue("The same", own.Body);
        var workflows = new FakeIssue(repository.NextNumber(), repository.NextId(), "A form", $"Sent in:\n\n{own.Body}", "github-actions[bot]", "Bot", null);
        repository.Issues.Add(workflows);
        var form = workflows.Body;
        repository.Issues.Remove(own);
        repository.Refs.Remove(Ref);

        var ended = await RunEndsAsync(repository, Broken);

        ended.Log.ShouldContain("No state was found, and no issue of Whybot's own");
        (persons.Body, workflows.Body, workflows.State).ShouldBe((own.Body, form, "open"));
    }

    [Fact]
    public async Task A_newer_issue_with_the_same_marker_adds_nothing_to_the_older_one()
    {
        var repository = Main();
        await RunEndsAsync(repository, Broken);
        var own = repository.Issues.ShouldHaveSingleItem();
        repository.Issues.Add(new FakeIssue(repository.NextNumber(), repository.NextId(), "A copy",
            own.Body.Replace(_last, new string('9', 40), StringComparison.Ordinal), "github-actions[bot]", "Bot", null));
        repository.Issues[1].Body.ShouldNotBe(own.Body);
        repository.Refs.Remove(Ref);

        (await RunEndsAsync(repository, Broken)).Log.ShouldContain("read 1 issue of Whybot's own, with 1 sighting of 1 cause");

        Rows(own).Count().ShouldBe(2);
    }

    [Fact]
    public async Task An_issue_that_a_person_had_closed_is_not_opened_again()
    {
        var repository = Main();
        await RunEndsAsync(repository, Broken);
        var issue = repository.Issues.ShouldHaveSingleItem();
        var comment = repository.Comment(issue.Number, "ann", "/close fixed by hand");
        (await RunAsync("issue_comment", Stage.IssueComment(issue.Number, comment))).Code.ShouldBe(0);
        issue.State.ShouldBe("closed");
        repository.Refs.Remove(Ref);
        Later(TimeSpan.FromHours(1));

        await RunEndsAsync(repository, Broken);

        issue.State.ShouldBe("closed");
        repository.Issues.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_comment_from_before_is_edited_and_not_posted_twice()
    {
        var repository = Stage.FailingPull(GitHub);
        (await RunAsync("workflow_run", Stage.WorkflowRun(Stage.HeadSha))).Code.ShouldBe(0);
        var comment = repository.PullComments.Values.Single().ShouldHaveSingleItem();
        repository.Refs.Remove(Ref);
        repository.Commit(new string('e', 40), "More colours", Stage.HeadSha, ("src/colours.py", "@@ -1 +1 @@\n-blue\n+green"));
        var pull = repository.Pulls.Single();
        pull.Before.Add(pull.Head);
        pull.Head = new string('e', 40);
        repository.Run("ci", pull.Head, "failure").Job("tests", "failure", Stage.JobLog("FAILED tests/test_orders.py::test_list"))
            .Artifact("results", Stage.Zip(("orders.xml", Stage.JUnit(("test_total", null), ("test_list", Broken)))));

        (await RunAsync("workflow_run", Stage.WorkflowRun(pull.Head))).Code.ShouldBe(0);

        repository.PullComments.Values.Single().ShouldHaveSingleItem().ShouldBe(comment);
        (comment.Edits, comment.Body.Contains("KeyError", StringComparison.Ordinal)).ShouldBe((1, true));
    }

    [Fact]
    public async Task A_first_failure_is_compared_with_runs_from_before_Whybot_was_there()
    {
        var repository = Main();
        string[] passed = [Push(repository, null), Push(repository, null), Push(repository, null)];

        var ended = await RunEndsAsync(repository, Broken);

        ended.Summary.ShouldContain($"*regression: 1 of 1 passed at the last run (`{passed[2][..8]}`) and fail now*");
        ended.Summary.ShouldContain("Not seen before: in 3 of 3 earlier runs these tests ran, and did not fail");
    }

    [Fact]
    public async Task What_a_fork_ran_or_what_was_pushed_over_or_came_later_is_no_earlier_run()
    {
        var repository = Main();
        Push(repository, null);
        var failing = Push(repository, Broken);
        Push(repository, null);
        repository.Run("ci", new string('9', 40), "success", "main", "stranger/shop").Event = "push";
        repository.Commit(new string('8', 40), "Pushed over", Stage.BaseSha);
        var over = repository.Run("ci", new string('8', 40), "success", "main", repository.FullName);
        over.Event = "push";
        var before = GitHub.Log.Count;

        var ended = await RunAsync("workflow_run", Stage.WorkflowRun(failing));

        ended.Summary.ShouldContain("in 1 of 1 earlier run ");
        GitHub.Log.Skip(before).Select(l => $"{l}")
            .Count(l => l.Contains("/artifacts", StringComparison.Ordinal) && !l.Contains("/zip", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task A_pull_request_that_has_become_green_is_told_so_although_the_state_is_gone()
    {
        var repository = Stage.FailingPull(GitHub);
        (await RunAsync("workflow_run", Stage.WorkflowRun(Stage.HeadSha))).Code.ShouldBe(0);
        var comment = repository.PullComments.Values.Single().ShouldHaveSingleItem();
        repository.Refs.Remove(Ref);
        repository.Commit(new string('e', 40), "Fix", Stage.HeadSha, ("src/colours.py", "@@ -1 +1 @@\n-blue\n+green"));
        repository.Pulls.Single().Head = new string('e', 40);
        repository.Run("ci", new string('e', 40), "success")
            .Artifact("results", Stage.Zip(("orders.xml", Stage.JUnit(("test_total", null), ("test_list", null)))));

        (await RunAsync("workflow_run", Stage.WorkflowRun(new string('e', 40), "success"))).Code.ShouldBe(0);

        repository.PullComments.Values.Single().ShouldHaveSingleItem().Body.ShouldStartWith("### ✅");
        comment.Edits.ShouldBe(1);
    }

    [Fact]
    public async Task In_a_public_repository_whose_state_keeps_no_results_earlier_runs_are_fetched_each_time()
    {
        var repository = Main();
        repository.IsPrivate = false;
        await RunEndsAsync(repository, null);
        await RunEndsAsync(repository, null);

        var ended = await RunEndsAsync(repository, Broken);

        ended.Summary.ShouldContain("in 2 of 2 earlier runs these tests ran, and did not fail");
    }

    [Fact]
    public async Task Without_the_right_to_read_issues_it_begins_with_nothing_and_says_so()
    {
        var repository = Main();
        GitHub.Apps.Permissions.Remove("issues");
        Push(repository, null);

        var ended = await RunAsync("schedule", "{}");

        ended.Code.ShouldBe(0, ended.Log);
        ended.Log.ShouldContain("::warning title=Whybot::No state was found, and Whybot's own issues cannot be read");
    }
}
