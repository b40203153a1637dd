using System.Text.Json.Nodes;
using Shouldly;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Output.Reports;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests;

/// <summary>Jobs that fail with and without a failing test, in one run.</summary>
public sealed class JobScenarioTests : IDisposable
{
    private const string Stamp = "2026-10-12T08:02:00.1234567Z ";
    private const string Ended = "##[error]Process completed with exit code 1.";
    private readonly RunFolderBuilder _run = new();

    public void Dispose() => _run.Dispose();

    private void Log(string path, params string[] lines) => _run.File(path, string.Concat(lines.Select(l => $"{Stamp}{l}\n")));

    private void FailingTest()
    {
        _run.Pass("unit", "test_empty").Fail("unit", "test_adds_up", "AssertionError: cart total is 41 instead of 42");
        Log("logs/unit.txt", "##[group]Run pytest", "##[endgroup]", "FAILED tests/test_cart.py::test_adds_up - AssertionError", Ended);
    }

    [Fact]
    public void A_build_that_breaks_beside_a_failing_test_is_a_cause_of_its_own_and_is_called_a_job()
    {
        FailingTest();
        Log("logs/build.txt", "##[group]Run make", "##[endgroup]", "cc -c src/cart.c", "src/cart.c:12:5: error: unknown type name 'totl'",
            "make: *** [cart.o] Error 1", Ended);

        var report = Analysed.Folder(_run.Write().Path);

        report.Clusters.Select(c => Wording.Failing(c)).Order().ShouldBe(["1 failing job", "1 failing test"]);
        report.Clusters.ShouldContain(c => c.Title.Contains("unknown type name", StringComparison.Ordinal));
        report.Totals.BadTests.ShouldBe(1);
        Wording.Passed(report).ShouldBe("1 of 2 tests fails (50% passed), 1 failing job");
    }

    private void Stub(string suite, string log, string says)
    {
        _run.Pass(suite, $"{suite}_passes").Fail(suite, $"{suite}_builds", "Build error");
        Log($"logs/{log}.txt", "##[group]Run make", "##[endgroup]", says, Ended);
    }

    [Fact]
    public void Each_of_several_builds_that_failed_is_told_by_its_own_log()
    {
        Stub("api", "api", "src/api.c:12:5: error: unknown type name 'totl'");
        Stub("web", "web", "src/web.c:40:1: error: expected ';' before 'return'");

        Analysed.Folder(_run.Write().Path).Clusters.Select(c => (c.Title, c.Suites.Single())).OrderBy(c => c.Item2).ShouldBe(
            [("error: unknown type name 'totl'", "api"), ("error: expected ';' before 'return'", "web")]);
    }

    [Fact]
    public void Several_builds_that_failed_for_the_same_reason_are_one_cause()
    {
        Stub("api", "one", Compile);
        Stub("web", "two", Compile);

        Analysed.Folder(_run.Write().Path).Clusters.ShouldHaveSingleItem().Title.ShouldBe("error: unknown type name 'totl'");
    }

