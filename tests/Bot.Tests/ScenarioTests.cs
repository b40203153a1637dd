using Shouldly;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Explanation.Resolutions;
using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Output.Reports;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests;

/// <summary>Faults of other kinds than the samples', told in a few lines each.</summary>
public sealed class ScenarioTests : IDisposable
{
    private const string UnexpectedArgument = "TypeError: Order.__init__() got an unexpected keyword argument 'total'";
    private readonly RunFolderBuilder _run = new();

    public void Dispose() => _run.Dispose();

    private Report Report => Analysed.Folder(_run.Write().Path);

    private const string Patch = "@@ -1,4 +1,4 @@\n class Order:\n-    total: int\n+    amount: int\n     id: str\n";

    [Fact]
    public void A_changed_constructor_is_a_regression_of_the_change_that_renamed_the_argument()
    {
        _run.Pass("orders", "lists").Fail("orders", "creates", UnexpectedArgument).History(3)
            .Commit("Rename total", 7, "shop/order.py", Patch).Commit("Tidy", 8, "shop/cart.py", "@@ -1 +1 @@\n-x = 1\n+x = 2\n");

        var cluster = Report.Clusters.ShouldHaveSingleItem();

        cluster.Verdict.Kind.ShouldBe(VerdictKind.Regression);
        cluster.Cause.ShouldBe("changed-signature");
        cluster.Suspects[0].ShouldSatisfyAllConditions(s => s.Path.ShouldBe("shop/order.py"), s => s.Pull.ShouldBe(7), s => s.Established.ShouldBeTrue());
    }

    [Fact]
    public void An_open_issue_that_quotes_the_error_makes_it_known_and_no_new_issue_is_drafted()
    {
        _run.Fail("orders", "creates", UnexpectedArgument).History(3).Issue(12, "Order has no total", $"`{UnexpectedArgument}` in every caller.", labels: "P0");

        var report = Report;

        report.Clusters[0].Verdict.Kind.ShouldBe(VerdictKind.Known);
        report.Clusters[0].Issue!.Number.ShouldBe(12);
        report.NewIssues.ShouldBeEmpty();
    }

    [Fact]
    public void An_issue_that_only_names_the_failing_test_is_not_matched_but_shown_as_the_nearest_miss()
    {
        _run.Fail("orders", "creates_an_order", UnexpectedArgument).History(3)
            .Issue(13, "creates_an_order is slow", "`creates_an_order` takes over 30 s and times out.", labels: ["P0"]);

        var cluster = Report.Clusters.ShouldHaveSingleItem();

        cluster.Issue.ShouldBeNull();
        cluster.Verdict.Kind.ShouldBe(VerdictKind.Regression);
    }

    [Fact]
    public void A_closed_issue_is_shown_as_seen_before_and_never_matched()
    {
        _run.Fail("orders", "creates", UnexpectedArgument).History(3).Issue(3, "Order has no total", $"`{UnexpectedArgument}`", open: false);

        var cluster = Report.Clusters.ShouldHaveSingleItem();

        cluster.Issue.ShouldBeNull();
        cluster.SeenBefore.ShouldHaveSingleItem().Number.ShouldBe(3);
    }

    [Fact]
    public void A_setting_that_the_service_misses_explains_every_test_that_reached_for_it()
    {
        _run.Fail("api", "health", "ConnectionError: [Errno 111] Connection refused").Fail("orders", "creates", "fixture broke", error: true)
            .Fail("orders", "signs_in", "HTTPError: handshake failed").History(2)
            .Service("web", "http", "https://web.example/health", ok: false, "<urlopen error [Errno 111] Connection refused>")
            .File("logs/web.log", "Traceback (most recent call last):\n  File \"/srv/shop/main.py\", line 3, in <module>\n    "
            + "load()\nshop.settings.SettingsError: settings validation failed: SHOP_SESSION_KEY is required\n");

        var cluster = Report.Clusters.ShouldHaveSingleItem();

        cluster.Cause.ShouldBe("missing-setting");
        cluster.Verdict.Kind.ShouldBe(VerdictKind.Environment);
        cluster.Tests.Count.ShouldBe(3);
    }

