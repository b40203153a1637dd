using Shouldly;
using Whybot.Analysis.Language.Redaction;
using Xunit;

namespace Whybot.Analysis.Tests.Language.Redaction;

/// <summary>The fast search finds what a plain one does.</summary>
public sealed class WordIndexTests
{
    private static readonly string[] Words = ["key", "pass", "_pat", "://", "password", "7z ", "-gl", "$2a$", "\"kty\"", "FlyV1 fm1a_", "ab_"];

    [Theory]
    [InlineData("")]
    [InlineData("ke")]
    [InlineData("key")]
    [InlineData("a key")]
    [InlineData("KEYkEykey")]
    [InlineData("pas")]
    [InlineData("pass://pass")]
    [InlineData("\u212Aey \u01feass key")]
    public void Each_word_is_found_where_it_begins(string text) => Found(text).ShouldBe(Expected(text));

    [Fact]
    public void Words_are_found_among_parts_of_words_and_characters_that_look_like_theirs()
    {
        var random = new Random(5);
        for (var i = 0; i < 5000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Piece(random)));

            Found(text).ShouldBe(Expected(text), text);
        }
    }

    private static string Piece(Random random)
    {
        var word = Words[random.Next(Words.Length)];
        return random.Next(5) switch
        {
            0 => word,
            1 => word.ToUpperInvariant(),
            2 => word[..random.Next(word.Length)],
            3 => word[random.Next(word.Length)..],
            _ => $"{(char)(word[0] ^ (1 << random.Next(16)))}{word[1..]}",
        };
    }

    private static List<int> Found(string text)
    {
        var index = new WordIndex(Words);
        var found = new List<int>();
        for (var at = 0; (at = index.Next(text, at)) >= 0; at++)
            found.Add(at);
        return found;
    }

    private static List<int> Expected(string text) =>
        [.. Enumerable.Range(0, text.Length).Where(at => Words.Any(w => text.AsSpan(at).StartsWith(w, StringComparison.OrdinalIgnoreCase)))];
}
