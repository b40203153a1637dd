using Shouldly;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Output.Reports;
using Xunit;

namespace Whybot.Analysis.Tests.Explanation.Correlation;

/// <summary>Which open issue a cause belongs to, and what is said of it.</summary>
public sealed class MatchTests
{
    private const string Refused = "cache is down: Error 111 connecting to 10.20.0.83:6379. 111.";

    private static ReportedCluster Cause(string message, params KnownIssue[] issues) => Cause("test_cache_is_up", message, issues);

    private static ReportedCluster Cause(string test, string message, KnownIssue[] issues) => (Runs.Of(Runs.File("gateway",
        Runs.Test(test, TestOutcome.Failed, message), Runs.Test("test_quota"), Runs.Test("test_thread_search"))) with
    { Issues = issues }).Analyse().Clusters.Single();

    private static KnownIssue Issue(int number, string title, string body = "", bool open = true, params string[] labels) =>
        new(number, title, body, open, labels, null, null, "issues.json", $"/{number}");

    [Theory]
    [InlineData("Staging cache is gone", "The error we get is\n\n" + Refused + "\n\nHappens since Friday.")]
    [InlineData("[staging] " + Refused, "As the title says.")]
    [InlineData("redis refuses", "<!-- Thanks! Paste the error. -->\n### Actual\n> " + Refused + "\n### Environment\n<!-- staging? -->")]
    [InlineData("test_cache_is_up red, redis at 10.20.0.83:6379 refuses us", "the box is not listening")]
    public void An_issue_that_says_the_error_is_matched_wherever_it_says_it(string title, string body) =>
        Cause(Refused, Issue(7, "Rename the gateway"), Issue(12, title, body)).Issue!.Number.ShouldBe(12);

    [Theory]
    [InlineData("metrics redis refuses connections", "`Error 111 connecting to 10.20.0.91:6380. 111.`", "another address")]
    [InlineData("Document what test_cache_is_up checks", "Nobody new understands it.", "only the test's name")]
    [InlineData("Timeouts in the nightly crawl", "The crawler gets a timeout or a 503 from time to time.", "words of any failure")]
    [InlineData("Epic: make staging green", "- [ ] test_cache_is_up: " + Refused + "\n- [ ] test_quota: assert 17 == 12", "several problems")]
    [InlineData("test_quota counts twice", "It prints " + Refused, "another test")]
    public void An_issue_about_something_else_is_not(string title, string body, string why) => Cause(Refused, Issue(12, title, body)).Issue.ShouldBeNull(why);

    [Theory]
    [InlineData("CartSpec fails again", "[info]   java.util.concurrent.TimeoutException: Futures timed out after [5 seconds]",
        "another class of tests in its title")]
    [InlineData("Build is red", "java.util.concurrent.TimeoutException: Futures timed out after [5 seconds]", "a type of the library and nothing else")]
    [InlineData("Orders are red", "- must send each order to the partner *** FAILED ***\nOrderError: no partner is set",
        "the test's own name, and another error")]
    public void What_any_failure_of_a_test_prints_makes_no_match(string title, string body, string why) =>
        Cause("must send each order to the partner", "java.util.concurrent.TimeoutException: Futures timed out after [3 seconds]",
            [Issue(12, title, body)]).Issue.ShouldBeNull(why);

    [Fact]
    public void A_line_that_failures_of_other_causes_say_too_makes_no_match()
    {
        const string Wrapper = "StepError: the verification of the shop's pages ended early";
        KnownIssue[] issues = [Issue(12, "Pages are slow to verify", $"```\nCacheError: no mirror answered\n{Wrapper}\n```")];
        ReportedCluster[] Causes(params TestCase[] tests) => [.. (Runs.Of(Runs.File("gateway", [.. tests, Runs.Test("test_quota")])) with { Issues = issues })
            .Analyse().Clusters];
        var one = Runs.Test("test_cart", TestOutcome.Failed, $"CartError: 'lamp' is not in the basket\n{Wrapper}");
        var other = Runs.Test("test_mail", TestOutcome.Failed, $"MailError: the letter has no stamp\n{Wrapper}");

        Causes(one).Single().Issue!.Number.ShouldBe(12);
        Causes(one, other).ShouldAllBe(c => c.Issue == null);
    }

