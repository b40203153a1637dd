using System.Buffers;

namespace Whybot.Analysis.Language.Redaction;

/// <summary>
/// Masks the value after a name that says it is secret: <c>NAME=value</c>, <c>"name": "value"</c>, <c>Header: value</c>, <c>--flag value</c>,
/// <c>&lt;name&gt;value</c>, <c>name="NAME" value="value"</c>. The name stays, because it says what was there.
/// </summary>
internal static class NamedValues
{
    private const int MostName = 120;
    private const int MostValue = 8192;

    /// <summary>Characters of a line and column.</summary>
    private static readonly SearchValues<char> Places = SearchValues.Create("0123456789:");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Schemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "basic", "bearer", "token", "digest", "negotiate", "ntlm", "aws4-hmac-sha256", "aws", "sharedkey", "sharedkeylite", "sharedaccesssignature", "dpop",
        "oauth", "mac", "hawk", "privatetoken", "ssws", "geniekey", "bot",
        "splunk", "apikey", "api-key", "api-token", "apitoken", "key", "client-id", "snowflake", "kakaoak", "zoho-oauthtoken",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="hit">Where a word of a name was found.</param>
    /// <returns>The end of the name, where the search continues.</returns>
    public static int Find(ReadOnlySpan<char> text, int hit, Findings found)
    {
        var (start, end) = NameAt(text, hit);
        if (end - start > MostName || end == start)
            return end;
        var name = text.Slice(start, end - start);
        if (name.EndsWith("cookie", StringComparison.OrdinalIgnoreCase))
            Cookies(text, end, name.Contains("set", StringComparison.OrdinalIgnoreCase), found);
        else if (name.EndsWith("authorization", StringComparison.OrdinalIgnoreCase) || name.EndsWith("extraheader", StringComparison.OrdinalIgnoreCase))
            Authorization(text, end, found);
        else if (SecretNames.Of(name) is var strength and not NameStrength.None)
            Value(text, start, end, strength, found);
        return end;
    }

    private static (int Start, int End) NameAt(ReadOnlySpan<char> text, int hit)
    {
        var (start, end) = (hit, hit);
        while (start > 0 && hit - start < MostName && IsName(text[start - 1]))
            start--;
        while (end < text.Length && end - hit < MostName && IsName(text[end]))
            end++;
        while (end > hit && text[end - 1] is '.' or '-')
            end--;
        return (start, end);
    }

    private static bool IsName(char character) => char.IsLetterOrDigit(character) || character is '_' or '-' or '.';

    private static void Value(ReadOnlySpan<char> text, int start, int end, NameStrength strength, Findings found)
    {
        var at = Sign(text, end, out var sign, out var gap);
        if (sign == '\0')
        {
            Spoken(text, start, end, strength, found);
            return;
        }
        var quote = at < text.Length && text[at] is '"' or '\'' or '`' ? text[at] : '\0';
        if (quote != '\0')
            at++;
        var close = Close(text, at, quote, sign);
        var value = text.Slice(at, close - at);
        var isTight = quote != '\0' || !gap || sign == ':' && (IsHeader(text.Slice(start, end - start)) || IsWholeLine(text, start, close));
        var name = text.Slice(start, end - start);
        var isPlace = sign == ':' && quote == '\0' && !value.ContainsAnyExcept(Places);
        var isSecret = strength == NameStrength.Strong
            ? SecretValues.IsSecret(value, isTight) && !isPlace && !IsCount(name, value)
            : SecretValues.IsRandom(value, orHash: quote != '\0' || IsCompound(name));
        if (isSecret)
            found.Add(at, close - at);
    }

    /// <summary><c>X-Wandb-Key</c>, <c>lob.key</c>: the key of something, not a cache key or a table key.</summary>
    private static bool IsCompound(ReadOnlySpan<char> name)
    {
        for (var i = 1; i < name.Length; i++)
            if (name[i] is '_' or '-' or '.' || char.IsUpper(name[i]) && char.IsLower(name[i - 1]))
                return true;
        return false;
    }

    /// <summary>The value is a number of tokens, not a token.</summary>
    private static bool IsCount(ReadOnlySpan<char> name, ReadOnlySpan<char> value) =>
        value.Length < 9 && name.Contains("token", StringComparison.OrdinalIgnoreCase) && !value.ContainsAnyExceptInRange('0', '9');

    /// <summary>Skips the name's closing quotes and the sign between name and value.</summary>
    private static int Sign(ReadOnlySpan<char> text, int at, out char sign, out bool gap)
    {
        sign = '\0';
        while (at < text.Length && text[at] is '"' or '\'' or '`' or ']')
            at++;
        if (AfterValueOf(text, at) is { } value)
        {
            (sign, gap) = ('=', false);
            return value;
        }
        var from = at;
        while (at < text.Length && at - from < 8 && text[at] == ' ')
            at++;
        gap = at > from;
        if (at >= text.Length || text[at] is not ('=' or ':' or '>' and not '\n') || text[at] == '>' && gap)
            return at;
        if (text[at..].StartsWith("::") && !IsCommand(text, from))
            return at;
        sign = text[at] == ':' && at + 1 < text.Length && text[at + 1] == '=' ? '=' : text[at];
        while (at < text.Length && text[at] is '=' or ':' or '>')
            at++;
        from = at;
        while (at < text.Length && at - from < 8 && text[at] == ' ')
            at++;
        gap |= at > from;
        return at;
    }

    /// <summary><c>::set-output name=token::V</c> of GitHub Actions; elsewhere two colons are part of a path in code.</summary>
    private static bool IsCommand(ReadOnlySpan<char> text, int at) =>
        text[Math.Max(0, at - MostName - "name=".Length)..at].Contains("name=", StringComparison.Ordinal);

