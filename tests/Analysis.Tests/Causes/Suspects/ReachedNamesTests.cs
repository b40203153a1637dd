using Shouldly;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Sources;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Causes.Suspects;

/// <summary>What a failing test's code uses, and what a change is in, by the names of definitions.</summary>
public sealed class ReachedNamesTests
{
    private static readonly SourceFile Cart = new("src/cart.py",
        "def total(rows):\n    return add(rows)\n\n\ndef add(rows):\n    tax = 1\n    return sum(rows) + tax\n");
    private static readonly SourceTree Tree = new([new SourceFile("tests/test_cart.py", "def test_total():\n    assert total([1]) == 1\n"), Cart]);

    [Fact]
    public void What_the_test_uses_is_nearest_and_what_that_uses_is_half_as_near()
    {
        var reached = new ReachedNames(Tree, FactsOf(Failing(name: "test_total")), new SourceWords());

        (reached["total"], reached["add"], reached["lamp"]).ShouldBe((1, 0.5, 0));
        reached.Place("total")!.Place.ShouldBe("sources/tests/test_cart.py:2");
    }

    [Fact]
    public void What_is_used_through_another_name_says_through_which_and_where()
    {
        var reached = new ReachedNames(Tree, FactsOf(Failing(name: "test_total")), new SourceWords());

        var (by, at) = reached.Through("add").ShouldNotBeNull();
        (by, at.Place).ShouldBe(("total", "sources/src/cart.py:2"));
        reached.Through("total").ShouldBeNull();
    }

    [Fact]
    public void The_change_of_a_definition_that_the_test_gets_to_through_another_says_so()
    {
        var facts = FactsOf(Failing("1 is not 2", "test_total"));
        var ranker = new SuspectRanker(Changes(File("src/cart.py", " def add(rows):", "-    tax = 0", "+    tax = 1"), File("src/lamp.py", "+on = 1")), Tree);

        var first = ranker.Rank(new FaultText(facts, facts.Symptom, environmental: false)).Listed[0];

        first.File.Path.ShouldBe("src/cart.py");
        first.Because.ShouldContain(b => b.ToString().Contains("CalledThrough", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_sources_nothing_is_known() =>
        new ReachedNames(SourceTree.None, FactsOf(Failing(name: "test_total")), new SourceWords()).IsEmpty.ShouldBeTrue();

    [Fact]
    public void A_hunk_is_in_the_definition_around_its_lines_in_the_whole_file_or_else_in_its_heading()
    {
        var hunk = Patch.Parse("@@ -6,2 +6,2 @@ def total(rows):\n-    tax = 0\n+    tax = 1\n     return sum(rows) + tax").Hunks[0];

        TouchedDefinitions.Of(hunk, Cart).ShouldBe(["add"]);
        TouchedDefinitions.Of(hunk, null).ShouldBe(["total"]);
    }

    [Fact]
    public void The_change_of_a_definition_that_the_test_calls_says_so()
    {
        var facts = FactsOf(Failing("1 is not 2", "test_total"));
        var ranker = new SuspectRanker(Changes(File("src/cart.py", " def total(rows):", "-    return sum(rows)", "+    return add(rows)"),
            File("src/lamp.py", "+on = 1")), Tree);

        var first = ranker.Rank(new FaultText(facts, facts.Symptom, environmental: false)).Listed[0];

        first.File.Path.ShouldBe("src/cart.py");
        first.Because.ShouldContain(b => b.ToString().Contains("CalledByTest", StringComparison.Ordinal));
    }
}
