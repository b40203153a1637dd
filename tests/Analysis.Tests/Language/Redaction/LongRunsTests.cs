using System.Buffers;
using Shouldly;
using Whybot.Analysis.Language.Redaction;
using Xunit;

namespace Whybot.Analysis.Tests.Language.Redaction;

/// <summary>The fast search finds the stretches that a plain one does.</summary>
public sealed class LongRunsTests
{
    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_~";
    private static readonly SearchValues<char> Set = SearchValues.Create(Characters);
    private static readonly LongRuns Runs = new(Set);

    [Fact]
    public void Each_character_of_the_set_is_in_a_stretch_and_no_other_is()
    {
        for (var code = 0; code <= char.MaxValue; code++)
            Runs.Next(new string((char)code, 80), 0).ShouldBe(code < 128 && Characters.Contains((char)code) ? 0 : -1, $"{code:x4}");
    }

    [Fact]
    public void Stretches_of_any_length_are_found_wherever_they_begin()
    {
        for (var before = 0; before < 130; before++)
            for (var length = 14; length < 90; length++)
            {
                var text = $"{new string('.', before)}{new string('a', length)}.{new string('b', length)}\u4161";

                Found(text).ShouldBe(length < LongRuns.Least ? [] : [before, before + length + 1], $"{before} {length}");
            }
    }

    [Fact]
    public void Stretches_among_shorter_ones_are_found()
    {
        var random = new Random(9);
        for (var i = 0; i < 3000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => new string('x', random.Next(22)) + ". /\u00e9\u2020"[random.Next(5)]));

            Found(text).ShouldBe(Expected(text), text);
        }
    }

    private static List<int> Found(string text)
    {
        var found = new List<int>();
        for (var at = 0; (at = Runs.Next(text, at)) >= 0;)
        {
            found.Add(at);
            while (at < text.Length && Set.Contains(text[at]))
                at++;
        }
        return found;
    }

    private static List<int> Expected(string text) =>
        [.. Enumerable.Range(0, Math.Max(0, text.Length - LongRuns.Least + 1)).Where(at =>
            (at == 0 || !Set.Contains(text[at - 1])) && !text.AsSpan(at, LongRuns.Least).ContainsAnyExcept(Set))];
}