    [Fact]
    public void A_setting_that_a_change_began_to_require_is_that_changes_regression()
    {
        _run.Fail("api", "health", "ConnectionError: [Errno 111] Connection refused").History(2)
            .Service("web", "http", "https://web.example/health", ok: false, "[Errno 111] Connection refused")
            .File("logs/web.log", "Traceback (most recent call last):\nshop.settings.SettingsError: settings validation failed: SHOP_SESSION_KEY is required\n")
            .Commit("Require a session key", 4, "shop/settings.py", "@@ -1 +1 @@\n-REQUIRED = [\"A\"]\n+REQUIRED = [\"A\", \"SHOP_SESSION_KEY\"]\n");

        var cluster = Report.Clusters.ShouldHaveSingleItem();

        cluster.Verdict.Kind.ShouldBe(VerdictKind.Regression);
        cluster.Suspects[0].Path.ShouldBe("shop/settings.py");
    }

    [Fact]
    public void Another_setting_in_an_issue_is_no_match()
    {
        _run.Fail("api", "health", "SettingsError: settings validation failed: SHOP_SESSION_KEY is required").History(2)
            .Issue(5, "Settings validation fails", "`SettingsError: settings validation failed: SHOP_TOKEN_SECRET is required`", labels: "P0");

        Report.Clusters[0].Issue.ShouldBeNull();
    }

    [Fact]
    public void A_module_left_out_of_the_image_is_the_build_files_doing_not_the_modules()
    {
        _run.Fail("api", "health", "ConnectionError: [Errno 111] Connection refused").History(2)
            .Service("web", "http", "https://web.example/health", ok: false, "[Errno 111] Connection refused")
            .File("logs/web.log", "Traceback (most recent call last):\nModuleNotFoundError: No module named 'shop.metrics'\n")
            .Commit("Copy less", 4, "Dockerfile", "@@ -1 +1 @@\n-COPY . /srv\n+COPY shop/web /srv/shop/web\n")
                .Commit("Count more", 5, "shop/metrics.py", "@@ -1 +1 @@\n-metrics = 1\n+metrics = 2\n");

        var cluster = Report.Clusters.ShouldHaveSingleItem();

        cluster.Cause.ShouldBe("import-error");
        cluster.Suspects[0].Path.ShouldBe("Dockerfile");
    }

    [Fact]
    public void A_column_that_the_log_misses_is_a_missing_migration_of_the_change_that_asks_for_it()
    {
        _run.Fail("orders", "creates", "Expected: 201\nReceived: 500").Fail("orders", "lists", "Expected: > 0\nReceived: 0").Pass("api", "health").History(2)
            .File("logs/web.log", "{\"at\":\"2026-10-12T08:02:01.000Z\",\"level\":\"error\",\"message\":\"column \\\"carrier\\\" of relation \\\"orders\\\" "
            + "does not exist\"}\n")
            .Commit("Store the carrier", 4, "src/orders.js",
                "@@ -1 +1 @@\n-insert into orders (id) values ($1)\n+insert into orders (id, carrier) values ($1, $2)\n")
                .Commit("Tidy", 5, "src/cart.js", "@@ -1 +1 @@\n-a()\n+b()\n");

        var cluster = Report.Clusters.ShouldHaveSingleItem();

        cluster.Cause.ShouldBe("missing-migration");
        cluster.Whys.Single(w => w.Rung == WhyStep.Condition).Citations[0].Excerpt.ShouldBe("column \\\"carrier\\\" of relation \\\"orders\\\" does not exist");
        cluster.Tests.Count.ShouldBe(2);
        cluster.Suspects[0].Path.ShouldBe("src/orders.js");
    }

