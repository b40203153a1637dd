namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Tells which of many readers look for a word that a line contains, in one pass over the line. With some four hundred words that begin in many different ways,
/// .NET's general searches go through a line character by character too, and more slowly. Here three characters at a time are looked up in a table, and most
/// are not the beginning of any word.
/// </summary>
internal sealed class NeedleIndex
{
    private const int Bits = 15;

    /// <summary>For each hash of three characters, which needles may begin like this; 0 for none.</summary>
    private readonly ushort[] _table = new ushort[1 << Bits];
    private readonly List<(string Needle, UInt128 Readers)[]> _needles = [[]];

    /// <param name="needles">The words of each reader, each with two or more characters; at most 128 readers.</param>
    public NeedleIndex(IReadOnlyList<IEnumerable<string>> needles)
    {
        if (needles.Count > 128)
            throw new ArgumentException("more readers than bits", nameof(needles));
        var readers = new Dictionary<string, UInt128>(StringComparer.Ordinal);
        foreach (var (i, words) in needles.Index())
            foreach (var word in words)
                readers[word] = readers.GetValueOrDefault(word) | UInt128.One << i;
        foreach (var place in readers.SelectMany(r => Beginnings(r.Key).Select(b => (Place: b, Needle: r))).GroupBy(p => p.Place))
        {
            _table[place.Key] = (ushort)_needles.Count;
            _needles.Add([.. place.Select(p => (p.Needle.Key, p.Needle.Value)).Distinct()]);
        }
    }

    /// <returns>A bit for each reader.</returns>
    public UInt128 In(ReadOnlySpan<char> line)
    {
        UInt128 found = 0;
        if (line.Length < 2)
            return found;
        var (first, second) = (line[0], line[1]);
        for (var i = 2; i < line.Length; i++)
        {
            var third = line[i];
            if (_table[Hash(first, second, third)] is > 0 and var place)
                found |= At(line[(i - 2)..], place);
            (first, second) = (second, third);
        }
        return _table[Hash(first, second, '\0')] is > 0 and var last ? found | At(line[^2..], last) : found;
    }

    private UInt128 At(ReadOnlySpan<char> rest, int place)
    {
        UInt128 found = 0;
        foreach (var (needle, readers) in _needles[place])
            if (rest.StartsWith(needle))
                found |= readers;
        return found;
    }

    /// <summary>A word of two characters may be followed by any character, or by none.</summary>
    private static IEnumerable<int> Beginnings(string needle) =>
        needle.Length > 2 ? [Hash(needle[0], needle[1], needle[2])] : Enumerable.Range(0, 1 << 7).Select(c => Hash(needle[0], needle[1], (char)c)).Distinct();

    private static int Hash(char first, char second, char third) => ((first & 0x7f) << 8 ^ (second & 0x7f) << 4 ^ (third & 0x7f)) & ((1 << Bits) - 1);
}
