using System.Text;

namespace Whybot.Runs.RunFolders;

/// <summary>
/// Reads lines of any length in bounded memory: only the first <see cref="MaxLine"/> characters of a longer line are kept.
/// Line ends are those of <see cref="StreamReader.ReadLine"/>, so line numbers are the same when the file is read again.
/// </summary>
internal sealed class BoundedLineReader(Stream stream) : IDisposable
{
    public const int MaxLine = 16 * 1024;

    private readonly StreamReader _reader = new(stream, TextEncoding.Of(stream), detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024);
    private readonly char[] _buffer = new char[32 * 1024];
    private readonly StringBuilder _line = new();
    private int _at;
    private int _length;
    private bool _afterReturn;

    public string? ReadLine()
    {
        _line.Clear();
        var any = false;
        while (_at < _length || Fill())
        {
            if (_afterReturn)
            {
                _afterReturn = false;
                if (_buffer[_at] == '\n' && ++_at == _length)
                    continue;
            }
            any = true;
            var rest = _buffer.AsSpan(_at, _length - _at);
            var end = rest.IndexOfAny('\n', '\r');
            _at += end < 0 ? rest.Length : end + 1;
            if (end < 0)
            {
                Keep(rest);
                continue;
            }
            _afterReturn = rest[end] == '\r';
            // Nearly every line is completely in the buffer.
            if (_line.Length == 0 && end <= MaxLine)
                return new string(rest[..end]);
            Keep(rest[..end]);
            return _line.ToString();
        }
        return any ? _line.ToString() : null;
    }

    public void Dispose() => _reader.Dispose();

    private bool Fill()
    {
        _at = 0;
        _length = _reader.Read(_buffer, 0, _buffer.Length);
        return _length > 0;
    }

    private void Keep(ReadOnlySpan<char> piece)
    {
        var room = MaxLine - _line.Length;
        if (room > 0)
            _line.Append(piece[..Math.Min(room, piece.Length)]);
    }
}
