using System.Text;
using Shouldly;
using Whybot.Runs.RunFolders;
using Xunit;

namespace Whybot.Bot.Tests.Runs.RunFolders;

public sealed class LineSearchTests
{
    private static IReadOnlyList<IReadOnlyList<int>> Find(string text, params string[] words) =>
        LineSearch.Find(new MemoryStream(Encoding.UTF8.GetBytes(text)), words);

    [Fact]
    public void Each_word_is_found_on_its_lines()
    {
        var found = Find("one\ntwo words\r\nthree\rtwo words two words\n", "two words", "one", "absent");

        found[0].ShouldBe([2, 4]);
        found[1].ShouldBe([1]);
        found[2].ShouldBeEmpty();
    }

    [Fact]
    public void A_word_within_another_is_found_too()
    {
        var found = Find("connection refused\n", "connection refused", "refused", "on ref");

        found.ShouldAllBe(lines => lines.SequenceEqual(new[] { 1 }));
    }

    /// <summary>Wherever the file is cut for reading.</summary>
    [Fact]
    public void Words_over_the_end_of_a_piece_are_found_once()
    {
        var random = new Random(1);
        var text = new StringBuilder();
        var expected = new List<int>();
        for (var line = 1; line <= 40_000; line++)
        {
            text.Append('a', random.Next(60)).Append(random.Next(4) == 0 ? "ä" : "");
            if (random.Next(10) == 0)
            {
                text.Append("needle in a line");
                expected.Add(line);
            }
            text.Append(random.Next(3) == 0 ? "\r\n" : "\n");
        }

        Find(text.ToString(), "needle in a line", "zzz")[0].ShouldBe(expected);
    }

    [Fact]
    public void Nothing_is_found_in_an_empty_file() => Find("", "word")[0].ShouldBeEmpty();
}
