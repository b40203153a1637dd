using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Whybot.Analysis.Language.Text;
using Xunit;

namespace Whybot.Analysis.Tests.Language.Text;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0, 0)]
    [InlineData("", "abc", 3, 3)]
    [InlineData("kitten", "sitting", 3, 3)]
    [InlineData("kitten", "sitting", 2, null)]
    [InlineData("abc", "abc", 0, 0)]
    [InlineData("abc", "abd", 0, null)]
    public void It_is_told_up_to_the_limit(string one, string other, int most, int? distance) => EditDistance.Within(one, other, most).ShouldBe(distance);

    [Fact]
    public void Within_the_limit_it_is_what_the_whole_table_gives()
    {
        var texts = Gen.Elements('a', 'b', 'c').ArrayOf().Select(c => new string(c)).ToArbitrary();

        Check.QuickThrowOnFailure(Prop.ForAll(texts, texts, (one, other) =>
            Enumerable.Range(0, 6).All(most => EditDistance.Within(one, other, most) == (Table(one, other) is var d && d <= most ? d : (int?)null))));
    }

    /// <summary>The textbook's whole table.</summary>
    private static int Table(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
            for (var j = 0; j <= other.Length; j++)
                table[i, j] = i == 0 ? j : j == 0 ? i
                    : Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
        return table[one.Length, other.Length];
    }
}
