using Shouldly;
using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Tests.Inputs.Evidence;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Explanation.Whys;

/// <summary>The whys of one cause, each with evidence that was read again.</summary>
public sealed class WhyChainTests
{
    private static IReadOnlyList<Why> Of(string stored, params TestCase[] tests) =>
        new WhyChain(View(Runs.Of()), new FakeEvidence(new() { ["results/unit.xml"] = stored })).Of(Finding(FactsOf(tests)));

    private const string Refused = "ConnectionRefusedError: [Errno 111] Connection refused: db:5432";

    [Fact]
    public void There_are_six_from_the_symptom_to_the_system() =>
        Of(Refused, Runs.Test("pays", TestOutcome.Failed, Refused)).OrderBy(w => w.Rung).Select(w => w.Rung).ShouldBe([WhyStep.Symptom, WhyStep.Mechanism,
            WhyStep.Condition, WhyStep.Change, WhyStep.Escape, WhyStep.System]);

    [Fact]
    public void That_a_value_is_another_one_is_seen_from_the_message_so_the_next_question_is_where_it_comes_from()
    {
        var whys = Of(Unlike);

        whys.Select(w => (w.Level, w.Rung)).ShouldBe([(1, WhyStep.Symptom), (2, WhyStep.Condition), (3, WhyStep.Change), (4, WhyStep.Escape),
            (5, WhyStep.System)]);
        whys[1].Question.ShouldBe("Where does the other value come from?");
    }

    [Fact]
    public void A_claim_whose_evidence_is_not_found_again_becomes_unknown_and_says_how_to_go_on()
    {
        var (found, lost) = (Of(Unlike)[0], Of("something else")[0]);

        (found.Status, found.Next).ShouldBe((WhyStatus.Established, null));
        (lost.Status, lost.Citations.Count).ShouldBe((WhyStatus.Unknown, 0));
        lost.Answer.ToString().ShouldStartWith("The evidence stops here. Read the results of");
    }

    [Fact]
    public void A_claim_stands_while_any_of_its_evidence_does_and_shows_at_most_three_places()
    {
        TestCase[] tests = [.. Enumerable.Range(1, 5).Select(i => Runs.Test($"in_{i}", TestOutcome.Failed, Unlike, line: i) with { Suite = $"suite-{i}" })];

        Of($"{Unlike}\nb\nc\nd\ne", tests)[0].Citations.Count.ShouldBe(1);
        Of(string.Join('\n', Enumerable.Repeat(Unlike, 5)), tests)[0].Citations.Select(c => c.Line).ShouldBe([1, 2, 3]);
    }
}
