using Shouldly;
using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Inputs.Validity;
using Xunit;
using static Whybot.Analysis.Tests.Runs;

namespace Whybot.Analysis.Tests.Decisions.Gates;

/// <summary>When a gate is met, when it is missed, and when the evidence does not say.</summary>
public sealed class GateJudgeTests
{
    private static readonly Authenticity Real = new(new HashSet<string>(), []);

    private static IReadOnlyList<Gate> Judge(Incident run, Authenticity? authenticity = null, params string[] flaky) =>
        new GateJudge(run, new SuiteLookup(run.Settings), Completeness.Judge(run, new UsualTests(run.History)), authenticity ?? Real, flaky.ToHashSet())
            .Judge();

    private static GateOutcome Outcome(Incident run, Authenticity? authenticity = null, params string[] flaky) =>
        Judge(run, authenticity, flaky).Single().Outcome;

    /// <summary>One suite, which needs nine tests of ten.</summary>
    private static Incident Nine(int passed, int failed, params HistoricRun[] earlier) =>
        Of(File("unit", [.. Passing(passed), .. Enumerable.Range(1, failed).Select(i => Test($"fails_{i}", TestOutcome.Failed))])) with
        {
            Settings = Runs.Gates(("overall", 0.9)),
            History = new RunHistory(earlier),
        };

    private static HistoricRun Usual(int tests, string suite = "unit") => Earlier("01", [.. Passing(tests).Select(t => t with { Suite = suite })]);

    [Theory]
    [InlineData(10, 0, GateOutcome.Passed)]
    [InlineData(9, 1, GateOutcome.Passed)]
    [InlineData(8, 1, GateOutcome.Failed)]
    [InlineData(0, 1, GateOutcome.Failed)]
    [InlineData(0, 0, GateOutcome.Inconclusive)]
    public void A_gate_is_met_from_its_rate_on_and_open_where_nothing_ran(int passed, int failed, GateOutcome outcome) =>
        Outcome(Nine(passed, failed)).ShouldBe(outcome);

    [Fact]
    public void A_rate_that_no_binary_fraction_hits_is_met_exactly() =>
        Outcome(Nine(19, 1) with { Settings = Runs.Gates(("overall", 0.95)) }).ShouldBe(GateOutcome.Passed);

    [Fact]
    public void Skipped_tests_neither_help_nor_harm() => Outcome(Of(File("unit", [.. Passing(9), Test("fails", TestOutcome.Failed),
        .. Enumerable.Range(1, 9).Select(i => Test($"skips_{i}", TestOutcome.Skipped))])) with
    { Settings = Runs.Gates(("overall", 0.9)) })
        .ShouldBe(GateOutcome.Passed);

    [Fact]
    public void Without_settings_every_test_must_pass()
    {
        var gate = Judge(Of(File("unit", [.. Passing(99), Test("fails", TestOutcome.Failed)]))).Single();

        (gate.Name, gate.Outcome).ShouldBe((GateJudge.Overall, GateOutcome.Failed));
        gate.Reason.ToString().ShouldBe("99 of 100 passed (99%), every test must pass");
    }

    [Fact]
    public void Tests_that_only_a_log_counts_belong_to_the_gate_over_all()
    {
        Outcome(Of(File("unit", Passing(1)) with { UnnamedFailed = 1 })).ShouldBe(GateOutcome.Failed);
        Outcome(Of(File("unit") with { UnnamedPassed = 3 })).ShouldBe(GateOutcome.Passed);
    }

    [Fact]
    public void A_missed_gate_that_the_missing_tests_could_have_met_is_open_and_one_that_they_could_not_is_failed()
    {
        Outcome(Nine(8, 1, Usual(9))).ShouldBe(GateOutcome.Inconclusive);
        Outcome(Nine(8, 2, Usual(10))).ShouldBe(GateOutcome.Failed);
    }

    [Fact]
    public void Of_a_rate_that_missing_tests_could_raise_it_is_not_said_that_flaky_tests_keep_it_down() =>
        Judge(Nine(8, 1, Usual(10))).Single().Reason.ToString().ShouldNotContain("flaky");

    [Fact]
    public void Missing_tests_of_a_file_that_could_not_be_loaded_count_as_failed()
    {
        var unloaded = Test("unit.py", TestOutcome.Error, "collection failure") with { ClassName = "" };
        var run = Of(File("unit", [.. Passing(8), unloaded])) with { Settings = Runs.Gates(("overall", 0.9)), History = new RunHistory([Usual(12)]) };

        Outcome(run).ShouldBe(GateOutcome.Failed);
        Outcome(Nine(8, 1, Usual(12))).ShouldBe(GateOutcome.Inconclusive);
    }

    [Fact]
    public void A_gate_that_only_flaky_tests_miss_is_open()
    {
        Outcome(Nine(8, 1), null, "tests::fails_1").ShouldBe(GateOutcome.Inconclusive);
        Outcome(Nine(8, 2), null, "tests::fails_1").ShouldBe(GateOutcome.Inconclusive);
        Outcome(Nine(7, 2), null, "tests::fails_1").ShouldBe(GateOutcome.Failed);
        Outcome(Nine(8, 1), null, "tests::another").ShouldBe(GateOutcome.Failed);
    }

