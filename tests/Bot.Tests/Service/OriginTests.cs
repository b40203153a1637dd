using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Whybot.Foundation.Storage;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>Whose code fails decides what comes of it: strangers are answered, and nothing more.</summary>
public sealed class OriginTests : ServiceTest
{
    private const string Fork = "stranger/shop";
    private const string Broken = "KeyError: 'colour'";
    private static readonly byte[] Red = Stage.Zip(("orders.xml", Stage.JUnit(("test_total", Broken), ("test_list", null))));
    private static readonly byte[] Green = Stage.Zip(("orders.xml", Stage.JUnit(("test_total", null), ("test_list", null))));
    private int _commits;

    /// <summary>A commit on top of another.</summary>
    /// <param name="breaks">It changes what the failing test says it misses.</param>
    private string Commit(FakeRepository repository, string? parent, bool breaks = false)
    {
        var sha = $"{++_commits:x8}{new string('c', 32)}";
        repository.Commit(sha, $"Change {_commits}", parent, breaks
            ? ("src/orders.py", "@@ -38,3 +38,3 @@ def total():\n-    return {'colour': 1}\n+    return {'color': 1}")
            : ("src/other.py", $"@@ -1 +1 @@\n-{_commits}\n+x"));
        return sha;
    }

    private FakeRepository Repository(string? settings = null)
    {
        var repository = GitHub.Add(Stage.Repository);
        if (settings is not null)
            repository.Files[".github/whybot.yml"] = settings;
        return repository;
    }

    private async Task MainAsync(FakeRepository repository, string sha, bool red)
    {
        var run = Stage.MainRun(repository, sha, red ? "failure" : "success", red ? Red : Green);
        await PostAsync("workflow_run", Stage.WorkflowRun(run));
        await IdleAsync();
    }

    private async Task ForkAsync(FakeRepository repository, string sha, bool red, string? fork = Fork, string branch = "main")
    {
        var run = repository.Run("ci", sha, red ? "failure" : "success", branch, fork ?? Fork).Artifact("results", red ? Red : Green);
        run.HeadRepository = fork;
        await PostAsync("workflow_run", Stage.WorkflowRun(run));
        await IdleAsync();
    }

    /// <summary>The commits of earlier runs that a commit was compared with, oldest first.</summary>
    private List<string> Compared(string sha) =>
        [.. Directory.EnumerateDirectories(Path.Combine(Folder, "runs", "team", "shop", sha, "history")).Order(StringComparer.Ordinal)
            .Select(d => JsonDocument.Parse(File.ReadAllText(Path.Combine(d, "run.json"))).RootElement.GetProperty("sha").GetString()!)];

    private static string Check(FakeRepository repository, string sha) =>
        repository.CheckRuns.Single(c => c["head_sha"]!.ToString() == sha)["output"]!["summary"]!.ToString();

