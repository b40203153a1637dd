using Shouldly;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>What becomes of an issue of the bot's own over deployments, and when people touch it.</summary>
public sealed class IssueLifecycleTests : ServiceTest
{
    private const string Settings = """
        environments:
          staging:
            run: {workflow: staging.yml, recheck: false}
        suites:
          - {name: orders, category: critical, files: [tests/test_orders.py]}
        gates: {critical: 95%, overall: 90%}
        """;

    private const string Broken = "KeyError: 'colour'";
    private string _results = "";
    private string? _last;
    private int _deployments;

    private async Task<FakeRepository> StartAsync()
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Files[".github/whybot.yml"] = Settings;
        repository.Roles["ann"] = "triage";
        repository.OnDispatch = (started, _) =>
        {
            (started.Status, started.Conclusion) = ("completed", "success");
            started.Artifact("results", Stage.Zip(("orders.xml", _results)));
        };
        await Service.With("Whybot__Suites__Poll", "00:00:00.200").With("Whybot__Suites__Live", "00:00:00").StartAsync();
        return repository;
    }

    /// <param name="total">The failure of the one test; null where it passes.</param>
    /// <returns>The commit.</returns>
    private async Task<string> DeployAsync(FakeRepository repository, string? total, string? list = null)
    {
        var sha = Sha(++_deployments);
        Later(TimeSpan.FromSeconds(2));
        var file = _deployments == 2 ? ("src/orders.py", "@@ -38,3 +38,3 @@ def total():\n-    return {'colour': 1}\n+    return {'color': 1}")
            : ("src/other.py", $"@@ -1 +1 @@\n-{_deployments}\n+x");
        repository.Commit(sha, $"Change {_deployments}", _last, file);
        _last = sha;
        _results = Stage.JUnit(("test_total", total), ("test_list", list));
        await PostAsync("deployment_status", Stage.Deployment(_deployments, sha));
        await IdleAsync();
        return sha;
    }

    private static string Sha(int number) => $"{number:x8}{new string('d', 32)}";

    private async Task<FakeIssue> BrokenAsync(FakeRepository repository)
    {
        await DeployAsync(repository, null);
        await DeployAsync(repository, Broken);
        return repository.Issues.ShouldHaveSingleItem();
    }

    private async Task ChangedAsync(FakeIssue issue, string action)
    {
        await PostAsync("issues", Stage.Issue(issue, action));
        await IdleAsync();
    }

    [Fact]
    public async Task It_is_closed_after_its_repository_was_renamed_too()
    {
        var repository = await StartAsync();
        var issue = await BrokenAsync(repository);
        await DeployAsync(repository, Broken);
        GitHub.Rename(Stage.Repository, "team/store");
        await PostAsync("repository", Stage.Renamed(repository, "shop"));

        for (var clean = 0; clean < 3; clean++)
            await DeployAsync(repository, null);

        (issue.State, issue.StateReason).ShouldBe(("closed", "completed"));
    }

    [Fact]
    public async Task It_is_closed_after_three_clean_runs_with_the_figures_and_opened_again_when_it_is_back()
    {
        var repository = await StartAsync();
        var issue = await BrokenAsync(repository);
        await DeployAsync(repository, Broken);

        await DeployAsync(repository, null);
        await DeployAsync(repository, null);
        issue.State.ShouldBe("open");
        await DeployAsync(repository, null);

        (issue.State, issue.StateReason).ShouldBe(("closed", "completed"));
        issue.Comments.ShouldHaveSingleItem().Body.ShouldStartWith(
            "**Fixed:** its tests ran and passed in the last 3 runs, the newest at `00000006`. Before, it failed in 2 of 2 runs.");
        issue.Body.ShouldContain("- Suspects: `00000002` `src/orders.py`");
        await DeployAsync(repository, Broken);
        issue.State.ShouldBe("open");
        issue.Comments[1].Body.ShouldStartWith("**Back:** it fails again at `00000007` on `staging`, less than a day after it was closed.");
        repository.Issues.Count.ShouldBe(1);
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_test_that_no_longer_runs_closes_nothing()
    {
        var repository = await StartAsync();
        var issue = await BrokenAsync(repository);
        repository.OnDispatch = (started, _) =>
        {
            (started.Status, started.Conclusion) = ("completed", "success");
            started.Artifact("results", Stage.Zip(("orders.xml", Stage.JUnit(("test_list", null), ("test_more", null)))));
        };

        for (var i = 0; i < 4; i++)
            await DeployAsync(repository, null);

        issue.State.ShouldBe("open");
        issue.Comments.ShouldBeEmpty();
    }

    [Fact]
    public async Task Clean_runs_count_only_once_the_pull_request_that_fixes_it_is_deployed()
    {
        var repository = await StartAsync();
        var issue = await BrokenAsync(repository);
        var pull = repository.Pull("Fix the colour", new string('9', 40), Stage.BaseSha);
        pull.Body = $"Fixes #{issue.Number}";
        for (var i = 0; i < 4; i++)
            await DeployAsync(repository, null);
        issue.State.ShouldBe("open", "its fix is not merged");

        (pull.MergedAt, pull.MergeCommit, pull.State) = (GitHub.Now(), Sha(_deployments + 1), "closed");
        await DeployAsync(repository, null);
        await DeployAsync(repository, null);
        issue.State.ShouldBe("open");
        await DeployAsync(repository, null);

        issue.State.ShouldBe("closed");
        issue.Comments.Count.ShouldBe(1, string.Join('\n', issue.Comments.Select(c => c.Body)));
        issue.Comments.ShouldHaveSingleItem().Body.ShouldContain($"in the last 3 runs since #{pull.Number} was deployed");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_person_closes_and_still_fails_is_answered_once_and_stays_closed()
    {
        var repository = await StartAsync();
        var issue = await BrokenAsync(repository);
        issue.Close("ann", "completed", GitHub.Now());
        await ChangedAsync(issue, "closed");
        issue.Comments.ShouldBeEmpty();

        await DeployAsync(repository, Broken);
        await DeployAsync(repository, Broken);

        issue.State.ShouldBe("closed");
        issue.Comments.ShouldHaveSingleItem().Body.ShouldStartWith("**It still fails** since this was closed: at `00000003` on `staging`, 1 failure.");
        repository.Issues.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_a_person_closes_as_a_duplicate_is_counted_in_the_original()
    {
        var repository = await StartAsync();
        var issue = await BrokenAsync(repository);
        var original = repository.Issue("Colours are gone", "");
        repository.Comment(issue.Number, "mallory", "Duplicate of #999");
        repository.Comment(issue.Number, "ann", $"Duplicate of #{original.Number}");
        issue.Close("ann", "duplicate", GitHub.Now());

        await ChangedAsync(issue, "closed");
        await DeployAsync(repository, Broken);

        repository.Issues.Count.ShouldBe(2);
        repository.CheckRuns.Last()["output"]!["summary"]!.ToString().ShouldContain($"Follow #{original.Number}; no new issue is needed.");
    }

    [Fact]
    public async Task Another_cause_of_the_same_symptom_is_told_where_people_follow_the_first()
    {
        var repository = await StartAsync();
        var issue = await BrokenAsync(repository);

        await DeployAsync(repository, "ValueError: the warehouse is closed on Sundays");

        repository.Issues.Count.ShouldBe(2);
        issue.Comments.ShouldHaveSingleItem().Body.ShouldStartWith(
            $"**Another cause:** its tests fail for another reason now, `ValueError: the warehouse is closed on Sundays` (#{repository.Issues[1].Number} "
            + $"(new)).");
    }

    [Fact]
    public async Task Of_what_is_muted_no_comment_is_written()
    {
        var repository = await StartAsync();
        var issue = await BrokenAsync(repository);
        await PostAsync("issue_comment", Stage.IssueComment(issue.Number, repository.Comment(issue.Number, "ann", "/mute 1d freeze")));
        await IdleAsync();
        var before = issue.Comments.Count;

        for (var i = 0; i < 3; i++)
            await DeployAsync(repository, null);

        issue.State.ShouldBe("closed");
        issue.Comments.Count.ShouldBe(before);
    }
}
