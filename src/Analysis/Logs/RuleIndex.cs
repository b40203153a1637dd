using System.Buffers;

namespace Whybot.Analysis.Logs;

/// <summary>Finds out of many rules those whose words a line holds, in one pass: nearly all lines hold none.</summary>
/// <param name="needs">For each rule, words that begin with a character of ASCII and without which it cannot match.</param>
internal sealed class RuleIndex(IReadOnlyList<string> needs)
{
    /// <summary>A line of one word over and over is looked through so far.</summary>
    private const int MostPlaces = 64;

    private readonly SearchValues<string> _any = SearchValues.Create([.. needs], StringComparison.Ordinal);
    private readonly ILookup<char, int> _byFirst = Enumerable.Range(0, needs.Count).ToLookup(i => needs[i][0]);

    public bool HasAny(ReadOnlySpan<char> line) => line.ContainsAny(_any);

    /// <summary>Numbers of the rules that may match, in their order.</summary>
    public SortedSet<int> Candidates(ReadOnlySpan<char> line)
    {
        var found = new SortedSet<int>();
        for (var (at, places) = (0, 0); places < MostPlaces && line[at..].IndexOfAny(_any) is >= 0 and var next; at += next + 1, places++)
            foreach (var rule in _byFirst[line[at + next]])
                if (line[(at + next)..].StartsWith(needs[rule], StringComparison.Ordinal))
                    found.Add(rule);
        return found;
    }
}
