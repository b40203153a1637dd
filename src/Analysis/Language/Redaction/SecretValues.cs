using System.Buffers;

namespace Whybot.Analysis.Language.Redaction;

/// <summary>Separates values that are secret from values that are only in a place where a secret would be.</summary>
internal static class SecretValues
{
    private const int LeastRandom = 16;

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "none", "null", "nil", "undefined", "nan", "true", "false", "yes", "no", "on", "off", "empty", "unknown", "required", "optional", "string", "str",
        "int", "number", "object", "bytes", "redacted", "masked", "hidden",
        "secure", "protected", "missing", "invalid", "failed", "denied", "expired", "wrong", "incorrect", "must", "should", "cannot", "not", "is", "was", "the",
        "set", "unset", "found", "expected", "default", "disabled",
        "enabled", "placeholder", "changeme", "inherit", "write", "read", "password", "passwd", "secret", "token", "bearer", "basic", "error", "warning",
        "info", "debug", "text", "value", "self", "this", "file", "auto",
        "passed", "skipped", "created", "updated", "deleted", "granted", "revoked", "refreshed", "and", "for", "with", "from",
    };

    /// <summary>A reference to a value stored elsewhere, or a mask.</summary>
    private static readonly string[] References =
    [
        "$", "%", "{{", "{", "<", "***", "[", "(", "@", "op://", "vault:", "arn:", "env.", "env:", "file:", "http://", "https://", "process.env", "os.environ",
        "secrets.", "ref+", "var.", "!Ref", "…"
    ];

    private static readonly SearchValues<char> Code = SearchValues.Create("()[]{}<>");
    private static readonly SearchValues<char> Masked = SearchValues.Create("*xX.-_•●");
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF-");
    private static readonly SearchValues<char> SmallHex = SearchValues.Create("0123456789abcdef");
    private static readonly SearchValues<char> Number = SearchValues.Create("0123456789.,:_-+%");
    private static readonly SearchValues<char> Variable = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ_");

    /// <summary>For a value whose name clearly says that it is secret: anything except what nobody would hide.</summary>
    /// <param name="isTight">Nothing is between the name, its sign and the value, or the value is in quotes, so it is neither prose nor code.</param>
    public static bool IsSecret(ReadOnlySpan<char> value, bool isTight)
    {
        if (value.Length < 4 || value.ContainsAnyExcept(value[0]) is false || Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(value))
            return false;
        foreach (var reference in References)
            if (value.StartsWith(reference))
                return false;
        if (IsPath(value) || IsVariable(value) || IsAddress(value) || !value.ContainsAnyExcept(Masked))
            return false;
        if (isTight)
            return !(value.ContainsAny('(', '[') && !value.ContainsAnyInRange('0', '9'));
        return !value.ContainsAny(Code) && (value.ContainsAnyInRange('0', '9') || value.Length >= 8 && IsMixed(value)) && !IsNumber(value);
    }

    /// <summary>It looks random: letters and digits, many of them different.</summary>
    /// <param name="orHash">Also accept what may be a hash or an identifier.</param>
    public static bool IsRandom(ReadOnlySpan<char> value, bool orHash)
    {
        if (value.Length < LeastRandom || !value.ContainsAnyInRange('0', '9') || !value.ContainsAnyInRange('a', 'z') && !value.ContainsAnyInRange('A', 'Z'))
            return false;
        foreach (var character in value)
            if (!char.IsAsciiLetterOrDigit(character) && !"-_.+/=~%@|:?!#^*".Contains(character))
                return false;
        if (!value.ContainsAnyExcept(Hex))
            return orHash && Entropy(value) > 3;
        return !HasWords(value) && (orHash || !EndsInHash(value)) && Entropy(value) > (orHash ? 3 : 3.5);
    }

    /// <summary>Bits per character (Shannon).</summary>
    public static double Entropy(ReadOnlySpan<char> value)
    {
        Span<int> counts = stackalloc int[128];
        var all = 0;
        foreach (var character in value)
            if (character < 128)
            {
                counts[character]++;
                all++;
            }
        var bits = 0.0;
        foreach (var count in counts)
            if (count > 0)
                bits -= (double)count / all * Math.Log2((double)count / all);
        return bits;
    }

    /// <summary><c>GITHUB_TOKEN</c>: the name of the place that holds the value.</summary>
    private static bool IsVariable(ReadOnlySpan<char> value) =>
        value.Contains('_') && !value.ContainsAnyExcept(Variable) && !value.StartsWith("_");

    /// <summary>Nothing is missing at its end: it ends in a hash, or names the place that holds the value.</summary>
    public static bool IsComplete(ReadOnlySpan<char> value)
    {
        var hash = value.Length - 1 - value.LastIndexOfAnyExcept(SmallHex);
        return hash is 32 or 40 or 64 || IsVariable(value);
    }

    private static bool IsNumber(ReadOnlySpan<char> value) => !value.ContainsAnyExcept(Number);

    private static bool IsMixed(ReadOnlySpan<char> value) =>
        value.ContainsAnyInRange('a', 'z') && value[1..].ContainsAnyInRange('A', 'Z') && value.IndexOfAny('.', '(') < 0;

    /// <summary>A memory address: <c>0x7ffd3a10</c>.</summary>
    private static bool IsAddress(ReadOnlySpan<char> value) => value.Length <= 18 && value.StartsWith("0x") && !value[2..].ContainsAnyExcept(Hex);

    private static bool IsPath(ReadOnlySpan<char> value) =>
        value.StartsWith("./") || value.StartsWith("../") || value.StartsWith("~/") || value is [_, ':', '\\', ..]
        || value[0] == '/' && value[1..Math.Min(value.Length, 20)].Contains('/');

    /// <summary>A cache key: <c>Linux-maven-</c> and a hash.</summary>
    private static bool EndsInHash(ReadOnlySpan<char> value) =>
        value.LastIndexOfAny('-', '_', '.') is >= 0 and var at && value.Length - at > 24 && !value[(at + 1)..].ContainsAnyExcept(SmallHex);

    /// <summary>Most of it is three or more words, joined by dashes, dots or slashes: the name of something.</summary>
    private static bool HasWords(ReadOnlySpan<char> value)
    {
        var (words, inWords, letters) = (0, 0, 0);
        for (var i = 0; i <= value.Length; i++)
            if (i < value.Length && char.IsAsciiLetterLower(value[i]))
                letters++;
            else
            {
                if (letters >= 3 && (i == value.Length || value[i] is '-' or '.' or '/' or '_'))
                    (words, inWords) = (words + 1, inWords + letters);
                letters = 0;
            }
        return words >= 3 && inWords * 3 >= value.Length;
    }
}
