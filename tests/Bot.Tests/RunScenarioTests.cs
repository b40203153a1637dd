using Shouldly;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Output.Reports;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests;

/// <summary>Runs that lack something, or prove too little: what decides then.</summary>
public sealed class RunScenarioTests : IDisposable
{
    private const string Message = "TypeError: Order.__init__() got an unexpected keyword argument 'total'";
    private readonly RunFolderBuilder _run = new();

    public void Dispose() => _run.Dispose();

    private Report Report => Analysed.Folder(_run.Write().Path);

    [Fact]
    public void A_run_that_was_cut_short_is_inconclusive_and_says_what_is_missing()
    {
        _run.Pass("api", "a", "b").History(3, "orders/c", "orders/d", "orders/e")
            .File("logs/job.txt", "2026-10-12T08:02:00.0000000Z ##[error]The operation was canceled.\n");

        var report = Report;

        report.Decision.ShouldBe(Decision.Inconclusive);
        report.Warnings.Select(w => w.ToString()).ShouldContain(w => w.Contains("incomplete: 2 of the usual 5 tests ran",
            StringComparison.Ordinal));
        report.Warnings.Select(w => w.ToString()).ShouldContain(w => w.Contains("orders did not run", StringComparison.Ordinal));
        report.Warnings.Select(w => w.ToString()).ShouldContain(w => w.Contains("ended early", StringComparison.Ordinal));
    }

    [Fact]
    public void A_gate_that_the_missing_tests_could_not_save_fails_all_the_same()
    {
        _run.Fail("api", "a", Message).Fail("api", "b", Message).Fail("api", "c", Message).History(3, "api/d");

        Report.Decision.ShouldBe(Decision.NoGo);
    }

    [Fact]
    public void Passes_in_no_time_prove_nothing()
    {
        _run.PassInNoTime("api", "a", "b", "c").History(3).Issue(9, "a_test fails", "`api::a` fails");

        var report = Report;

        report.Decision.ShouldBe(Decision.Inconclusive);
        report.Warnings.Select(w => w.ToString()).ShouldContain(w => w.Contains("0.00 s", StringComparison.Ordinal));
        report.Contradictions.ShouldBeEmpty();
    }

    [Fact]
    public void Tests_that_usually_run_and_were_skipped_did_not_run()
    {
        _run.Pass("api", "a").Skip("api", "b", "c", "d").History(3);

        var report = Report;

        report.Decision.ShouldBe(Decision.Inconclusive);
        report.Warnings.Select(w => w.ToString()).ShouldContain("missing tests: 3 usual tests of api were skipped");
    }

    [Fact]
    public void Without_earlier_runs_a_suite_that_should_touch_the_environment_and_took_no_time_proves_nothing_either()
    {
        _run.PassInNoTime("api", "a", "b", "c").Pass("orders", "d").File("whybot.yml", "suites:\n  - {name: api, category: critical}\n");

        Report.Decision.ShouldBe(Decision.Inconclusive);
    }

    [Fact]
    public void Fast_unit_tests_without_earlier_runs_are_believed()
    {
        _run.PassInNoTime("api", "a", "b", "c").Pass("orders", "d");

        Report.Decision.ShouldBe(Decision.Go);
    }

    [Fact]
    public void Without_anything_but_results_the_verdict_is_inconclusive_and_the_chain_says_where_the_evidence_stops()
    {
        using var folder = new TemporaryFolder();
        folder.Write("results/a.xml", "<testsuite name='a'><testcase classname='a' name='b' time='1'><failure message='AssertionError: assert 1 == "
            + "2'>x</failure></testcase></testsuite>");

        var report = Analysed.Folder(folder.Path);

        report.Decision.ShouldBe(Decision.NoGo);
        report.Clusters[0].Verdict.Kind.ShouldBe(VerdictKind.Inconclusive);
        report.Clusters[0].Suspects.ShouldBeEmpty();
        report.Clusters[0].Whys.Single(w => w.Rung == WhyStep.Change)
            .ShouldSatisfyAllConditions(w => w.Status.ShouldBe(WhyStatus.Unknown), w => w.Answer.ToString().ShouldStartWith("The evidence stops here."));
    }

    [Fact]
    public void No_data_is_never_go()
    {
        _run.Service("web", "http", "https://web.example/health", ok: true, "ok", 200);

        Report.Decision.ShouldBe(Decision.Inconclusive);
    }

