using System.Buffers;
using Whybot.Analysis.Language.Redaction;

namespace Whybot.Runs.RunFolders;

/// <summary>
/// Reads text of any length with its secrets masked, piece by piece. A piece is searched together with the start of the next one, and what is found there is
/// carried over to it, so no secret is lost between two pieces. Pieces are searched in parallel while more is read, since searching takes longer than reading.
/// </summary>
/// <param name="from">Read to its end; the caller closes it.</param>
internal sealed class RedactedText(TextReader from) : IDisposable
{
    /// <summary>How many characters are searched at a time.</summary>
    private const int Piece = 512 * 1024;

    /// <summary>How many characters of the next piece are searched along with a piece: more than the longest key block has.</summary>
    private const int Ahead = 32 * 1024;

    private readonly Queue<Searched> _searched = new();

    /// <summary>How many pieces may be queued: enough to keep all processors busy while one of them reads.</summary>
    private readonly int _most = Math.Clamp(2 * Environment.ProcessorCount, 4, 8);
    private IReadOnlyList<(int Start, int Length)> _carried = [];
    private char[] _next = ArrayPool<char>.Shared.Rent(Piece);
    private char[]? _given;
    private int _kept;
    private bool _atEnd;
    private bool _insideLine;

    /// <param name="Cut">Where the next piece starts.</param>
    private sealed record Searched(char[] Buffer, int Cut, Task<IReadOnlyList<(int Start, int Length)>> Secrets);

    /// <summary>The next piece; empty at the end. It is valid until the next one is requested.</summary>
    public async Task<ReadOnlyMemory<char>> ReadAsync(CancellationToken cancel)
    {
        GiveBack();
        while (!_atEnd && _searched.Count < _most)
            if (Fill(cancel) is { } piece)
                _searched.Enqueue(piece);
        if (!_searched.TryDequeue(out var next))
            return default;
        var (buffer, cut, begin) = (next.Buffer, next.Cut, 0);
        var secrets = Secrets.Merge(_carried, await next.Secrets);
        _given = buffer;
        // What continues within a line has already been masked.
        if (_insideLine && secrets is [{ Start: 0 } first, ..])
            begin = buffer.AsSpan(0, Math.Min(first.Length, cut)) is var rest && rest.IndexOf('\n') is >= 0 and var end ? end : rest.Length;
        _insideLine = buffer[cut - 1] != '\n';
        _carried = secrets.Count == 0 ? [] : [.. secrets.Where(s => s.Start + s.Length > cut).Select(s => After(s, cut))];
        if (secrets.Count == 0)
            return buffer.AsMemory(0, cut);
        // A piece that is completely masked, and whose mask has already been written, does not mean the end.
        return begin == cut ? await ReadAsync(cancel) : Secrets.Masked(buffer, begin, cut, secrets).AsMemory();
    }

    public void Dispose()
    {
        GiveBack();
        if (_next.Length > 0)
            ArrayPool<char>.Shared.Return(_next);
        _next = [];
        // Pieces that are still being searched are left to the garbage collector.
        _searched.Clear();
    }

    private void GiveBack()
    {
        if (_given is not null)
            ArrayPool<char>.Shared.Return(_given);
        _given = null;
    }

    private static (int Start, int Length) After((int Start, int Length) secret, int cut)
    {
        var start = Math.Max(0, secret.Start - cut);
        return (start, secret.Start + secret.Length - cut - start);
    }

    /// <summary>Reads synchronously: archives, and streams that are counted as they arrive, cannot be read otherwise.</summary>
    private Searched? Fill(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var buffer = _next;
        var length = _kept + from.ReadBlock(buffer.AsSpan(_kept, Piece - _kept));
        _atEnd = length < Piece;
        if (length == 0)
            return null;
        var cut = _atEnd ? length : Cut(buffer.AsSpan(0, length - Ahead));
        _kept = length - cut;
        _next = ArrayPool<char>.Shared.Rent(Piece);
        buffer.AsSpan(cut, _kept).CopyTo(_next);
        var text = buffer.AsMemory(0, length);
        return new Searched(buffer, cut, Task.Run(() => Secrets.Find(text), cancel));
    }

    /// <summary>Cuts at the end of a line, or at the end of a tag if a file has no lines.</summary>
    private static int Cut(ReadOnlySpan<char> text)
    {
        foreach (var end in "\n> ")
            if (text.LastIndexOf(end) is > 0 and var at)
                return at + 1;
        return char.IsHighSurrogate(text[^1]) ? text.Length - 1 : text.Length;
    }
}
