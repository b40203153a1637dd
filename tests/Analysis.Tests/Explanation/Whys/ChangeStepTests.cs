using Shouldly;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Explanation.Claims;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Inputs.Changes;
using Xunit;
using static Whybot.Analysis.Tests.Build;
using static Whybot.Analysis.Tests.Runs;

namespace Whybot.Analysis.Tests.Explanation.Whys;

/// <summary>Which change brought it, or that none did.</summary>
public sealed class ChangeRungTests
{
    private static readonly ChangeSet Some = Changes(Build.File("src/mail.py", "+letter = 1"));

    private static WhyDraft Of(ClusterFinding finding, ChangeSet? changes) => ChangeStep.Of(finding, View(Runs.Of() with { Changes = changes }));

    [Fact]
    public void A_suspect_is_as_sure_as_its_evidence_and_its_change_is_cited()
    {
        var draft = Of(Finding().Blaming(Suspect(established: true)), Some);

        (draft.Status, draft.Citations.Single().Excerpt).ShouldBe((WhyStatus.Established, "+total = 41"));
        Of(Finding().Blaming(Suspect()), Some).Status.ShouldBe(WhyStatus.Likely);
    }

    [Fact]
    public void Changes_on_a_shortlist_are_told_with_how_likely_each_is_and_none_of_them_is_a_suspect()
    {
        var (one, two) = (Suspect() with { Probability = 0.42 }, Suspect(commit: Commit('b', Build.File("src/b.py", "+total = 2"))) with { Probability = 0.3 });
        var finding = Finding() with { Ranking = Ranking.Of([one, two], [], commits: 9) };
        var draft = Of(finding, Some);

        (draft.Status, finding.Suspect).ShouldBe((WhyStatus.Likely, null));
        draft.Answer.Claims.OfType<Likelihood>().Select(l => l.Commit).ShouldBe([one.Commit, two.Commit]);
    }

    [Theory]
    [InlineData(0.3, 9, 3)]
    [InlineData(0.3, 30, 3)]
    [InlineData(0.19, 9, 3)]
    [InlineData(0.19, 30, 5)]
    [InlineData(0.09, 30, 0)]
    public void A_shortlist_has_up_to_three_changes_or_five_of_a_long_range_and_none_that_are_unlikely(double each, int commits, int listed) =>
        Ranking.Of([.. Enumerable.Repeat(Suspect() with { Probability = each }, Math.Min(5, (int)(1 / each)))], [], commits).Shortlist.Count.ShouldBe(listed);

    [Fact]
    public void What_failed_alike_at_the_last_run_already_was_brought_by_no_change_since()
    {
        var draft = Of(Finding(null, Earlier("01", Failing())), Some);

        draft.Status.ShouldBe(WhyStatus.Established);
        draft.Answer.Claims.Single().ShouldBeOfType<NoChangeSince>();
    }

    [Fact]
    public void What_failed_otherwise_at_the_last_run_or_alike_only_before_that_may_be_new()
    {
        Of(Finding(null, Earlier("01", Failing("TimeoutError: no answer"))), Some).Status.ShouldBe(WhyStatus.Unknown);
        Of(Finding(null, Earlier("01", Failing()), Earlier("02", Test("adds_up"))), Some).Status.ShouldBe(WhyStatus.Unknown);
    }

    [Fact]
    public void Without_a_comparison_it_is_unknown_and_asks_for_one_and_with_one_it_asks_for_a_bisection()
    {
        Of(Finding().Following(Down()), null).Status.ShouldBe(WhyStatus.Unknown);
        Of(Finding(), null).Next.Claims.OfType<Asserted>().Single().Assertion.ShouldBe(Assertion.NoComparison);
        Of(Finding(), Changes(Array.Empty<Commit>())).Next.ToString().ShouldStartWith("Bisect between 000");
    }

    [Fact]
    public void Where_a_service_is_broken_and_no_change_is_suspected_the_environment_differs()
    {
        var draft = Of(Finding().Following(Down()), Some);

        draft.Status.ShouldBe(WhyStatus.Likely);
        draft.Answer.ToString().ShouldEndWith("The environment differs.");
        draft.Citations.Select(c => c.Source).ShouldBe(["commit.json", "readiness.json"]);
    }

    [Fact]
    public void A_service_that_broke_by_its_own_error_does_not_clear_the_changes() =>
        Of(Finding().Following(Down() with { OwnError = true }), Some).Status.ShouldBe(WhyStatus.Unknown);

    [Fact]
    public void Changes_of_which_none_is_suspected_leave_it_open_and_are_counted()
    {
        var draft = Of(Finding(), Some);

        draft.Status.ShouldBe(WhyStatus.Unknown);
        draft.Next.Claims.Single().ShouldBeOfType<ChangedFilesTouch>();
    }
}
