using System.Buffers;
using System.Text;

namespace Whybot.Runs.RunFolders;

/// <summary>
/// Finds the lines of a UTF-8 file that contain given words, reading it once, in pieces. Line ends are those of <see cref="StreamReader.ReadLine"/>.
/// </summary>
internal static class LineSearch
{
    private const int Piece = 256 * 1024;

    /// <returns>For each of the words, the numbers of the lines where it starts, from 1, in ascending order.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Find(Stream stream, IReadOnlyList<string> words)
    {
        var any = SearchValues.Create([.. words], StringComparison.Ordinal);
        var byFirst = words.Index().ToLookup(w => w.Item[0]);
        var found = words.Select(_ => new List<int>()).ToArray();
        // Words that start in the last characters of a piece may continue in the next one, so that part is searched again with it.
        var keep = words.Max(w => w.Length) - 1;
        var buffer = new char[keep + Piece];
        var (kept, line, afterReturn) = (0, 1, false);
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true);
        for (var atEnd = false; !atEnd;)
        {
            var read = reader.Read(buffer.AsSpan(kept));
            atEnd = read == 0;
            var length = kept + read;
            var limit = atEnd ? length : Math.Max(0, length - keep);
            var piece = buffer.AsSpan(0, length);
            var counted = 0;
            for (var at = piece.IndexOfAny(any); at >= 0 && at < limit;)
            {
                line += Ends(piece[counted..at], ref afterReturn);
                counted = at;
                foreach (var (w, word) in byFirst[piece[at]])
                    if (piece[at..].StartsWith(word) && (found[w] is not [.., var last] || last != line))
                        found[w].Add(line);
                at = piece[(at + 1)..].IndexOfAny(any) is >= 0 and var next ? at + 1 + next : -1;
            }
            line += Ends(piece[counted..limit], ref afterReturn);
            piece[limit..].CopyTo(buffer);
            kept = length - limit;
        }
        return found;
    }

    /// <summary>How many line ends are in the characters.</summary>
    private static int Ends(ReadOnlySpan<char> text, ref bool afterReturn)
    {
        if (!afterReturn && !text.Contains('\r'))
            return text.Count('\n');
        var ends = 0;
        foreach (var c in text)
        {
            ends += c == '\r' || (c == '\n' && !afterReturn) ? 1 : 0;
            afterReturn = c == '\r';
        }
        return ends;
    }
}