    [Fact]
    public void A_job_whose_log_only_repeats_the_failing_test_is_no_second_cause()
    {
        FailingTest();
        Log("logs/summary.txt", "##[group]Run ./summarise", "##[endgroup]", "Error: 1 test failed: test_adds_up", Ended);
        Log("logs/gate.txt", "##[group]Run ./gate", "##[endgroup]", Ended);

        Analysed.Folder(_run.Write().Path).Clusters.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_share_of_tests_that_may_fail_does_not_excuse_a_build()
    {
        _run.File("whybot.yml", "gates:\n  overall: 0.5\n");
        FailingTest();
        Log("logs/build.txt", "##[group]Run make", "##[endgroup]", "src/cart.c:12:5: error: unknown type name 'totl'", Ended);

        Analysed.Folder(_run.Write().Path).Decision.ShouldBe(Decision.NoGo);
    }

    private const string Compile = "src/cart.c:12:5: error: unknown type name 'totl'";

    /// <summary>A pull request whose build breaks, and what is known of the branch that it will be merged into.</summary>
    private void BrokenBuild(params (string Run, string Sha, string? Conclusion, string? Says)[] earlier)
    {
        _run.File("run.json", $$"""{"repository": "team/shop", "sha": "{{RunFolderBuilder.HeadSha}}", "pull": 7, "createdAt": "2026-10-12T08:00:00Z"}""");
        Log("logs/build.txt", "##[group]Run make", "##[endgroup]", Compile, Ended);
        foreach (var (run, sha, conclusion, says) in earlier)
        {
            _run.File($"history/{run}/run.json", $$"""{"sha": "{{sha}}", "branch": "main", "createdAt": "2026-10-12T07:00:00Z"}""");
            if (conclusion is not null)
                _run.File($"history/{run}/jobs.json", $$"""{"jobs": [{"id": 1, "name": "build", "conclusion": "{{conclusion}}", "run_attempt": 1}]}""");
            if (says is not null)
                Log($"history/{run}/logs/build.txt", "##[group]Run make", "##[endgroup]", says, Ended);
        }
    }

    private ReportedCluster Only() => Analysed.Folder(_run.Path).Clusters.ShouldHaveSingleItem();

    private static string Sha(char digit) => new(digit, 40);

    [Fact]
    public void A_build_that_fails_alike_on_the_base_is_not_the_pull_requests()
    {
        BrokenBuild(("01", Sha('1'), "success", null), ("02", Sha('2'), "failure", Compile), ("03", Sha('3'), "failure", Compile.Replace("12", "19",
            StringComparison.Ordinal)));
        var report = Analysed.Folder(_run.Path);

        var cause = report.Clusters.ShouldHaveSingleItem();
        cause.Verdict.Kind.ShouldBe(VerdictKind.Preexisting);
        cause.Verdict.Because.ToString().ShouldBe("preexisting: main fails the same way since 22222222");
        CommentWriter.Write(report).Split('\n')[0]
            .ShouldStartWith("### ❌ Not yours: `src/cart.c:12:5: error: unknown type name 'totl'`; `main` fails the same way since ");
        cause.Whys.SelectMany(w => w.Citations).ShouldContain(c => c.Source == "history/03/logs/build.txt");
    }

    /// <summary>Where the pull request left its base, and the change that it makes there.</summary>
    private void Left(string sha, string patch)
    {
        const string Change = "cccccccccccccccccccccccccccccccccccccccc";
        var about = $$"""
            {"sha": "{{Change}}", "commit": {"message": "Count"},
             "files": [{"filename": "src/cart.c", "status": "modified", "patch": {{JsonValue.Create(patch).ToJsonString()}}}]}
            """;
        _run.File($"github/repos/team/shop/compare/{sha}...{RunFolderBuilder.HeadSha}.json", $$"""{"commits": [{{about}}]}""");
        _run.File($"github/repos/team/shop/commits/{Change}.json", about);
    }

    [Fact]
    public void A_build_that_failed_alike_where_the_pull_request_left_its_base_is_not_its_own_even_if_the_base_passes_now()
    {
        BrokenBuild(("01", Sha('1'), "success", null), ("02", Sha('2'), "failure", Compile), ("03", Sha('3'), "success", null));
        Left(Sha('2'), "@@ -1 +1 @@\n-red\n+blue");

        Only().Verdict.Because.ToString().ShouldBe(
            "preexisting: main failed the same way at 22222222 and passes at 33333333, which this pull request does not have yet");
    }

    [Fact]
    public void A_base_that_somebody_broke_meanwhile_clears_the_pull_request_unless_its_own_change_explains_the_failure()
    {
        BrokenBuild(("01", Sha('1'), "success", null), ("02", Sha('2'), "failure", Compile));
        Left(Sha('1'), "@@ -1 +1 @@\n-red\n+blue");
        Only().Verdict.Because.ToString().ShouldBe("preexisting: main fails the same way since 22222222");

        Left(Sha('1'), "@@ -12 +12 @@\n-total x;\n+totl x;");
        Only().Verdict.Kind.ShouldNotBe(VerdictKind.Preexisting);
    }

    [Fact]
    public void A_build_that_failed_otherwise_on_the_base_is_new()
    {
        BrokenBuild(("01", Sha('1'), "failure", "src/cart.c:3:1: error: expected ';' before 'return'"));

        Only().Verdict.Kind.ShouldNotBe(VerdictKind.Preexisting);
    }

    [Fact]
    public void A_record_that_the_job_passed_is_enough_to_say_where()
    {
        BrokenBuild(("01", Sha('1'), "success", null));

        Only().Verdict.Because.ToString().ShouldBe("regression: it passed on main at 11111111 and fails now");
    }

    [Fact]
    public void An_attempt_that_passed_on_the_same_commit_shows_a_flake()
    {
        BrokenBuild(("99-7", RunFolderBuilder.HeadSha, "success", null));

        var cause = Only();
        cause.Verdict.ShouldSatisfyAllConditions(v => v.Kind.ShouldBe(VerdictKind.Flaky),
            v => v.Because.ToString().ShouldBe("flaky: it passed on the same commit in another attempt"));
        cause.Whys.SelectMany(w => w.Citations).ShouldContain(c => c.Source == "history/99-7/jobs.json");
    }

    [Fact]
    public void An_earlier_run_whose_commit_is_not_known_is_named_by_its_folder()
    {
        BrokenBuild(("01", "", "failure", Compile));

        Only().Verdict.Because.ToString().ShouldBe("preexisting: main fails the same way at least since run 01");
    }

    [Fact]
    public void A_job_that_failed_alike_before_and_passed_in_the_next_attempt_is_flaky()
    {
        BrokenBuild(("01", Sha('1'), null, Compile));
        _run.File("history/01/jobs.json", """
            {"jobs": [{"id": 2, "name": "build", "conclusion": "success", "run_attempt": 2}, {"id": 1, "name": "build", "conclusion": "failure",
                "run_attempt": 1}]}
            """);

        Only().Verdict.Kind.ShouldBe(VerdictKind.Flaky);
    }

    [Fact]
    public void A_test_that_fails_alike_on_the_base_is_not_the_pull_requests_and_comes_after_what_is_new()
    {
        const string Old = "AssertionError: cart total is 41 instead of 42";
        _run.Pass("unit", "test_empty").Fail("unit", "test_adds_up", Old).Fail("unit", "test_ships", "KeyError: 'street'")
            .Fail("unit", "test_old_too", Old).History(2).FailedBefore(2, "unit", "test_adds_up", Old).FailedBefore(2, "unit", "test_old_too", Old).Write();
        File.Delete(Path.Combine(_run.Path, "deployment_status.json"));
        BrokenBuild();

        var causes = Analysed.Folder(_run.Path).Clusters;

        causes.Select(c => c.Verdict.Kind).ShouldBe([VerdictKind.Regression, VerdictKind.Regression, VerdictKind.Preexisting], ignoreOrder: true);
        causes[^1].Tests.Count.ShouldBe(2);
        causes[^1].Suspects.ShouldBeEmpty();
    }
}
