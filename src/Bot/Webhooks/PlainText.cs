namespace Whybot.Webhooks;

/// <summary>Words from outside, as every store can keep them: PostgreSQL keeps no zero characters, and nobody reads a megabyte.</summary>
internal static class PlainText
{
    public static string Of(string text, int most) =>
        string.Concat((text.Length > most ? $"{text[..most]}…" : text).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));
}
