using System.Text;

namespace Whybot.Analysis.Language.Redaction;

/// <summary>
/// Finds secrets in text from outside and masks them before anything is stored or shown: tokens recognised by their form, values whose name says that they are
/// secret, and notations in which a secret has a known place. Colours, zero-width characters, escapes and line ends inside them do not hide them.
/// </summary>
public static class Secrets
{
    internal const string Mask = "[redacted]";

    /// <summary>Every name that is examined contains one of these words.</summary>
    private static readonly string[] NameWords =
    [
        "pass", "pwd", "psw", "secret", "token", "key", "auth", "cred", "cookie", "sess", "kennwort", "contrase", "senha", "mdp", "mnemonic",
        "connectionstring", "connstr", "connection_string", "contribsys", "publish_profile",
        "_pat", "pat=", "dsn", "sas", "sig=", "code=", "license", "webhook", "otp", "seed", "jwt", "honeycomb-team", "extraheader", "signature", "bearer",
        "sid=", "authident", "sonar.login", "reporter_id",
    ];

    private static readonly Dictionary<char, Construct[]> ByStart = Constructs.All.GroupBy(c => c.Word[0]).ToDictionary(g => g.Key, g => g.ToArray());
    private static readonly WordIndex Words =
        new([.. NameWords, .. Constructs.All.Select(c => c.Word), .. TokenKinds.All.LooseMarks, .. TokenKinds.All.HeldWords, "://"]);

    /// <summary>The text with each secret replaced by <c>[redacted]</c>, on each line that it spans; the same text if there are none.</summary>
    public static string Redact(string text)
    {
        var secrets = Find(text.AsMemory());
        return secrets.Count == 0 ? text : Masked(text, 0, text.Length, secrets);
    }

    /// <summary>The same for a field's value: it is masked completely if the field's name clearly says that it is secret.</summary>
    public static string Redact(string name, string value) =>
        SecretNames.Of(name) == NameStrength.Strong && SecretValues.IsSecret(value, isTight: true) ? Mask : Redact(value);

    /// <summary>A part of the text with the secrets masked.</summary>
    /// <param name="secrets">In order: start and length.</param>
    internal static string Masked(ReadOnlySpan<char> text, int from, int to, IReadOnlyList<(int Start, int Length)> secrets)
    {
        if (secrets.Count == 0)
            return text[from..to].ToString();
        var masked = new StringBuilder(to - from);
        var at = from;
        foreach (var (start, length) in secrets)
        {
            var (begin, end) = (Math.Max(start, at), Math.Min(start + length, to));
            if (begin >= end)
                continue;
            masked.Append(text[at..begin]);
            Cover(text[begin..end], masked);
            at = end;
        }
        return masked.Append(text[at..to]).ToString();
    }

    /// <summary>Where the secrets are, in order: start and length.</summary>
    internal static IReadOnlyList<(int Start, int Length)> Find(ReadOnlyMemory<char> text)
    {
        var all = new Findings();
        foreach (var view in PlainView.Of(text))
        {
            var found = new Findings();
            var plain = view.Text.Span;
            LineWraps.Find(plain, FindIn(plain, found), found);
            if (!found.IsEmpty)
                LineWraps.Continue(plain, found);
            foreach (var (start, end) in found.All)
            {
                var piece = view.InText(start, end - start);
                all.Add(piece.Start, piece.Length);
            }
            if (view.IsResolved)
                FindUsers(text.Span, all);
        }
        return all.IsEmpty ? [] : all.Merged();
    }

    /// <summary>Searches the raw text.</summary>
    private static void FindUsers(ReadOnlySpan<char> text, Findings all)
    {
        var users = new Findings();
        Constructs.FindUsers(text, users);
        if (!users.IsEmpty)
            LineWraps.Continue(text, users);
        foreach (var (start, end) in users.All)
            all.Add(start, end - start);
    }

    /// <summary>Merges the findings of two searches of a text into one list.</summary>
    internal static IReadOnlyList<(int Start, int Length)> Merge(IReadOnlyList<(int Start, int Length)> one, IReadOnlyList<(int Start, int Length)> other)
    {
        if (one.Count == 0)
            return other;
        var all = new Findings();
        foreach (var (start, length) in one.Concat(other))
            all.Add(start, length);
        return all.Merged();
    }

    /// <summary>Line breaks are kept, so citations by line number stay correct.</summary>
    private static void Cover(ReadOnlySpan<char> secret, StringBuilder redacted)
    {
        while (true)
        {
            var end = secret.IndexOf('\n');
            var line = end < 0 ? secret : secret[..end];
            var isReturned = end > 0 && line[^1] == '\r';
            if (line.Length > (isReturned ? 1 : 0))
                redacted.Append(Mask);
            if (end < 0)
                return;
            redacted.Append(isReturned ? "\r\n" : "\n");
            secret = secret[(end + 1)..];
        }
    }

    /// <summary>Searches the lines as they are.</summary>
    /// <returns>Positions of words that a secret may follow, in order.</returns>
    internal static List<int> FindIn(ReadOnlySpan<char> text, Findings found)
    {
        TokenScanner.Find(text, found);
        return FindWords(text, found);
    }

    private static List<int> FindWords(ReadOnlySpan<char> text, Findings found)
    {
        var words = new List<int>();
        var (named, held) = (0, 0);
        for (var at = 0; (at = Words.Next(text, at)) >= 0;)
        {
            words.Add(at);
            if (text[at] == ':' && text[at..].StartsWith("://"))
            {
                UrlSecrets.Find(text, at, found);
                at += 3;
                continue;
            }
            TokenScanner.At(text, at, found);
            if (at >= held && TokenKinds.All.IsHeld(text[at..]))
                held = TokenScanner.Around(text, at, found);
            foreach (var construct in ByStart.GetValueOrDefault(char.ToLowerInvariant(text[at]), []))
                if (text[at..].StartsWith(construct.Word, StringComparison.OrdinalIgnoreCase) && (!construct.IsWord || TokenScanner.Begins(text, at)))
                    Constructs.Find(construct, text, at, found);
            if (at >= named)
                named = NamedValues.Find(text, at, found);
            at++;
        }
        return words;
    }
}
