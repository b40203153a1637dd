using Shouldly;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Grouping;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Signatures;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Causes.Grouping;

/// <summary>Failures whose message has no word of its own are not one cause only because they look alike.</summary>
public sealed class WordlessFailuresTests
{
    private const string Bare = "AssertionError: assert False is True";

    private const string Lamp = "lamp_shines_bright_and_golden_every_evening";
    private const string Chair = "chair_stands_firm_on_crooked_wooden_floors";

    private static readonly ChangedFile Lamps =
        File("src/lamps.py", $"-def {Lamp}(lamp):", "-    return 1", $"+def {Lamp}(lamp, lamps):", "+    return shine(bright, golden, every_evening)");

    private static readonly ChangedFile Chairs =
        File("src/chairs.py", $"-def {Chair}(chair):", "-    return 1", $"+def {Chair}(chair, chairs):", "+    return stand(firm, crooked, wooden_floors)");

    private static readonly ChangeSet All =
        Changes([Lamps, Chairs, .. Enumerable.Range(1, 8).Select(i => File($"src/doors{i}.py", $"-door = {i}", $"+door = {i + 1}"))]);

    private static TestCase Test(string name, string file, string message) =>
        Failing(message, name) with { File = file, ClassName = file[..^3].Replace('/', '.') };

    private static IReadOnlyList<GroupFacts> Apart(ChangeSet changes, bool isNew, IEnumerable<string> own, params TestCase[] tests)
    {
        var wordless = new WordlessFailures(new SuspectRanker(changes), own.ToHashSet(), g => FactsOf([.. g.Tests]) with { Groups = [g] });
        return [.. FailureGroup.Of(tests).SelectMany(g => wordless.Of(g, _ => isNew))];
    }

    private static IReadOnlyList<GroupFacts> Apart(ChangeSet changes, string message = Bare, bool isNew = true, params string[] own) =>
        Apart(changes, isNew, own, Test($"test_{Lamp}", "tests/test_lamps.py", message), Test($"test_{Chair}", "tests/test_chairs.py", message));

    [Fact]
    public void They_are_apart_if_different_changes_explain_them_and_the_first_keeps_the_identity()
    {
        var parts = Apart(All);

        parts.Select(p => p.Tests.Single().File).ShouldBe(["tests/test_chairs.py", "tests/test_lamps.py"]);
        parts[0].Id.Value.ShouldBe(Signature.Of(Failing(Bare).Failure!).Id);
        parts[1].Id.ShouldNotBe(parts[0].Id);
        parts[1].Groups[0].Variants.ShouldContain(parts[0].Id.Value);
    }

    [Fact]
    public void A_part_that_has_an_issue_stays_apart_also_in_later_runs()
    {
        var (first, second) = (Apart(All)[0], Apart(All)[1]);

        var later = Apart(Changes(File("src/doors.py", "+door = 1")), isNew: false, own: [first.Id.Value, second.Id.Value]);

        later.Select(p => (p.Id, p.Tests.Single().File)).ShouldBe([(first.Id, "tests/test_chairs.py"), (second.Id, "tests/test_lamps.py")]);
    }

    [Fact]
    public void A_part_that_has_an_issue_is_not_taken_for_the_other_part_when_that_is_repaired()
    {
        var second = Apart(All)[1];

        Apart(Changes(File("src/doors.py", "+door = 1")), isNew: false, [second.Id.Value], Test($"test_{Lamp}", "tests/test_lamps.py", Bare))
            .ShouldHaveSingleItem().Id.ShouldBe(second.Id);
    }

    [Fact]
    public void They_are_one_if_no_change_tells_them_apart_or_their_message_does_say_something_or_they_are_not_new()
    {
        Apart(Changes(File("src/doors.py", "+door = 1"), File("src/walls.py", "+wall = 1"))).Count.ShouldBe(1);
        Apart(All, "AssertionError: no furniture").Count.ShouldBe(1);
        Apart(All, isNew: false).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("AssertionError: assert False is True", true)]
    [InlineData("expect(received).toBe(expected)\nExpected: true\nReceived: false", true)]
    [InlineData("Assert.True() Failure\nExpected: True\nActual:   False", true)]
    [InlineData("expected: <true> but was: <false>", true)]
    [InlineData("assert 'apple' == 'pear'", false)]
    [InlineData("KeyError: 'total'", false)]
    public void A_message_is_wordless_if_it_only_says_that_plain_values_differ(string message, bool wordless) =>
        WordlessFailures.IsWordless(message).ShouldBe(wordless);
}
