using Shouldly;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Inputs.Sources;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Causes.Suspects;

/// <summary>How unlikely it is that a change fits so well by chance, given how much it changed.</summary>
public sealed class HunkIndexTests
{
    private static readonly Dictionary<string, double> Query = new(StringComparer.Ordinal) { ["lamp"] = 1 };

    [Fact]
    public void Of_two_changes_that_fit_alike_the_smaller_one_is_the_more_surprising()
    {
        var small = File("src/a.py", "+lamp = 1");
        var hunks = Enumerable.Range(1, 9).Select(i => $"@@ -{i}0,0 +{i}0,1 @@\n+{(i == 1 ? "lamp" : $"x{i}")} = 1");
        var large = File("src/b.py", "+lamp = 1") with { Patch = string.Join('\n', hunks) };

        var surprise = new ChangeRange(Changes(small, large), SourceTree.None).Hunks.Match(Query);

        surprise[small].ShouldBeGreaterThan(surprise[large]);
        surprise[large].ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_change_that_shares_nothing_is_not_there()
    {
        var file = File("src/a.py", "+chair = 1");

        new ChangeRange(Changes(file), SourceTree.None).Hunks.Match(Query).ShouldBeEmpty();
    }
}
