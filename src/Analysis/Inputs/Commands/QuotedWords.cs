namespace Whybot.Analysis.Inputs.Commands;

/// <summary>A word of a command's arguments.</summary>
/// <param name="Quoted">It was in quotation marks, so it may contain blanks and is meant as a name.</param>
/// <param name="Rest">What follows it.</param>
public sealed record QuotedWord(string Text, bool Quoted, string Rest);

/// <summary>
/// Reads words, any of which may be a name with blanks: <c>"Staging EU" the demo page only</c>. Straight and typographic quotation marks mean the same, because
/// phones insert the latter automatically.
/// </summary>
public static class QuotedWords
{
    private const string Opening = "\"“”„«";
    private const string Closing = "\"“”»";

    /// <returns>Null if nothing is left, or if a quotation mark is not closed.</returns>
    public static QuotedWord? First(string arguments)
    {
        var text = arguments.Trim();
        if (text.Length == 0)
            return null;
        if (!Opening.Contains(text[0], StringComparison.Ordinal))
        {
            var end = text.AsSpan().IndexOfAny(' ', '\t');
            return end < 0 ? new QuotedWord(text, false, "") : new QuotedWord(text[..end], false, text[end..].TrimStart());
        }
        var close = text.AsSpan(1).IndexOfAny(Closing);
        return close < 0 ? null : new QuotedWord(text[1..(close + 1)].Trim(), true, text[(close + 2)..].TrimStart());
    }

    /// <returns>Null if a quotation mark is not closed.</returns>
    public static IReadOnlyList<QuotedWord>? All(string arguments)
    {
        var words = new List<QuotedWord>();
        for (var rest = arguments; rest.Trim().Length > 0; rest = words[^1].Rest)
            if (First(rest) is { } word)
                words.Add(word);
            else
                return null;
        return words;
    }
}
