using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Redaction;
using Whybot.Analysis.Language.Text;
using JsonEscapes = Whybot.Analysis.Inputs.Evidence.JsonText;

namespace Whybot.Analysis.Causes.Claims;

/// <summary>
/// Finds which tests show which words, by reading the stored bytes. All words are searched for in one pass over each file. Only if escapes or colours are
/// between them is the test's own place read.
/// </summary>
/// <param name="tests">All tests of the run.</param>
/// <param name="all">All words that will be asked for.</param>
internal sealed class StoredText(IEvidence evidence, IReadOnlyList<TestCase> tests, IReadOnlyList<string> all)
{
    /// <summary>How many tests may have their own place read for one question; for the others, the text that their reader took from there counts.</summary>
    private const int MostPlaces = 500;

    /// <summary>How many characters may be read from such places in total: a file may be a single line.</summary>
    private const int MostRead = 64 * 1024 * 1024;

    /// <summary>A shorter piece occurs anywhere, so it is only searched for in the text that the readers took.</summary>
    private const int LeastPiece = 3;

    private readonly string[] _pieces =
        [.. all.Distinct(StringComparer.Ordinal).Select(Piece).Where(p => p.Length >= LeastPiece).Distinct(StringComparer.Ordinal)];
    private readonly Dictionary<string, IReadOnlyList<IReadOnlyList<int>>?> _lines = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyList<TestsOfSource>> _passed = new(() =>
        [.. tests.Where(t => t.Scope == TestScope.Test && t.Outcome.IsPass()).GroupBy(t => t.Source, StringComparer.Ordinal)
            .Select(g => new TestsOfSource(g.Key, g))]);
    private int _read;

    /// <summary>How many of the failed tests show the words in their messages or output.</summary>
    public int Showing(IEnumerable<TestCase> failed, string words)
    {
        var wanted = Unmasked(Whitespace.Flat(words));
        if (wanted.Length == 0)
            return 0;
        var (piece, places, count) = (Array.IndexOf(_pieces, Piece(words)), 0, 0);
        foreach (var test in failed)
            if (Shows(test, wanted, piece, ref places))
                count++;
        return count;
    }

    /// <summary>How many of the tests that passed show the words.</summary>
    public int PassingThatShow(string words)
    {
        var wanted = Unmasked(Whitespace.Flat(words));
        var piece = Array.IndexOf(_pieces, Piece(words));
        return wanted.Length == 0 ? 0 : _passed.Value.Sum(s => LinesOf(s.Source, piece) is { } lines
            ? s.On(lines).Count(found => Says(found.Test.Output, wanted) || (found.IsInside && _pieces[piece] == wanted))
            : s.Tests.Count(t => Says(t.Output, wanted)));
    }

    /// <summary>The text that was read contains the words, and so do the stored bytes.</summary>
    private bool Shows(TestCase test, string words, int piece, ref int places)
    {
        var failure = test.Failure!;
        if (!Says(failure.Message, words) && !Says(failure.Text, words) && !Says(test.Output, words)
            && !Says($"{failure.Message}\n{failure.Text}\n{test.Output}", words))
            return false;
        return (LinesOf(test.Source, piece) is { } lines
                && (TestsOfSource.IsWithin(lines, failure.Line, failure.EndLine) || TestsOfSource.IsWithin(lines, test.Line, test.EndLine)))
            || places++ >= MostPlaces || _read >= MostRead
            || Stands(test.Source, failure.Line, failure.EndLine, words) || Stands(test.Source, test.Line, test.EndLine, words);
    }

    private static bool Says(string? text, string words)
    {
        if (text is null || text.Contains(words, StringComparison.Ordinal))
            return text is not null;
        // White space may differ there; it is only worth checking where the first word is found.
        var first = words.IndexOf(' ', StringComparison.Ordinal);
        return first > 0 && text.AsSpan().Contains(words.AsSpan(0, first), StringComparison.Ordinal)
            && Whitespace.Flat(text).Contains(words, StringComparison.Ordinal);
    }

    /// <summary>If a secret was masked in the words: the longest piece next to it.</summary>
    private static string Unmasked(string words) =>
        words.Contains(Secrets.Mask, StringComparison.Ordinal) ? words.Split(Secrets.Mask).MaxBy(p => p.Length)!.Trim() : words;

    private IReadOnlyList<int>? LinesOf(string source, int piece)
    {
        if (piece < 0)
            return null;
        if (!_lines.TryGetValue(source, out var lines))
            _lines[source] = lines = evidence.LinesWith(source, _pieces);
        return lines?[piece];
    }

    private bool Stands(string source, int first, int last, string words)
    {
        if (_read >= MostRead || !evidence.TryReadLines(source, first, last, out var text))
            return false;
        _read += text.Length;
        return IsIn(text, words) || IsIn(XmlText.Unescape(text), words) || IsIn(JsonEscapes.Unescape(text), words)
            || IsIn(XmlText.Unescape(JsonEscapes.Unescape(text)), words)
            || (CitationChecker.Check(Citation.OfLines(source, first, last, words), evidence) is { Excerpt: var excerpt }
                && excerpt.Length * 2 >= words.Length);
    }

    private static bool IsIn(string text, string words) => Whitespace.Flat(text).Contains(words, StringComparison.Ordinal);

    /// <summary>The longest run of characters that every format stores unescaped.</summary>
    private static string Piece(string words)
    {
        var (best, from) = ((Start: 0, Length: 0), 0);
        for (var i = 0; i <= words.Length; i++)
            if (i == words.Length || words[i] is '<' or '>' or '&' or '"' or '\'' or '\\' or '/' || words[i] > '~' || char.IsControl(words[i]))
            {
                if (i - from > best.Length)
                    best = (from, i - from);
                from = i + 1;
            }
        return words.Substring(best.Start, best.Length).Trim();
    }
}
