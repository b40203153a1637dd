namespace Whybot.Foundation.Masking;

/// <summary>The bot's own secrets, verbatim: they are masked in any text that contains them.</summary>
internal sealed class ConfiguredSecrets(IEnumerable<string?> secrets)
{
    /// <summary>Shorter secrets would mask ordinary words.</summary>
    private const int Shortest = 6;
    private readonly List<string> _secrets = [.. secrets.OfType<string>().Select(s => s.Trim()).Where(s => s.Length >= Shortest).Distinct()];

    /// <summary>Returns the same text if it contains none.</summary>
    public ReadOnlyMemory<char> Redact(ReadOnlyMemory<char> text)
    {
        foreach (var secret in _secrets)
            if (text.Span.IndexOf(secret, StringComparison.Ordinal) >= 0)
                return Redact(text.ToString()).AsMemory();
        return text;
    }

    public string Redact(string text)
    {
        foreach (var secret in _secrets)
            text = text.Replace(secret, "[redacted]", StringComparison.Ordinal);
        return text;
    }
}
