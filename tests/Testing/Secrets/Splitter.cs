using System.Security;
using System.Text;

namespace Whybot.Testing.Secrets;

/// <summary>Puts something between the characters of a secret, or writes them in another way.</summary>
internal sealed class Splitter(Random random)
{
    public const string Stamp = "2026-10-12T08:04:00.1234567Z ";

    /// <summary>Lines are broken at least so many characters inside.</summary>
    private const int Inside = 4;
    private const string Hidden = "\u200B\u200C\u2060\uFEFF\u00AD";
    private static readonly string[] Colours = ["\u001b[1m", "\u001b[38;5;196m", "\u001b[31;1m"];

    public string Apply(Split split, string text, int start, int length)
    {
        var (before, secret, after) = (text[..start], text.Substring(start, length), text[(start + length)..]);
        return split switch
        {
            Split.Colours => before + Coloured(secret) + after,
            Split.ZeroWidth => before + Dotted(secret) + after,
            Split.Json => $$"""{"level":"error","message":"it ended:\n{{Escaped(before)}}{{Escaped(secret, marks: true)}}{{Escaped(after)}}"}""",
            Split.Xml => $"<failure message=\"{SecurityElement.Escape(text)}\" type=\"Error\"/>",
            Split.Url => before + Encoded(secret) + after,
            Split.Wrapped => before + Wrapped(secret) + after,
            Split.WrappedAndStamped => Stamp + (before + Wrapped(secret) + after).ReplaceLineEndings($"\n{Stamp}"),
            _ => text,
        };
    }

    private string Coloured(string secret)
    {
        var at = random.Next(1, secret.Length - 1);
        var end = random.Next(at + 1, secret.Length);
        return $"{secret[..at]}{Colours[random.Next(Colours.Length)]}{secret[at..end]}\u001b[0m{secret[end..]}";
    }

    private string Dotted(string secret)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
            secret = secret.Insert(random.Next(1, secret.Length), $"{Hidden[random.Next(Hidden.Length)]}");
        return secret;
    }

    private string Wrapped(string secret) =>
        secret.Insert(secret.Length > 2 * Inside ? random.Next(Inside, secret.Length - Inside + 1) : secret.Length / 2, "\n");

    /// <param name="marks">Whether marks that JSON lets stand are escaped too.</param>
    private static string Escaped(string text, bool marks = false)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
            _ = c switch
            {
                '\n' => escaped.Append("\\n"),
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append("\\\\"),
                '/' when marks => escaped.Append("\\/"),
                '-' or '_' or '=' or '+' or '&' or '<' or '>' when marks => escaped.Append($"\\u{(int)c:x4}"),
                _ => escaped.Append(c),
            };
        return escaped.ToString();
    }

    private static string Encoded(string text) => string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? $"{c}" : $"%{(int)c:X2}"));
}
