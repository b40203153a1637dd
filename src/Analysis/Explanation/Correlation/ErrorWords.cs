using System.Text.RegularExpressions;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Explanation.Correlation;

/// <summary>Separates lines that say what went wrong from everything else that a failing test prints.</summary>
internal static partial class ErrorWords
{
    /// <summary>The line states an error: it begins with the error's type, or with a word like "error" or "fatal".</summary>
    public static bool StatesError(string line) => ErrorTypes.Of(line) is not null ? HasMessage(line) : Statement().IsMatch(line);

    /// <summary>The line has any word that reports a problem, or the name of an error number (errno(3)). Greetings, step names and compiler hints have
    /// none.</summary>
    public static bool Complains(string line) => !Advice().IsMatch(line) && Complaint().IsMatch(line);

    private static bool HasMessage(string line) => ErrorTypes.Of(line) is { } type && line.Length > line.IndexOf(type, StringComparison.Ordinal) + type.Length
        + 2;

    [GeneratedRegex(@"^(?:error|fatal|panic|exception|FAILED?)\b.{0,20}[:!]\s*\S|^\S{0,40}(?:Error|Exception)\b:|\b(?:error|ERROR): \S|\bpanicked at\b|\bassert(?:ion)? fail",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^(?:\W{0,4}|\S{1,120}:\d+(?::\d+)?:?(?:\ \d+:\d+)?:?\ )(?:help|note|hint|tip|info|debug|trace|warn|warning|cfg|suggestion|consider)\b\s*[:(\]]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 10000)]
    private static partial Regex Advice();

    [GeneratedRegex("""
          (?<![\w-])(?:\w*err(?:or|no)?s?|fail(?:ed|ure|ures|s|ing)?|\w*exceptions?|panic(?:ked)?|fatal|assert\w*|expect\w*|actual|unexpected|cannot|can't|couldn't|unable|invalid|illegal|missing|not|no
            |denied|refused?|refuses|reset|timed?[-_\ ]?out|timeouts?|deadline|exceed\w*|abort\w*|crash\w*|killed|leak\w*|race|overflow\w*|corrupt\w*|undefined|null|nil|none|mismatch\w*|differ\w*
            |wrong|bad|unknown|unsupported|broken|lost|reject\w*|violat\w*|too\ (?:many|much|long|large|big|few|short|small|late)|should|must|want|wanted|got|received|instead|already|never|without
            |(?-i:E(?:CONNREFUSED|CONNRESET|CONNABORTED|HOSTUNREACH|HOSTDOWN|NETUNREACH|NETDOWN|ADDRINUSE|ADDRNOTAVAIL|AI_AGAIN|NOTFOUND|TIMEDOUT|PIPE|ACCES|PERM
            |NOENT|EXIST|NOTDIR|ISDIR|NOTEMPTY|MFILE|NFILE|NOSPC|DQUOT|ROFS|NOMEM|INVAL|BUSY|BADF|IO|PROTO|DEADLK|XDEV))
            |permission|segmentation|signal|stuck|hang|hung|dead|down|unreachable|unavailable|full|closed|conflict\w*|duplicate|outdated|expired|forbidden|unauthorized|left|right)(?![\w-]) | != | == | <> | ≠
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 10000)]
    private static partial Regex Complaint();
}

/// <summary>What loggers and build tools put before a line.</summary>
internal static partial class LogPrefixes
{
    public static string Without(string line) => Prefix().Match(line) is { Length: > 0 } prefix && prefix.Length < line.Length ? line[prefix.Length..] : line;

    [GeneratedRegex(@"^(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*\s+|\[(?:\d{4}-\d\d-\d\d[^\]]{0,30}|\d+|[A-Za-z][\w.-]{0,30}|\S{1,120}:\d{1,5})\]\s*(?=\S)|(?:INFO|WARN|WARNING|ERROR|DEBUG|FATAL|TRACE)\s+|E\s{2,}|>\s+)+", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Prefix();
}