    /// <summary>
    /// The name is itself a value, and its value is in the next field: <c>"name": "DB_PASSWORD", "value": "…"</c>, <c>key="Password" value="…"</c>.
    /// </summary>
    private static int? AfterValueOf(ReadOnlySpan<char> text, int at)
    {
        var from = at;
        while (at < text.Length && at - from < 60 && text[at] is ' ' or ',' or '\n' or '\r' or '"' or '\'' or '-')
            at++;
        if (at == from || !text[at..].StartsWith("value", StringComparison.OrdinalIgnoreCase))
            return null;
        at += 5;
        from = at;
        while (at < text.Length && at - from < 8 && text[at] is '"' or '\'' or ' ' or ':' or '=')
            at++;
        // This is the value's first character: one quote belongs to it.
        return at == from ? null : text[at - 1] is '"' or '\'' ? at - 1 : at;
    }

    private static int Close(ReadOnlySpan<char> text, int at, char quote, char sign)
    {
        var end = at;
        var most = Math.Min(text.Length, at + MostValue);
        if (quote != '\0')
        {
            while (end < most && text[end] != quote && text[end] != '\n')
                end++;
            return end;
        }
        while (end < most && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '\'' or '`' or ',' or ';' or '&' or '<' or '>')
            && !(text[end] == '|' && (end + 1 >= most || !char.IsAsciiLetterOrDigit(text[end + 1]))) && !(sign == '=' && text[end] == '\\'))
            end++;
        while (end > at && text[end - 1] is ')' or ']' or '}' or '.' or ':' or '\\')
            end--;
        return end;
    }

    /// <summary><c>X-Api-Password</c>: such words do not appear in prose.</summary>
    private static bool IsHeader(ReadOnlySpan<char> name) => char.IsAsciiLetterUpper(name[0]) && name.Contains('-');

    /// <summary>A line of YAML, a header, or a setting: the name is its first word, the value its last.</summary>
    private static bool IsWholeLine(ReadOnlySpan<char> text, int start, int close)
    {
        // Or the whole of a quoted text.
        if (start > 0 && close < text.Length && text[start - 1] is '"' or '\'' && text[close] == text[start - 1])
            return true;
        while (start > 0 && text[start - 1] is ' ' or '-' or '"' or '\'' or '>' or '+')
            start--;
        while (close < text.Length && text[close] is ' ' or '\r' or ',' or '"' or '\'' or '}')
            close++;
        return (start == 0 || text[start - 1] == '\n' || LogStamps.EndsAt(text, start)) && (close >= text.Length || text[close] == '\n');
    }

    /// <summary>A flag and its argument, or a sentence: <c>--token V</c>, <c>the token is V</c>.</summary>
    private static void Spoken(ReadOnlySpan<char> text, int start, int end, NameStrength strength, Findings found)
    {
        var isFlag = text[start] == '-';
        var at = end;
        while (at < text.Length && at - end < 4 && text[at] is ' ' or '"' or '\'' or '=')
            at++;
        if (at == end)
            return;
        foreach (var verb in (ReadOnlySpan<string>)["is ", "was ", "are ", "set ", "of ", "to "])
            if (!isFlag && text[at..].StartsWith(verb))
                at += verb.Length;
        var close = Close(text, at, '\0', ' ');
        var value = text.Slice(at, close - at);
        if (value.Length == 0 || isFlag && value[0] == '-')
            return;
        if (isFlag && strength == NameStrength.Strong
            ? SecretValues.IsSecret(value, isTight: true)
            : SecretValues.IsRandom(value, orHash: strength == NameStrength.Strong || isFlag))
            found.Add(at, close - at);
    }

    private static void Authorization(ReadOnlySpan<char> text, int end, Findings found)
    {
        var at = Sign(text, end, out var sign, out _);
        if (sign == '\0')
            return;
        if (at < text.Length && text[at] is '"' or '\'')
            at++;
        var close = at;
        while (close < text.Length && close - at < MostValue && text[close] is not ('"' or '\'' or '`' or '\n' or '\r' or '<'))
            close++;
        var first = text.Slice(at, close - at).IndexOf(' ');
        if (first < 0 && close < text.Length && text[close] is '"' or '\'')
            first = -1;
        if (first > 0 && Schemes.Contains(text.Slice(at, first)))
        {
            var isDigest = text[at..].StartsWith("digest", StringComparison.OrdinalIgnoreCase);
            at += first + 1;
            if (isDigest || close < text.Length && text[close] is '"' && text[close - 1] == '=')
                close = Lines.End(text, close);
            if (SecretValues.IsSecret(text.Slice(at, close - at), isTight: true))
                found.Add(at, close - at);
        }
        else if (Close(text, at, '\0', '=') is var word && SecretValues.IsSecret(text.Slice(at, word - at), isTight: true))
            found.Add(at, word - at);
    }

    private static void Cookies(ReadOnlySpan<char> text, int end, bool set, Findings found)
    {
        var at = Sign(text, end, out var sign, out _);
        if (sign == '\0')
            return;
        if (at < text.Length && text[at] is '"' or '\'')
            at++;
        var close = at;
        while (close < text.Length && close - at < MostValue && text[close] is not ('"' or '\'' or '`' or '\n' or '\r' or '<'))
            close++;
        while (at < close)
        {
            var pair = text.Slice(at, close - at);
            var next = pair.IndexOf(';') is >= 0 and var semicolon ? semicolon : pair.Length;
            if (pair[..next].IndexOf('=') is >= 0 and var equals)
                found.Add(at + equals + 1, next - equals - 1);
            else if (!set && SecretValues.IsRandom(pair[..next].Trim(), orHash: true))
                found.Add(at, next);
            at += next + 1;
            if (set)
                break;
        }
    }
}
