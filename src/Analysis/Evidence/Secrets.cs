using System.Text.RegularExpressions;

namespace Whybot.Analysis.Evidence;

/// <summary>Finds secrets in text from outside and masks them before anything is stored or shown.</summary>
public static partial class Secrets
{
    private const string Mask = "[redacted]";

    /// <summary>The text with each secret replaced by <c>[redacted]</c>; the same text when it holds none.</summary>
    public static string Redact(string text)
    {
        try
        {
            return Pattern().Replace(text, Mask);
        }
        catch (RegexMatchTimeoutException)
        {
            // Text that cannot be searched in time is not shown at all.
            return Mask;
        }
    }

    /// <summary>Where the secrets stand, in order: start and length.</summary>
    internal static IEnumerable<(int Start, int Length)> Find(string text)
    {
        foreach (Match match in Pattern().Matches(text))
            yield return (match.Index, match.Length);
    }

    /// <summary>
    /// GitHub tokens, AWS keys, PEM blocks, JSON web tokens, Authorization values, Slack tokens, URLs with passwords,
    /// and assignments to names that say they are secret. An underscore in front, as in a test's name, is no part of a token.
    /// Backticks and angle brackets end a secret: what is masked once more in finished Markdown or XML must leave its fences and tags whole.
    /// </summary>
    [GeneratedRegex("""
        (?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9._-]{20,}
        | (?<![A-Za-z0-9])github_pat_\w{22,}
        | (?<![A-Za-z0-9])(?:AKIA|ASIA)[0-9A-Z]{16}\b
        | (?i:aws_secret_access_key|aws_session_token)[^\w`]{1,4}[A-Za-z0-9/+=]{16,}
        | -----BEGIN\ [A-Z\ ]*PRIVATE\ KEY-----[\s\S]*?(?:-----END\ [A-Z\ ]*PRIVATE\ KEY-----|$)
        | (?<![A-Za-z0-9])ey[A-Za-z0-9_-]{8,}\.ey[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)?
        | (?<![A-Za-z0-9])ey[A-Za-z0-9_-]{15,}={0,2}\.[A-Za-z0-9_-]{20,}
        | (?i:\b(?:proxy-)?authorization["']?\s*[:=]\s*["']?(?:(?:bearer|basic|token)\s+)?[^\s"',;<>`]{4,})
        | (?i:\bbearer\s+[A-Za-z0-9._~+/-]{16,}=*)
        | (?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{10,}
        | (?<=\b[a-zA-Z][a-zA-Z0-9+.-]{1,20}://)[^\s/@:"'<>`]*:[^\s/@"'<>`]+(?=@)
        | (?<=(?i:password|passwd|pwd|client_secret|api_?key|access_?token|secret_?key|private_?key)["']?\s?[=:]\s?["']?)[^\s"',;&<>`]{6,}
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Pattern();
}
