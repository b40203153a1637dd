using Shouldly;
using Whybot.Runs.RunFolders;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>The log of a failing job is compared with that of its last pass, which is fetched for that.</summary>
public sealed class PassingLogFetchTests : ServiceTest
{
    private static readonly string[] Usual =
        ["##[group]Run ./gen", "shell: /usr/bin/bash", "##[endgroup]", "reading 14 templates", "warning: template 3 has no title", "checking 14 pages"];

    private FakeRepository Pull(params (string Sha, string Conclusion, string Branch)[] earlier)
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Commit(Stage.BaseSha, "Base", null);
        repository.Commit(Stage.HeadSha, "Change the pages", Stage.BaseSha, ("pages/a.md", "@@ -1 +1 @@\n-red\n+blue"));
        repository.Pull("Change the pages", Stage.HeadSha, Stage.BaseSha);
        foreach (var (sha, conclusion, branch) in earlier)
            repository.Run("site", sha, conclusion, branch).Job("pages", conclusion,
                Stage.JobLog(Usual).Replace("##[error]Process completed with exit code 1.", "Cleaning up", StringComparison.Ordinal));
        repository.Run("site", Stage.HeadSha, "failure").Job("pages", "failure",
            Stage.JobLog([.. Usual, "page a.md: nothing leads to it"]));
        return repository;
    }

    [Fact]
    public async Task What_only_the_failing_log_says_is_the_title()
    {
        var repository = Pull((Stage.BaseSha, "success", "main"));
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        Comment(repository).Body.Split('\n')[0].ShouldContain("page a.md: nothing leads to it");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_forks_branch_of_that_name_is_no_pass_to_compare_with()
    {
        var repository = Pull();
        repository.Run("site", new string('9', 40), "success", "main", "eve/shop").Job("pages", "success", Stage.JobLog("page a.md: nothing leads to it"));
        (repository.Runs[^1], repository.Runs[^2]) = (repository.Runs[^2], repository.Runs[^1]);
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        GitHub.Log.Count(l => l.Path.EndsWith("/logs", StringComparison.Ordinal)).ShouldBe(1, "only the failing job's own log is read");
    }

    [Fact]
    public async Task A_failure_that_the_base_has_too_is_not_the_pull_requests()
    {
        var repository = Pull((new string('9', 40), "success", "main"), (Stage.BaseSha, "failure", "main"));
        var onBase = repository.Runs[1].Jobs;
        onBase[0] = onBase[0] with { Log = Stage.JobLog([.. Usual, "page a.md: nothing leads to it"]) };
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        Comment(repository).Body.Split('\n')[0].ShouldContain("Not yours");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_job_that_passed_in_an_earlier_attempt_is_flaky()
    {
        var repository = Pull((Stage.BaseSha, "success", "main"));
        var run = repository.Runs[^1];
        var failing = run.Jobs[0];
        run.Jobs[0] = failing with { Conclusion = "success" };
        run.Rerun("failure").Job("pages", "failure", failing.Log);
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        Comment(repository).Body.ShouldContain("it passed on the same commit in another attempt");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_test_that_an_earlier_attempt_of_the_run_passed_is_flaky_and_one_that_it_failed_is_not_counted()
    {
        var repository = Pull((Stage.BaseSha, "success", "main"));
        repository.Runs.RemoveAt(repository.Runs.Count - 1);
        repository.Run("ci", Stage.HeadSha, "failure").Artifact("results", Stage.Zip(("r.xml", Stage.JUnit(("total", null), ("list", "no list")))))
            .Job("unit", "failure", Stage.JobLog("FAILED test_orders.py::list"))
            .Rerun("failure").Artifact("results", Stage.Zip(("r.xml", Stage.JUnit(("total", "no total"), ("list", null)))))
            .Job("unit", "failure", Stage.JobLog("FAILED test_orders.py::total"));
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        Comment(repository).Body.ShouldSatisfyAllConditions(b => b.ShouldContain("it passed on the same commit in another attempt"),
            b => b.ShouldContain("1 of 2 tests"), b => b.ShouldNotContain("no list"));
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_run_where_a_pull_request_left_its_base_is_looked_at_even_if_newer_ones_pass()
    {
        var repository = Pull((new string('8', 40), "success", "main"), (Stage.BaseSha, "failure", "main"), (new string('7', 40), "success", "main"),
            (new string('6', 40), "success", "main"), (new string('5', 40), "success", "main"));
        var onBase = repository.Runs[1].Jobs;
        onBase[0] = onBase[0] with { Log = Stage.JobLog([.. Usual, "page a.md: nothing leads to it"]) };
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        Comment(repository).Body.Split('\n')[0].ShouldSatisfyAllConditions(t => t.ShouldContain("Not yours"),
            t => t.ShouldContain("`main` failed the same way at"));
    }

    [Fact]
    public async Task A_first_failure_says_where_the_job_passed_and_what_is_new_for_few_requests()
    {
        var repository = Pull((new string('9', 40), "success", "main"), (Stage.BaseSha, "success", "main"));
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        Comment(repository).Body.ShouldSatisfyAllConditions(b => b.ShouldContain("it passed on `main` at"),
            b => b.ShouldContain("**New in the log since its last pass**"));
        var asked = GitHub.Log.Where(l => l.Path.Contains("/actions/", StringComparison.Ordinal)).ToList();
        asked.Count(l => l.Path.EndsWith("/logs", StringComparison.Ordinal)).ShouldBe(2, "the failing log, and one of a pass");
        asked.Count.ShouldBeLessThan(20, string.Join('\n', asked.Select(l => l.Path)));
        GitHub.Downloaded.ShouldBe(repository.Runs.SelectMany(r => r.Jobs).TakeLast(2).Sum(j => j.Log.Length), "both logs, and nothing else");
    }

    [Fact]
    public async Task A_log_of_a_pass_that_is_too_large_is_not_compared_with_and_that_is_said()
    {
        var repository = Pull((Stage.BaseSha, "success", "main"));
        var jobs = repository.Runs[0].Jobs;
        jobs[0] = jobs[0] with { Log = string.Concat(Enumerable.Repeat("2026-11-20T12:00:00.0000000Z reading 14 templates\n", 1_100_000)) };
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        Comment(repository).Body.ShouldSatisfyAllConditions(
            b => b.ShouldContain("the log of a pass of the job pages is larger than 50 MB, so it is not compared with"),
            b => b.ShouldNotContain("**New in the log since its last pass**"));
    }

    [Fact]
    public async Task The_log_of_a_pass_is_fetched_once_for_several_failing_runs_and_again_if_it_cannot_be_read()
    {
        var repository = Pull((Stage.BaseSha, "success", "main"));
        var (pass, failing) = (repository.Runs[0].Jobs[0], repository.Runs[1].Jobs[0]);
        await Service.StartAsync();
        int Fetched() => GitHub.Log.Count(l => l.Path.EndsWith($"/jobs/{pass.Id}/logs", StringComparison.Ordinal));
        async Task<string> FailsAsync(char commit)
        {
            var sha = new string(commit, 40);
            repository.Commit(sha, "Change the pages", Stage.BaseSha, ("pages/a.md", "@@ -1 +1 @@\n-red\n+blue"));
            repository.Pulls[0].Head = sha;
            repository.Run("site", sha, "failure").Job("pages", "failure", failing.Log);
            await RunEndsAsync(sha);
            return File.ReadAllText(Directory.EnumerateFiles(Folder, $"site-pages-{pass.Id}.txt", SearchOption.AllDirectories).Single(f => f.Contains(sha)));
        }

        await RunEndsAsync(Stage.HeadSha);
        var first = Comment(repository).Body;
        var second = await FailsAsync('e');

        Fetched().ShouldBe(1);
        second.ShouldBe(pass.Log);
        Comment(repository).Body.ShouldSatisfyAllConditions(b => b.ShouldContain("**New in the log since its last pass**"),
            b => b.Split('\n')[0].ShouldBe(first.Split('\n')[0]));

        var kept = Directory.EnumerateFiles(Folder, KeptLogs.FileName, SearchOption.AllDirectories).Single();
        await using (var file = File.OpenWrite(kept))
            file.SetLength(file.Length - 5);
        (await FailsAsync('d')).ShouldBe(pass.Log);
        Fetched().ShouldBe(2);

        File.Move(Directory.EnumerateFiles(Folder, KeptLogs.FileName, SearchOption.AllDirectories).Single(), $"{kept}.0");
        (await FailsAsync('c')).ShouldBe(pass.Log);
        Fetched().ShouldBe(3);
        GitHub.Violations.ShouldBeEmpty();
    }
}
