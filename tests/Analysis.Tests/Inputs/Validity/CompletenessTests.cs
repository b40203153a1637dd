using Shouldly;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Inputs.Validity;
using Xunit;
using static Whybot.Analysis.Tests.Runs;

namespace Whybot.Analysis.Tests.Inputs.Validity;

/// <summary>What a run lacks, compared with a usual one.</summary>
public sealed class CompletenessTests
{
    private static Completeness Judge(Incident run) => Completeness.Judge(run, new UsualTests(run.History));

    private static Completeness Judge(Incident run, params HistoricRun[] earlier) => Judge(run with { History = new RunHistory(earlier) });

    private static TestCase[] Mails(int count) => [.. Passing(count, "mails").Select(t => t with { Suite = "mail" })];

    [Fact]
    public void Without_an_earlier_run_nothing_is_missing()
    {
        var judged = Judge(Of(File("unit", Passing(1))));

        (judged.Incomplete, judged.Usual, judged.MissingTests.Count).ShouldBe((false, 0, 0));
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(2, true)]
    [InlineData(0, true)]
    public void Fewer_than_three_quarters_of_the_usual_tests_is_incomplete(int ran, bool incomplete)
    {
        var judged = Judge(Of(File("unit", Passing(ran))), Earlier("01", Passing(4)));

        (judged.Incomplete, judged.Usual, judged.Present).ShouldBe((incomplete, 4, ran));
    }

    [Fact]
    public void Other_tests_do_not_make_up_for_the_usual_ones() =>
        Judge(Of(File("unit", [.. Passing(2), .. Passing(9, "new")])), Earlier("01", Passing(4))).Incomplete.ShouldBeTrue();

    [Fact]
    public void A_test_that_failed_did_run() => Judge(Of(File("unit", Test("a", TestOutcome.Failed))), Earlier("01", Test("a"))).Present.ShouldBe(1);

    [Fact]
    public void A_test_that_is_skipped_for_once_did_not_run_and_one_that_always_is_lacks_nothing()
    {
        var run = Of(File("unit", Test("a"), Test("b", TestOutcome.Skipped)));

        var once = Judge(run, Earlier("01", Test("a"), Test("b")));
        var always = Judge(run, Earlier("01", Test("a"), Test("b", TestOutcome.Skipped)));

        (once.Present, once.MissingTests["unit"], once.Skipped).ShouldBe((1, 1, 1));
        (always.Present, always.MissingTests.Count, always.Skipped).ShouldBe((2, 0, 0));
    }

    [Fact]
    public void A_test_that_is_not_in_the_results_is_missing_but_not_skipped()
    {
        var judged = Judge(Of(File("unit", Test("a"))), Earlier("01", Test("a"), Test("b")));

        (judged.MissingTests["unit"], judged.Skipped).ShouldBe((1, 0));
    }

    [Fact]
    public void A_suite_that_usually_runs_is_missing_however_small_its_share()
    {
        var judged = Judge(Of(File("unit", Passing(40))), Earlier("01", [.. Passing(40), .. Mails(1)]));

        (judged.MissingSuites.Single(), judged.Incomplete).ShouldBe(("mail", true));
    }

    [Fact]
    public void A_suite_whose_file_is_missing_has_run_if_its_tests_are_found_elsewhere() =>
        Judge(Of(File("job log", [.. Passing(4).Select(t => t with { Suite = "job log" })])), Earlier("01", Passing(4))).MissingSuites.ShouldBeEmpty();

    [Fact]
    public void A_suite_all_of_whose_tests_were_skipped_is_there() =>
        Judge(Of(File("unit", Passing(40)), File("mail", Test("mails_1", TestOutcome.Skipped))), Earlier("01", [.. Passing(40), .. Mails(1)]))
            .MissingSuites.ShouldBeEmpty();

    [Fact]
    public void A_suite_that_a_gate_needs_is_missing_even_without_history()
    {
        var suite = new SuiteSettings("mail", "critical", null, []);
        var run = Of(File("unit", Passing(4)));

        Judge(run with { Settings = Runs.Gates(("critical", 1)) with { Suites = [suite] } }).MissingSuites.ShouldBe(["mail"]);
        Judge(run with { Settings = Runs.Gates(("unit", 1)) with { Suites = [suite] } }).MissingSuites.ShouldBeEmpty();
    }

    [Fact]
    public void What_the_plan_leaves_out_is_not_missing()
    {
        var plan = new PlanFile(1, "unit", false, [new PlannedPhase(1, "first", [new PlannedPart("unit", "unit", [], null, [])],
            new Dictionary<string, double>())], "");
        var run = Of(File("unit", Passing(4))) with { Plan = plan };

        Judge(run, Earlier("01", [.. Passing(4), .. Mails(9)])).Incomplete.ShouldBeFalse();
        Judge(run with { Plan = plan with { Whole = true } }, Earlier("01", [.. Passing(4), .. Mails(9)])).Incomplete.ShouldBeTrue();
    }

    [Fact]
    public void An_earlier_run_that_was_cut_short_is_not_the_usual_one()
    {
        var run = Of(File("unit", Passing(2)));

        Judge(run, Earlier("01", Passing(8)), Earlier("02", Passing(2))).Usual.ShouldBe(8);
        Judge(run, Earlier("01", Passing(8)), Earlier("02", Passing(6))).Usual.ShouldBe(6);
    }

    [Fact]
    public void Only_jobs_that_were_cut_short_are_cited()
    {
        var said = Build.At("logs/unit.txt", 3, "Killed");
        Completeness Ended(JobState state) => Judge(Of(File("unit", Passing(1))) with { Jobs = [Job(state) with { Said = said }] });

        Ended(JobState.Killed).Cut.ShouldBe([said]);
        Ended(JobState.Failed).Cut.ShouldBeEmpty();
    }
}
