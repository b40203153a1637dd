using Shouldly;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Results;
using Xunit;
using static Whybot.Analysis.Tests.Build;
using static Whybot.Analysis.Tests.Runs;

namespace Whybot.Analysis.Tests.Causes.Facts;

/// <summary>What earlier runs say of a cause's tests.</summary>
public sealed class PastOfClusterTests
{
    private const string Other = "TimeoutError: no answer from the shop";

    private static PastOfCluster Past(TestCase[] tests, params HistoricRun[] runs) => new(FactsOf(tests), new RunHistory(runs), Of().Deployment);

    private static PastOfCluster Past(params HistoricRun[] runs) => Past([Failing()], runs);

    private static HistoricRun Ran(string name, TestOutcome outcome = TestOutcome.Passed, string message = Unlike, string test = "adds_up") =>
        Earlier(name, Test(test, outcome, message));

    [Fact]
    public void Without_an_earlier_run_nothing_is_said_not_even_that_it_is_new()
    {
        var past = Past();

        (past.New, past.Flipping, past.AlreadyFailing, past.Last).ShouldBe((false, false, false, null));
    }

    [Fact]
    public void A_test_that_no_earlier_run_has_is_new_and_one_that_was_only_skipped_is_not()
    {
        Past(Ran("01", test: "other")).New.ShouldBeTrue();
        Past(Ran("01", TestOutcome.Skipped), Ran("02", test: "other")).New.ShouldBeFalse();
    }

    [Fact]
    public void A_cause_is_new_only_if_all_of_its_tests_are() =>
        Past([Failing(name: "one"), Failing(name: "two")], Ran("01", test: "one")).New.ShouldBeFalse();

    [Fact]
    public void Only_failures_that_say_the_same_count_as_this_one_before()
    {
        Past(Ran("01", TestOutcome.Failed)).FailedBefore.Count.ShouldBe(1);
        Past(Ran("01", TestOutcome.Failed, Other)).FailedBefore.ShouldBeEmpty();
        Past(Ran("01", TestOutcome.Failed, test: "other")).FailedBefore.ShouldBeEmpty();
    }

    [Fact]
    public void Where_a_pull_request_left_its_base_the_run_there_or_the_newest_one_before_it_says_how_it_was()
    {
        static PastOfCluster At(HistoricRun left, params HistoricRun[] runs) =>
            new(FactsOf(Failing()), new RunHistory(runs) { Base = left.Sha }, Of().Deployment);
        var (failed, passed) = (Ran("01", TestOutcome.Failed), Ran("02"));
        var (brokeLater, other) = (Ran("03", TestOutcome.Failed), Ran("02", test: "other"));

        At(failed, failed, passed).ShouldSatisfyAllConditions(p => p.FailedAlikeAtBase.ShouldBeTrue(), p => p.FailedAlikeAtLast.ShouldBeFalse());
        At(passed, failed, passed, brokeLater).BaseBrokeSince.ShouldBeTrue();
        At(other, failed, other).FailedAlikeAtBase.ShouldBeTrue("that run did not have the test");
        At(Ran("09"), failed, passed).AtBase.ShouldBeNull();
    }

    [Fact]
    public void It_fails_already_if_it_failed_at_the_last_run_for_whatever_reason()
    {
        Past(Ran("01", TestOutcome.Failed, Other)).AlreadyFailing.ShouldBeTrue();
        Past(Ran("01", TestOutcome.Error, Other)).AlreadyFailing.ShouldBeTrue();
        Past(Ran("01", TestOutcome.Failed), Ran("02")).AlreadyFailing.ShouldBeFalse();
        Past([Failing(name: "one"), Failing(name: "two")], Earlier("01", Test("one", TestOutcome.Failed), Test("two"))).AlreadyFailing.ShouldBeFalse();
    }

    [Fact]
    public void It_flips_from_the_second_change_on_this_failure_included()
    {
        Past(Ran("01", TestOutcome.Failed), Ran("02")).Flipping.ShouldBeTrue();
        Past(Ran("01")).Flipping.ShouldBeFalse();
        Past(Ran("01", TestOutcome.Failed)).Flipping.ShouldBeFalse();
    }

