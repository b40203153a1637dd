using System.Buffers;
using System.Runtime.InteropServices;

namespace Whybot.Analysis.Inputs.Logs;

/// <summary>Where on a line a rule's words are searched for.</summary>
/// <param name="Starts">How the line may begin, ignoring error marks in front; null for any beginning.</param>
/// <param name="Ends">How the line may end; null for any ending.</param>
/// <param name="Needs">Words without which the rule cannot match.</param>
internal sealed record RulePlace(IReadOnlyList<string>? Starts, IReadOnlyList<string>? Ends, string Needs);

/// <summary>
/// Selects from many rules the ones that may match a line. It is used on every line, and nearly all match none. So most rules are found by the line's first two
/// characters: searching a line for a hundred words takes ten times as long as everything else done with it.
/// </summary>
internal sealed class RuleIndex
{
    private const int Ascii = 128;

    /// <summary>Prefixes that tools use to mark errors or other kinds of messages.</summary>
    private static readonly string[] Marks = ["##[error]", "::error::", "Error: ", "ERROR: ", "error: ", "FATAL: ", "[ERROR] ", "[INFO] ", "[WARNING] ", "> "];
    private static readonly SearchValues<char> MarkStarts = SearchValues.Create([.. Marks.Select(m => m[0]).Distinct()]);

    private readonly RulePlace[] _places;
    private readonly (string Start, int Rule)[]?[] _byStart = new (string, int)[Ascii * Ascii][];
    private readonly (string End, int Rule)[]?[] _byEnd = new (string, int)[Ascii][];
    private readonly int[] _anywhere;
    private readonly SearchValues<string>? _words;

    public RuleIndex(IEnumerable<RulePlace> places)
    {
        _places = [.. places];
        foreach (var group in _places.SelectMany((p, i) => (p.Starts ?? []).Select(s => (Start: s, Rule: i))).GroupBy(s => s.Start[0]))
            for (var second = 0; second < Ascii; second++)
                _byStart[group.Key * Ascii + second] = group.Where(s => s.Start.Length == 1 || s.Start[1] == second).ToArray() is { Length: > 0 } rules
                    ? rules : null;
        foreach (var group in _places.SelectMany((p, i) => (p.Ends ?? []).Select(e => (End: e, Rule: i))).GroupBy(e => e.End[^1]))
            _byEnd[group.Key] = [.. group];
        _anywhere = [.. _places.Index().Where(r => r.Item.Starts is null && r.Item.Ends is null).Select(r => r.Index)];
        _words = _anywhere.Length > 0 ? SearchValues.Create([.. _anywhere.Select(i => _places[i].Needs).Distinct()], StringComparison.Ordinal) : null;
    }

    public ReadOnlySpan<int> Candidates(ReadOnlySpan<char> line) => Candidates(line, Head(line));

    /// <summary>Numbers of the rules that may match, in order; empty for nearly every line.</summary>
    /// <param name="head">The line's <see cref="Head"/>.</param>
    public ReadOnlySpan<int> Candidates(ReadOnlySpan<char> line, ReadOnlySpan<char> head)
    {
        List<int>? found = null;
        if (head.Length > 1 && head[0] < Ascii && head[1] < Ascii && _byStart[head[0] * Ascii + head[1]] is { } started)
            foreach (var (start, rule) in started)
                if (head.StartsWith(start, StringComparison.Ordinal))
                    Add(rule, line, ref found);
        if (line.Length > 0 && line[^1] < Ascii && _byEnd[line[^1]] is { } ended)
            foreach (var (end, rule) in ended)
                if (line.EndsWith(end, StringComparison.Ordinal))
                    Add(rule, line, ref found);
        if (_words is not null && line.ContainsAny(_words))
            foreach (var rule in _anywhere)
                Add(rule, line, ref found);
        if (found is null)
            return [];
        found.Sort();
        return CollectionsMarshal.AsSpan(found);
    }

    private void Add(int rule, ReadOnlySpan<char> line, ref List<int>? found)
    {
        if (line.Contains(_places[rule].Needs, StringComparison.Ordinal))
            (found ??= []).Add(rule);
    }

    /// <summary>The line without leading blanks, non-ASCII signs (🚨, ●), and error marks.</summary>
    public static ReadOnlySpan<char> Head(ReadOnlySpan<char> line)
    {
        // Nearly all lines have none of them.
        if (line.Length > 0 && line[0] is > ' ' and < (char)Ascii && !MarkStarts.Contains(line[0]))
            return line;
        line = line.TrimStart();
        while (line.Length > 0)
        {
            if (line[0] >= Ascii && line.IndexOf(' ') is > 0 and <= 3 and var sign)
                line = line[sign..].TrimStart();
            else if (MarkStarts.Contains(line[0]) && MarkOf(line) is > 0 and var mark)
                line = line[mark..].TrimStart();
            else
                break;
        }
        return line;
    }

    private static int MarkOf(ReadOnlySpan<char> line)
    {
        foreach (var mark in Marks)
            if (line.StartsWith(mark, StringComparison.Ordinal))
                return mark.Length;
        return 0;
    }
}
