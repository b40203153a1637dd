using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Correlation;

/// <summary>A place where an issue says an error's line, with the differences.</summary>
/// <param name="Line">The line, as the failure says it.</param>
/// <param name="Coverage">Share of the message's words that the issue has in this place and order, weighted, 0 to 1.</param>
/// <param name="Weight">Total weight of those words.</param>
/// <param name="Quote">The longest piece that both say word for word, as the issue has it; null if none is worth showing.</param>
/// <param name="Said">The whole passage, as the issue has it.</param>
/// <param name="Differs">An identifying word that is different in the issue; null for none.</param>
internal sealed record Passage(ErrorLine Line, double Coverage, double Weight, string? Quote, string Said, (string Here, string There)? Differs);

/// <summary>A line that characterises failures of a cause.</summary>
/// <param name="Logged">The platform logged it; otherwise failing tests printed it.</param>
internal sealed record ErrorLine(string Text, IReadOnlyList<Word> Words, bool Logged)
{
    /// <summary>Index of the message's first word: after the error's type, which says nothing without a message; 0 if there is no type.</summary>
    public int Message { get; } = Behind(Text, Words);

    /// <summary>It says that something is wrong; otherwise it may be anything that a test prints.</summary>
    public bool Complains { get; } = Logged || ErrorWords.Complains(Text);

    private const int MostBefore = 8;

    private static int Behind(string text, IReadOnlyList<Word> words)
    {
        var type = ErrorTypes.Of(text);
        for (var i = 0; i < Math.Min(MostBefore, words.Count - 1); i++)
            if (words[i].Kind == WordKind.ErrorType || (type is not null && words[i].Text.Equals(type, StringComparison.OrdinalIgnoreCase)))
                return i + 1;
        return 0;
    }
}

/// <summary>
/// Aligns an error's line with a text word by word: equal words in the same order count; numbers, times and ids may differ; identifying words may not. A local
/// alignment (Smith and Waterman 1981) within windows around the line's rarest words.
/// </summary>
internal static class Alignment
{
    private const int MostWindows = 6;
    private const int MostAnchors = 3;
    private const int MostWords = 80;

    /// <summary>A text that has a smaller share of a line's words, in any order, cannot say the line.</summary>
    private const double WorthALook = 0.15;
    private const double Gap = 0.12;
    private const double Other = 0.2;

    /// <summary>The weight of each of the line's words: the same for every issue that it is searched for in.</summary>
    public static double[] Worth(ErrorLine line, WordWeights weights) => [.. line.Words.Take(MostWords).Select(weights.Of)];

    /// <param name="worth">As <see cref="Worth"/> gives it.</param>
    /// <returns>The best passage; null if none of the line's words is in the text.</returns>
    public static Passage? Find(ErrorLine line, double[] worth, IssueText text)
    {
        var words = line.Words.Count <= MostWords ? line.Words : [.. line.Words.Take(MostWords)];
        var places = words.Select(w => text.Positions(w.Text)).ToArray();
        if (worth.Where((_, i) => places[i].Count > 0).Sum() < WorthALook * worth.Sum())
            return null;
        var message = worth.Skip(line.Message).Sum();
        Passage? best = null;
        var looked = new List<(int From, int To)>();
        foreach (var anchor in Enumerable.Range(0, words.Count).Where(i => places[i].Count > 0).OrderByDescending(i => worth[i]).ThenBy(i => places[i].Count)
            .Take(MostAnchors))
            foreach (var at in places[anchor])
            {
                if (looked.Count >= MostWindows)
                    return best;
                var (from, to) = (Math.Max(0, at - words.Count - 8), Math.Min(text.Words.Count, at + words.Count + 8));
                if (looked.Any(l => l.From <= at - 2 && at + 2 <= l.To && Math.Abs(l.From - from) < words.Count / 2))
                    continue;
                looked.Add((from, to));
                // Most windows contain too few of the words to beat the best so far.
                if (best is not null && AtMost(places, worth, line.Message, from, to) <= Rank(best) * message)
                    continue;
                if (In(line, words, worth, text, from, to) is { } passage && (best is null || Rank(passage) > Rank(best)))
                    best = passage;
            }
        return best;
    }

