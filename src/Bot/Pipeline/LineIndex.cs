namespace Whybot.Pipeline;

/// <summary>
/// Knows where every 64th line of a large file begins, so that a citation deep inside is re-read without reading all before it.
/// Lines end as <see cref="StreamReader.ReadLine"/> ends them: at a line feed, a carriage return, or both.
/// </summary>
internal sealed class LineIndex
{
    private const int Step = 64;

    private readonly List<long> _starts = [0];

    /// <param name="stream">UTF-8 or another encoding in which line ends are single bytes; read to its end.</param>
    public LineIndex(Stream stream)
    {
        var buffer = new byte[128 * 1024];
        long at = 0;
        var lines = 0;
        var afterReturn = false;
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            for (var i = 0; i < read; i++)
            {
                var pairs = afterReturn && buffer[i] == (byte)'\n';
                afterReturn = buffer[i] == (byte)'\r';
                if (pairs)
                {
                    if (lines % Step == 0)
                        _starts[^1] = at + i + 1;
                }
                else if (afterReturn || buffer[i] == (byte)'\n')
                {
                    if (++lines % Step == 0)
                        _starts.Add(at + i + 1);
                }
            }
            at += read;
        }
    }

    /// <summary>Where to begin to read for a line (from 1), and how many lines to skip from there; null past the end.</summary>
    public (long Offset, int Skip)? Before(int line) =>
        (line - 1) / Step is var block && block < _starts.Count ? (_starts[block], (line - 1) % Step) : null;
}
