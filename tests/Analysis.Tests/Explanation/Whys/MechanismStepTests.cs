using Shouldly;
using Whybot.Analysis.Explanation.Claims;
using Whybot.Analysis.Explanation.Whys;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Explanation.Whys;

/// <summary>What kind of fault it is.</summary>
public sealed class MechanismRungTests
{
    private const string NoAnswer = "HTTP 503 from /health";

    [Fact]
    public void A_fault_of_no_known_kind_stays_open_and_says_how_to_go_on()
    {
        var draft = MechanismStep.Of(Finding(FactsOf("the lamp is odd")));

        draft.Status.ShouldBe(WhyStatus.Unknown);
        draft.Next.Claims.OfType<KindOfFault>().Single().Part.ShouldBe(KindPart.Next);
    }

    [Fact]
    public void A_kind_that_the_tests_themselves_see_is_established_and_follows_from_nothing()
    {
        var draft = MechanismStep.Of(Finding(FactsOf("KeyError: 'total'")));

        (draft.Status, draft.Question).ShouldBe((WhyStatus.Established, Kind("payload-contract").Question));
        draft.Answer.ToString().ShouldNotContain("follows from it");
    }

    [Fact]
    public void A_kind_behind_the_tests_is_established_by_a_probe_or_the_log_and_only_likely_without()
    {
        var behind = Kind("connection-refused");
        var finding = Finding(FactsOf(NoAnswer));

        MechanismStep.Of(finding.Following(Down())).Status.ShouldBe(WhyStatus.Established);
        MechanismStep.Of(Finding(FactsOf(NoAnswer).Logged(Event(Refused))) with { Root = behind }).Status.ShouldBe(WhyStatus.Established);
        MechanismStep.Of(Finding(FactsOf(NoAnswer).Logged(Event("all is well"))) with { Root = behind }).Status.ShouldBe(WhyStatus.Likely);
        MechanismStep.Of(finding with { Root = behind }).Status.ShouldBe(WhyStatus.Likely);
    }

    [Fact]
    public void What_the_tests_see_follows_from_a_deeper_kind_unless_they_see_no_known_kind()
    {
        MechanismStep.Of(Finding(FactsOf(NoAnswer)).Following(Down())).Answer.ToString().ShouldContain("follows from it");
        MechanismStep.Of(Finding(FactsOf("the lamp is odd")).Following(Down())).Answer.ToString().ShouldNotContain("follows from it");
    }

    [Fact]
    public void The_probe_is_cited_before_the_tests() =>
        MechanismStep.Of(Finding(FactsOf(NoAnswer)).Following(Down())).Citations.Select(c => c.Source).ShouldBe(["readiness.json", "results/unit.xml"]);
}