    [Fact]
    public void An_issue_that_shows_another_message_for_the_same_test_is_no_match() =>
        Cause("test_cache_is_up", "TestRunner (ERROR): Assertion failed\nAssertionError: pool sync timed out",
            [Issue(12, "Intermittent failure in test_cache_is_up",
            "```\nTestRunner (ERROR): Assertion failed\nAssertionError: not(50.0 == 0)\n```")]).Issue.ShouldBeNull();

    [Fact]
    public void A_project_may_say_how_urgent_an_issue_is() =>
        Cause(Refused, Issue(11, "Cache", Refused), Issue(12, "Redis", Refused) with { Field = "P0 now" }).Issue!.Number.ShouldBe(12);

    [Fact]
    public void One_that_names_the_test_only_is_listed_and_a_new_issue_is_not_held_back()
    {
        var report = (Runs.Of(Runs.File("gateway", Runs.Test("test_cache_is_up", TestOutcome.Failed, Refused), Runs.Test("test_quota"))) with
        {
            Issues = [Issue(12, "test_cache_is_up takes ages on my machine", "40 s because of the VPN.")],
        }).Analyse();

        report.Clusters.Single().Related.ShouldHaveSingleItem().Number.ShouldBe(12);
        report.NewIssues.Count.ShouldBe(1);
    }

    [Fact]
    public void A_closed_issue_is_shown_and_never_matched()
    {
        var cause = Cause(Refused, Issue(12, "Staging cache is gone", Refused, open: false));

        cause.Issue.ShouldBeNull();
        cause.SeenBefore.ShouldHaveSingleItem().Number.ShouldBe(12);
    }

    [Fact]
    public void Of_two_that_fit_equally_the_more_urgent_is_taken() =>
        Cause(Refused, Issue(11, "Cache", Refused), Issue(12, "Redis", Refused, true, "priority/critical-urgent")).Issue!.Number.ShouldBe(12);

    [Fact]
    public void An_issue_may_say_by_its_type_how_urgent_it_is() =>
        Cause(Refused, Issue(11, "Cache", Refused), Issue(12, "Redis", Refused) with { Type = "P0 incident" }).Issue!.Number.ShouldBe(12);

    [Fact]
    public void Of_two_that_fit_equally_and_are_as_urgent_none_is_and_both_are_listed()
    {
        var cause = Cause(Refused, Issue(11, "Cache", Refused), Issue(12, "Redis", Refused));

        cause.Issue.ShouldBeNull();
        cause.Related.Select(r => r.Number).Order().ShouldBe([11, 12]);
    }

    [Theory]
    [InlineData("Flaky test_cache_is_up", "https://ci.example/build/7", true)]
    [InlineData("Document what test_cache_is_up checks", "https://ci.example/build/7", false)]
    [InlineData("Flaky test_cache_is_up", "`ValueError: 17 is not 12` in the quota of the second tenant, since its plan is not read.", false)]
    public void A_bare_title_is_matched_by_the_test_alone_where_nothing_speaks_against_it(string title, string body, bool matches) =>
        (Cause(Refused, Issue(12, title, body)).Issue is not null).ShouldBe(matches);

    [Fact]
    public void Two_bare_titles_are_listed_and_none_is_matched() =>
        Cause(Refused, Issue(11, "Flaky test_cache_is_up", ""), Issue(12, "test_cache_is_up fails", "")).Issue.ShouldBeNull();

    [Fact]
    public void Of_two_that_say_the_error_the_one_that_names_the_test_is_taken() =>
        Cause(Refused, Issue(11, "Cache", Refused), Issue(12, "test_cache_is_up fails", Refused)).Issue!.Number.ShouldBe(12);

    [Fact]
    public void A_line_of_common_words_needs_a_name_beside_it()
    {
        const string Shell = "Matcher error: received value must be a string";

        Cause("gives each parcel a tracking id", Shell, [Issue(12, "rates fail", Shell)]).Issue.ShouldBeNull();
        Cause("gives each parcel a tracking id", Shell, [Issue(12, "gives each parcel a tracking id fails", Shell)]).Issue!.Number.ShouldBe(12);
    }

    [Fact]
    public void What_it_quotes_stands_in_the_tests_that_it_counts() =>
        Cause(Refused, Issue(12, "Redis", $"`{Refused}`")).Issue!.Because[0].ToString().ShouldBe($"1 of 1 failing, 0 of 2 passing tests show “{Refused}”");
}