    [Fact]
    public async Task A_forks_main_gets_its_check_and_its_comment_and_is_nobodys_history()
    {
        var repository = Repository("issues: {pull-requests: true}\n");
        var @base = Commit(repository, null);
        await Service.StartAsync();
        await MainAsync(repository, @base, red: false);
        var (theirs, later) = (Commit(repository, @base), Commit(repository, @base));
        var pull = repository.Pull("Colours", theirs, @base, "main", Fork);

        await ForkAsync(repository, theirs, red: true);

        repository.Issues.ShouldBeEmpty();
        Check(repository, theirs).ShouldStartWith("### ❌ Passed before: the field `colour` is missing");
        repository.PullComments[pull.Number].ShouldHaveSingleItem().Body.ShouldStartWith("### ❌ Passed before: the field `colour` is missing");
        await MainAsync(repository, later, red: true);
        Compared(later).ShouldBe([@base], "the fork's run is none of main's");
        repository.Issues.ShouldHaveSingleItem().Body.ShouldContain("Seen in 1 run");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Green_runs_of_forks_close_nothing_and_red_ones_of_stale_branches_open_nothing_again()
    {
        var repository = Repository();
        var tip = Commit(repository, null);
        await Service.StartAsync();
        await MainAsync(repository, tip, red: false);
        tip = Commit(repository, tip, breaks: true);
        await MainAsync(repository, tip, red: true);
        var (broken, issue) = (tip, repository.Issues.ShouldHaveSingleItem());
        for (var i = 0; i < 4; i++)
        {
            var theirs = Commit(repository, tip);
            repository.Pull("Green", theirs, tip, "main", $"stranger{i}/shop");
            await ForkAsync(repository, theirs, red: false, $"stranger{i}/shop");
        }
        issue.State.ShouldBe("open");
        issue.Body.ShouldNotContain("✅ passed");

        for (var i = 0; i < 3; i++)
        {
            tip = Commit(repository, tip);
            await MainAsync(repository, tip, red: false);
        }
        (issue.State, issue.Comments.Count).ShouldBe(("closed", 1));
        Later(TimeSpan.FromSeconds(2));

        var stale = Commit(repository, broken);
        repository.Pull("Stale", stale, broken);
        var run = repository.Run("ci", stale, "failure").Artifact("results", Red);
        await PostAsync("workflow_run", Stage.WorkflowRun(run));
        await IdleAsync();
        var fork = Commit(repository, broken);
        repository.Pull("Theirs", fork, broken, "main", Fork);
        await ForkAsync(repository, fork, red: true);
        // Run once more long after the fix, on the commit that never had it.
        repository.Runs.Single(r => r.Sha == broken).Attempt++;
        await RunEndsAsync(broken);
        (issue.State, issue.Comments.Count, repository.Issues.Count).ShouldBe(("closed", 1, 1));
        Check(repository, stale).ShouldContain($"issue #{issue.Number} (closed)");

        tip = Commit(repository, tip);
        await MainAsync(repository, tip, red: true);
        issue.State.ShouldBe("open");
        issue.Comments[^1].Body.ShouldStartWith($"**Back:** it fails again at `{tip[..8]}` on `main`");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_issue_that_a_pull_request_fixed_is_opened_again_only_by_a_commit_that_holds_the_fix()
    {
        var repository = Repository();
        var tip = Commit(repository, null);
        await Service.StartAsync();
        await MainAsync(repository, tip, red: false);
        tip = Commit(repository, tip, breaks: true);
        await MainAsync(repository, tip, red: true);
        var issue = repository.Issues.ShouldHaveSingleItem();
        var aside = Commit(repository, tip);
        var fix = Commit(repository, tip);
        var pull = repository.Pull("Fix it", fix, tip);
        (pull.Body, pull.State, pull.MergeCommit, pull.MergedAt) = ($"Fixes #{issue.Number}", "closed", fix, GitHub.Now().AddMinutes(-1));
        issue.Close($"{FakeApps.Slug}[bot]", "completed", GitHub.Now());
        Later(TimeSpan.FromSeconds(3));

        // Both are on main in the end; only one of them was made with the fix in it.
        var merge = Commit(repository, fix);
        repository.Commits.Single(c => c.Sha == merge).Merged = aside;
        repository.Push("main", merge);
        await MainAsync(repository, aside, red: true);
        issue.State.ShouldBe("closed");
        await MainAsync(repository, merge, red: true);

        issue.State.ShouldBe("open");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_late_run_of_a_closed_pull_request_begins_no_comment_and_keeps_the_one_that_is_there()
    {
        var repository = Repository();
        var @base = Commit(repository, null);
        repository.Push("main", @base);
        var (one, two) = (Commit(repository, @base), Commit(repository, @base));
        var told = repository.Pull("Told", one, @base, "main", Fork);
        var untold = repository.Pull("Untold", two, @base, "topic", Fork);
        untold.State = "closed";
        await Service.StartAsync();
        await ForkAsync(repository, one, red: true);
        told.State = "closed";
        repository.Runs.Single(r => r.Sha == one).Conclusion = "success";
        repository.Runs.Single(r => r.Sha == one).Attempt++;
        repository.Runs.Single(r => r.Sha == one).Artifacts.Clear();
        repository.Runs.Single(r => r.Sha == one).Artifact("results", Green);

        await RunEndsAsync(one, "success");
        await ForkAsync(repository, two, red: true, branch: "topic");

        repository.PullComments[told.Number].ShouldHaveSingleItem().Body.ShouldStartWith("### ✅");
        repository.PullComments.ShouldNotContainKey(untold.Number);
        Check(repository, two).ShouldStartWith("### ❌");
    }

    [Fact]
    public async Task A_deleted_fork_an_own_branch_a_tag_and_the_merge_queue_get_a_check_and_nothing_else()
    {
        var repository = Repository("issues: {pull-requests: true}\n");
        var @base = Commit(repository, null);
        repository.Push("main", @base);
        await Service.StartAsync();
        var gone = Commit(repository, @base);
        await ForkAsync(repository, gone, red: true, fork: null);
        var checkedOnly = new List<string> { gone };
        foreach (var branch in new[] { "feature", "v1.0", $"gh-readonly-queue/main/pr-1-{@base}" })
        {
            checkedOnly.Add(Commit(repository, @base));
            await ForkAsync(repository, checkedOnly[^1], red: true, fork: Stage.Repository, branch: branch);
        }

        checkedOnly.ShouldAllBe(sha => Check(repository, sha).StartsWith("### ❌", StringComparison.Ordinal));
        (repository.Issues.Count, repository.PullComments.Count, repository.CheckRuns.Count).ShouldBe((0, 0, 4));
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deployment_that_a_forks_own_workflow_made_is_nobodys_word()
    {
        var repository = Repository("environments:\n  staging:\n    run: {workflow: staging.yml, recheck: false, promote: go.yml}\nsuites:\n  - {name: "
            + "orders, category: critical, files: [tests/test_orders.py]}\n");
        repository.OnDispatch = (started, inputs) =>
        {
            (started.Status, started.Conclusion) = ("completed", "success");
            if (inputs.ContainsKey("suites"))
                started.Artifact("results", Green);
        };
        var tip = Commit(repository, null);
        repository.Push("main", tip);
        var theirs = Commit(repository, tip);
        var pull = repository.Pull("Theirs", theirs, tip, "main", Fork);
        var run = repository.Run("ci", theirs, "success", "main", Fork);
        await Service.With("Whybot__Suites__Poll", "00:00:00.200").StartAsync();
        await PostAsync("deployment_status", Stage.Deployment(1, tip));
        await IdleAsync();

        await PostAsync("deployment_status", Stage.Deployment(2, theirs, run: run));
        await IdleAsync();

        repository.Dispatched.Where(d => d.Inputs["sha"] == theirs).ShouldBeEmpty();
        Service.Output.ShouldContain("Deployment 2 to staging was made by workflow run");
        await PostAsync("deployment_status", Stage.Deployment(3, tip));
        await IdleAsync();
        repository.Dispatched.Count(d => d.Run.Name == "go.yml" && d.Inputs["sha"] == tip).ShouldBe(2);
        // A workflow of the repository itself may deploy a fork's commit: whoever wrote it has vouched for that.
        run.Event = "pull_request_target";
        await PostAsync("deployment_status", Stage.Deployment(4, theirs, run: run));
        await IdleAsync();
        repository.Dispatched.ShouldContain(d => d.Run.Name == "staging.yml" && d.Inputs["sha"] == theirs);
        pull.State.ShouldBe("open");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_Apps_check_of_a_forks_pull_request_is_told_on_it()
    {
        var repository = Repository();
        var @base = Commit(repository, null);
        repository.Push("main", @base);
        var theirs = Commit(repository, @base);
        var pull = repository.Pull("Theirs", theirs, @base, "main", Fork);
        FakeChecks.Pass(GitHub, repository, "circle", theirs);
        (repository.CheckRuns[0]["conclusion"], repository.CheckRuns[0]["app"]) =
            ("failure", GitHub.Shape("integration", new JsonObject { ["id"] = 7, ["slug"] = "circle" }));
        await Service.StartAsync();

        await PostAsync("check_suite", Stage.CheckSuite(theirs));
        await IdleAsync();

        repository.PullComments[pull.Number].ShouldHaveSingleItem();
        repository.Issues.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_the_thread_of_a_forks_pull_request_its_causes_are_known_and_main_does_not_hear_of_them()
    {
        var repository = Repository();
        repository.Roles["ann"] = "triage";
        var @base = Commit(repository, null);
        repository.Push("main", @base);
        var theirs = Commit(repository, @base);
        var pull = repository.Pull("Theirs", theirs, @base, "main", Fork);
        await Service.StartAsync();
        await ForkAsync(repository, theirs, red: true);

        var asked = repository.Comment(pull.Number, "ann", "/why");
        await PostAsync("issue_comment", Stage.IssueComment(pull.Number, asked));
        await IdleAsync();

        repository.PullComments[pull.Number].Single(c => c.Body.Contains($"whybot:reply {asked.Id}.", StringComparison.Ordinal)).Body
            .ShouldContain($"seen last at `{theirs[..8]}` on `pull request {pull.Number}`");
        (await CountAsync("causes"), await CountAsync("sightings"), await CountAsync("dossiers"), await CountAsync("findings")).ShouldBe((0, 0, 0, 1));
    }

    [Fact]
    public async Task Runs_from_before_count_once_GitHub_has_said_where_they_come_from()
    {
        var repository = Repository();
        var first = Commit(repository, null);
        var second = Commit(repository, first);
        var theirs = Commit(repository, first);
        var service = BeProcess();
        await service.StartAsync();
        await MainAsync(repository, first, red: false);
        await MainAsync(repository, second, red: true);
        await ForkAsync(repository, theirs, red: true);
        (await service.StopAsync()).ShouldBe(0);
        await using (var database = new SqliteDatabase(Service.Store))
            await database.WriteAsync(async session =>
            {
                // As a version before wrote it: the fork's run is one of main.
                await session.ExecuteAsync("update runs set origin = null, pull = null, branch = 'main'");
                await session.ExecuteAsync("update sightings set origin = null");
            }, Cancel);
        await Service.StartAsync();
        var third = Commit(repository, second);

        await MainAsync(repository, third, red: true);

        Compared(third).ShouldBe([first, second]);
        repository.Issues.ShouldHaveSingleItem().Body.ShouldContain("Seen in 2 runs");
        await using var after = new SqliteDatabase(Service.Store);
        (await after.ReadAsync(session => session.QueryAsync<string>("select origin from runs order by id"), Cancel))
            .ShouldBe(["default-branch", "default-branch", "fork", "default-branch"]);
    }

    private async Task<long> CountAsync(string table)
    {
        await using var database = new SqliteDatabase(Service.Store);
        return await database.ReadAsync(session => session.FirstAsync<long>($"select count(*) from {table}"), Cancel);
    }
}
