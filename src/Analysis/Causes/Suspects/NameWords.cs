using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>
/// The words in the names of a text, in lower case: <c>parseHTTPHeader</c> is "parse", "http", "header" and "parsehttpheader" as a whole, because a whole name
/// that is found on both sides is much rarer than its parts. A plural counts as its singular: a test of <c>excess arguments</c> is about
/// <c>allowExcessArgument</c>.
/// </summary>
internal static class NameWords
{
    private const int Shortest = 2;
    private const int Longest = 60;
    private const int ShortestPlural = 4;

    public static IEnumerable<string> Of(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!IsName(text[at]))
            {
                at++;
                continue;
            }
            var end = at + 1;
            while (end < text.Length && IsName(text[end]))
                end++;
            if (end - at <= Longest)
                foreach (var word in OfName(text[at..end]))
                    yield return word;
            at = end;
        }
    }

    private static IEnumerable<string> OfName(string name)
    {
        var (start, parts) = (0, 0);
        for (var i = 1; i <= name.Length; i++)
            if (i == name.Length || Breaks(name, i))
            {
                var part = name[start..i].Trim('_', '$');
                start = i;
                if (part.Length < Shortest)
                    continue;
                parts++;
                yield return Singular(part.ToLowerInvariant());
            }
        if (parts > 1)
            yield return Singular(name.ToLowerInvariant());
    }

    /// <summary>Without the s of a plural: <c>status</c>, <c>class</c>, <c>redis</c> and <c>does</c> have another one.</summary>
    private static string Singular(string word) =>
        word.Length >= ShortestPlural && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') && !Tokens.IsCommon(word) ? word[..^1] : word;

    private static bool Breaks(string name, int at)
    {
        var (before, here) = (name[at - 1], name[at]);
        return (before is '_' or '$') != (here is '_' or '$') || char.IsDigit(before) != char.IsDigit(here) || (char.IsUpper(here) && !char.IsUpper(before))
            || (char.IsUpper(here) && at + 1 < name.Length && char.IsLower(name[at + 1]));
    }

    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$';
}
