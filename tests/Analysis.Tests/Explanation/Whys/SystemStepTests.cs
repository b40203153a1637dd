using Shouldly;
using Whybot.Analysis.Explanation.Claims;
using Whybot.Analysis.Explanation.Correlation;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Explanation.Whys;
using Xunit;
using static Whybot.Analysis.Tests.Build;
using static Whybot.Analysis.Tests.Runs;

namespace Whybot.Analysis.Tests.Explanation.Whys;

/// <summary>Whether it has happened before.</summary>
public sealed class SystemRungTests
{
    private static readonly IssueMatch Closed = Match() with { Issue = Issue(9, "The store was gone", open: false) };

    private static WhyDraft Of(ClusterFinding finding) => SystemStep.Of(finding, View(Runs.Of()));

    private static ClusterFinding Seen(ClusterFinding finding, IssueMatch seen) => finding with { Issues = new Correlated(null, [], [seen]) };

    [Fact]
    public void An_open_issue_that_describes_it_answers_before_everything_else()
    {
        var draft = Of(Finding(null, Earlier("01", Failing())) with { Issues = new Correlated(Match(), [], [Closed]) });

        (draft.Status, draft.Citations.Single().Pointer).ShouldBe((WhyStatus.Established, "/12/title"));
        draft.Answer.Claims.Single().ShouldBeOfType<DescribedBy>();
    }

    [Fact]
    public void A_closed_issue_that_fits_came_back_and_one_that_only_resembles_it_is_something_like_it()
    {
        Of(Seen(Finding(), Closed)).Answer.ToString().ShouldStartWith("It came back: ");
        Of(Seen(Finding(), Closed with { Rule = null })).Answer.ToString().ShouldStartWith("Something like it: ");
        Of(Seen(Finding(), Closed)).Status.ShouldBe(WhyStatus.Likely);
    }

    [Fact]
    public void A_closed_issue_answers_before_earlier_runs() =>
        Of(Seen(Finding(null, Earlier("01", Failing())), Closed)).Citations[0].Source.ShouldBe("issues.json");

    [Fact]
    public void Related_issues_are_no_answer() => Of(Finding() with { Issues = new Correlated(null, [Match()], []) }).Status.ShouldBe(WhyStatus.Unknown);

    [Fact]
    public void An_earlier_failure_alike_is_a_yes_and_one_in_another_way_is_not()
    {
        var alike = Of(Finding(null, Earlier("01", Failing())));

        alike.Status.ShouldBe(WhyStatus.Established);
        alike.Answer.Claims.Select(c => c.GetType()).ShouldBe([typeof(FailedAlikeIn), typeof(NoOpenIssue)]);
        Of(Finding(null, Earlier("01", Failing("TimeoutError: no answer")))).Status.ShouldBe(WhyStatus.Unknown);
    }

    [Fact]
    public void What_passed_at_the_last_run_was_not_seen_before_and_its_suite_would_have_caught_it()
    {
        var draft = Of(Finding(null, Earlier("01", Test("adds_up"))));

        draft.Answer.ToString().ShouldStartWith("Not seen before: ");
        (draft.Status, draft.Next.ToString()).ShouldBe((WhyStatus.Likely, "Run orders before the merge."));
    }

    [Fact]
    public void Without_issues_and_history_it_is_not_known()
    {
        var draft = Of(Finding());

        draft.Status.ShouldBe(WhyStatus.Unknown);
        draft.Next.Claims.Select(c => c.GetType()).ShouldBe([typeof(NothingBefore), typeof(NoIssueAtAll)]);
    }
}
