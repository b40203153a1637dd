using Shouldly;
using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Readiness;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Filing;
using Whybot.Analysis.Output.Reports;
using Xunit;
using static Whybot.Analysis.Tests.Runs;

namespace Whybot.Analysis.Tests.Decisions.Gates;

public sealed class RunDecisionsTests
{
    [Theory]
    [InlineData(1, "100%")]
    [InlineData(0.9, "90%")]
    [InlineData(0.9499, "94.9%")]
    [InlineData(0.99999, "99.9%")]
    [InlineData(0, "0%")]
    public void A_rate_is_never_shown_better_than_it_is(double rate, string shown) => Numbers.Percent(rate).ShouldBe(shown);

    [Fact]
    public void All_passed_and_all_read_is_go() => Of(File("unit", Passing(3))).Decided().ShouldBe("go");

    [Fact]
    public void Without_settings_one_failing_test_of_sixty_is_no_go() =>
        Of(File("unit", [.. Passing(59), Test("breaks", TestOutcome.Failed)])).Decided().ShouldBe("no-go");

    [Fact]
    public void A_percentage_excuses_a_failing_test_only_where_the_settings_set_it()
    {
        var run = Of(File("unit", [.. Passing(59), Test("breaks", TestOutcome.Failed)]));

        (run with { Settings = Runs.Gates(("overall", 0.9)) }).Decided().ShouldBe("go");
        (run with { Settings = Runs.Gates(("unit", 0.9)) }).Decided().ShouldBe("go");
        (run with { Settings = Runs.Gates(("another", 0.9)) }).Decided().ShouldBe("no-go");
    }

    [Theory]
    [InlineData(ReadExtent.Partial)]
    [InlineData(ReadExtent.None)]
    public void A_file_that_was_not_fully_read_beside_a_green_one_is_inconclusive_and_named(ReadExtent extent)
    {
        var report = Of(File("unit", Passing(3)), File("mail", Passing(2, "mails")).Broken("it ends in the middle", extent)).Analyse();

        report.Decision.ShouldBe(Decision.Inconclusive);
        report.Reason.ToString().ShouldBe("not fully read: results/mail.xml:3 (it ends in the middle)");
        CommentWriter.Write(report).Split('\n')[0].ShouldContain("not fully read: `results/mail.xml:3` (`it ends in the middle`)");
    }

    [Fact]
    public void A_failure_beside_a_broken_file_stays_no_go() =>
        Of(File("unit", Test("breaks", TestOutcome.Failed)), File("mail").Broken()).Decided().ShouldBe("no-go");

    [Fact]
    public void No_percentage_excuses_a_file_that_was_not_read()
    {
        var report = (Of(File("unit", Passing(30)), File("mail", Passing(1, "mails")).Broken()) with { Settings = Runs.Gates(("mail", 0), ("unit", 0.5)) })
            .Analyse();

        report.Decision.ShouldBe(Decision.Inconclusive);
        report.Gates.Single(g => g.Name == "mail").Outcome.ShouldBe(GateOutcome.Inconclusive);
        report.Gates.Single(g => g.Name == "unit").Outcome.ShouldBe(GateOutcome.Passed);
    }

    [Theory]
    [InlineData(TestScope.Suite)]
    [InlineData(TestScope.Run)]
    public void A_failure_outside_of_tests_is_no_go_and_counts_as_no_test(TestScope scope)
    {
        var report = (Of(File("unit", [.. Passing(30), Test("tear-down of Valves", TestOutcome.Error, "valve still open", scope)]))
            with
        { Settings = Runs.Gates(("overall", 0.5)) }).Analyse();

        report.Decision.ShouldBe(Decision.NoGo);
        report.Reason.ToString().ShouldContain("valve still open");
        (report.Totals.Tests, report.Totals.Passed, report.Totals.Errors, report.Totals.Outside).ShouldBe((30, 30, 1, 1));
    }

    [Theory]
    [InlineData(JobState.Killed)]
    [InlineData(JobState.TimedOut)]
    [InlineData(JobState.Cancelled)]
    [InlineData(JobState.Aborted)]
    [InlineData(JobState.NotStarted)]
    [InlineData(JobState.RunnerLost)]
    public void A_job_that_was_cut_short_is_never_go_whatever_its_tests_say(JobState state) =>
        (Of(File("unit", Passing(30))) with { Jobs = [Job(state, code: 137)] }).Decided().ShouldBe("inconclusive");

