using System.Text;

namespace Whybot.Runs.RunFolders;

/// <summary>
/// Knows where every 64th line of a large file starts, so that a citation deep inside it can be read again without reading everything before it.
/// Line ends are those of <see cref="StreamReader.ReadLine"/>: a line feed, a carriage return, or both.
/// </summary>
internal sealed class LineIndex
{
    private const int Step = 64;

    private readonly List<long> _starts = [0];

    /// <param name="stream">Read to its end.</param>
    public LineIndex(Stream stream, Encoding encoding)
    {
        // In UTF-8 and similar encodings a line ends with one byte, in UTF-16 and UTF-32 with one code unit.
        var unit = encoding is UnicodeEncoding ? 2 : encoding is UTF32Encoding ? 4 : 1;
        var low = encoding.Equals(Encoding.BigEndianUnicode) ? 1 : 0;
        var buffer = new byte[128 * 1024];
        long at = 0;
        var lines = 0;
        var afterReturn = false;
        int read;
        while ((read = unit == 1 ? stream.Read(buffer) : stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0)
        {
            for (var i = 0; i + unit <= read; i += unit)
            {
                // Most bytes are in the middle of a line: they are skipped many at a time.
                if (unit == 1 && buffer.AsSpan(i, read - i).IndexOfAny((byte)'\n', (byte)'\r') is var skipped && skipped != 0)
                {
                    afterReturn = false;
                    if (skipped < 0)
                        break;
                    i += skipped;
                }
                var end = unit == 1 || IsEnd(buffer.AsSpan(i, unit), low) ? buffer[i + low] : (byte)0;
                var pairs = afterReturn && end == (byte)'\n';
                afterReturn = end == (byte)'\r';
                if (pairs)
                {
                    if (lines % Step == 0)
                        _starts[^1] = at + i + unit;
                }
                else if (afterReturn || end == (byte)'\n')
                {
                    if (++lines % Step == 0)
                        _starts.Add(at + i + unit);
                }
            }
            at += read;
        }
    }

    /// <summary>Whether all of its bytes except one are 0.</summary>
    private static bool IsEnd(ReadOnlySpan<byte> unit, int low) => unit[..low].IndexOfAnyExcept((byte)0) < 0 && unit[(low + 1)..].IndexOfAnyExcept((byte)0) < 0;

    /// <summary>Where to start reading for a line (counted from 1), and how many lines to skip from there; null if it is past the end.</summary>
    public (long Offset, int Skip)? Before(int line) =>
        (line - 1) / Step is var block && block < _starts.Count ? (_starts[block], (line - 1) % Step) : null;
}
