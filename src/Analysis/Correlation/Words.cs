using System.Text.RegularExpressions;
using Whybot.Analysis.Signatures;

namespace Whybot.Analysis.Correlation;

/// <summary>Takes a text apart into words, and tells what each can identify.</summary>
internal static partial class Words
{
    private const int LongestIdentifier = 80;

    /// <summary>What any failure may say, beside the words of the language.</summary>
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
        "off", "over", "very", "much", "last", "first", "there", "happens",
    ];

    public static IReadOnlyList<Word> Of(string text)
    {
        var words = new List<Word>();
        try
        {
            foreach (Match match in Parts().Matches(text))
                words.Add(Read(match));
        }
        catch (RegexMatchTimeoutException)
        {
            // Hostile on purpose: what was read before counts.
        }
        return words;
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
        return new Word(match.Value.ToLowerInvariant(), KindOf(match.Value), start, end);
    }

    private static WordKind KindOf(string word)
    {
        if (word.Length > LongestIdentifier)
            return WordKind.Volatile;
        var lower = word.ToLowerInvariant();
        if (word.Length < 2 || Terms.IsCommon(lower) || OfAnyFailure.Contains(lower))
            return WordKind.Common;
        if (ErrorTypes.Of(word) == word)
            return ErrorTypes.SaysLittle(word) ? WordKind.Common : WordKind.ErrorType;
        if (Setting().IsMatch(word))
            return word.StartsWith("ERR_", StringComparison.Ordinal) ? WordKind.ErrorType : WordKind.Setting;
        return Identifier().IsMatch(word) ? WordKind.Identifier : WordKind.Plain;
    }

    /// <summary>A lone capital stands for some number: "for weight N".</summary>
    [GeneratedRegex("""
          (?<volatile>\d{4}-\d\d-\d\d(?:[T\ ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?|\b\d\d?:\d\d:\d\d(?:[.,]\d+)?\b|\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\b
            |\b0x[0-9a-fA-F]+\b|\b(?=[0-9a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,64}\b|\bey[\w-]{8,}\.[\w.-]+|(?<![\w.,:])\d+(?:\.\d+)?\s?(?:ms|s|sec|seconds|minutes|min|µs|us|ns)\b)
        | \b[a-z][a-z+]{1,8}://(?<address>[\w.-]+(?::\d{2,5})?)
        | (?<address>\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b|(?<![\w./\\:])[A-Za-z][\w-]{0,62}(?:\.[\w-]{1,63}){0,8}(?<!\.(?:[cm]?[jt]sx?|py|go|rb|java|kt|cs|cc?|cpp|h|rs|php|swift|sh|json|ya?ml|xml)):\d{2,5}\b(?!:\d))
        | (?<![\w.@+\\/-])(?:[\w.@+-]{0,100}[\\/]){1,30}(?<file>[\w@+-]{1,100}(?:\.[\w@+-]{1,100}){0,3}\.[A-Za-z]{1,5})\b | (?<![\w.@+-])(?<file>[\w@+-]{1,100}(?:\.[\w@+-]{1,100}){0,2}\.(?:[cm]?[jt]sx?|py|go|rb|java|kt|cs|cc?|cpp|h|rs|php|swift|sh))\b
        | (?<figure>\d+(?:[.,]\d+)*(?![\w])|(?<![\w'"])[NXY](?![\w'"]))
        | [\p{L}_$][\p{L}\p{N}_$]* | \d\w*
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^[A-Z][A-Z0-9]*_[A-Z0-9_]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Setting();

    [GeneratedRegex(@"^(?=\w*\p{L})(?:\w*[\p{L}\d]_[\p{L}\d]\w*|\w*\p{Ll}\p{Lu}\w*|\p{L}+\d\w*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Identifier();
}
