namespace Whybot.Intake.Webhooks;

/// <summary>Makes text from outside safe for every store and reader: PostgreSQL cannot store null characters, and nobody reads a megabyte.</summary>
internal static class PlainText
{
    public static string Of(string text, int most) =>
        string.Concat((text.Length > most ? $"{text[..most]}…" : text).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));
}
