using Shouldly;
using Whybot.Analysis.Explanation.Claims;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Explanation.Verdicts;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Results;
using Xunit;
using static Whybot.Analysis.Tests.Build;
using static Whybot.Analysis.Tests.Runs;

namespace Whybot.Analysis.Tests.Explanation.Verdicts;

/// <summary>What a cause is, by what is known of it; of two rules that apply, the more certain one decides.</summary>
public sealed class VerdictRulesTests
{
    private static readonly HistoricRun Passed = Earlier("02", Failing() with { Outcome = TestOutcome.Passed, Failure = null });
    private static readonly HistoricRun Failed = Earlier("01", Failing());
    private static readonly HistoricRun FailedOtherwise = Earlier("01", Failing("TimeoutError: no answer from the shop"));
    private static readonly HistoricRun PassedOnRetry =
        Earlier("01", Failing() with { Outcome = TestOutcome.Passed, Failure = null, FailedAttempts = 1 });

    private static Verdict Decide(ClusterFinding finding, params string[] doubted) => VerdictRules.Decide(finding, doubted.ToHashSet());

    private static VerdictKind KindOf(ClusterFinding finding) => Decide(finding).Kind;

    [Fact]
    public void What_a_person_calls_flaky_is_flaky_whatever_else_was_found()
    {
        var finding = Finding(null, Passed).Following(Down()).Matching(Match()) with { Ruling = new Ruling { FlakyBy = "ann" } };

        Decide(finding).Because.ToString().ShouldBe("flaky: ann says so");
        KindOf(finding with { Ruling = Ruling.None }).ShouldNotBe(VerdictKind.Flaky);
    }

    [Fact]
    public void A_broken_service_is_the_environments_unless_a_change_is_suspected()
    {
        KindOf(Finding().Following(Down())).ShouldBe(VerdictKind.Environment);
        KindOf(Finding().Following(Down()).Blaming(Suspect())).ShouldNotBe(VerdictKind.Environment);
    }

    [Fact]
    public void A_broken_service_outranks_a_matching_issue_and_a_pass_at_the_last_deployment() =>
        KindOf(Finding(null, Passed).Following(Down()).Matching(Match())).ShouldBe(VerdictKind.Environment);

    [Theory]
    [InlineData("import-error", false)]
    [InlineData("missing-migration", false)]
    [InlineData("missing-setting", true)]
    [InlineData("authentication", true)]
    public void A_service_that_broke_by_its_own_error_is_the_environments_only_for_settings_and_refused_credentials(string kind, bool environment) =>
        (KindOf(Finding().Following(Down(kind: kind) with { OwnError = true })) == VerdictKind.Environment).ShouldBe(environment);

    [Fact]
    public void The_verdict_says_whether_a_probe_or_the_log_shows_the_fault()
    {
        Decide(Finding().Following(Down())).Because.ToString().ShouldStartWith("environment: the tcp probe of store:5432 shows it (connection-refused)");
        Decide(Finding().Following(Fault("connection-refused", Event(Refused)))).Because.ToString().ShouldStartWith("environment: the platform logged");
    }

    [Fact]
    public void What_passes_once_more_on_the_same_commit_is_flaky_if_all_of_it_ran()
    {
        var both = Finding(FactsOf(Failing(name: "one"), Failing(name: "two")));

        KindOf(both with { Again = new RanAgain(2, 0) }).ShouldBe(VerdictKind.Flaky);
        KindOf(both with { Again = new RanAgain(1, 0) }).ShouldNotBe(VerdictKind.Flaky);
    }

    [Fact]
    public void What_fails_once_more_keeps_its_verdict_and_says_so()
    {
        var verdict = Decide(Finding(null, Passed) with { Again = new RanAgain(1, 1) });

        verdict.Kind.ShouldBe(VerdictKind.Regression);
        verdict.Because.Claims.ShouldContain(c => c is RanOnceMore);
    }

    [Fact]
    public void An_open_issue_that_describes_it_makes_it_known_even_where_it_passed_before()
    {
        KindOf(Finding(null, Passed).Matching(Match())).ShouldBe(VerdictKind.Known);
        Decide(Finding().Matching(Match(7))).Because.ToString().ShouldStartWith("known: #7 describes it");
    }

    [Fact]
    public void A_similar_issue_outranks_a_suspect_but_no_established_one()
    {
        KindOf(Finding().Matching(Match()).Blaming(Suspect())).ShouldBe(VerdictKind.Known);
        KindOf(Finding().Matching(Match()).Blaming(Suspect(established: true))).ShouldBe(VerdictKind.Regression);
    }

    [Fact]
    public void What_a_person_says_of_an_issue_outranks_an_established_suspect()
    {
        var blamed = Finding().Blaming(Suspect(established: true));

        KindOf(blamed.Matching(Match(bySomebody: true))).ShouldBe(VerdictKind.Known);
        KindOf(blamed.Matching(Match()) with { Ruling = new Ruling { SameAsBy = "ann" } }).ShouldBe(VerdictKind.Known);
    }

    [Fact]
    public void What_came_and_went_stays_flaky_under_the_bots_own_issue_and_is_known_under_another()
    {
        KindOf(Finding(null, Failed, Passed).Matching(Match(own: true))).ShouldBe(VerdictKind.Flaky);
        KindOf(Finding(null, Failed, Passed).Matching(Match())).ShouldBe(VerdictKind.Known);
        KindOf(Finding(null, Passed).Matching(Match(own: true))).ShouldBe(VerdictKind.Known);
    }

