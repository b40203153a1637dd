using Shouldly;
using Whybot.Analysis.Causes.LogDifference;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Xunit;

namespace Whybot.Analysis.Tests.Causes.LogDifference;

/// <summary>How a failed job is described once its log was compared with a pass.</summary>
public sealed class JobFailuresTests
{
    private const string Source = "logs/unit.txt";

    private static readonly JobDifference Difference =
        new(Source, ["history/01/logs/unit.txt"], [new LogBlock(10, 12, [new LogLine(11, "error: no total")])]) { Names = true };

    private static TestCase Failing(int line, TestScope scope = TestScope.Job) =>
        Runs.Test("job unit: make", TestOutcome.Error, "make: *** [all] Error 2", scope, line: line) with { Source = Source };

    private static IReadOnlyList<TestCase> Of(params TestCase[] cases) =>
        JobFailures.Of([new ResultFile(Source, "unit", null, null, cases, [])], [Difference], null).Single().Cases;

    [Fact]
    public void What_a_rule_found_stays_if_it_is_new() => Of(Failing(11)).Single().Failure!.Message.ShouldBe("make: *** [all] Error 2");

    [Fact]
    public void What_a_rule_found_is_replaced_if_a_pass_says_it_too()
    {
        var job = Of(Failing(3)).Single();

        job.Failure!.Message.ShouldBe("error: no total");
        job.Name.ShouldBe("job unit: make");
        (job.Line, job.EndLine).ShouldBe((10, 12));
    }

    [Fact]
    public void Failing_tests_speak_for_their_job() => Of(Failing(3, TestScope.Test)).Single().Failure!.Message.ShouldBe("make: *** [all] Error 2");

    [Fact]
    public void A_job_without_any_result_gets_one() => JobFailures.Of([], [Difference], null).Single().Cases.Single().Scope.ShouldBe(TestScope.Job);

    [Fact]
    public void A_failing_test_of_a_result_file_may_be_why_the_job_failed() =>
        JobFailures.Of([Runs.File("unit", Runs.Test("adds_up", TestOutcome.Failed))], [Difference], new HashSet<string>()).Count.ShouldBe(1);

    [Fact]
    public void A_cancelled_job_was_ended_by_nothing_that_its_log_shows() =>
        JobFailures.Believed([Difference], new JobEndsReading([new JobEnd("unit", JobState.Cancelled, Source)], new HashSet<string>())).Differences
            .ShouldBeEmpty();

    [Theory]
    [InlineData(JobState.Failed, JobState.Failed)]
    [InlineData(JobState.Succeeded, JobState.Unknown)]
    public void A_new_named_error_puts_an_end_in_doubt_that_nobody_stated(JobState logged, JobState believed) =>
        JobFailures.Believed([Difference], new JobEndsReading([new JobEnd("unit", logged, Source)], new HashSet<string>())).Ends.Ends.Single().State
            .ShouldBe(believed);

    [Fact]
    public void If_another_job_failed_nothing_is_said_about_this_one() =>
        JobFailures.Believed([Difference], new JobEndsReading([new JobEnd("unit", JobState.Succeeded, Source), new JobEnd("e2e", JobState.Failed,
            "logs/e2e.txt")], new HashSet<string>())).Differences.ShouldBeEmpty();

    [Theory]
    [InlineData(false, false, JobState.Unknown, 1)]
    [InlineData(true, false, JobState.Succeeded, 0)]
    [InlineData(true, true, JobState.Unknown, 1)]
    public void An_error_at_the_end_of_a_log_puts_a_good_end_in_doubt_unless_passes_end_like_that_too(bool compared, bool differs, JobState state, int bad)
    {
        var ends = new JobEndsReading([new JobEnd("unit", JobState.Succeeded, Source)], new HashSet<string>());

        var (results, doubted) = JobFailures.Doubted([new ResultFile(Source, "unit", null, null, [Failing(3)], [])], ends, differs ? [Difference] : [],
            _ => compared);

        (doubted.Ends.Single().State, results.Single().Cases.Count).ShouldBe((state, bad));
    }
}
