using Shouldly;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Results.Console;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Logs;

public sealed class JobEndsTests
{
    private static readonly string[] LintFailed =
    [
        "##[group]Run ./lint.sh", "docs/index.md:3 first line should be a heading", "##[error]Process completed with exit code 1.", "##[group]Run pytest",
            "=== 2 passed in 0.7s ===", "Post job cleanup.",
        "Cleaning up orphan processes",
    ];

    private static JobLog Log(string source, params string[] lines)
    {
        var scanner = new LogScanner(source, []);
        foreach (var line in lines)
            scanner.Feed("2026-10-12T08:02:00.1234567Z " + line);
        return scanner.Job.ShouldNotBeNull();
    }

    private static RecordedJob Check(string name, string conclusion, long? id = null) => new(new JobRecord(name, conclusion), "checks.json", "/0") { Id = id };

    private static RecordedJob Ran(JobRecord record) => new(record, "jobs.json", "/0") { OfRun = true };

    private static JobEnd One(JobLog log, params RecordedJob[] records) => JobEnds.Of([log], records).Ends.ShouldHaveSingleItem();

    [Theory]
    [InlineData("logs/unit.txt", "unit")]
    [InlineData("logs/ci-unit-4711001.txt", "unit")]
    [InlineData("logs/unit-9.txt", "unit")]
    [InlineData("logs/CI-build--ubuntu-latest--3.11-4711.txt", "build (ubuntu-latest, 3.11)")]
    [InlineData("logs/0_build (ubuntu-latest, 3.11).txt", "build (ubuntu-latest, 3.11)")]
    [InlineData("logs/ci_unit.log", "unit")]
    [InlineData("logs/unit/3_Run tests.txt", "unit")]
    public void A_step_that_failed_in_a_job_that_ended_well_may_fail(string source, string check)
    {
        var end = One(Log(source, LintFailed), Check(check, "success"), Check("other", "failure"));

        (end.Name, end.State, end.Said).ShouldBe((check, JobState.Succeeded, null));
        end.Allowed.ShouldHaveSingleItem().ShouldSatisfyAllConditions(a => a.Step.ShouldBe("./lint.sh"),
            a => a.Said.Excerpt.ShouldBe("docs/index.md:3 first line should be a heading"));
    }

    [Fact]
    public void From_the_log_alone_it_cannot_be_told_from_a_failure() =>
        One(Log("logs/unit.txt", LintFailed)).ShouldSatisfyAllConditions(e => e.State.ShouldBe(JobState.Failed), e => e.Allowed.ShouldBeEmpty());

    [Fact]
    public void A_check_of_another_job_excuses_nothing() =>
        One(Log("logs/unit.txt", LintFailed), Check("unit tests", "success"), Check("it", "success")).State.ShouldBe(JobState.Failed);

    [Fact]
    public void Of_two_checks_of_one_name_the_worse_counts() =>
        One(Log("logs/unit.txt", LintFailed), Check("unit", "success"), Check("unit", "failure")).State.ShouldBe(JobState.Failed);

    [Fact]
    public void The_jobs_own_number_tells_which_of_them_it_is() =>
        One(Log("logs/ci-unit-4711001.txt", LintFailed), Check("unit", "failure", 4711000), Check("unit", "success", 4711001))
            .State.ShouldBe(JobState.Succeeded);

    [Fact]
    public void A_log_whose_last_word_is_a_failure_is_not_that_of_a_job_that_ended_well() =>
        One(Log("logs/unit.txt", "##[group]Run pytest", "=== 1 failed in 0.7s ===", "##[error]Process completed with exit code 1."), Check("unit", "success"))
            .State.ShouldBe(JobState.Failed);

    [Theory]
    [InlineData("##[error]The operation was canceled.", JobState.Cancelled)]
    [InlineData("##[error]The runner has received a shutdown signal.", JobState.RunnerLost)]
    public void Nor_is_one_in_which_the_whole_job_was_ended(string line, JobState state) =>
        One(Log("logs/unit.txt", "##[group]Run pytest", line, "Post job cleanup.", "Cleaning up orphan processes"), Check("unit", "success"))
            .State.ShouldBe(state);

    [Fact]
    public void What_the_run_recorded_itself_is_believed()
    {
        var end = One(Log("logs/api.out.txt", "##[error]Process completed with exit code 1."),
            Ran(new JobRecord("api", "success") { Log = "logs/api.out.txt", Suites = ["api"] }));

        (end.Name, end.State, end.Suites.Single()).ShouldBe(("api", JobState.Succeeded, "api"));
    }

    [Fact]
    public void A_whole_job_may_fail()
    {
        var end = One(Log("logs/nightly.txt", "##[group]Run npm test", "TypeError: total is not a function", "##[error]Process completed with exit code 1."),
            Ran(new JobRecord("nightly", "failure") { MayFail = true }));

        end.EndedWell.ShouldBeTrue();
        end.Allowed.ShouldHaveSingleItem().Said.Excerpt.ShouldBe("TypeError: total is not a function");
    }

