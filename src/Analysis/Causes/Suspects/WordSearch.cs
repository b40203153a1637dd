using Whybot.Analysis.Inputs.Results;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>Finds words that are not a part of longer ones.</summary>
internal static class WordSearch
{
    /// <summary>A word that a dumped value repeats says little; up to so many times it counts in full.</summary>
    private const int Usual = 2;
    private const int MostTests = 12;

    public static bool Whole(string text, string words) => Places(text, words).Any();

    /// <summary>1 for a word that each message has once or twice, 2 for one that a message has four times, and so on.</summary>
    public static double Repeats(IReadOnlyList<TestCase> tests, string words) =>
        Math.Max(1, tests.Take(MostTests).Max(t => Places(t.Failure!.Message, words).Count()) / (double)Usual);

    private static IEnumerable<int> Places(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
            if ((at == 0 || !IsNamePart(text[at - 1])) && (at + words.Length == text.Length || !IsNamePart(text[at + words.Length])))
                yield return at;
    }

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
