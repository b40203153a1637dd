using Shouldly;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Explanation.Correlation;
using Whybot.Analysis.Inputs.Results;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Explanation.Correlation;

/// <summary>Which rule makes an issue be about a cause, and what rules it out.</summary>
public sealed class MatchRulesTests
{
    private const string Error = "StoreError: connect_store refused by 10.20.0.83:6379";
    private const string Shell = "Matcher error: received value must be a string";
    private const string Block = "```json\n{ \"ErrorMessage\": \"refused by 10.20.0.83:6379\" }\n```";

    private static readonly TestCase Mail = Runs.Test("test_mail_sent");
    private static readonly TestCase Quota = Runs.Test("test_quota_kept");

    private static MatchEvidence Evidence(GroupFacts facts, string title, string body, params TestCase[] passed)
    {
        TestCase[] known = [.. facts.Tests, .. passed];
        var issue = new IssueProfile(Issue(12, title, body), new TestNames(known, []));
        var cluster = new ClusterText(facts, facts.Symptom, null, new NegativeControl(known));
        var weights = new WordWeights(new Candidates([issue.Text]));
        return new MatchEvidence(issue, cluster, [.. cluster.Lines.Select(l => Alignment.Worth(l, weights))], weights);
    }

    private static string Rule(MatchEvidence evidence, bool common = false) => MatchRules.Of(evidence, _ => common)?.Name ?? "none";

    private static string Rule(string message, string title, string body, bool common = false, params TestCase[] passed) =>
        Rule(Evidence(FactsOf(Failing(message, "test_cart_total")), title, body, passed), common);

    [Fact]
    public void An_issue_that_says_the_error_is_about_it() => Rule(Error, "Staging", $"We see {Error}").ShouldBe("it says the error");

    [Fact]
    public void An_error_that_many_issues_or_other_causes_say_needs_something_beside_it()
    {
        Rule(Error, "Staging", $"We see {Error}", common: true).ShouldBe("none");
        Rule(Error, "Staging", $"test_cart_total: {Error}", common: true).ShouldBe("it says a common error, and what it happens to");
    }

    [Fact]
    public void A_line_that_passing_tests_print_too_does_not_tell_the_error() =>
        Rule(Error, "Staging", $"We see {Error}", passed: Mail with { Output = $"retried after {Error}" }).ShouldBe("none");

    [Fact]
    public void A_line_that_reports_no_problem_does_not_tell_the_error() =>
        Rule("connect_store asks the box at 10.20.0.83:6379", "Staging", "connect_store asks the box at 10.20.0.83:6379").ShouldNotBe("it says the error");

    [Fact]
    public void A_line_of_plain_words_needs_the_failing_test_beside_it()
    {
        Rule(Shell, "Rates", Shell).ShouldBe("none");
        Rule(Shell, "Rates", $"test_cart_total says {Shell}").ShouldBe("it says a common error, and what it happens to");
    }

    [Fact]
    public void A_common_line_beside_another_address_is_about_something_else()
    {
        const string Here = "received value must be a string\nStoreError: lease lost at 10.20.0.83:6379";

        Rule(Here, "Rates", "test_cart_total: received value must be a string, from 10.20.0.83:6379").ShouldNotBe("none");
        Rule(Here, "Rates", "test_cart_total: received value must be a string, from 10.20.0.91:6380").ShouldBe("none");
    }

    [Fact]
    public void A_block_of_known_errors_that_every_failure_shows_decides()
    {
        Rule(Error, "Store", Block).ShouldBe("its block of known errors is shown");
        Rule("StoreError: connect_store is slow", "Store", Block).ShouldBe("none");
        Rule(Evidence(FactsOf(Failing(Error, "test_cart_total"), Failing("KeyError: 'total'", "test_cart_owner")), "Store", Block))
            .ShouldNotBe("its block of known errors is shown");
    }

