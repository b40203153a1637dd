using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Whybot.Foundation.Masking;

namespace Whybot.Runs.RunFolders;

/// <summary>
/// Copies text from outside into the run's folder with its secrets masked: what is never stored cannot leak. It works as a stream. The copy is always UTF-8,
/// and has the same number of lines as the original.
/// </summary>
internal sealed partial class RedactedCopy(ConfiguredSecrets own)
{
    /// <param name="most">Maximum number of bytes to read from <paramref name="from"/>.</param>
    /// <returns>The number of bytes read.</returns>
    /// <exception cref="TooLargeException">There are more bytes; everything up to the limit has been copied.</exception>
    public async Task<long> CopyAsync(Stream from, Stream to, long most, CancellationToken cancel)
    {
        using var limited = new LimitedStream(from, most);
        var (head, encoding) = Sniff(limited);
        using var reader = new StreamReader(new ConcatenatedStream(head, limited), encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024);
        using var text = new RedactedText(reader);
        for (var isFirst = true; await text.ReadAsync(cancel) is { Length: > 0 } piece; isFirst = false)
            await WriteAsync(own.Redact(isFirst ? Undeclared(piece) : piece), to, cancel);
        return limited.Exceeded ? throw new TooLargeException(most) : limited.Count;
    }

    /// <summary>A piece never ends in the middle of a character, so each is encoded separately.</summary>
    private static async Task WriteAsync(ReadOnlyMemory<char> piece, Stream to, CancellationToken cancel)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(piece.Length));
        await to.WriteAsync(bytes.AsMemory(0, Encoding.UTF8.GetBytes(piece.Span, bytes)), cancel);
        ArrayPool<byte>.Shared.Return(bytes);
    }

    private static ReadOnlyMemory<char> Undeclared(ReadOnlyMemory<char> text) =>
        Declaration().IsMatch(text.Span) ? Declaration().Replace(text.ToString(), "$1", 1).AsMemory() : text;

    private static (byte[] Head, Encoding Encoding) Sniff(Stream stream)
    {
        var head = new byte[256];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var latin = OldEncoding().IsMatch(Encoding.ASCII.GetString(head, 0, length));
        return (head[..length], latin ? Encoding.Latin1 : TextEncoding.Of(head.AsSpan(0, length)));
    }

    /// <summary>Removes the encoding from an XML declaration, because the copy has a different one.</summary>
    [GeneratedRegex("""^(\s*<\?xml[^>]{0,200}?)\s+encoding\s*=\s*["'][\w.-]{0,40}["']""", RegexOptions.None, 10000)]
    private static partial Regex Declaration();

    [GeneratedRegex("""^\s*<\?xml[^>]{0,200}encoding\s*=\s*["'](?:iso-8859-1|iso-8859-15|latin-?1|windows-1252|us-ascii)["']""", RegexOptions.IgnoreCase, 10000)]
    private static partial Regex OldEncoding();
}

/// <summary>Something from outside is larger than allowed.</summary>
internal sealed class TooLargeException(long most) : Exception(most >> 20 == 0 ? "past what is read of one run" : $"larger than {most >> 20} MB");