    [Fact]
    public void A_partner_that_limits_requests_is_the_environment_and_a_change_of_a_comment_is_not_blamed()
    {
        _run.Fail("rates", "quotes", "Expected: 700\nReceived: undefined").Fail("rates", "formats", "Expected: \"8.00\"\nReceived: \"NaN\"")
            .Pass("api", "health").History(2)
            .File("logs/web.log", "2026-10-12 08:02:01,100 ERROR rates partner answered HTTP 429 for item 3\n")
            .Commit("Explain prices", 4, "src/rates.js", "@@ -1 +1 @@\n-// Prices.\n+// Prices with tax.\n");

        var cluster = Report.Clusters.ShouldHaveSingleItem();

        cluster.Cause.ShouldBe("rate-limited");
        cluster.Verdict.Kind.ShouldBe(VerdictKind.Environment);
        cluster.Suspects.ShouldBeEmpty();
    }

    [Fact]
    public void Two_causes_at_once_stay_apart()
    {
        _run.Fail("orders", "creates", UnexpectedArgument)
            .Fail("cache", "is_up", "AssertionError: store is down: Error 111 connecting to 10.0.0.9:6379").Pass("api", "health").History(2)
            .Service("store", "redis", "store.internal:6379", ok: false, "[Errno 111] Connection refused").Commit("Rename total", 7, "shop/order.py", Patch);

        var report = Report;

        report.Clusters.Count.ShouldBe(2);
        report.Clusters.Single(c => c.Verdict.Kind == VerdictKind.Environment).Suspects.ShouldBeEmpty();
        report.Clusters.Single(c => c.Verdict.Kind == VerdictKind.Regression).Suspects[0].Path.ShouldBe("shop/order.py");
    }

    [Fact]
    public void Errors_of_two_kinds_logged_in_one_second_go_to_the_tests_that_speak_of_them()
    {
        _run.Fail("orders", "creates an order", "Expected: 201\nReceived: 500")
            .Fail("quotes", "quotes a price", "Expected: 700\nReceived: undefined").Pass("api", "health").History(2)
            .File("logs/web.log", "2026-10-12 08:02:01,100 ERROR web column \"carrier\" of relation \"orders\" does not exist\n2026-10-12 08:02:01,200 ERROR "
            + "web partner answered HTTP 429 for price 3\n");

        Report.Clusters.Select(c => c.Cause).Order(StringComparer.Ordinal).ShouldBe(["missing-migration", "rate-limited"]);
    }

    [Fact]
    public void Two_dependencies_that_refuse_connections_are_two_causes()
    {
        _run.Fail("orders", "creates", "AssertionError: order failed: connect to 10.0.0.9:6379")
            .Fail("search", "finds", "AssertionError: search failed: connect to 10.0.0.8:9200").Pass("api", "health").History(2)
            .File("logs/web.log", "2026-10-12 08:02:01,100 ERROR web Error 111 connecting to 10.0.0.9:6379\n2026-10-12 08:02:01,200 ERROR web Error 111 "
            + "connecting to 10.0.0.8:9200\n");

        Report.Clusters.Select(c => c.Verdict.Kind).ShouldBe([VerdictKind.Environment, VerdictKind.Environment]);
    }

    [Fact]
    public void A_service_that_never_started_does_not_explain_what_another_change_broke()
    {
        _run.Fail("api", "health", "ConnectionError: [Errno 111] Connection refused").Fail("orders", "creates", UnexpectedArgument).History(2)
            .Service("web", "http", "https://web.example/health", ok: false, "[Errno 111] Connection refused")
            .File("logs/web.log", "Traceback (most recent call last):\nshop.settings.SettingsError: SHOP_KEY is required\n")
                .Commit("Rename total", 7, "shop/order.py", Patch);

        Report.Clusters.Select(c => c.Cause).Order(StringComparer.Ordinal).ShouldBe(["changed-signature", "missing-setting"]);
    }

