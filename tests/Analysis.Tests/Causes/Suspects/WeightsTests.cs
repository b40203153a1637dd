using Shouldly;
using Whybot.Analysis.Causes.Suspects;
using Xunit;

namespace Whybot.Analysis.Tests.Causes.Suspects;

/// <summary>The table of features and how a score becomes a probability.</summary>
public sealed class WeightsTests
{
    [Fact]
    public void Every_feature_is_in_the_table_once_with_its_meaning_and_speaks_for_a_change_or_not_at_all()
    {
        Weights.Fitted.Features.Select(f => f.Feature).Order().ShouldBe(Enum.GetValues<Feature>());
        Weights.Fitted.Features.ShouldAllBe(f => f.Weight >= 0 && f.Meaning.EndsWith('.'));
        Weights.Fitted.Source.ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_weight_is_used_for_its_own_feature()
    {
        var values = new double[Enum.GetValues<Feature>().Length];
        values[(int)Feature.Link] = 2;

        Weights.Fitted.Score(values).ShouldBe(2 * Weights.Fitted[Feature.Link]);
    }

    [Fact]
    public void A_change_that_nothing_ties_to_the_failure_is_unlikely_even_if_it_is_the_only_one() => Weights.Fitted.Shares([0])[0].ShouldBeLessThan(0.1);

    [Fact]
    public void Two_changes_of_the_same_score_are_equally_likely_and_each_less_so_than_alone()
    {
        var shares = Weights.Fitted.Shares([5, 5]);

        shares[0].ShouldBe(shares[1]);
        Weights.Fitted.Shares([5])[0].ShouldBeGreaterThan(shares[0]);
    }
}
