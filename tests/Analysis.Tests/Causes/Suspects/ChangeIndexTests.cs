using Shouldly;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Inputs.Changes;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Causes.Suspects;

/// <summary>Which changes share rare words with a failure.</summary>
public sealed class ChangeIndexTests
{
    private static double[] Match(string query, params ChangedFile[] files) =>
        new ChangeIndex([.. files.Select(f => new ChangeText(f, Patch.Parse(f.Patch)))]).Match(NameWords.Of(query).ToDictionary(w => w, _ => 1.0));

    [Fact]
    public void A_rare_word_counts_more_than_one_that_most_changes_have()
    {
        var scores = Match("shop lamp", File("src/a.py", "+shop()"), File("src/b.py", "+shop()"), File("src/c.py", "+lamp()"));

        scores[2].ShouldBeGreaterThan(scores[0]);
        scores[0].ShouldBe(scores[1]);
    }

    [Fact]
    public void The_best_of_bad_hits_is_no_good_one() =>
        Match("lamp", File("src/a.py", "+lamp()"))[0].ShouldBeGreaterThan(2 * Match("lamp one two three four five", File("src/a.py", "+lamp()"))[0]);

    [Fact]
    public void Nothing_shared_is_nothing() => Match("lamp", File("src/a.py", "+chair()")).ShouldBe([0]);

    [Fact]
    public void Comments_are_not_read() => Match("lamp", File("src/a.py", "+# lamp", "+x()")).ShouldBe([0]);

    [Theory]
    [InlineData("parseHTTPHeader", "parse http header parsehttpheader")]
    [InlineData("test_issue821", "test issue 821 test_issue821")]
    [InlineData("a.b total", "total")]
    public void Names_are_split_and_kept_as_a_whole(string text, string words) => NameWords.Of(text).ShouldBe(words.Split(' '));
}