    [Fact]
    public void A_job_that_failed_although_its_tests_passed_is_no_go()
    {
        var report = (Of(File("unit", Passing(30))) with { Jobs = [Job(JobState.Failed, code: 3) with { Step = "npm run build" }] }).Analyse();

        report.Decision.ShouldBe(Decision.NoGo);
        report.Reason.ToString().ShouldBe("a job failed: unit failed (exit code 3) in “npm run build”");
    }

    [Fact]
    public void A_job_that_failed_for_tests_that_a_percentage_allows_forbids_nothing()
    {
        var run = Of(File("unit", [.. Passing(59), Test("breaks", TestOutcome.Failed)])) with { Jobs = [Job(JobState.Failed, code: 1)] };

        (run with { Settings = Runs.Gates(("overall", 0.9)) }).Decided().ShouldBe("go");
        run.Decided().ShouldBe("no-go");
    }

    [Fact]
    public void A_job_is_explained_by_tests_of_its_suite_whatever_their_file_is_called()
    {
        var settings = Runs.Gates(("overall", 0.9)) with { Suites = [new SuiteSettings("orders", "critical", null, ["tests/test_orders.py"])] };
        var breaks = Test("breaks", TestOutcome.Failed) with { File = "tests/test_orders.py" };
        var run = Of(File("junit", [.. Passing(59), breaks])) with { Settings = settings };

        (run with { Jobs = [Job(JobState.Failed, code: 1) with { Suites = ["orders"] }] }).Decided().ShouldBe("go");
        (run with { Jobs = [Job(JobState.Failed, code: 1) with { Suites = ["mail"] }] }).Decided().ShouldBe("inconclusive");
    }

    [Fact]
    public void A_job_that_failed_before_it_had_tested_anything_condemns_a_commit_but_no_deployment()
    {
        var run = Of() with { Jobs = [Job(JobState.Failed, code: 1)] };

        run.Analyse().Reason.ToString().ShouldBe("a job failed, and no test result of it is known: unit failed (exit code 1)");
        run.Decided().ShouldBe("inconclusive");
        (run with { Deployment = run.Deployment with { Environment = null } }).Decided().ShouldBe("no-go");
    }

    [Fact]
    public void A_step_that_may_fail_forbids_nothing_and_is_shown()
    {
        var lint = new AllowedFailure("lint the docs", Citation.OfLines("logs/unit.txt", 4, 4, "MD041"));
        var report = (Of(File("unit", Passing(2))) with { Jobs = [Job(JobState.Succeeded) with { Allowed = [lint] }] }).Analyse();

        report.Decision.ShouldBe(Decision.Go);
        CommentWriter.Write(report).ShouldContain("`lint the docs` failed and was allowed to");
    }

    [Fact]
    public void Tests_whose_turn_did_not_come_are_never_go() =>
        Of(File("unit", [.. Passing(30), Test("late", TestOutcome.NotRun)])).Decided().ShouldBe("inconclusive");

    [Fact]
    public void A_commit_whose_jobs_succeeded_and_never_have_tests_is_go_and_a_deployment_is_not()
    {
        var commit = new Incident { Deployment = new(new("team/shop"), null, new(new string('f', 40)), null), Results = [], Jobs = [Job(JobState.Succeeded)] };

        commit.Decided().ShouldBe("go");
        (commit with { Deployment = commit.Deployment with { Environment = "staging" } }).Decided().ShouldBe("inconclusive");
        (commit with { Jobs = [Job(JobState.Succeeded), Job(JobState.Unknown)] }).Decided().ShouldBe("inconclusive");
        (commit with { Jobs = [] }).Decided().ShouldBe("inconclusive");
        (commit with { History = new RunHistory([Earlier("01", Passing(2))]) }).Decided().ShouldBe("inconclusive");
    }

    [Fact]
    public void Only_skipped_tests_prove_nothing()
    {
        var report = Of(File("unit", Test("a", TestOutcome.Skipped), Test("b", TestOutcome.Disabled))).Analyse();

        report.Decision.ShouldBe(Decision.Inconclusive);
        report.Reason.ToString().ShouldBe("all 2 tests were skipped; no data is never go");
    }