    [Fact]
    public void A_block_that_passing_tests_show_too_or_that_says_hardly_anything_decides_nothing()
    {
        Rule(Error, "Store", Block, passed: Mail with { Output = Error }).ShouldBe("none");
        Rule(Error, "Store", Block, passed: Mail with { Output = "all well" }).ShouldBe("its block of known errors is shown");
        Rule(Error, "Store", "```json\n{ \"ErrorMessage\": \"refused\" }\n```").ShouldBe("none");
        Rule(Error, "Store", "```json\n{ \"ErrorPattern\": \".*\" }\n```").ShouldBe("none");
    }

    [Fact]
    public void A_bare_title_with_the_failing_test_matches_by_its_name_only()
    {
        var rule = MatchRules.Of(Evidence(FactsOf(Failing(Error, "test_cart_total")), "test_cart_total is flaky", "https://ci.example/7"), _ => false)!;

        (rule.ByNameOnly, rule.Passage).ShouldBe((true, null));
        Rule(Error, "test_mail_sent is flaky", "https://ci.example/7").ShouldBe("none");
    }

    [Fact]
    public void The_failing_test_and_a_name_of_the_error_match_unless_the_issue_shows_another_error()
    {
        const string Body = "It needs connect_store, which the new cache gives up too soon on staging.";

        Rule(Error, "test_cart_total hangs in the evening", Body).ShouldBe("it names a failing test and what the error names");
        Rule(Error, "The shop hangs in the evening", Body).ShouldBe("none");
        Rule(Error, "test_cart_total hangs in the evening", $"{Body}\n\nTypeError: the basket has no handle").ShouldBe("none");
    }

    [Fact]
    public void The_same_place_and_the_same_kind_of_fault_match_and_another_kind_or_place_does_not()
    {
        const string Refused = "Error: open_basket in load_lease of keep_order: connect ECONNREFUSED 10.20.0.83:6379";

        Rule(Refused, "Redis", "the box at 10.20.0.83:6379 said: connection refused").ShouldBe("it names the same place and the same kind of fault");
        Rule(Refused, "Redis", "the box at 10.20.0.83:6379 has a full disk: no space left on device").ShouldBe("none");
        Rule(Refused, "Redis", "the box at 10.20.0.91:6379 said: connection refused").ShouldBe("none");
    }

    [Theory]
    [InlineData("Epic: a green staging", "", "it collects several problems")]
    [InlineData("Staging", "- test_mail_sent: slow\n- test_quota_kept: slow", "it collects several problems")]
    [InlineData("Staging", "- test_cart_total: slow\n- test_quota_kept: slow", null)]
    [InlineData("Staging", "test_mail_sent is slow", "test_mail_sent, which it names, passed")]
    [InlineData("Staging", "test_mail_sent and test_cart_total are slow", null)]
    [InlineData("test_unknown is slow", "test_cart_total too", "its title names test_unknown, which does not fail here")]
    [InlineData("test_unknown is slow", "the shop too", "its title names test_unknown, which does not fail here")]
    [InlineData("The shop is slow", "in the evening", null)]
    public void What_rules_an_issue_out_whatever_it_shares(string title, string body, string? against) =>
        (MatchRules.Against(Evidence(FactsOf(Failing(Error, "test_cart_total")), title, body, Mail, Quota))?.ToString()).ShouldBe(against);

    [Fact]
    public void What_rules_an_issue_out_outranks_that_it_says_the_error() =>
        Rule(Error, "test_mail_sent is red", $"We see {Error}", passed: Mail).ShouldBe("none");

    [Fact]
    public void The_test_in_the_title_may_be_a_variant_or_a_whole_family_of_those_that_fail()
    {
        string? Against(string title) =>
            MatchRules.Against(Evidence(FactsOf(Failing(Error, "test_cart_total[red]")), title, "in the evening"))?.ToString();

        Against("test_cart_total is slow").ShouldBeNull();
        Against("test_cart_* is slow").ShouldBeNull();
        Against("test_cart is slow").ShouldNotBeNull();
    }
}
