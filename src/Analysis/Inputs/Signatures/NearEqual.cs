using System.Buffers;
using System.Text.RegularExpressions;
using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Inputs.Signatures;

/// <summary>
/// Treats signatures that differ very little as one: the same type of error, the same frames, the same words, and messages within an edit distance of a tenth
/// of the longer one. Only masks, punctuation, plurals, the order and generated suffixes may differ, because a single word is the only difference between
/// "field size is missing" and "field side is missing".
/// </summary>
internal sealed partial class NearEqual
{
    /// <summary>As a share of the longer message's length.</summary>
    public const double MostDistance = 0.1;

    /// <summary>Longer messages are not compared: a tenth of them is many words.</summary>
    private const int MostCharacters = 2000;

    /// <summary>How many of the most similar signatures, by trigrams, are measured.</summary>
    private const int MostMeasured = 10;

    /// <summary>After this many trigram comparisons, the remaining signatures are kept separate: nobody reads thousands of messages from one place.</summary>
    private const int MostCompared = 2_000_000;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy'");

    private readonly Dictionary<string, Signature> _firsts = new(StringComparer.Ordinal);
    private readonly IReadOnlySet<string> _own;
    private int _compared;

    /// <param name="earlier">Earlier failures, oldest first: of two near signatures, the earlier one provides the id, so a cause keeps its id across
    /// runs.</param>
    /// <param name="now">What fails now, in any order.</param>
    /// <param name="own">Ids that are never replaced, because they have their own issues.</param>
    public NearEqual(IEnumerable<Signature> earlier, IEnumerable<Signature> now, IReadOnlySet<string> own)
    {
        _own = own;
        var places = new Dictionary<string, List<Trigrams>>(StringComparer.Ordinal);
        foreach (var signature in earlier.Concat(now.OrderBy(s => s.Message.Length).ThenBy(s => s.Message, StringComparer.Ordinal)
            .ThenBy(s => s.Id, StringComparer.Ordinal)))
            if (!_firsts.ContainsKey(signature.Id))
                _firsts[signature.Id] = First(signature, places);
    }

    /// <summary>The signature that represents it; itself if none is near.</summary>
    public Signature this[Signature signature] => _firsts.GetValueOrDefault(signature.Id, signature);

    /// <summary>For each representing signature's id, the ids that it represents, including its own.</summary>
    public ILookup<string, string> Variants => _firsts.ToLookup(f => f.Value.Id, f => f.Key, StringComparer.Ordinal);

    private Signature First(Signature signature, Dictionary<string, List<Trigrams>> places)
    {
        if (signature.Message.Length is 0 or > MostCharacters)
            return signature;
        var key = $"{signature.ErrorType}\n{string.Join('\n', signature.Frames)}\n{string.Join('\n', Telling(signature))}";
        if (!places.TryGetValue(key, out var firsts))
            places[key] = firsts = [];
        var mine = new Trigrams(signature);
        if (!_own.Contains(signature.Id) && Nearest(mine, firsts) is { } near)
            return near;
        firsts.Add(mine);
        return signature;
    }

    private Signature? Nearest(Trigrams mine, List<Trigrams> firsts)
    {
        if ((_compared += firsts.Count) > MostCompared)
            return null;
        return firsts.Select((first, order) => (first.Signature, order, Shared: first.Shared(mine), Longer: Math.Max(first.Length, mine.Length)))
            .Select(f => (f.Signature, f.order, f.Shared, f.Longer, Most: (int)(f.Longer * MostDistance))).Where(f => f.Shared >= f.Longer - 2 - (3 * f.Most))
            .OrderByDescending(f => f.Shared).ThenBy(f => f.order).Take(MostMeasured)
            .Select(f => (f.Signature, f.order, Distance: EditDistance.Within(f.Signature.Message, mine.Signature.Message, f.Most)))
            .Where(f => f.Distance is not null)
            .OrderBy(f => f.Distance).ThenBy(f => f.order).Select(f => f.Signature).FirstOrDefault();
    }

    private static SortedSet<string> Telling(Signature signature)
    {
        var telling = new SortedSet<string>(Tokens.Of(signature.Message).Values.Where(t => t.Kind != TermKind.Word).Select(t => t.Text),
            StringComparer.Ordinal);
        telling.UnionWith(MessageNormalizer.Quoted().Matches(signature.Message).Select(m => m.Value));
        telling.UnionWith(Word().Matches(signature.Message).Select(m => m.Value.ToLowerInvariant()).Where(w => !IsGenerated(w)).Select(w => w.TrimEnd('s')));
        return telling;
    }

    /// <summary>Kubernetes makes its suffixes of five letters and digits without vowels, so they are not words.</summary>
    private static bool IsGenerated(string word) => word.Length >= 5 && !word.AsSpan().ContainsAny(Vowels);

    /// <summary>Words, except the placeholders that masking inserts.</summary>
    [GeneratedRegex(@"(?<![<\w])[A-Za-z](?:[A-Za-z]|'(?=[a-z]))*(?![\w>])", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Word();

    /// <summary>The three-letter pieces of a message, sorted. An edit changes at most three of them, so distant messages are recognised without
    /// measuring.</summary>
    private sealed class Trigrams
    {
        private readonly long[] _sorted;

        public Trigrams(Signature signature)
        {
            Signature = signature;
            var text = signature.Message;
            _sorted = new long[Math.Max(0, text.Length - 2)];
            for (var i = 0; i < _sorted.Length; i++)
                _sorted[i] = ((long)text[i] << 32) | ((long)text[i + 1] << 16) | text[i + 2];
            Array.Sort(_sorted);
        }

        public Signature Signature { get; }

        public int Length => Signature.Message.Length;

        public int Shared(Trigrams other)
        {
            var (shared, i, j) = (0, 0, 0);
            while (i < _sorted.Length && j < other._sorted.Length)
                if (_sorted[i] == other._sorted[j])
                    (shared, i, j) = (shared + 1, i + 1, j + 1);
                else if (_sorted[i] < other._sorted[j])
                    i++;
                else
                    j++;
            return shared;
        }
    }
}
