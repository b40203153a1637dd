namespace Whybot.Analysis.Language.Redaction;

/// <summary>Passwords and tokens in front of a URL's host: <c>https://user:password@host</c>. Query parameters are masked by their names instead.</summary>
internal static class UrlSecrets
{
    private const int Most = 1024;

    /// <param name="at">Position of <c>://</c>.</param>
    public static void Find(ReadOnlySpan<char> text, int at, Findings found)
    {
        var start = at + 3;
        var (end, sign) = (start, -1);
        while (end < text.Length && end - start < Most && !char.IsWhiteSpace(text[end])
            && text[end] is not ('"' or '\'' or '<' or '>' or '`' or '/' or '?' or '#'))
        {
            sign = text[end] == '@' ? end : sign;
            end++;
        }
        if (sign < 0)
            return;
        var user = text.Slice(start, sign - start);
        if (user.IndexOf(':') is >= 0 and var colon)
        {
            var password = user[(colon + 1)..];
            if (password.Length > 0 && password is not "x-oauth-basic" && !password.StartsWith("$") && !password.StartsWith("{") && !password.StartsWith("***"))
                found.Add(start + colon + 1, password.Length);
            else if (password is "x-oauth-basic")
                found.Add(start, colon);
            if (SecretValues.IsRandom(user[..colon], orHash: true))
                found.Add(start, colon);
        }
        else if (SecretValues.IsRandom(user, orHash: true))
            found.Add(start, user.Length);
    }
}
