using Shouldly;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Grouping;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Inputs.Results;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Causes.Grouping;

/// <summary>One change broke two groups of tests that passed before, unless the changes that explain them differ.</summary>
public sealed class SharedChangeTests
{
    private static readonly GroupFacts One = FactsOf(Failing("AssertionError: the lamp costs 3", "one") with { ClassName = "" });
    private static readonly GroupFacts Two = FactsOf(Failing("KeyError: 'chair'", "two") with { ClassName = "" });

    private static Ranking By(params (int Commit, double Share)[] shares) => Ranking.None with { Shares = shares.ToDictionary(s => s.Commit, s => s.Share) };

    private static bool Joined(GroupFacts one, Ranking first, GroupFacts two, Ranking second, int commits = 10) =>
        SharedChange.Of([(one, first), (two, second)], commits)[1] is not null;

    private static GroupFacts In(string file, GroupFacts facts) => FactsOf(facts.Tests[0] with { File = file });

    [Fact]
    public void Failures_that_the_same_change_explains_are_one_cause()
    {
        Joined(One, By((3, 0.6)), Two, By((3, 0.7), (4, 0.1))).ShouldBeTrue();
        Joined(One, By((3, 0.6)), Two, By((4, 0.7))).ShouldBeFalse();
    }

    [Fact]
    public void If_nothing_is_known_of_the_changes_tests_of_one_file_are_one_cause_and_others_are_not()
    {
        Joined(In("cart_test.go", One), Ranking.None, In("cart_test.go", Two), Ranking.None).ShouldBeTrue();
        Joined(In("cart_test.go", One), Ranking.None, In("lamp_test.go", Two), Ranking.None).ShouldBeFalse();
    }

    [Fact]
    public void Tests_of_one_file_that_different_changes_explain_are_two_causes() =>
        Joined(In("cart_test.go", One), By((3, 0.9)), In("cart_test.go", Two), By((4, 0.9))).ShouldBeFalse();

    [Fact]
    public void One_commit_explains_everything_and_therefore_nothing() => Joined(One, By((0, 0.9)), Two, By((0, 0.9)), commits: 1).ShouldBeFalse();

    [Fact]
    public void What_is_not_new_and_jobs_without_a_failing_test_are_left_alone()
    {
        var job = FactsOf(Failing("error: no title") with { Scope = TestScope.Job });

        SharedChange.Of([null, (One, By((3, 0.9))), (job, By((3, 0.9)))], 10).ShouldAllBe(j => j == null);
    }
}