    [Fact]
    public void A_test_that_failed_alike_and_passed_before_is_flaky_and_the_run_inconclusive()
    {
        const string message = "AssertionError: answered in 0.71 s (target 0.50 s)";
        _run.Pass("api", "health", "lists").Fail("api", "is_quick", message).History(5)
            .FailedBefore(2, "api", "is_quick", message.Replace("0.71", "0.93", StringComparison.Ordinal));

        var report = Report;

        report.Clusters[0].Verdict.Kind.ShouldBe(VerdictKind.Flaky);
        report.Decision.ShouldBe(Decision.Inconclusive);
    }

    [Fact]
    public void A_test_that_failed_otherwise_before_is_not_flaky()
    {
        _run.Pass("api", "health").Fail("api", "is_quick", "AssertionError: answered in 0.71 s (target 0.50 s)").History(5)
            .FailedBefore(2, "api", "is_quick", "ConnectionError: reset");

        Report.Clusters[0].Verdict.Kind.ShouldBe(VerdictKind.Regression);
    }

    private const string Riddle = "AssertionError: 3 != 4";

    private static string Again(bool passes) =>
        $"<testsuite name=\"orders\"><testcase classname=\"orders\" name=\"creates\" "
            + $"time=\"0.02\">{(passes ? "" : $"<failure message=\"{Riddle}\"/>")}</testcase></testsuite>";

    [Fact]
    public void What_nothing_explains_should_run_once_more_and_what_a_change_explains_should_not()
    {
        _run.Fail("orders", "creates", Riddle).History(2);
        Report.Recheck.ShouldBe([new TestToRecheck("orders", null, "orders", "creates")]);

        using var explained = new RunFolderBuilder().Fail("orders", "creates", UnexpectedArgument).History(2).Commit("Rename total", 7, "shop/order.py", Patch);
        Analysed.Folder(explained.Write().Path).Recheck.ShouldBeEmpty();
    }

    [Fact]
    public void What_passes_once_more_on_the_same_commit_is_flaky_and_nobody_is_blamed()
    {
        _run.Fail("orders", "creates", Riddle).History(2).Commit("Tidy", 8, "orders/cart.py", "@@ -1 +1 @@\n-x = 3\n+x = 4\n")
            .File("again/results/orders.xml", Again(passes: true));

        var cluster = Report.Clusters.ShouldHaveSingleItem();

        (cluster.Verdict.Kind, cluster.Verdict.Because.ToString())
            .ShouldBe((VerdictKind.Flaky, "flaky: 1 of 1 passed when they ran once more on the same commit"));
        cluster.Suspects.ShouldBeEmpty();
        Report.Recheck.ShouldBeEmpty();
    }

    [Fact]
    public void What_fails_once_more_is_said_to_and_is_not_asked_for_again()
    {
        _run.Fail("orders", "creates", Riddle).History(2).File("again/results/orders.xml", Again(passes: false));

        Report.Clusters.ShouldHaveSingleItem().Verdict.Because.ToString().ShouldEndWith("fail now; once more on the same commit, 1 of 1 failed again");
        Report.Recheck.ShouldBeEmpty();
    }

    private RunFolderBuilder Last(string cluster, string title, params string[] tests) => _run.File("last-run.json",
        $$"""{"sha":"{{RunFolderBuilder.BaseSha}}","decision":"no-go","reason":"1 gate not met","causes":[{"cluster":"{{cluster}}","title":"{{title}}","rootCause":"","issue":9,"tests":[{{string.Join(',', tests.Select(t => $"\"{t}\""))}}],"suspect":null}]}""");

    [Fact]
    public void A_cause_of_the_last_run_is_answered_only_when_all_its_tests_really_ran_and_passed()
    {
        Last("w2-000000000001", "Lost orders", "orders::creates", "orders::lists").Pass("orders", "creates", "lists").History(1);
        var answer = Report.Answers.ShouldHaveSingleItem();
        (answer.Kind, answer.Because.ToString()).ShouldBe((ResolutionKind.Answered, "its 2 tests ran and passed"));
        answer.Citations.Select(c => c.Excerpt).ShouldBe(["creates", "lists"]);
    }

    [Theory]
    [InlineData("skipped", ResolutionKind.Unknown, "1 of its 2 tests did not really run: whether it is fixed is not known")]
    [InlineData("instant", ResolutionKind.Unknown, "2 of its 2 tests did not really run: whether it is fixed is not known")]
    [InlineData("other", ResolutionKind.Replaced, "1 of its 2 tests fails now for another cause")]
    public void Else_it_is_not(string how, ResolutionKind kind, string because)
    {
        Last("w2-000000000001", "Lost orders", "orders::creates", "orders::lists").History(1);
        _ = how switch
        {
            "skipped" => _run.Skip("orders", "creates").Pass("orders", "lists"),
            "instant" => _run.PassInNoTime("orders", "creates", "lists"),
            _ => _run.Fail("orders", "creates", Riddle).Pass("orders", "lists"),
        };
        var answer = Report.Answers.ShouldHaveSingleItem();
        (answer.Kind, answer.Because.ToString()).ShouldBe((kind, because));
    }

    [Fact]
    public void A_cause_that_is_seen_again_is_still_there()
    {
        _run.Fail("orders", "creates", Riddle).History(1);
        Last(Report.Clusters[0].Id.Value, "3 != 4", "orders::creates");

        Report.Answers.ShouldHaveSingleItem().Kind.ShouldBe(ResolutionKind.Still);
    }

    [Fact]
    public void Suites_that_the_focus_left_out_are_not_missing()
    {
        _run.Pass("orders", "creates").History(2, "reports/daily");
        Report.Decision.ShouldBe(Decision.Inconclusive);

        _run.File("plan.json", """{"schema":1,"focus":"suite:orders","whole":false,"phases":[{"number":1,"name":"P1","suites":[{"name":"orders","category":"orders","files":[],"seconds":null,"expected":[]}],"gates":{}}],"markdown":"## Plan"}""");
        Report.Decision.ShouldBe(Decision.Go);
    }

    [Fact]
    public void Nobody_is_blamed_for_what_failed_alike_at_the_last_deployment()
    {
        _run.Pass("api", "health").Fail("orders", "creates", UnexpectedArgument).History(3).FailedBefore(3, "orders", "creates", UnexpectedArgument)
            .Commit("Rename total", 7, "shop/order.py", Patch);

        var cluster = Report.Clusters.ShouldHaveSingleItem();

        cluster.Suspects.ShouldBeEmpty();
        cluster.Whys.Single(w => w.Rung == WhyStep.Change).Answer.ToString().ShouldContain("failed alike there already");
    }

    [Fact]
    public void A_change_that_the_tests_ran_nothing_of_is_ruled_out_by_their_coverage()
    {
        const string Tidied = "@@ -1,2 +1,2 @@\n def creates():\n-    return 1\n+    return 2\n";
        _run.Pass("orders", "lists").Fail("orders", "creates", UnexpectedArgument).History(3)
            .Commit("Rename total", 7, "shop/order.py", Patch).Commit("Tidy", 8, "shop/cart.py", Tidied)
            .File("coverage/coverage.lcov", "SF:shop/cart.py\nDA:1,1\nDA:2,0\nend_of_record\n");

        var ruledOut = Report.Clusters.ShouldHaveSingleItem().RuledOut.First();

        ruledOut.What.ToString().ShouldEndWith("“Tidy”");
        ruledOut.Because.ToString().ShouldBe("the tests did not run the only measured line that it wrote, shop/cart.py:2");
        ruledOut.Citations.ShouldHaveSingleItem().Place.ShouldBe("coverage/coverage.lcov:3");
    }
}