    [Fact]
    public void A_test_that_passed_on_retry_does_not_prevent_go_and_is_named()
    {
        var report = Of(File("unit", [.. Passing(2), Test("wobbles", failedAttempts: 2)])).Analyse();

        report.Decision.ShouldBe(Decision.Go);
        report.Flaky.ShouldBe([new FlakyTest("tests::wobbles", 3)]);
        CommentWriter.Write(report).ShouldContain("`tests::wobbles`: passed on try 3");
    }

    [Fact]
    public void A_test_that_failed_in_all_its_tries_is_no_go()
    {
        var report = Of(File("unit", [.. Passing(2), Test("breaks", TestOutcome.Failed, failedAttempts: 2)])).Analyse();

        report.Decision.ShouldBe(Decision.NoGo);
        report.Flaky.ShouldBeEmpty();
    }

    [Fact]
    public void A_test_that_passed_on_retry_before_and_fails_in_all_its_tries_now_is_inconclusive()
    {
        var history = new RunHistory([Earlier("01", [.. Passing(2), Test("wobbles", failedAttempts: 1)]), Earlier("02", [.. Passing(2), Test("wobbles")])]);

        (Of(File("unit", [.. Passing(2), Test("wobbles", TestOutcome.Failed, failedAttempts: 2)])) with { History = history }).Decided()
            .ShouldBe("inconclusive");
    }

    [Fact]
    public void Expected_failures_are_neither_failures_nor_passes()
    {
        var totals = Of(File("unit", Test("known", TestOutcome.ExpectedFailure), Test("fixed", TestOutcome.UnexpectedPass), Test("a"))).Analyse().Totals;

        (totals.Tests, totals.Passed, totals.Bad, totals.Skipped, totals.ExpectedFailures, totals.UnexpectedPasses).ShouldBe((3, 2, 0, 1, 1, 1));
    }

    [Fact]
    public void Where_another_revision_was_deployed_meanwhile_the_run_is_void_whatever_its_tests_say()
    {
        var report = (Of(File("unit", Test("breaks", TestOutcome.Failed))) with { Void = "staging served 1a2b3c4d while ffffffff was tested" }).Analyse();
        var drafts = RunDrafts.Of(report, RepositorySettings.Default, new CommandCatalogue([]));

        report.Decision.ShouldBe(Decision.Void);
        (drafts.Decision, drafts.Failing, drafts.Issues.Count, drafts.Notes.Count, drafts.Causes.Count).ShouldBe((Decision.Void, false, 0, 0, 0));
        drafts.Check.Summary.ShouldContain("1a2b3c4d");
    }

    [Fact]
    public void An_environment_that_is_not_ready_before_any_test_ran_is_not_ready()
    {
        var probe = new ProbeReading("tcp", "store:5432", false, null, 2, "connection refused", "readiness.json", "/services/0/probes/0");
        var down = new ReadinessReport("readiness.json", null, "staging",
            [new ServiceReadiness("store", false, [probe]) { Because = "tcp store:5432: connection refused" }]);

        (Of() with { Readiness = down }).Decided().ShouldBe("not-ready");
        (Of(File("unit", Passing(2))) with { Readiness = down }).Decided().ShouldBe("inconclusive");
    }

    [Fact]
    public void A_new_error_in_the_log_of_a_job_whose_end_is_unknown_is_never_go()
    {
        var run = Of(File("unit", Passing(2))) with { Jobs = [new JobEnd("build", JobState.Unknown, "logs/build.txt")] };

        (run with { Differences = [new JobDifference("logs/build.txt", [], [new LogBlock(1, 1, [new LogLine(1, "fatal: no tag")])])] }).Decided()
            .ShouldBe("inconclusive");
    }

    [Fact]
    public void Fast_unit_tests_are_not_suspected()
    {
        var fast = Of(File("unit", Test("a", seconds: 0), Test("b", seconds: 0)));
        var declared = new RepositorySettings { Suites = [new SuiteSettings("unit", "critical", Priority.P0, [])] };

        fast.Decided().ShouldBe("go");
        (fast with { Settings = declared }).Decided().ShouldBe("inconclusive");
    }

    [Fact]
    public void The_exit_code_is_the_decisions_own() => DecisionTable.Of("void")!.ExitCode.ShouldBe(4);
}