    /// <summary>The weight of the message's words that are in a window, in any order.</summary>
    private static double AtMost(ArraySegment<int>[] places, double[] worth, int message, int from, int to)
    {
        var sum = 0.0;
        for (var i = message; i < places.Length; i++)
            foreach (var place in places[i])
                if (place >= from)
                {
                    sum += place < to ? worth[i] : 0;
                    break;
                }
        return sum;
    }

    private static double Rank(Passage p) => p.Coverage - (p.Differs is null ? 0 : 0.3);

    private static Passage? In(ErrorLine line, IReadOnlyList<Word> words, double[] worth, IssueText text, int from, int to)
    {
        var (n, m) = (words.Count, to - from);
        var score = new Grid(n + 1, m + 1);
        var (bestScore, endI, endJ) = (0.0, 0, 0);
        for (var i = 1; i <= n; i++)
            for (var j = 1; j <= m; j++)
            {
                var diagonal = score[i - 1, j - 1] + Pair(words[i - 1], text.Words[from + j - 1], worth[i - 1]);
                var value = Math.Max(Math.Max(0, diagonal), Math.Max(score[i - 1, j] - Gap, score[i, j - 1] - Gap));
                score[i, j] = value;
                if (value > bestScore)
                    (bestScore, endI, endJ) = (value, i, j);
            }
        return bestScore <= 0 ? null : Trace(line, words, worth, text, from, score, endI, endJ);
    }

    /// <summary>Scores by words of both sides, from the beginning; reused for each window, because there are very many.</summary>
    private readonly struct Grid
    {
        [ThreadStatic]
        private static double[]? _kept;

        private readonly double[] _points;
        private readonly int _width;

        public Grid(int height, int width)
        {
            _width = width;
            if (_kept is null || _kept.Length < height * width)
                _kept = new double[height * width];
            _points = _kept;
            Array.Clear(_points, 0, width);
            for (var i = 1; i < height; i++)
                _points[i * width] = 0;
        }

        public double this[int here, int there]
        {
            get => _points[here * _width + there];
            set => _points[here * _width + there] = value;
        }
    }

    private static double Pair(Word here, Word there, double worth)
    {
        if (here.Text == there.Text)
            return here.Kind is WordKind.Volatile ? 0.05 : worth + 0.05;
        if (here.Kind == there.Kind && here.Kind is WordKind.Figure or WordKind.Volatile or WordKind.Address or WordKind.File)
            return here.Kind is WordKind.Address or WordKind.File ? -Other : 0;
        return here.Kind is WordKind.Figure or WordKind.Volatile && there.Kind is WordKind.Figure or WordKind.Volatile ? 0 : -Other;
    }

    private static Passage Trace(ErrorLine line, IReadOnlyList<Word> words, double[] worth, IssueText text, int from, Grid score, int i, int j)
    {
        var pairs = new List<(int Here, int There)>();
        var last = j;
        while (i > 0 && j > 0 && score[i, j] > 0)
        {
            var pair = Pair(words[i - 1], text.Words[from + j - 1], worth[i - 1]);
            if (Math.Abs(score[i, j] - (score[i - 1, j - 1] + pair)) < 1e-9)
                pairs.Add((--i, from + --j));
            else if (Math.Abs(score[i, j] - (score[i - 1, j] - Gap)) < 1e-9)
                i--;
            else
                j--;
        }
        pairs.Reverse();
        var same = pairs.Where(p => words[p.Here].Text == text.Words[p.There].Text && words[p.Here].Kind != WordKind.Volatile).ToList();
        // A type's namespace adds nothing to the type.
        var covered = same.Where(p => p.Here >= line.Message - 1).Sum(p => worth[p.Here]);
        var total = worth.Skip(line.Message).Sum();
        var differs = Differing(words, text, pairs) is var (here, there)
            ? ((string, string)?)(Raw(line.Text, words[here]), Raw(text.Text, text.Words[there])) : null;
        var said = text.Between(pairs[0].There, from + last - 1);
        var coverage = total <= 0 ? 0 : Math.Min(1, same.Where(p => p.Here >= line.Message).Sum(p => worth[p.Here]) / total);
        return new Passage(line, coverage, covered, Quote(line, words, worth, text, same), said, differs);
    }