    [Fact]
    public void Gates_that_could_not_be_read_are_never_go()
    {
        _run.Pass("api", "a").History(1).File("whybot.yml", "gates:\n  overall: ninety\n");

        var report = Report;

        report.Decision.ShouldBe(Decision.Inconclusive);
        report.Warnings.Select(w => w.ToString()).ShouldContain("whybot.yml:2: 'ninety' is not a pass rate; write 0% to 100%");
    }

    [Fact]
    public void A_verdict_whose_rule_people_have_overruled_too_often_is_only_suggested()
    {
        _run.Fail("api", "a", Message).Pass("api", "b").History(2, "api/a").File("ledger.json", """{"causes": [], "doubted": ["regression"]}""");

        var verdict = Report.Clusters.ShouldHaveSingleItem().Verdict;

        verdict.Kind.ShouldBe(VerdictKind.Inconclusive);
        verdict.Because.ToString().ShouldStartWith(
            "inconclusive: people have overruled such verdicts too often; this one would have been regression: 1 of 1 passed");
    }

    [Fact]
    public void What_people_rule_outranks_what_is_found()
    {
        _run.Fail("api", "a", Message).Pass("api", "b").History(2, "api/a");
        var cluster = Report.Clusters.ShouldHaveSingleItem().Id;
        _run.File("ledger.json", $$"""
            {"causes": [{"cluster": "{{cluster}}", "ruling": {"flakyBy": "ann", "priority": "P1", "cause": {"by": "ann", "text": "the pool is too small"} } }], "doubted": ["flaky"]}
            """);

        var ruled = Report.Clusters.ShouldHaveSingleItem();

        (ruled.Verdict.Kind, ruled.Priority, ruled.RootCause.ToString()).ShouldBe((VerdictKind.Flaky, Priority.P1, "ann says: “the pool is too small”."));
        ruled.Verdict.Because.ToString().ShouldBe("flaky: ann says so");
    }

    [Fact]
    public void A_ledger_that_is_none_is_left_out_and_said()
    {
        _run.Pass("api", "a").File("ledger.json", "[1]");

        Report.Warnings.Select(w => w.ToString()).ShouldContain("ledger.json: not a ledger; it is left out");
    }

    [Fact]
    public void Its_own_issue_makes_a_cause_known_also_where_matches_are_doubted()
    {
        _run.Fail("api", "a", Message).Pass("api", "b").History(2, "api/a").Issue(12, "Broken", "It was filed.");
        var cluster = Report.Clusters.ShouldHaveSingleItem().Id;
        _run.File("ledger.json", $$"""{"causes": [{"cluster": "{{cluster}}", "issue": 12}], "doubted": ["known"]}""");

        Report.Clusters.ShouldHaveSingleItem().Verdict.Because.ToString().ShouldBe("known: #12 describes it; it was filed for this cause");
    }

    [Theory]
    [InlineData("2026-10-01T00:00:00Z", "completed", null)]
    [InlineData("2026-08-01T00:00:00Z", "completed", 12)]
    [InlineData("2026-08-01T00:00:00Z", "not_planned", null)]
    public void What_is_back_long_after_its_issue_was_closed_gets_a_new_one_that_names_the_old(string closed, string reason, int? earlier)
    {
        _run.Fail("api", "a", Message).Pass("api", "b").History(2, "api/a").Issue(12, "Broken", "It was filed.", open: false).Write();
        var cluster = Report.Clusters.ShouldHaveSingleItem().Id;
        var issues = System.IO.Path.Combine(_run.Path, "github/repos", RunFolderBuilder.Repository, "issues.json");
        var json = System.Text.Json.Nodes.JsonNode.Parse(System.IO.File.ReadAllText(issues))!;
        (json[0]!["closed_at"], json[0]!["state_reason"]) = (closed, reason);
        System.IO.File.WriteAllText(issues, json.ToJsonString());
        System.IO.File.WriteAllText(System.IO.Path.Combine(_run.Path, "ledger.json"), $$"""{"causes": [{"cluster": "{{cluster}}", "issue": 12}], "doubted": []}""");

        var report = Analysed.Folder(_run.Path);

        var found = report.Clusters.ShouldHaveSingleItem();
        (found.EarlierIssue, found.ClosedIssue).ShouldBe((earlier, earlier is null ? 12 : null));
        report.NewIssues.Count.ShouldBe(earlier is null ? 0 : 1);
        found.IssueKey.ShouldBe(earlier is null ? cluster.Value : $"{cluster}-12");
    }

