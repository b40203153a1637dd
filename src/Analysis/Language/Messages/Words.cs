using System.Buffers;
using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Whybot.Analysis.Language.Messages;

/// <summary>Splits a text into words, and decides what each can identify.</summary>
internal static partial class Words
{
    private const int LongestIdentifier = 80;

    /// <summary>Words that any failure may contain, besides those of the language.</summary>
    private static readonly HashSet<string> OfAnyFailure =
    [
        "abort", "aborted", "actual", "assertion", "bad", "because", "build", "call", "called", "canceled", "cancelled", "caused", "closed",
        "command", "connect", "connecting", "connection", "context", "crash", "crashed", "data", "deadline", "deploy", "down", "during",
        "econnrefused", "econnreset", "ends", "environment", "errno", "etimedout", "equal", "exceeded", "exited", "fatal", "fetch", "found",
        "gateway", "got", "happened", "host", "info", "internal", "invalid", "issue", "job", "killed", "log", "logs", "lost", "match", "matcher",
        "message", "missing", "must", "name", "nil", "number", "ok", "operation", "output", "panic", "pass", "passed", "problem", "raise", "raised",
        "reason", "refused", "reset", "response", "result", "results", "retry", "run", "running", "runs", "seconds", "server", "service", "signal",
        "started", "status", "step", "stopped", "suite", "system", "terminated", "thread", "throw", "thrown", "time", "timed", "traceback", "unable",
        "unavailable", "unexpected", "unknown", "warning", "works", "wrong", "please", "see", "seen", "like", "just", "still", "about", "out", "up",
        "off", "over", "very", "much", "last", "first", "there", "happens", "left", "right", "expected", "received", "wanted", "help", "https", "http", "www",
    ];

    /// <summary>The most words to cache: most of a text is made of the same few thousand.</summary>
    private const int MostKept = 50_000;

    private static int _kept;
    private static readonly ConcurrentDictionary<string, (string Text, WordKind Kind)> Kept = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, (string Text, WordKind Kind)>.AlternateLookup<ReadOnlySpan<char>> KeptBySpan =
        Kept.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Without one of these characters, a piece between blanks is just letters with marks around and between them.</summary>
    private static readonly SearchValues<char> Telling = SearchValues.Create("0123456789.:NXY");

    /// <summary>
    /// The words of a text in order. A piece between two blanks is mostly letters and marks, and is parsed by hand. The pattern, which is slow, is only used
    /// for pieces with figures, an inner full stop, or an address.
    /// </summary>
    public static IReadOnlyList<Word> Of(string text)
    {
        var words = new List<Word>(text.Length / 6);
        try
        {
            for (var at = 0; at < text.Length;)
                if (char.IsWhiteSpace(text[at]))
                    at++;
                else
                {
                    var end = EndOfPiece(text, at);
                    if (IsLettersAndMarks(text.AsSpan(at, end - at)))
                        ByHand(text, at, end, words);
                    else
                        ByPattern(text, at, end = WithWhatFollows(text, end), words);
                    at = end;
                }
        }
        catch (RegexMatchTimeoutException)
        {
            // Deliberately hostile input: keep what was read so far.
        }
        return words;
    }

    /// <summary>Like <see cref="Of"/>, but by the pattern alone; the reference that the other is compared with.</summary>
    internal static IReadOnlyList<Word> ByPatternAlone(string text)
    {
        var words = new List<Word>();
        ByPattern(text, 0, text.Length, words);
        return words;
    }

