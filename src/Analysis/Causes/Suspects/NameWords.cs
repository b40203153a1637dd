namespace Whybot.Analysis.Causes.Suspects;

/// <summary>
/// The words in the names of a text, in lower case: <c>parseHTTPHeader</c> is "parse", "http", "header" and "parsehttpheader" as a whole, because a whole name
/// that is found on both sides is much rarer than its parts.
/// </summary>
internal static class NameWords
{
    private const int Shortest = 2;
    private const int Longest = 60;

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
                yield return part.ToLowerInvariant();
            }
        if (parts > 1)
            yield return name.ToLowerInvariant();
    }

    private static bool Breaks(string name, int at)
    {
        var (before, here) = (name[at - 1], name[at]);
        return (before is '_' or '$') != (here is '_' or '$') || char.IsDigit(before) != char.IsDigit(here) || (char.IsUpper(here) && !char.IsUpper(before))
            || (char.IsUpper(here) && at + 1 < name.Length && char.IsLower(name[at + 1]));
    }

    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$';
}
