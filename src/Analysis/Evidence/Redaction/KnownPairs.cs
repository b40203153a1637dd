namespace Whybot.Analysis.Evidence.Redaction;

/// <summary>Remembers pairs of words that were looked at and hold no secret: the lines of a log end and begin alike.</summary>
internal sealed class KnownPairs
{
    private const int Size = 4096;

    /// <summary>
    /// By a part of each pair's hash, the whole of it. The platform's hash of a text cannot be foreseen from outside: nobody can make two that agree.
    /// </summary>
    private readonly ulong[] _hashes = new ulong[Size];

    public bool Has(ReadOnlySpan<char> first, ReadOnlySpan<char> second) => Hash(first, second) is var hash && _hashes[hash % Size] == hash;

    public void Add(ReadOnlySpan<char> first, ReadOnlySpan<char> second) => _hashes[Hash(first, second) % Size] = Hash(first, second);

    /// <summary>Never 0, which stands for none.</summary>
    private static ulong Hash(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        (ulong)(uint)string.GetHashCode(first, StringComparison.Ordinal) << 32 | (uint)string.GetHashCode(second, StringComparison.Ordinal) | 1;
}
