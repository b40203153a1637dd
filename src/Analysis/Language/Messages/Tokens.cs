using System.Text.RegularExpressions;

namespace Whybot.Analysis.Language.Messages;

/// <summary>How well a term tells one cause from another.</summary>
internal enum TermKind
{
    /// <summary>A plain word.</summary>
    Word,

    /// <summary>A number of three or more digits.</summary>
    Number,

    /// <summary>A word that the text quotes.</summary>
    Quoted,

    /// <summary>snake_case, camelCase, or dotted.</summary>
    Identifier,

    /// <summary>A name of a setting: UPPER_CASE.</summary>
    Setting,

    /// <summary>host:port, an IP address, a host name.</summary>
    Address,

    /// <summary>A type of error that is not generic.</summary>
    ErrorType,
}

internal readonly record struct Term(string Text, TermKind Kind)
{
    /// <summary>Weight in comparisons. Plain words hardly count; names of one specific thing count a lot.</summary>
    public double Weight => Kind switch
    {
        TermKind.Address => 5,
        TermKind.Setting => 5,
        TermKind.ErrorType => 3,
        TermKind.Identifier => 3,
        TermKind.Quoted => 2.5,
        TermKind.Number => 1,
        _ => 0.5,
    };

    public bool Strong => Kind >= TermKind.Quoted;
}

/// <summary>Extracts the significant terms from a text.</summary>
internal static partial class Tokens
{
    private static readonly HashSet<string> StopWords =
    [
        "the", "and", "for", "with", "was", "not", "but", "has", "have", "had", "are", "this", "that", "from", "into", "when", "while", "than", "then",
            "its", "our", "all", "any", "can",
        "cannot", "could", "should", "would", "will", "does", "did", "been", "being", "one", "two", "too", "via", "per", "who", "why", "how", "what",
            "which", "there", "their", "they",
        "them", "these", "those", "some", "such", "only", "also", "after", "before", "since", "until", "here", "where", "every", "each", "more", "most",
            "other", "same", "now", "again",
        "assert", "assertionerror", "error", "errors", "failed", "fails", "fail", "failure", "failing", "exception", "expected", "received", "expect",
            "test", "tests", "staging", "true",
        "false", "none", "null", "undefined", "exit", "code", "process", "completed", "timeout", "http", "https", "string", "value", "object", "type",
            "line", "file", "return", "def",
        "self", "await", "async", "const", "function", "import", "class", "str", "int", "dict", "list", "let", "var", "new", "public", "private", "static",
            "void", "in", "is", "it", "of",
        "to", "on", "at", "as", "by", "or", "an", "be", "no", "if", "so", "we", "get", "set", "post", "tobe", "toequal", "tomatch", "equality",
    ];

    /// <summary>Words that any text may contain.</summary>
    public static bool IsCommon(string word) => StopWords.Contains(word);

    /// <summary>Each term once, by text; if it has two kinds, the stronger one.</summary>
    public static IReadOnlyDictionary<string, Term> Of(string text)
    {
        var terms = new Dictionary<string, Term>(StringComparer.Ordinal);
        foreach (Match match in Parts().Matches(text))
            foreach (var term in Read(match))
                if (!terms.TryGetValue(term.Text, out var known) || known.Weight < term.Weight)
                    terms[term.Text] = term;
        return terms;
    }

    private static IEnumerable<Term> Read(Match match)
    {
        var text = match.Value.Trim('.', '\'', '"', '`');
        if (match.Groups["quoted"].Success)
        {
            // Ruby: undefined method `empty?', `total='.
            var inside = match.Groups["quoted"].Value.TrimEnd('?', '!', '=');
            if (inside.Length is >= 2 and <= 60 && inside.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.'))
                yield return new Term(inside, KindOf(inside) is var kind && kind >= TermKind.Identifier ? kind : TermKind.Quoted);
            else
                foreach (Match part in Parts().Matches(inside))
                    foreach (var term in Read(part))
                        yield return term;
        }
        else if (match.Groups["address"].Success)
            yield return new Term(text, TermKind.Address);
        else if (match.Groups["number"].Success)
            yield return new Term(text, TermKind.Number);
        else if (text.Length > 0)
            foreach (var term in Name(text))
                yield return term;
    }

    private static IEnumerable<Term> Name(string text)
    {
        var kind = KindOf(text);
        if (kind == TermKind.Word)
        {
            var word = text.ToLowerInvariant();
            if (word.Length >= 3 && !StopWords.Contains(word))
                yield return new Term(word, TermKind.Word);
            yield break;
        }
        yield return new Term(text, kind);
        if (text.Contains('.', StringComparison.Ordinal))
            foreach (var part in text.Split('.').Where(p => p.Length > 2))
                foreach (var term in Name(part))
                    yield return term;
    }

    private static TermKind KindOf(string text)
    {
        if (ErrorTypes.Of(text) is { } type && type == text)
            return ErrorTypes.SaysLittle(type) ? TermKind.Word : TermKind.ErrorType;
        if (SettingName().IsMatch(text))
            return text.StartsWith("ERR_", StringComparison.Ordinal) ? TermKind.ErrorType : TermKind.Setting;
        return text.Contains('_', StringComparison.Ordinal) && text.Any(char.IsLetter) || Humps().IsMatch(text) || Dotted().IsMatch(text)
            ? TermKind.Identifier : TermKind.Word;
    }

    [GeneratedRegex("""
          (?<address>\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b|\b[a-z][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){1,8}(?<!\.(?:[cm]?[jt]sx?|py|go|rb|java|kt|cs|cc?|cpp|h|rs|php|swift|sh|json|ya?ml|xml)):\d{2,5}\b|\blocalhost:\d{2,5}\b)
        | `(?<quoted>\w{1,80}[?!=]?)' | '(?<quoted>[^'\n]{1,80})' | "(?<quoted>[^"\n]{1,80})" | `(?<quoted>[^`\n]{1,80})`
        | ‘(?<quoted>[^’\n]{1,80})’
        | (?<=\bundefined:\ |\bsymbol:\ {1,8}(?:method|class|variable|interface)\ )(?:\w+\.)?(?<quoted>[A-Za-z_]\w*)
        | (?<quoted>[A-Za-z_]\w*)(?=\ is\ not\ (?:defined|a\ function|a\ constructor))
        | (?<number>(?<![\w.])\d{3,}(?![\w.]))
        | [A-Za-z_][\w]*(?:[.-][A-Za-z_]\w*)*
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^[A-Z][A-Z0-9]*_[A-Z0-9_]+$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex SettingName();

    [GeneratedRegex(@"^[a-z]+[0-9]*[A-Z]\w*$|^[A-Z][a-z0-9]+[A-Z]\w*$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Humps();

    [GeneratedRegex(@"^[a-z_]\w*(?:\.[A-Za-z_]\w*)+$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Dotted();
}