    [Theory]
    [InlineData(30, GateOutcome.Passed)]
    [InlineData(29, GateOutcome.Inconclusive)]
    public void Enough_is_three_quarters_of_the_usual_tests(int ran, GateOutcome outcome)
    {
        var gate = Judge(Nine(ran, 0, Usual(40)) with { Settings = Runs.Gates(("overall", 0.5)) }).Single();

        gate.Outcome.ShouldBe(outcome);
        (gate.Outcome == GateOutcome.Passed || gate.Reason.ToString().StartsWith("only 29 of the usual 40 tests ran", StringComparison.Ordinal)).ShouldBeTrue();
    }

    [Fact]
    public void A_suite_that_usually_runs_and_did_not_keeps_the_gate_open() =>
        Outcome(Nine(40, 0, Earlier("01", [.. Passing(40), Test("mails") with { Suite = "mail" }]))).ShouldBe(GateOutcome.Inconclusive);

    [Fact]
    public void A_file_that_was_not_fully_read_keeps_its_own_gate_open_and_no_other()
    {
        var run = Of(File("unit", Passing(4)), File("mail", Passing(4, "mails")).Broken()) with { Settings = Runs.Gates(("mail", 0.5), ("unit", 0.5)) };

        Judge(run).Select(g => (g.Name, g.Outcome)).ShouldBe([("mail", GateOutcome.Inconclusive), ("unit", GateOutcome.Passed)]);
    }

    [Fact]
    public void A_file_of_an_unknown_suite_that_was_not_read_keeps_every_gate_open()
    {
        var run = Of(File("unit", Passing(4))) with { Settings = Runs.Gates(("unit", 0.5)) };

        Outcome(run with { Unread = [new InputProblem("x.zip", null, ReadExtent.None, "broken")] }).ShouldBe(GateOutcome.Inconclusive);
    }

    [Fact]
    public void Passes_that_prove_nothing_do_not_meet_a_gate_and_few_of_them_do_not_harm_it()
    {
        Authenticity Unproved(int count, params string[] suites) => new(Enumerable.Range(1, count).Select(i => $"tests::passes_{i}").ToHashSet(), suites);

        Outcome(Nine(10, 0), Unproved(2, "unit")).ShouldBe(GateOutcome.Inconclusive);
        Outcome(Nine(10, 0), Unproved(1, "unit")).ShouldBe(GateOutcome.Passed);
        Outcome(Nine(10, 0), Unproved(2)).ShouldBe(GateOutcome.Passed);
    }

    [Fact]
    public void Tests_that_no_gate_covers_must_all_pass()
    {
        var run = Of(File("unit", Passing(4)), File("mail", [.. Passing(9, "mails"), Test("fails", TestOutcome.Failed)]));

        Judge(run with { Settings = Runs.Gates(("unit", 0.9)) }).Select(g => (g.Name, g.Outcome))
            .ShouldBe([("unit", GateOutcome.Passed), (GateJudge.Others, GateOutcome.Failed)]);
        Judge(run with { Settings = Runs.Gates(("unit", 0.9), ("overall", 0.9)) }).ShouldAllBe(g => g.Outcome == GateOutcome.Passed);
    }

    [Fact]
    public void Without_other_tests_there_is_no_gate_over_them() =>
        Judge(Of(File("unit", Passing(4))) with { Settings = Runs.Gates(("unit", 0.9)) }).ShouldHaveSingleItem().Name.ShouldBe("unit");

    [Fact]
    public void A_gate_belongs_to_the_category_that_the_settings_give_a_suite()
    {
        var settings = Runs.Gates(("critical", 1)) with { Suites = [new SuiteSettings("unit", "critical", Priority.P0, [])] };

        Judge(Of(File("unit", Passing(3))) with { Settings = settings }).Single().Outcome.ShouldBe(GateOutcome.Passed);
        Judge(Of(File("mail", Passing(3))) with { Settings = settings }).Select(g => (g.Name, g.Outcome))
            .ShouldBe([("critical", GateOutcome.Inconclusive), (GateJudge.Others, GateOutcome.Passed)]);
    }

    [Fact]
    public void A_category_that_the_plan_leaves_out_has_no_gate()
    {
        var plan = new PlanFile(1, "unit", false, [new PlannedPhase(1, "first", [new PlannedPart("unit", "unit", [], null, [])],
            new Dictionary<string, double>())], "");
        var run = Of(File("unit", Passing(3))) with { Settings = Runs.Gates(("unit", 0.9), ("mail", 0.9)) };

        Judge(run with { Plan = plan }).Select(g => g.Name).ShouldBe(["unit"]);
        Judge(run with { Plan = plan with { Whole = true } }).Select(g => g.Name).ShouldBe(["unit", "mail"]);
    }

    [Fact]
    public void A_failure_outside_of_tests_is_no_test_of_a_gate() =>
        Outcome(Of(File("unit", [.. Passing(9), Test("tear-down", TestOutcome.Error, scope: TestScope.Suite)])) with { Settings = Runs.Gates(("unit", 0.95)) })
            .ShouldBe(GateOutcome.Passed);
}