    private static int EndOfPiece(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    /// <summary>A date may be followed by a time, and a number by its unit.</summary>
    private static int WithWhatFollows(string text, int end)
    {
        while (char.IsDigit(text[end - 1]) && end + 1 < text.Length && !char.IsWhiteSpace(text[end + 1]))
            end = EndOfPiece(text, end + 1);
        return end;
    }

    private static bool IsLettersAndMarks(ReadOnlySpan<char> piece)
    {
        if (!piece.ContainsAny(Telling) && !HasOtherDigits(piece))
            return true;
        for (var i = 0; i < piece.Length; i++)
        {
            var next = i + 1 < piece.Length ? piece[i + 1] : ' ';
            if (char.IsNumber(piece[i]) || (piece[i] == '.' && (char.IsLetterOrDigit(next) || next is '_' or '-' or '@' or '+'))
                || (piece[i] == ':' && next == '/'))
                return false;
            // A single one of these is a placeholder for a number.
            if (piece[i] is 'N' or 'X' or 'Y'
                && !char.IsLetterOrDigit(next) && next is not '_' && (i == 0 || (!char.IsLetterOrDigit(piece[i - 1]) && piece[i - 1] is not '_')))
                return false;
        }
        return true;
    }

    private static bool HasOtherDigits(ReadOnlySpan<char> piece)
    {
        foreach (var c in piece)
            if (c > '~' && !char.IsLetter(c))
                return true;
        return false;
    }

    private static void ByHand(string text, int at, int end, List<Word> words)
    {
        while (at < end)
            if (char.IsLetter(text[at]) || text[at] is '_' or '$')
            {
                var from = at;
                while (at < end && (char.IsLetter(text[at]) || text[at] is '_' or '$'))
                    at++;
                var (word, kind) = Read(text.AsSpan(from, at - from));
                words.Add(new Word(word, kind, from, at));
            }
            else
                at++;
    }

    private static void ByPattern(string text, int at, int end, List<Word> words)
    {
        for (var match = Parts().Match(text, at, end - at); match.Success; match = match.NextMatch())
            words.Add(Read(match));
    }

    private static (string Text, WordKind Kind) Read(ReadOnlySpan<char> span)
    {
        if (KeptBySpan.TryGetValue(span, out var known))
            return known;
        var word = span.ToString();
        var read = (word.ToLowerInvariant(), KindOf(word));
        // The dictionary's Count takes locks, and the number need not be exact.
        if (_kept < MostKept && Kept.TryAdd(word, read))
            _kept++;
        return read;
    }

    private static Word Read(Match match)
    {
        var (start, end) = (match.Index, match.Index + match.Length);
        if (match.Groups["volatile"].Success)
            return new Word("", WordKind.Volatile, start, end);
        if (match.Groups["address"].Success)
            return new Word(match.Groups["address"].Value.ToLowerInvariant(), WordKind.Address, start, end);
        if (match.Groups["file"].Success)
            return new Word(match.Groups["file"].Value.ToLowerInvariant(), WordKind.File, start, end);
        if (match.Groups["figure"].Success)
            return new Word(match.Value, WordKind.Figure, start, end);
        var (word, kind) = Read(match.ValueSpan);
        return new Word(word, kind, start, end);
    }

    private static WordKind KindOf(string word)
    {
        if (word.Length > LongestIdentifier)
            return WordKind.Volatile;
        var lower = word.ToLowerInvariant();
        if (word.Length < 2 || Tokens.IsCommon(lower) || OfAnyFailure.Contains(lower))
            return WordKind.Common;
        if (ErrorTypes.Of(word) == word)
            return ErrorTypes.SaysLittle(word) ? WordKind.Common : WordKind.ErrorType;
        if (Setting().IsMatch(word))
            return word.StartsWith("ERR_", StringComparison.Ordinal) ? WordKind.ErrorType : WordKind.Setting;
        return Identifier().IsMatch(word) ? WordKind.Identifier : WordKind.Plain;
    }

    /// <summary>A lone capital letter is a placeholder for a number: "for weight N".</summary>
    [GeneratedRegex("""
          (?<volatile>\d{4}-\d\d-\d\d(?:[T\ ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?|\b\d\d?:\d\d:\d\d(?:[.,]\d+)?\b|\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\b
            |\b0x[0-9a-fA-F]+\b|\b(?=[0-9a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,64}\b|\bey[\w-]{8,}\.[\w.-]+|(?<![\w.,:])\d+(?:\.\d+)?\s?(?:ms|s|sec|seconds|minutes|min|µs|us|ns)\b)
        | \b[a-z][a-z+]{1,8}://(?<address>[\w.-]+(?::\d{2,5})?)
        | (?<address>\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b|(?<![\w./\\:])[A-Za-z][\w-]{0,62}(?:\.[\w-]{1,63}){0,8}(?<!\.(?:[cm]?[jt]sx?|py|go|rb|java|kts?|cs|fs|vb|cc?|cpp|cxx|hpp|h|mm|rs|php|swift|sh|scala|groovy|clj|exs?|erl|hs|ml|lua|p[lm]|dart|zig|nim|jl|sql|proto|json|ya?ml|xml)):\d{2,5}\b(?!:\d))
        | (?<![\w.@+\\/-])(?:[\w.@+-]{0,100}[\\/]){1,30}(?<file>[\w@+-]{1,100}(?:\.[\w@+-]{1,100}){0,3}\.[A-Za-z]{1,5})\b | (?<![\w.@+-])(?<file>[\w@+-]{1,100}(?:\.[\w@+-]{1,100}){0,2}\.(?:[cm]?[jt]sx?|py|go|rb|java|kts?|cs|fs|vb|cc?|cpp|cxx|hpp|h|mm|rs|php|swift|sh|scala|groovy|clj|exs?|erl|hs|ml|lua|p[lm]|dart|zig|nim|jl|sql|proto))\b
        | (?<figure>\d+(?:[.,]\d+)*(?![\w])|(?<![\w'"])[NXY](?![\w'"]))
        | [\p{L}_$][\p{L}\p{N}_$]* | \d\w*
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^[A-Z][A-Z0-9]*_[A-Z0-9_]+$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Setting();

    [GeneratedRegex(@"^(?=\w*\p{L})(?:\w*[\p{L}\d]_[\p{L}\d]\w*|\w*\p{Ll}\p{Lu}\w*|\p{L}+\d\w*)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Identifier();
}
