using Shouldly;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>What failed in one attempt of a run and passed in another is flaky; if only logs have the results, those of earlier attempts are read.</summary>
public sealed class AttemptLogTests : ServiceTest
{
    private const string Total = "tests/test_orders.py::test_total";
    private const string List = "tests/test_orders.py::test_list";

    private static string Log(string passed, string failed) => Stage.JobLog("##[group]Run pytest -v", "##[endgroup]",
        "============================= test session starts ==============================", "collected 2 items", "",
        $"{passed} PASSED", $"{failed} FAILED", "", "=================================== FAILURES ===================================",
        $"_________________________________ {failed.Split("::")[1]} _________________________________", "", "E       AssertionError: nothing came", "",
        "tests/test_orders.py:12: AssertionError", "=========================== short test summary info ============================",
        $"FAILED {failed} - AssertionError: nothing came", "========================= 1 failed, 1 passed in 0.12s =========================");

    private FakeRepository Pull()
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Commit(Stage.BaseSha, "Base", null);
        repository.Commit(Stage.HeadSha, "Change the pages", Stage.BaseSha, ("pages/a.md", "@@ -1 +1 @@\n-red\n+blue"));
        repository.Pull("Change the pages", Stage.HeadSha, Stage.BaseSha);
        return repository;
    }

    private int Logs => GitHub.Log.Count(l => l.Path.EndsWith("/logs", StringComparison.Ordinal));

    [Fact]
    public async Task A_test_that_passed_at_the_first_attempt_is_flaky_and_so_is_one_that_passed_at_the_second()
    {
        var repository = Pull();
        repository.Run("ci", Stage.HeadSha, "failure").Job("unit", "failure", Log(Total, List)).Rerun("failure").Job("unit", "failure", Log(List, Total));
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        Comment(repository).Body.ShouldSatisfyAllConditions(
            b => b.ShouldContain("it passed at attempt 1 and failed at attempt 2 of the same commit"),
            b => b.ShouldContain("test_list`: failed at attempt 1, passed at attempt 2 of the same commit"), b => b.ShouldContain("1 of 2 tests"));
        Logs.ShouldBe(2, "each attempt's log, once");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_job_that_passed_at_the_second_attempt_shows_which_test_was_flaky_beside_a_job_that_fails()
    {
        var repository = Pull();
        repository.Run("ci", Stage.HeadSha, "failure").Job("unit", "failure", Log(Total, List)).Job("pages", "failure", Stage.JobLog("page a.md: no title"))
            .Rerun("failure").Job("unit", "success", "").Job("pages", "failure", Stage.JobLog("page a.md: no title"));
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        Comment(repository).Body.ShouldSatisfyAllConditions(
            b => b.ShouldContain("test_list`: failed at attempt 1, its job passed at attempt 2 of the same commit"), b => b.ShouldContain("no title"),
            b => b.ShouldNotContain("nothing came"));
        Logs.ShouldBe(3, "those of the jobs that failed at the first attempt, and that of the job that fails now");
    }

    [Fact]
    public async Task A_run_that_passed_at_the_second_attempt_says_which_test_was_flaky()
    {
        var repository = Pull();
        var run = repository.Run("ci", Stage.HeadSha, "failure").Job("unit", "failure", Log(Total, List));
        await Service.StartAsync();
        await RunEndsAsync(Stage.HeadSha);
        Comment(repository).Body.ShouldContain("nothing came");

        run.Rerun("success").Job("unit", "success", "");
        await RunEndsAsync(Stage.HeadSha, "success");

        Comment(repository).Body.ShouldContain("test_list`: failed at attempt 1, its job passed at attempt 2 of the same commit");
        Logs.ShouldBe(2, "the failing log, at both looks");
    }

    [Fact]
    public async Task Where_artifacts_have_the_results_no_log_of_an_earlier_attempt_is_read()
    {
        var repository = Pull();
        repository.Run("ci", Stage.HeadSha, "failure").Artifact("results", Stage.Zip(("r.xml", Stage.JUnit(("total", null), ("list", "no list")))))
            .Job("unit", "failure", Log(Total, List)).Rerun("failure")
            .Artifact("results", Stage.Zip(("r.xml", Stage.JUnit(("total", "no total"), ("list", null))))).Job("unit", "failure", Log(List, Total));
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        Logs.ShouldBe(1);
        Comment(repository).Body.ShouldContain("failed in an earlier attempt, passed in this one of the same commit");
    }
}
