using System.Buffers;
using Whybot.Analysis.Evidence;

namespace Whybot.Pipeline;

/// <summary>
/// Reads a text of any length with its secrets masked, piece by piece. A piece is searched together with what follows it, and what is found there is kept for
/// the next one: no secret is lost between two. Pieces are searched side by side, since that takes longer than reading them.
/// </summary>
/// <param name="from">Read to its end; the caller closes it.</param>
internal sealed class RedactedText(TextReader from) : IDisposable
{
    /// <summary>Characters that are searched at once.</summary>
    private const int Piece = 512 * 1024;

    /// <summary>Characters of the next piece that are searched with one: more than the longest block of a key has.</summary>
    private const int Ahead = 32 * 1024;

    private readonly Queue<Searched> _searched = new();
    private readonly int _most = Math.Clamp(Environment.ProcessorCount, 2, 4);
    private IReadOnlyList<(int Start, int Length)> _carried = [];
    private char[] _buffer = ArrayPool<char>.Shared.Rent(Piece);
    private int _kept;
    private bool _atEnd;
    private bool _insideLine;

    /// <param name="Cut">Where the next piece begins.</param>
    private sealed record Searched(string Text, int Cut, Task<IReadOnlyList<(int Start, int Length)>> Secrets);

    /// <summary>The next piece; empty at the end.</summary>
    public async Task<ReadOnlyMemory<char>> ReadAsync(CancellationToken cancel)
    {
        while (!_atEnd && _searched.Count < _most)
            if (await FillAsync(cancel) is { } piece)
                _searched.Enqueue(piece);
        if (!_searched.TryDequeue(out var next))
            return default;
        var (text, cut, secrets, begin) = (next.Text, next.Cut, Secrets.Merge(_carried, await next.Secrets), 0);
        // What goes on within a line has its mask already.
        if (_insideLine && secrets is [{ Start: 0 } first, ..])
            begin = text.AsSpan(0, Math.Min(first.Length, cut)) is var rest && rest.IndexOf('\n') is >= 0 and var end ? end : rest.Length;
        _insideLine = text[cut - 1] != '\n';
        _carried = [.. secrets.Where(s => s.Start + s.Length > cut).Select(s => After(s, cut))];
        if (secrets.Count == 0)
            return text.AsMemory(0, cut);
        // A piece that is masked as a whole, and has its mask already, is not the end.
        return begin == cut ? await ReadAsync(cancel) : Secrets.Masked(text, begin, cut, secrets).AsMemory();
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
            ArrayPool<char>.Shared.Return(_buffer);
        _buffer = [];
    }

    private static (int Start, int Length) After((int Start, int Length) secret, int cut)
    {
        var start = Math.Max(0, secret.Start - cut);
        return (start, secret.Start + secret.Length - cut - start);
    }

    private async Task<Searched?> FillAsync(CancellationToken cancel)
    {
        var length = _kept + await from.ReadBlockAsync(_buffer.AsMemory(_kept, Piece - _kept), cancel);
        _atEnd = length < Piece;
        if (length == 0)
            return null;
        var text = new string(_buffer, 0, length);
        var cut = _atEnd ? length : Cut(text.AsSpan(0, length - Ahead));
        _kept = length - cut;
        _buffer.AsSpan(cut, _kept).CopyTo(_buffer);
        return new Searched(text, cut, Task.Run(() => Secrets.Find(text), cancel));
    }

    /// <summary>At a line's end, or at a tag's where a file has no lines.</summary>
    private static int Cut(ReadOnlySpan<char> text)
    {
        foreach (var end in "\n> ")
            if (text.LastIndexOf(end) is > 0 and var at)
                return at + 1;
        return char.IsHighSurrogate(text[^1]) ? text.Length - 1 : text.Length;
    }
}
