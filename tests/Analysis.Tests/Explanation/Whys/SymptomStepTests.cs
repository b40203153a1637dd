using Shouldly;
using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Inputs.Results;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Explanation.Whys;

/// <summary>What the failing tests have in common.</summary>
public sealed class SymptomRungTests
{
    private static WhyDraft Of(params TestCase[] tests) => SymptomStep.Of(Finding(FactsOf(tests)));

    [Fact]
    public void It_is_established_and_quotes_the_line_that_says_most()
    {
        var draft = Of(Failing("expect(received).toBe(expected)\n\nExpected: 42\nReceived: 41"));

        draft.Status.ShouldBe(WhyStatus.Established);
        draft.Answer.Claims.OfType<FailingTestsSay>().Single().Words.ShouldBe("Received: 41");
        draft.Citations[0].Excerpt.ShouldBe("Received: 41");
    }

    [Fact]
    public void Of_a_silent_test_its_name_is_cited_and_nothing_quoted()
    {
        var draft = Of(Failing(FailureMessages.Silent));

        draft.Answer.Claims.Select(c => c.GetType()).ShouldBe([typeof(NoMessage), typeof(InSuites)]);
        draft.Citations.Single().Excerpt.ShouldBe("adds_up");
    }

    [Fact]
    public void Groups_that_were_joined_are_counted_with_the_reason_and_each_is_cited()
    {
        var finding = Finding(FactsOf(Failing("KeyError: 'total'", "one"), Failing("KeyError: 'total'", "two"), Failing("no total in the order", "three")));

        var draft = SymptomStep.Of(finding with { Cause = finding.Cause with { Because = [$"they lack the same field, total"] } });

        draft.Answer.Claims.ShouldContain(c => c is OtherTests);
        draft.Answer.ToString().ShouldContain(": they lack the same field, total.");
        draft.Citations.Select(c => c.Excerpt).ShouldBe(["KeyError: 'total'", "no total in the order"]);
    }

    [Fact]
    public void One_group_alone_has_no_others() =>
        Of(Failing(name: "one"), Failing(name: "two")).Answer.Claims.ShouldNotContain(c => c is OtherTests);

    [Fact]
    public void One_test_of_each_suite_is_cited()
    {
        TestCase In(string suite, int line) => Runs.Test($"in_{suite}", TestOutcome.Failed, Unlike, line: line) with { Suite = suite };

        Of(In("orders", 1), In("mail", 2), In("mail", 3)).Citations.Count.ShouldBe(2);
    }
}
