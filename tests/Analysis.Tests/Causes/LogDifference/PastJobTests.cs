using Shouldly;
using Whybot.Analysis.Causes.LogDifference;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Results;
using Xunit;

namespace Whybot.Analysis.Tests.Causes.LogDifference;

/// <summary>How a job ended in an earlier run, from GitHub's record and the logs of its attempts.</summary>
public sealed class PastJobTests
{
    private static readonly TestCase Failure = Runs.Test("job unit", TestOutcome.Error, "error: no title", TestScope.Job);
    private static readonly Citation Alike = Citation.OfLines("history/01/logs/unit.txt", 2, 2, "error: no title");

    private static PastJob Job(string name, string conclusion = "success") =>
        new(name, conclusion, null, Citation.OfJson("history/01/jobs.json", "/jobs/0/conclusion", conclusion));

    [Fact]
    public void The_log_of_a_job_may_have_its_workflow_in_front() =>
        PastJob.Named([Job("unit (3.12)"), Job("unit")], ["ci-unit"]).ShouldHaveSingleItem().Name.ShouldBe("unit");

    [Fact]
    public void A_job_that_failed_alike_and_then_passed_was_flaky()
    {
        PastJob.Outcome(Failure, [Job("unit", "failure"), Job("unit")], Alike, failed: true)!.Flaky.ShouldBeTrue();
        PastJob.Outcome(Failure, [Job("unit", "failure"), Job("unit")], null, failed: true)!.Flaky.ShouldBeFalse();
    }

    [Fact]
    public void Only_a_log_that_says_the_same_makes_it_the_same_failure()
    {
        PastJob.Outcome(Failure, [Job("unit", "failure")], Alike, failed: true)!.Signature.ShouldNotBeNull();
        PastJob.Outcome(Failure, [Job("unit", "failure")], null, failed: true)!.Signature.ShouldBeNull();
    }

    [Fact]
    public void A_log_without_a_failure_is_one_of_a_pass_unless_the_record_says_otherwise()
    {
        PastJob.Outcome(Failure, [], null, failed: false, Alike)!.Outcome.ShouldBe(TestOutcome.Passed);
        PastJob.Outcome(Failure, [Job("unit", "failure")], null, failed: false, Alike)!.Outcome.ShouldBe(TestOutcome.Error);
    }

    [Fact]
    public void Of_a_test_that_no_result_names_only_a_pass_of_its_job_says_something()
    {
        PastJob.OfTest(PastJob.Outcome(Failure, [Job("unit")], null, failed: false))!.OfJob.ShouldBeTrue();
        PastJob.OfTest(PastJob.Outcome(Failure, [Job("unit", "failure")], null, failed: true)).ShouldBeNull();
    }

    [Fact]
    public void Without_record_and_log_nothing_is_known() => PastJob.Outcome(Failure, [], null, failed: false).ShouldBeNull();
}