    private const string OtherSha = "1a2b3c4d1a2b3c4d1a2b3c4d1a2b3c4d1a2b3c4d";

    [Fact]
    public void What_another_revision_was_tested_with_is_void()
    {
        _run.Pass("api", "a").Fail("api", "b", Message).Service("web", "version", "https://web.example/version", ok: false, $"{{\"sha\": \"{OtherSha}\"}}",
            200);

        var report = Report;

        (report.Decision, report.Reason.ToString()).ShouldBe((Decision.Void, "staging served 1a2b3c4d while ffffffff was tested"));
    }

    [Fact]
    public void Another_revision_that_no_test_ran_against_is_an_environment_that_is_not_ready()
    {
        _run.Service("web", "version", "https://web.example/version", ok: false, $"{{\"sha\": \"{OtherSha}\"}}", 200);

        Report.Decision.ShouldBe(Decision.NotReady);
    }

    [Fact]
    public void The_deployed_revision_voids_nothing()
    {
        _run.Pass("api", "a").Service("web", "version", "https://web.example/version", ok: true, $"revision {RunFolderBuilder.HeadSha}", 200);

        Report.Decision.ShouldBe(Decision.Go);
    }

    [Theory]
    [InlineData("2026-10-12T09:00:00Z", "Staging", "success", true)]
    [InlineData("2026-10-12T09:00:00Z", "staging", "in_progress", true)]
    [InlineData("2026-10-12T09:00:00Z", "staging", "pending", false)]
    [InlineData("2026-10-12T09:00:00Z", "production", "success", false)]
    [InlineData("2026-10-12T07:00:00Z", "staging", "success", false)]
    public void A_newer_deployment_among_the_answers_of_GitHub_voids_the_run(string created, string environment, string state, bool isVoid)
    {
        _run.Pass("api", "a").File($"github/repos/{RunFolderBuilder.Repository}/deployments.json",
            $$"""[{"id": 8, "sha": "{{OtherSha}}", "environment": "{{environment}}", "created_at": "{{created}}", "state": "{{state}}"}]""");

        (Report.Decision == Decision.Void).ShouldBe(isVoid);
    }

    [Fact]
    public void A_folder_that_says_that_its_run_was_void_is_void()
    {
        _run.Pass("api", "a").File("void.json", """{"reason": "staging served 1a2b3c4d while ffffffff was tested"}""");

        Report.Reason.ToString().ShouldBe("staging served 1a2b3c4d while ffffffff was tested");
        Report.Decision.ShouldBe(Decision.Void);
    }

    [Fact]
    public void An_input_that_could_not_be_fetched_keeps_the_run_from_go()
    {
        _run.Pass("api", "a").File("unread.json", """[{"source": "artifact more", "extent": "none", "reason": "it has expired", "suites": ["api"]}]""");

        var report = Report;

        (report.Decision, report.Reason.ToString()).ShouldBe((Decision.Inconclusive, "not fully read: artifact more (it has expired)"));
        report.Acting.WhyPartial("api", failed: false).ShouldBe("artifact more: it has expired");
    }

    [Theory]
    [InlineData("""{"total": 3, "na""", "results/report.json")]
    [InlineData("", "results/report.json")]
    [InlineData("""{"total": 3}""", null)]
    public void A_damaged_file_of_a_report_s_name_does_not_vanish(string text, string? unread)
    {
        _run.Pass("api", "a").File("results/report.json", text);

        Report.Unread.Select(u => u.Source).ShouldBe(unread is null ? [] : [unread]);
    }

    [Fact]
    public void Passes_of_a_recheck_that_was_killed_make_nothing_flaky()
    {
        _run.Fail("api", "a", Message).Pass("api", "b").History(1)
            .File("again/results/api.xml", "<testsuite name='api'><testcase classname='api' name='a' time='1'/></testsuite>")
            .File("jobs.json", """[{"name": "api", "conclusion": "killed", "exitCode": 137, "suites": ["api"], "again": true}]""");

        var report = Report;

        report.Acting.Recheck.State.ShouldBe(Analysis.Explanation.Stability.RecheckState.Killed);
        report.Clusters.ShouldHaveSingleItem().Verdict.Kind.ShouldNotBe(VerdictKind.Flaky);
    }
}
