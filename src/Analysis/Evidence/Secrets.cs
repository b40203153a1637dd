using System.Text;
using System.Text.RegularExpressions;
using Whybot.Analysis.Evidence.Redaction;

namespace Whybot.Analysis.Evidence;

/// <summary>
/// Finds secrets in text from outside and masks them before anything is stored or shown: tokens that are known by their form, values whose name says that they are secret, and ways of
/// writing in which a secret has its place. Colours, characters without width, escapes and line ends within them hide nothing.
/// </summary>
public static class Secrets
{
    private const string Mask = "[redacted]";

    /// <summary>Words of which one stands in every name that is looked at.</summary>
    private static readonly string[] NameWords =
    [
        "pass", "pwd", "psw", "secret", "token", "key", "auth", "cred", "cookie", "sess", "kennwort", "contrase", "senha", "mdp", "mnemonic", "connectionstring", "connstr", "connection_string", "contribsys", "publish_profile",
        "_pat", "pat=", "dsn", "sas", "sig=", "code=", "license", "webhook", "otp", "seed", "jwt", "honeycomb-team", "extraheader", "signature", "bearer", "sid=", "authident", "sonar.login", "reporter_id",
    ];

    private static readonly Dictionary<char, Construct[]> ByStart = Constructs.All.GroupBy(c => c.Word[0]).ToDictionary(g => g.Key, g => g.ToArray());
    private static readonly WordIndex Words = new([.. NameWords, .. Constructs.All.Select(c => c.Word), .. TokenKinds.All.LooseMarks, .. TokenKinds.All.HeldMarks, "://"]);

    /// <summary>The text with each secret replaced by <c>[redacted]</c>; the same text when it holds none.</summary>
    public static string Redact(string text)
    {
        try
        {
            var secrets = Find(text);
            if (secrets.Count == 0)
                return text;
            var redacted = new StringBuilder(text.Length);
            var at = 0;
            foreach (var (start, length) in secrets)
            {
                redacted.Append(text, at, start - at).Append(Mask);
                at = start + length;
            }
            return redacted.Append(text, at, text.Length - at).ToString();
        }
        catch (RegexMatchTimeoutException)
        {
            // Text that cannot be searched in time is not shown at all.
            return Mask;
        }
    }

    /// <summary>Where the secrets stand, in order: start and length.</summary>
    internal static IReadOnlyList<(int Start, int Length)> Find(string text)
    {
        var view = PlainView.Of(text);
        var found = new Findings();
        FindIn(view.Text, found);
        LineWraps.Find(view.Text, found);
        if (!ReferenceEquals(view.Text, text))
            Constructs.FindUsers(text, found);
        if (found.IsEmpty)
            return [];
        LineWraps.Continue(view.Text, found);
        return found.InText(view);
    }

    /// <summary>What stands on lines as they are.</summary>
    internal static void FindIn(string text, Findings found)
    {
        TokenScanner.Find(text, found);
        FindWords(text, found);
    }

    private static void FindWords(string text, Findings found)
    {
        var named = 0;
        for (var at = 0; (at = Words.Next(text, at)) >= 0;)
        {
            if (text[at] == ':' && text.AsSpan(at).StartsWith("://"))
            {
                UrlSecrets.Find(text, at, found);
                at += 3;
                continue;
            }
            TokenScanner.At(text, at, found);
            if (text[at] == '+')
                TokenScanner.Around(text, at, found);
            foreach (var construct in ByStart.GetValueOrDefault(char.ToLowerInvariant(text[at]), []))
                if (text.AsSpan(at).StartsWith(construct.Word, StringComparison.OrdinalIgnoreCase) && (construct.Before > 0 || construct.Word[0] != '$' && !char.IsAsciiLetterOrDigit(construct.Word[0]) || TokenScanner.Begins(text, at)))
                    Constructs.Find(construct, text, at, found);
            if (at >= named)
                named = NamedValues.Find(text, at, found);
            at++;
        }
    }
}