    [Fact]
    public void A_skipped_run_between_is_no_change() =>
        Past(Ran("01", TestOutcome.Failed), Ran("02", TestOutcome.Skipped), Ran("03", TestOutcome.Failed)).Flipping.ShouldBeFalse();

    [Fact]
    public void It_flips_only_if_each_of_its_tests_failed_alike_before()
    {
        HistoricRun[] runs = [Earlier("01", Failing(name: "one"), Failing(Other, "two")), Earlier("02", Test("one"), Test("two"))];

        Past([Failing(name: "one")], runs).Flipping.ShouldBeTrue();
        Past([Failing(name: "one"), Failing(name: "two")], runs).Flipping.ShouldBeFalse();
    }

    [Fact]
    public void Passes_on_retry_count_by_runs_and_only_if_each_test_needed_one_once()
    {
        HistoricRun Retried(string name, params string[] tests) => Earlier(name, [.. tests.Select(t => Test(t, failedAttempts: 1))]);

        Past([Failing(name: "one"), Failing(name: "two")], Retried("01", "one"), Retried("02", "two")).PassedOnRetry.ShouldBe(2);
        Past([Failing(name: "one"), Failing(name: "two")], Retried("01", "one"), Retried("02", "one")).PassedOnRetry.ShouldBe(0);
    }

    [Fact]
    public void A_run_that_was_not_fully_read_is_no_green_one() =>
        Past(Ran("01"), Ran("02") with { Unread = true }).LastGreen!.Name.ShouldBe("01");

    [Fact]
    public void Only_a_plain_pass_counts_as_passed_before()
    {
        Past(Ran("01")).PassedAtLast.Count.ShouldBe(1);
        Past(Ran("01", TestOutcome.UnexpectedPass)).PassedAtLast.ShouldBeEmpty();
        Past(Ran("01"), Ran("02", TestOutcome.Skipped)).PassedAtLast.ShouldBeEmpty();
    }

    [Fact]
    public void Of_tests_that_ran_again_only_those_of_the_cause_that_ended_count()
    {
        var again = File("again", Test("adds_up", TestOutcome.Failed), Test("other"));

        RanAgain.Of([Failing()], [again]).ShouldBe(new RanAgain(1, 1));
        RanAgain.Of([Failing(name: "third")], [again]).ShouldBeNull();
        RanAgain.Of([Failing()], [File("again", Test("adds_up", TestOutcome.Skipped))]).ShouldBeNull();
    }

    [Fact]
    public void It_fails_since_the_first_of_the_runs_in_a_row_that_failed_alike()
    {
        var past = Past(Ran("01", TestOutcome.Failed), Ran("02"), Ran("03", TestOutcome.Failed), Ran("04", TestOutcome.Failed));

        (past.FailedAlikeAtLast, past.Since!.Name, past.PassedSince).ShouldBe((true, "03", true));
        Past(Ran("01", TestOutcome.Failed)).PassedSince.ShouldBeFalse();
        Past(Ran("01", TestOutcome.Failed, Other)).Since.ShouldBeNull();
    }

    [Fact]
    public void A_failure_and_a_pass_of_one_commit_show_a_flake_unless_it_stays_broken()
    {
        var (failed, passed) = (Ran("01", TestOutcome.Failed), Ran("02"));

        Past(failed, passed with { Sha = failed.Sha }).CameAndWentAt.ShouldBe(failed);
        Past(failed, passed).CameAndWentAt.ShouldBeNull();
        Past(passed with { Sha = failed.Sha }, failed).CameAndWentAt.ShouldBeNull();
    }

    [Theory]
    [InlineData(null, 2, true)]
    [InlineData(null, 48, false)]
    [InlineData("staging", 2, false)]
    public void Another_attempt_at_this_commit_counts_within_a_day_and_not_for_deployments(string? environment, int hours, bool counts)
    {
        var now = Of().Deployment with { Environment = environment };
        var attempt = Ran("01") with { Sha = now.Sha!.Value, DeployedAt = now.CreatedAt!.Value.AddHours(-hours) };

        new PastOfCluster(FactsOf(Failing()), new RunHistory([attempt]), now).PassedHere.Count.ShouldBe(counts ? 1 : 0);
    }
}