    [Fact]
    public void What_says_the_worse_counts()
    {
        var log = Log("logs/unit.txt", "##[group]Run npm test", "=== RUN   TestSlow", "/tmp/1.sh: line 1:  99 Killed   npm test",
            "##[error]Process completed with exit code 137.");

        One(log, Check("unit", "failure")).ShouldSatisfyAllConditions(e => e.State.ShouldBe(JobState.Killed), e => e.ExitCode.ShouldBe(137),
            e => e.LastStarted.ShouldBe("TestSlow"));
        One(Log("logs/unit.txt", "##[group]Run npm test", "=== RUN   TestSlow"), Check("unit", "cancelled"))
            .ShouldSatisfyAllConditions(e => e.State.ShouldBe(JobState.Cancelled), e => e.LastStarted.ShouldBe("TestSlow"));
    }

    [Theory]
    [InlineData("failure", 139, null, JobState.Killed)]
    [InlineData("failure", 1, null, JobState.Failed)]
    [InlineData("failure", null, "9", JobState.Killed)]
    [InlineData("failure", 124, null, JobState.TimedOut)]
    [InlineData("killed", null, "SIGKILL", JobState.Killed)]
    [InlineData("timed_out", null, null, JobState.TimedOut)]
    [InlineData("aborted", 1, null, JobState.Aborted)]
    [InlineData("lost", null, null, JobState.RunnerLost)]
    [InlineData("startup_failure", null, null, JobState.NotStarted)]
    public void A_job_without_a_log_ended_as_its_record_says(string conclusion, int? code, string? signal, JobState state)
    {
        var end = JobEnds.Of([], [Ran(new JobRecord("api", conclusion) { ExitCode = code, Signal = signal, Step = "npm test",
            Note = "it took longer than 60 s" })]).Ends.ShouldHaveSingleItem();

        (end.State, end.ExitCode, end.Step, end.Source).ShouldBe((state, code, "npm test", "jobs.json"));
        end.Said.ShouldBe(Citation.OfJson("jobs.json", "/0/note", "it took longer than 60 s"));
    }

    [Fact]
    public void A_job_that_was_skipped_has_no_end_and_a_check_without_a_log_is_not_the_runs() =>
        JobEnds.Of([], [Ran(new JobRecord("api", "skipped")), Check("lint", "failure")]).Ends.ShouldBeEmpty();

    [Fact]
    public void The_steps_of_one_job_are_one_job()
    {
        var reading = JobEnds.Of([Log("logs/unit/1_Set up job.txt", "Current runner version: '2.319.1'"),
            Log("logs/unit/2_Run tests.txt", "##[group]Run pytest", "##[error]Process completed with exit code 1."),
            Log("logs/unit/3_Complete job.txt", "Cleaning up orphan processes"), Log("logs/lint/1_Lint.txt", "Cleaning up orphan processes")], []);

        reading.Ends.Select(e => (e.Name, e.State)).ShouldBe([("unit", JobState.Failed), ("lint", JobState.Succeeded)]);
    }

    [Fact]
    public void Failures_that_the_log_of_a_job_tells_of_which_ended_well_are_shown_and_no_more()
    {
        string[] lines = ["##[group]Run pytest || true", "FAILED tests/test_orders.py::test_totals - AssertionError: 3 != 2",
            "=== 1 failed, 2 passed in 0.7s ===", "##[group]Run ls", "Cleaning up orphan processes"];
        var console = new ConsoleResults("logs/unit.txt");
        foreach (var line in lines)
            console.Feed("2026-10-12T08:02:00.1234567Z " + line);
        var file = console.Finish()!;

        var (results, jobs) = AllowedResults.Of([file], JobEnds.Of([Log("logs/unit.txt", lines)], [Check("unit", "success")]));
        results.Single().ShouldSatisfyAllConditions(r => r.Cases.ShouldNotContain(c => c.Bad), r => r.UnnamedPassed.ShouldBe(2));
        jobs.Single().Allowed.ShouldHaveSingleItem().Step.ShouldContain("test_totals");

        // A job that only seems to have ended well excuses nothing.
        (results, jobs) = AllowedResults.Of([file], JobEnds.Of([Log("logs/unit.txt", lines)], []));
        results.Single().Cases.ShouldContain(c => c.Bad);
        jobs.Single().Allowed.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_result_file_says_is_never_excused()
    {
        var file = new ResultFile("results/unit.xml", "unit", null, null,
            [new TestCase { Id = "a", ClassName = "", Suite = "unit", Outcome = TestOutcome.Failed, Source = "results/unit.xml", Line = 1, EndLine = 1 }], []);

        AllowedResults.Of([file], JobEnds.Of([Log("logs/unit.txt", LintFailed)], [Check("unit", "success")])).Results.Single().ShouldBe(file);
    }
}
