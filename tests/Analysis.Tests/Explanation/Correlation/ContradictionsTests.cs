using Shouldly;
using Whybot.Analysis.Explanation.Correlation;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Readiness;
using Whybot.Analysis.Inputs.Results;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Explanation.Correlation;

/// <summary>Which open issues a run proves wrong.</summary>
public sealed class ContradictionsTests
{
    private static readonly TestCase Cart = Runs.Test("test_cart_total");
    private static readonly TestCase Mail = Runs.Test("test_mail_sent");
    private static readonly ProbeReading Answers = Probe("PONG", ok: true, kind: "redis", target: "cache.internal:6379");

    private static IReadOnlyList<Contradiction> Find(KnownIssue issue, IReadOnlyList<TestCase> proved, ReadinessReport? readiness = null,
        params int[] matched) =>
        [.. Contradictions.Find([new IssueProfile(issue, new TestNames([Cart, Mail], []))], proved.ToDictionary(t => t.Id), readiness, matched.ToHashSet())];

    private static bool Contradicted(KnownIssue issue, params TestCase[] proved) => Find(issue, proved).Count == 1;

    private static bool Contradicted(string body, ServiceReadiness service) =>
        Find(Issue(12, "Cache trouble", body), [], Probed(service)).Count == 1;

    [Fact]
    public void An_issue_whose_test_ran_and_passed_is_contradicted()
    {
        var found = Find(Issue(12, "test_cart_total fails"), [Cart]).Single();

        found.Issue.ShouldBe(12);
        found.Citations.Select(c => c.Source).ShouldBe(["issues.json", "results/unit.xml"]);
    }

    [Fact]
    public void A_test_that_proves_nothing_or_did_not_run_contradicts_nothing() => Contradicted(Issue(12, "test_cart_total fails"), Mail).ShouldBeFalse();

    [Fact]
    public void All_the_tests_that_an_issue_names_must_have_passed()
    {
        Contradicted(Issue(12, "test_cart_total and test_mail_sent fail"), Cart).ShouldBeFalse();
        Contradicted(Issue(12, "test_cart_total and test_mail_sent fail"), Cart, Mail).ShouldBeTrue();
    }

    [Fact]
    public void A_closed_issue_and_one_that_was_matched_are_not_contradicted()
    {
        Contradicted(Issue(12, "test_cart_total fails", open: false), Cart).ShouldBeFalse();
        Find(Issue(12, "test_cart_total fails"), [Cart], null, 12).ShouldBeEmpty();
        Find(Issue(12, "test_cart_total fails"), [Cart], null, 13).ShouldHaveSingleItem();
    }

    [Fact]
    public void An_issue_that_names_no_test_of_this_repository_is_left_alone() => Contradicted(Issue(12, "The shop is slow"), Cart, Mail).ShouldBeFalse();

    [Theory]
    [InlineData("cache.internal:6379 is unreachable", true)]
    [InlineData("redis on :6379 answers ECONNREFUSED", true)]
    [InlineData("redis on :6380 answers ECONNREFUSED", false)]
    [InlineData("connection refused on :6379", false)]
    [InlineData("cache.internal:6379 forgets keys", false)]
    [InlineData("redis is unreachable", false)]
    public void An_issue_that_calls_a_service_down_is_contradicted_if_the_probe_of_that_very_place_succeeds(string body, bool contradicted) =>
        Contradicted(body, Service("cache", Answers)).ShouldBe(contradicted);

    [Fact]
    public void A_probe_that_failed_and_a_service_that_is_not_ready_contradict_nothing()
    {
        Contradicted("cache.internal:6379 is unreachable", Service("cache", Answers with { Ok = false })).ShouldBeFalse();
        Contradicted("cache.internal:6379 is unreachable", Service("cache", Answers) with { Ready = false }).ShouldBeFalse();
        Find(Issue(12, "Cache trouble", "cache.internal:6379 is unreachable"), []).ShouldBeEmpty();
    }

    [Fact]
    public void A_service_that_is_up_does_not_contradict_an_issue_that_names_a_test_which_did_not_pass()
    {
        var issue = Issue(12, "test_cart_total: cache.internal:6379 is unreachable");

        Find(issue, [], Probed(Service("cache", Answers))).ShouldBeEmpty();
        Find(issue, [Cart], Probed(Service("cache", Answers))).Single().Because.Single().ToString().ShouldNotContain("unreachable;");
    }
}
