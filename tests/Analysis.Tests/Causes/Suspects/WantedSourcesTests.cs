using Shouldly;
using Whybot.Analysis.Causes.Suspects;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Causes.Suspects;

/// <summary>Which files of a repository are read to tell which change did it.</summary>
public sealed class WantedSourcesTests
{
    private static readonly SourceLimits Ample = new(100, 1_000_000, 100_000);

    private static WantedTest Test(string name, string[]? paths = null, string[]? places = null) =>
        new(paths ?? [], places ?? [], [.. NameWords.Of(name)]);

    private static IReadOnlyList<string> Choose(WantedSources wanted, SourceLimits limits, params (string Path, long Size)[] tree) =>
        [.. wanted.Choose([.. tree.Select(f => new RepositoryFile(f.Path, f.Size))], limits).Select(f => f.Path)];

    [Fact]
    public void The_tests_own_file_comes_first_then_changed_files_then_those_on_the_stack()
    {
        var test = Test("test_total", ["/home/runner/work/shop/shop/tests/test_cart.py"]);
        var wanted = new WantedSources([test], ["src/tax.py", "src/lamp.py"], ["src/cart.py"]);

        Choose(wanted, Ample, ("src/cart.py", 10), ("src/lamp.py", 10), ("src/tax.py", 10), ("src/other.py", 10), ("tests/test_cart.py", 10))
            .ShouldBe(["tests/test_cart.py", "src/tax.py", "src/lamp.py", "src/cart.py"]);
    }

    [Fact]
    public void A_class_names_the_file_of_its_test() =>
        Choose(new WantedSources([Test("adds up", places: ["CartTest"])], [], []), Ample with { Files = 1 },
            ("src/test/java/shop/LampTest.java", 90), ("src/test/java/shop/CartTest.java", 10)).ShouldBe(["src/test/java/shop/CartTest.java"]);

    [Fact]
    public void If_nothing_says_where_a_test_is_files_named_alike_come_first() =>
        Choose(new WantedSources([Test("the lamp is on")], [], []), Ample with { Files = 1 }, ("test/cart.test.js", 90), ("test/lamp.test.js", 10))
            .ShouldBe(["test/lamp.test.js"]);

    [Fact]
    public void Without_a_test_file_the_changed_files_tell_nothing_and_are_not_read() =>
        Choose(new WantedSources([Test("test_total")], ["src/cart.py"], []), Ample, ("src/cart.py", 10)).ShouldBeEmpty();

    [Fact]
    public void What_is_too_large_or_too_much_is_left_out_and_smaller_files_after_it_are_read()
    {
        var wanted = new WantedSources([Test("test_total", ["tests/test_cart.py"])], ["src/huge.py", "src/large.py", "src/small.py"], []);

        Choose(wanted, new SourceLimits(100, 100, 80), ("tests/test_cart.py", 50), ("src/huge.py", 81), ("src/large.py", 60), ("src/small.py", 50))
            .ShouldBe(["tests/test_cart.py", "src/small.py"]);
    }

    [Fact]
    public void The_files_of_the_likeliest_change_are_wanted_first_and_documents_and_removed_files_are_not()
    {
        var facts = FactsOf(Failing("lamp is off", "test_lamp"));
        var changes = Changes(File("src/cart.py", "+rows = 1"), File("README.md", "+a lamp"), File("src/lamp.py", "-on = 0", "+on = 1"));
        var ranking = new SuspectRanker(changes).Rank(new FaultText(facts, facts.Symptom, environmental: false));

        var wanted = WantedSources.Of(changes, [(facts, ranking)]);

        wanted.Changed.ShouldBe(["src/lamp.py", "src/cart.py"]);
        wanted.Tests.ShouldHaveSingleItem().Words.ShouldContain("lamp");
    }

    [Fact]
    public void Very_many_files_and_tests_take_little_time()
    {
        var wanted = new WantedSources([.. Enumerable.Range(0, 60).Select(i => Test($"test_part_{i}_of_module_{i % 7}"))], ["src/cart.py"], []);
        var tree = Enumerable.Range(0, 100_000).Select(i => ($"tests/module_{i % 7}/test_{i}.py", 10L)).ToArray();

        Choose(wanted, Ample with { Files = 40 }, tree).Count.ShouldBe(40);
    }
}
