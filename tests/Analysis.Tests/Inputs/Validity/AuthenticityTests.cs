using Shouldly;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Validity;
using Xunit;
using static Whybot.Analysis.Tests.Runs;

namespace Whybot.Analysis.Tests.Inputs.Validity;

/// <summary>Which passes in no time prove nothing.</summary>
public sealed class AuthenticityTests
{
    private static Authenticity Judge(bool declared, IReadOnlyList<TestCase> tests, params HistoricRun[] earlier) =>
        Authenticity.Judge(tests, new UsualTests(new RunHistory(earlier)), _ => declared);

    private static TestCase[] Took(double? seconds, params string[] names) => [.. names.Select(n => Test(n, seconds: seconds))];

    private static bool Suspicious(double? seconds, double? before, bool declared = false) =>
        Judge(declared, Took(seconds, "a"), Earlier("01", Took(before, "a"))).Suites.Count > 0;

    [Theory]
    [InlineData(0.0, true)]
    [InlineData(0.0004, true)]
    [InlineData(0.0005, false)]
    [InlineData(null, false)]
    public void A_pass_takes_no_time_below_half_a_millisecond(double? seconds, bool suspicious) => Suspicious(seconds, 2).ShouldBe(suspicious);

    [Theory]
    [InlineData(0.002, true)]
    [InlineData(0.0015, true)]
    [InlineData(0.001, false)]
    [InlineData(0.0, false)]
    [InlineData(null, false)]
    public void In_a_suite_that_the_settings_name_it_is_suspicious_if_the_test_usually_takes_two_milliseconds(double? before, bool suspicious) =>
        Suspicious(0, before, declared: true).ShouldBe(suspicious);

    [Theory]
    [InlineData(0.01, true)]
    [InlineData(0.009, false)]
    public void Any_other_suite_must_have_taken_twenty_times_as_long_as_a_time_of_zero_may_hide(double before, bool suspicious) =>
        Suspicious(0, before).ShouldBe(suspicious);

    [Fact]
    public void A_faster_machine_is_no_reason_for_suspicion() =>
        Judge(false, Took(0.00049, "a", "b", "c"), Earlier("01", Took(0.0015, "a", "b", "c"))).Unproved.ShouldBeEmpty();

    [Theory]
    [InlineData(0.1, true)]
    [InlineData(0.09, false)]
    public void One_quick_test_among_slow_ones_is_suspicious_only_if_it_usually_takes_long(double before, bool suspicious) =>
        Judge(false, [.. Took(0, "a"), .. Took(2, "b", "c")], Earlier("01", [.. Took(before, "a"), .. Took(2, "b", "c")])).Unproved.Count
            .ShouldBe(suspicious ? 1 : 0);

    [Fact]
    public void One_slow_run_of_three_does_not_make_a_fast_test_suspicious() =>
        Judge(false, Took(0, "a"), Earlier("01", Took(0, "a")), Earlier("02", Took(4, "a")), Earlier("03", Took(0, "a"))).Unproved.ShouldBeEmpty();

    [Fact]
    public void Failures_say_nothing_about_the_time_that_a_pass_takes() =>
        Judge(false, Took(0, "a"), Earlier("01", Test("a", TestOutcome.Failed, seconds: 30))).Unproved.ShouldBeEmpty();

    [Fact]
    public void Of_a_suite_at_least_half_must_take_no_time_for_it_to_prove_nothing()
    {
        var before = Earlier("01", Took(2, "a", "b", "c"));

        Judge(false, [.. Took(0, "a"), .. Took(2, "b")], before).Suites.ShouldBe(["unit"]);
        Judge(false, [.. Took(0, "a"), .. Took(2, "b", "c")], before).Suites.ShouldBeEmpty();
    }

    [Fact]
    public void A_single_test_that_took_no_time_is_unproved_though_its_suite_is_not()
    {
        var judged = Judge(false, [.. Took(0, "a"), .. Took(2, "b", "c")], Earlier("01", Took(2, "a", "b", "c")));

        judged.Unproved.ShouldBe(["tests::a"]);
    }

    [Fact]
    public void Tests_that_never_take_time_do_not_dilute_the_others()
    {
        var judged = Judge(false, [.. Took(0, "a", "quick", "quicker")], Earlier("01", [.. Took(2, "a"), .. Took(0, "quick", "quicker")]));

        (judged.Suites.Single(), judged.Unproved.Single()).ShouldBe(("unit", "tests::a"));
    }

    [Fact]
    public void Without_history_a_suite_without_any_time_is_suspicious_only_if_the_settings_name_it()
    {
        Judge(true, Took(0, "a", "b")).Suites.ShouldBe(["unit"]);
        Judge(false, Took(0, "a", "b")).Suites.ShouldBeEmpty();
    }

    [Fact]
    public void Without_history_a_single_test_or_one_that_took_time_clears_the_suite()
    {
        Judge(true, Took(0, "a")).Suites.ShouldBeEmpty();
        Judge(true, [.. Took(0, "a", "b"), .. Took(1, "c")]).Suites.ShouldBeEmpty();
    }

    [Fact]
    public void Each_suite_is_judged_by_itself()
    {
        TestCase[] mail = [.. Took(3, "c", "d").Select(t => t with { Suite = "mail" })];

        Judge(true, [.. Took(0, "a", "b"), .. mail]).Suites.ShouldBe(["unit"]);
    }

    [Fact]
    public void Only_passes_can_be_unproved() =>
        Judge(true, [Test("a", TestOutcome.Failed, seconds: 0), Test("b", TestOutcome.Skipped, seconds: 0)]).Unproved.ShouldBeEmpty();
}
