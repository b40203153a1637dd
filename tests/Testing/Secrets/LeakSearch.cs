using System.Net;
using System.Text.RegularExpressions;

namespace Whybot.Testing.Secrets;

/// <summary>Looks for planted secrets in what came out: as they are, and after the ways of writing that may hide them are undone.</summary>
public sealed partial class LeakSearch
{
    /// <summary>By their first characters.</summary>
    private readonly Dictionary<string, List<(string Needle, PlantedSecret Secret)>> _needles = new(StringComparer.Ordinal);

    /// <summary>How many characters that are: as many as the shortest has.</summary>
    private readonly int _start;

    public LeakSearch(IEnumerable<PlantedSecret> planted)
    {
        var needles = planted.SelectMany(s => s.Needles.Select(n => (Needle: n, Secret: s))).ToList();
        _start = needles.Select(n => n.Needle.Length).DefaultIfEmpty(1).Min();
        foreach (var group in needles.GroupBy(n => n.Needle[.._start]))
            _needles[group.Key] = [.. group];
    }

    /// <summary>The secrets that stand in a text, each once.</summary>
    public IReadOnlyCollection<PlantedSecret> Find(string text)
    {
        var found = new HashSet<PlantedSecret>(ReferenceEqualityComparer.Instance);
        var lookup = _needles.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var read in Readings(text).Distinct(StringComparer.Ordinal))
            for (var i = 0; i + _start <= read.Length; i++)
                if (lookup.TryGetValue(read.AsSpan(i, _start), out var needles))
                    foreach (var (needle, secret) in needles)
                        if (read.AsSpan(i).StartsWith(needle))
                            found.Add(secret);
        return found;
    }

    private static IEnumerable<string> Readings(string text)
    {
        yield return text;
        foreach (var whole in text.Contains('<') || text.Contains('&') ? [text, WebUtility.HtmlDecode(Tag().Replace(text, ""))] : new[] { text })
        {
            var seen = Unseen().Replace(Unescaped(Unescaped(whole)), "");
            yield return seen;
            yield return Blank().Replace(seen, "");
            yield return Blank().Replace(Percent().Replace(seen, m => $"{(char)Convert.ToInt32(m.Groups[1].Value, 16)}"), "");
        }
    }

    private static string Unescaped(string text) => !text.Contains('\\') ? text : Escape().Replace(text, m => m.Value[1] switch
    {
        'n' => "\n",
        'r' or 't' => " ",
        'u' => $"{(char)Convert.ToInt32(m.Groups[1].Value, 16)}",
        var other => $"{other}",
    });

    [GeneratedRegex(@"\\(?:[nrt""\\/]|u([0-9a-fA-F]{4}))", RegexOptions.None, 10_000)]
    private static partial Regex Escape();

    /// <summary>Colour codes, also those whose first character was taken away, and characters without a width.</summary>
    [GeneratedRegex(@"\u001b?\[[0-9;]{0,12}m|[\u200B-\u200F\u2060\uFEFF\u00AD]", RegexOptions.None, 10_000)]
    private static partial Regex Unseen();

    /// <summary>White space, and GitHub's times at the beginning of lines.</summary>
    [GeneratedRegex(@"\s+(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,20}Z\s)?", RegexOptions.None, 10_000)]
    private static partial Regex Blank();

    [GeneratedRegex("%([0-7][0-9a-fA-F])", RegexOptions.None, 10_000)]
    private static partial Regex Percent();

    /// <summary>Tags, and the numbers that pages put before lines.</summary>
    [GeneratedRegex("<th scope=\"row\">[0-9]+</th>|<[^<>]{0,2000}>", RegexOptions.None, 10_000)]
    private static partial Regex Tag();
}
