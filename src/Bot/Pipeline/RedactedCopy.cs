using System.Text;
using System.Text.RegularExpressions;
using Whybot.Analysis.Evidence;
using Whybot.Setup;

namespace Whybot.Pipeline;

/// <summary>
/// Copies text from outside into the run's folder with its secrets masked: what is never stored cannot leak. It streams in pieces that end with a
/// line, or with a tag where
/// a file has no lines. The copy is UTF-8, whatever the file was.
/// </summary>
internal sealed partial class RedactedCopy(OwnSecrets own)
{
    private const int Piece = 128 * 1024;
    private bool _insideKey;
    private bool _first = true;

    /// <param name="most">Bytes of <paramref name="from"/> that are read at most.</param>
    /// <returns>Bytes read.</returns>
    /// <exception cref="TooLargeException">There are more; what was copied up to there stands.</exception>
    public async Task<long> CopyAsync(Stream from, Stream to, long most, CancellationToken cancel)
    {
        using var limited = new LimitedStream(from, most);
        var (head, encoding) = Sniff(limited);
        using var reader = new StreamReader(new ConcatenatedStream(head, limited), encoding, detectEncodingFromByteOrderMarks: true);
        await using var writer = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true);
        var buffer = new char[Piece];
        var kept = 0;
        while (true)
        {
            var read = reader.ReadBlock(buffer, kept, buffer.Length - kept);
            var length = kept + read;
            var cut = length < buffer.Length ? length : Cut(buffer.AsSpan(0, length));
            await writer.WriteAsync(Redact(new string(buffer, 0, cut)).AsMemory(), cancel);
            buffer.AsSpan(cut, length - cut).CopyTo(buffer);
            kept = length - cut;
            if (length < buffer.Length)
                break;
        }
        await writer.FlushAsync(cancel);
        return limited.Exceeded ? throw new TooLargeException(most) : limited.Count;
    }

    private static int Cut(ReadOnlySpan<char> text)
    {
        foreach (var end in new[] { '\n', '>', ' ' })
            if (text.LastIndexOf(end) is > 0 and var at)
                return at + 1;
        return text.Length;
    }

    private string Redact(string text)
    {
        if (_first)
            text = Declaration().Replace(text, "$1", 1);
        _first = false;
        var begins = text.LastIndexOf("-----BEGIN", StringComparison.Ordinal);
        var ends = text.LastIndexOf("-----END", StringComparison.Ordinal);
        var redacted = own.Redact(Secrets.Redact(text));
        if (_insideKey)
            redacted = RestOfKey().Replace(redacted, "[redacted]", 1);
        if (begins >= 0 || ends >= 0)
            _insideKey = begins > ends && text.AsSpan(begins).Contains("PRIVATE KEY", StringComparison.Ordinal);
        return redacted;
    }

    private static (byte[] Head, Encoding Encoding) Sniff(Stream stream)
    {
        var head = new byte[256];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var latin = OldEncoding().IsMatch(Encoding.ASCII.GetString(head, 0, length));
        return (head[..length], latin ? Encoding.Latin1 : TextEncoding.Of(head.AsSpan(0, length)));
    }

    /// <summary>The copy's encoding is another than an XML declaration says.</summary>
    [GeneratedRegex("""^(\s*<\?xml[^>]{0,200}?)\s+encoding\s*=\s*["'][\w.-]{0,40}["']""", RegexOptions.None, 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex("""^\s*<\?xml[^>]{0,200}encoding\s*=\s*["'](?:iso-8859-1|iso-8859-15|latin-?1|windows-1252|us-ascii)["']""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex OldEncoding();

    [GeneratedRegex(@"^[\s\S]*?(?:-----END[A-Z ]*-----|$(?!\n))", RegexOptions.None, 1000)]
    private static partial Regex RestOfKey();
}

/// <summary>Something from outside is larger than it may be.</summary>
internal sealed class TooLargeException(long most) : Exception(most >> 20 == 0 ? "past what is read of one run" : $"larger than {most >> 20} MB");
