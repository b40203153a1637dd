using Shouldly;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Sources;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Explanation;

/// <summary>Files of the repository are wanted only where they can help to choose between changes.</summary>
public sealed class SourcesToReadTests
{
    private static readonly ChangeSet Two = Changes(File("src/cart.py", "+rows = 1"), File("src/lamp.py", "+on = 1"));

    private static Incident Run(TestOutcome outcome, ChangeSet? changes) =>
        Runs.Of(Runs.File("unit", Runs.Test("total", outcome, outcome == TestOutcome.Passed ? null : "it is another"))) with { Changes = changes };

    [Fact]
    public void Several_changes_and_a_failing_test_want_them()
    {
        var wanted = Run(TestOutcome.Failed, Two).Analyse().Wanted.ShouldNotBeNull();

        wanted.Changed.ShouldBe(["src/cart.py", "src/lamp.py"], ignoreOrder: true);
        wanted.Tests.Count.ShouldBe(1);
    }

    [Fact]
    public void A_run_that_passed_wants_none() => Run(TestOutcome.Passed, Two).Analyse().Wanted.ShouldBeNull();

    [Fact]
    public void Without_known_changes_or_with_only_one_there_is_nothing_to_choose()
    {
        Run(TestOutcome.Failed, null).Analyse().Wanted.ShouldBeNull();
        Run(TestOutcome.Failed, Changes(File("src/cart.py", "+rows = 1"), File("README.md", "+rows"))).Analyse().Wanted.ShouldBeNull();
    }

    [Fact]
    public void Those_that_are_there_are_not_wanted_again() =>
        (Run(TestOutcome.Failed, Two) with { Sources = new SourceTree([new SourceFile("src/cart.py", "rows = 1\n")]) }).Analyse().Wanted.ShouldBeNull();
}
