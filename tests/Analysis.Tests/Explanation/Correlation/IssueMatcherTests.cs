using Shouldly;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Explanation.Correlation;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Settings;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Explanation.Correlation;

/// <summary>Which of several issues a cause belongs to, and which are only shown.</summary>
public sealed class IssueMatcherTests
{
    private const string Error = "StoreError: connect_store of load_lease got ECONNREFUSED from 10.20.0.83:6379";

    /// <summary>An error of no known kind, without a place.</summary>
    private const string Lost = "CartError: load_lease of keep_order lost its handle";

    /// <summary>It fits as well, by its place and kind of fault.</summary>
    private static readonly KnownIssue Box = Issue(2, "Box", "the box at 10.20.0.83:6379 said: connection refused");

    private static readonly GroupFacts Cause = FactsOf(Failing(Error, "test_cart_total"));
    private static readonly GroupFacts Loss = FactsOf(Failing(Lost, "test_cart_total"));

    private static ClusterText Text(GroupFacts facts) => new(facts, facts.Symptom, null, new NegativeControl([.. facts.Tests]));

    private static Correlated Correlate(IReadOnlyList<KnownIssue> issues, int[]? not = null, bool onlySuggest = false, OtherFailures? others = null,
        GroupFacts? cause = null)
    {
        var names = new TestNames(Cause.Tests, []);
        var matcher = new IssueMatcher([.. issues.Select(i => new IssueProfile(i, names))], new Dictionary<Priority, string> { [Priority.P0] = "burning" });
        return matcher.Correlate(Text(cause ?? Cause), not ?? [], onlySuggest, others);
    }

    private static int? Matched(params KnownIssue[] issues) => Correlate(issues).Match?.Issue.Number;

    [Fact]
    public void Without_an_issue_that_shares_a_word_nothing_is_matched_or_shown()
    {
        var found = Correlate([Issue(1, "Rename the gateway", "It sounds odd.")]);

        (found.Match, found.Related.Count, found.SeenBefore.Count, found.Scored.Count).ShouldBe((null, 0, 0, 0));
    }

    [Fact]
    public void An_issue_that_a_person_has_ruled_out_is_neither_matched_nor_shown()
    {
        var found = Correlate([Issue(1, "Store", Error)], not: [1]);

        (found.Match, found.Related.Count).ShouldBe((null, 0));
        Correlate([Issue(1, "Store", Error)], not: [2]).Match!.Issue.Number.ShouldBe(1);
    }

    [Fact]
    public void Where_people_overruled_too_many_matches_the_issue_is_shown_as_related()
    {
        var found = Correlate([Issue(1, "Store", Error)], onlySuggest: true);

        found.Match.ShouldBeNull();
        found.Related.Single().Issue.Number.ShouldBe(1);
    }

    [Fact]
    public void A_match_is_not_listed_as_related_as_well() => Correlate([Issue(1, "Store", Error)]).Related.ShouldBeEmpty();

    [Fact]
    public void A_closed_issue_that_fits_was_seen_before_and_takes_no_match_from_an_open_one()
    {
        var found = Correlate([Issue(1, "Store", Error, open: false), Issue(2, "Store again", Error)]);

        found.Match!.Issue.Number.ShouldBe(2);
        found.SeenBefore.Single().Issue.Number.ShouldBe(1);
    }

    [Fact]
    public void Of_two_that_fit_the_better_one_is_taken_however_urgent_the_other_is()
    {
        Matched(Box).ShouldBe(2);
        Matched(Issue(1, "Store", Error), Box).ShouldBe(1);
        Matched(Issue(1, "Store", Error), Box with { Labels = ["burning"] }).ShouldBe(1);
    }

    [Fact]
    public void Of_two_that_fit_equally_none_is_taken_unless_one_is_more_urgent_by_the_settings_label()
    {
        Matched(Issue(1, "Store", Error), Issue(2, "Store", Error)).ShouldBeNull();
        Matched(Issue(1, "Store", Error), Issue(2, "Store", Error) with { Labels = ["burning"] }).ShouldBe(2);
    }

    [Fact]
    public void Of_two_that_fit_equally_one_that_names_the_test_is_taken_even_if_the_other_is_more_urgent() =>
        Matched(Issue(1, "Store", $"test_cart_total: {Error}"), Issue(2, "Store", Error) with { Labels = ["burning"] }).ShouldBe(1);

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void A_line_that_more_than_two_issues_say_tells_none_of_them_apart(int issues, bool matched)
    {
        var saying = Enumerable.Range(1, issues).Select(i => Issue(i, $"Cart {(char)('k' + i)}", Lost) with { Labels = i == 1 ? ["burning"] : [] });
        var others = Enumerable.Range(10, 40).Select(i => Issue(i, "Rename the gateway"));

        (Correlate([.. saying, .. others], cause: Loss).Match is not null).ShouldBe(matched);
    }

    [Fact]
    public void A_line_that_another_cause_says_too_makes_no_match()
    {
        OtherFailures Others(string message) => new([Text(Loss), Text(FactsOf(Failing(message, "test_mail_sent")))]);

        Correlate([Issue(1, "Cart", Lost)], others: Others(Lost), cause: Loss).Match.ShouldBeNull();
        Correlate([Issue(1, "Cart", Lost)], others: Others("MailError: the letter has no stamp"), cause: Loss).Match.ShouldNotBeNull();
    }

    [Fact]
    public void A_bare_title_matches_only_if_no_other_open_issue_names_the_test_in_its_title()
    {
        var bare = Issue(1, "test_cart_total is flaky");

        Matched(bare).ShouldBe(1);
        Matched(bare, Issue(2, "Document what test_cart_total checks", "Nobody new understands it.")).ShouldBeNull();
        Matched(bare, Issue(2, "test_cart_total is flaky", open: false)).ShouldBe(1);
    }

    [Fact]
    public void What_has_no_rule_is_never_as_sure_as_a_match()
    {
        var found = Correlate([Issue(1, "Store", Error), Issue(2, "test_mail_sent", $"test_cart_total: {Error}")]);

        found.Match!.Confidence.ShouldBeGreaterThanOrEqualTo(0.6);
        found.Scored.Where(s => !s.Holds).ShouldAllBe(s => s.Confidence < 0.6);
        found.Scored.Count.ShouldBe(2);
    }

    [Fact]
    public void The_issues_own_words_are_cited_where_they_are()
    {
        Correlate([Issue(1, "Store", $"We see {Error}")]).Match!.Citations[0].Pointer.ShouldBe("/1/body");
        Correlate([Issue(1, Error, "As the title says.")]).Match!.Citations[0].Pointer.ShouldBe("/1/title");
    }
}
