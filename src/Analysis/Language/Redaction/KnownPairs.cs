namespace Whybot.Analysis.Language.Redaction;

/// <summary>Caches pairs of words that were checked and contain no secret, because many log lines begin and end the same way.</summary>
internal sealed class KnownPairs
{
    private const int Size = 4096;

    /// <summary>
    /// The full hash of each pair, indexed by a part of it. .NET's string hash is randomised per process, so nobody outside can construct two pairs that
    /// collide.
    /// </summary>
    private readonly ulong[] _hashes = new ulong[Size];

    public bool Has(ReadOnlySpan<char> first, ReadOnlySpan<char> second) => Hash(first, second) is var hash && _hashes[hash % Size] == hash;

    public void Add(ReadOnlySpan<char> first, ReadOnlySpan<char> second) => _hashes[Hash(first, second) % Size] = Hash(first, second);

    /// <summary>Never 0, which means "empty".</summary>
    private static ulong Hash(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        (ulong)(uint)string.GetHashCode(first, StringComparison.Ordinal) << 32 | (uint)string.GetHashCode(second, StringComparison.Ordinal) | 1;
}