    /// <summary>The first place where both must say the same but do not; null for none.</summary>
    private static (int Here, int There)? Differing(IReadOnlyList<Word> words, IssueText text, List<(int Here, int There)> pairs)
    {
        bool Same(int here, int there) => words[here].Text == text.Words[there].Text;
        foreach (var (here, there) in pairs)
            if (Contradict(words, here, text.Words[there]))
                return (here, there);
        // A name that has another name in its place, between the same words or at their end.
        for (var k = 0; k < pairs.Count; k++)
        {
            var (here, there) = (pairs[k].Here + 1, pairs[k].There + 1);
            if (here < words.Count && there < text.Words.Count && Same(here - 1, there - 1) && IsNamed(words[here]) && IsNamed(text.Words[there])
                && !Same(here, there)
                && text.Text.IndexOf('\n', text.Words[there - 1].End, text.Words[there].Start - text.Words[there - 1].End) < 0
                && (k == pairs.Count - 1 || (k + 2 < pairs.Count && pairs[k + 2] == (here + 1, there + 1) && Same(here + 1, there + 1))))
                return (here, there);
        }
        return null;
    }

    /// <summary>A name made of letters; one with digits may be different each time.</summary>
    private static bool IsNamed(Word word) => word.Kind == WordKind.Identifier && !word.Text.Any(char.IsDigit);

    private static string Raw(string text, Word word) => text[word.Start..word.End];

    private static bool Contradict(IReadOnlyList<Word> words, int here, Word there)
    {
        var mine = words[here];
        if (mine.Text == there.Text)
            return false;
        if (mine.Kind == WordKind.Address && there.Kind == WordKind.Address)
            return !Addresses.MayBeSame(mine.Text, there.Text);
        if (mine.Kind == WordKind.File && there.Kind == WordKind.File)
            return true;
        return mine.Kind == WordKind.Figure && there.Kind == WordKind.Figure && here > 0 && IsCode(words[here - 1].Text);
    }

    /// <summary>A figure after these words is a code: a different code is a different fault.</summary>
    private static bool IsCode(string before) => before is "status" or "code" or "http" or "errno" or "exit" or "exitcode";

    /// <summary>The run of equal words with the most weight, where everything between the words is equal too.</summary>
    private static string? Quote(ErrorLine line, IReadOnlyList<Word> words, double[] worth, IssueText text, List<(int Here, int There)> same)
    {
        var (best, bestWeight) = ((Start: 0, End: 0), 0.0);
        for (var k = 0; k < same.Count;)
        {
            var (first, weight) = (k, worth[same[k].Here]);
            while (k + 1 < same.Count && same[k + 1].Here == same[k].Here + 1 && same[k + 1].There == same[k].There + 1
                && Between(line.Text, words[same[k].Here], words[same[k + 1].Here])
                    == Between(text.Text, text.Words[same[k].There], text.Words[same[k + 1].There]))
                weight += worth[same[++k].Here];
            if (weight > bestWeight)
                (best, bestWeight) = ((first, k), weight);
            k++;
        }
        if (bestWeight <= 0 || (best.End == best.Start && !words[same[best.Start].Here].Identifies))
            return null;
        var end = End(line.Text, words[same[best.End].Here].End, text.Text, text.Words[same[best.End].There].End);
        return Whitespace.Flat(text.Text[text.Words[same[best.Start].There].Start..end]);
    }

    /// <summary>The position after the punctuation that both have there: a bracket, a full stop.</summary>
    private static int End(string here, int i, string there, int j)
    {
        while (i < here.Length && j < there.Length && here[i] == there[j] && here[i] != '`' && (char.IsPunctuation(here[i]) || char.IsSymbol(here[i])))
            (i, j) = (i + 1, j + 1);
        return j;
    }

    private static string Between(string text, Word one, Word next) => Whitespace.Flat(text[one.End..next.Start], trim: false);
}

/// <summary>Compares addresses.</summary>
internal static class Addresses
{
    /// <summary>Systems assign ports at or above this automatically, so they are different each time.</summary>
    private const int FirstEphemeral = 32768;

    /// <summary>The same host, and no fixed ports that differ.</summary>
    public static bool MayBeSame(string one, string other)
    {
        var (host, port) = Split(one);
        var (otherHost, otherPort) = Split(other);
        return host == otherHost && (port is null || otherPort is null || port == otherPort || (port >= FirstEphemeral && otherPort >= FirstEphemeral));
    }

    private static (string Host, int? Port) Split(string address)
    {
        var at = address.LastIndexOf(':');
        return at < 0 ? (address, null) : (address[..at], int.TryParse(address[(at + 1)..], out var port) ? port : null);
    }
}