    [Fact]
    public void What_failed_and_then_passed_on_one_commit_is_flaky_unless_a_change_is_established()
    {
        var flipped = Finding(null, Passed) with { Flipped = 1 };

        KindOf(flipped).ShouldBe(VerdictKind.Flaky);
        KindOf(flipped.Blaming(Suspect())).ShouldBe(VerdictKind.Flaky);
        KindOf(flipped.Blaming(Suspect(established: true))).ShouldBe(VerdictKind.Regression);
        KindOf(flipped with { Flipped = 0 }).ShouldBe(VerdictKind.Regression);
    }

    [Fact]
    public void What_passed_only_on_retry_is_flaky_unless_it_failed_at_the_last_deployment_too()
    {
        KindOf(Finding(null, PassedOnRetry)).ShouldBe(VerdictKind.Flaky);
        KindOf(Finding(null, PassedOnRetry, FailedOtherwise)).ShouldBe(VerdictKind.Inconclusive);
    }

    [Fact]
    public void What_failed_alike_and_passed_after_that_is_flaky_and_what_failed_otherwise_is_not()
    {
        KindOf(Finding(null, Failed, Passed)).ShouldBe(VerdictKind.Flaky);
        KindOf(Finding(null, FailedOtherwise, Passed)).ShouldBe(VerdictKind.Regression);
        KindOf(Finding(null, Failed, Passed).Blaming(Suspect(established: true))).ShouldBe(VerdictKind.Regression);
    }

    [Fact]
    public void Of_a_flaky_cause_with_a_suspect_it_is_not_said_that_nothing_explains_it()
    {
        Decide(Finding(null, Failed, Passed)).Because.Claims.ShouldContain(c => c is NothingExplains);
        Decide(Finding(null, Failed, Passed).Blaming(Suspect())).Because.Claims.ShouldNotContain(c => c is NothingExplains);
    }

    [Fact]
    public void Tests_that_did_not_reach_what_they_test_are_the_harness_unless_a_change_is_suspected()
    {
        var harness = Finding(FactsOf("fixture 'token' not found"), Earlier("01", Failing() with { Outcome = TestOutcome.Passed, Failure = null }));

        KindOf(harness).ShouldBe(VerdictKind.Harness);
        KindOf(harness.Blaming(Suspect())).ShouldBe(VerdictKind.Regression);
    }

    [Fact]
    public void What_passed_at_the_last_deployment_is_a_regression() => KindOf(Finding(null, Passed)).ShouldBe(VerdictKind.Regression);

    [Fact]
    public void What_passed_at_the_last_green_one_and_was_skipped_since_is_a_regression() =>
        KindOf(Finding(null, Passed, Earlier("02", Test("adds_up", TestOutcome.Skipped), Test("other", TestOutcome.Failed)))).ShouldBe(VerdictKind.Regression);

    [Fact]
    public void A_failure_before_the_change_is_not_blamed_on_it()
    {
        var verdict = Decide(Finding(null, Passed, Failed));

        verdict.Kind.ShouldBe(VerdictKind.Inconclusive);
        verdict.Because.Claims.ShouldContain(c => c is FailedAtLast);
    }

    [Fact]
    public void Without_history_only_an_established_suspect_makes_a_regression()
    {
        Decide(Finding().Blaming(Suspect(established: true))).Because.ToString().ShouldBe("regression: aaaaaaaa changed what the error names");
        KindOf(Finding().Blaming(Suspect())).ShouldBe(VerdictKind.Inconclusive);
    }

    [Fact]
    public void A_run_that_was_cut_short_leaves_what_is_known_otherwise()
    {
        KindOf(Finding() with { RunIncomplete = true }).ShouldBe(VerdictKind.Incomplete);
        KindOf(Finding(null, Passed) with { RunIncomplete = true }).ShouldBe(VerdictKind.Regression);
    }

    [Fact]
    public void Where_nothing_decides_the_verdict_says_what_is_lacking()
    {
        Decide(Finding(null, Earlier("01", Test("other")))).Because.Claims.Single().ShouldBeOfType<NewTests>();
        Decide(Finding()).Because.Claims.Select(c => c.GetType()).ShouldBe([typeof(NeverSeenPassing), typeof(NothingExplains)]);
        Decide(Finding().Blaming(Suspect())).Because.Claims.Single().ShouldBeOfType<NeverSeenPassing>();
    }

    [Fact]
    public void A_verdict_that_people_overruled_too_often_is_only_suggested()
    {
        var verdict = Decide(Finding(null, Passed), "regression");

        verdict.Kind.ShouldBe(VerdictKind.Inconclusive);
        verdict.Because.ToString().ShouldStartWith("inconclusive: people have overruled such verdicts too often; this one would have been regression");
        Decide(Finding(null, Passed), "flaky").Kind.ShouldBe(VerdictKind.Regression);
    }

    [Fact]
    public void A_persons_word_and_a_matching_issue_are_never_doubted_here()
    {
        Decide(Finding() with { Ruling = new Ruling { FlakyBy = "ann" } }, "flaky").Kind.ShouldBe(VerdictKind.Flaky);
        Decide(Finding().Matching(Match()), "known").Kind.ShouldBe(VerdictKind.Known);
    }

    [Fact]
    public void What_the_base_fails_at_as_well_is_not_the_pull_requests()
    {
        KindOf(Finding(null, Failed) with { IsOfPull = true }).ShouldBe(VerdictKind.Preexisting);
        KindOf(Finding(null, Failed)).ShouldBe(VerdictKind.Inconclusive);
        KindOf(Finding(null, FailedOtherwise) with { IsOfPull = true }).ShouldNotBe(VerdictKind.Preexisting);
    }
}
