using System.Buffers;
using System.IO.Pipelines;

namespace Whybot.Intake.Webhooks.Receiving;

/// <summary>How receiving a body ended.</summary>
internal enum Receipt
{
    Whole,

    /// <summary>It arrived too slowly.</summary>
    Dropped,

    /// <summary>Other bodies used all the available room.</summary>
    NoRoom,
}

/// <summary>
/// One body while it arrives: in small pooled segments that are hashed as they arrive. So its memory is only what was sent, and its signature is known before
/// its full length is allocated in one piece.
/// </summary>
internal sealed class InboundBody : IDisposable
{
    private const int FirstSegment = 4 * 1024;

    private readonly InboundBodies _bodies;
    private readonly PipeReader _reader;
    private readonly SignatureCheck _signature;
    private readonly List<(byte[] Bytes, int Length)> _full = [];
    private byte[]? _segment;
    private int _used;

    /// <summary>Its length at the last check; negative before the first.</summary>
    private long _lookedAt = -1;

    public InboundBody(InboundBodies bodies, PipeReader reader, SignatureCheck signature, long began)
    {
        (_bodies, _reader, _signature, Began) = (bodies, reader, signature, began);
        Node = new LinkedListNode<InboundBody>(this);
    }

    /// <summary>Its place among the bodies that are arriving; managed by <see cref="InboundBodies"/>.</summary>
    public LinkedListNode<InboundBody> Node { get; }

    /// <summary>Timestamp of its start.</summary>
    public long Began { get; }

    /// <summary>Bytes of memory that it was granted; managed by <see cref="InboundBodies"/>.</summary>
    public long Held { get; set; }

    /// <summary>Bytes that have arrived.</summary>
    public long Length { get; private set; }

    /// <summary>It was too slow, and no more of it is received; managed by <see cref="InboundBodies"/>.</summary>
    public bool IsDropped { get; set; }

    /// <summary>Between the last two checks, less arrived than should have.</summary>
    public bool IsSlow { get; private set; }

    /// <param name="least">Bytes that should have arrived since the last check.</param>
    public void Look(long least) => (IsSlow, _lookedAt) = (_lookedAt >= 0 && Length - _lookedAt < least, Length);

    /// <summary>Stops receiving a body that was dropped; may be called from any thread.</summary>
    public void Stop() => _reader.CancelPendingRead();

    /// <exception cref="BadHttpRequestException">It is too long, malformed, or no more of it arrives.</exception>
    public async ValueTask<Receipt> ReceiveAsync(CancellationToken cancel)
    {
        while (true)
        {
            var read = await _reader.ReadAsync(cancel);
            var kept = !read.IsCanceled && await AddAsync(read.Buffer);
            // Always: the server reads the rest of the request, which it cannot do while one of our reads is open.
            _reader.AdvanceTo(read.Buffer.End);
            if (!kept)
                return IsDropped ? Receipt.Dropped : Receipt.NoRoom;
            if (read.IsCompleted)
                return _bodies.TryComplete(this) ? Receipt.Whole : Receipt.Dropped;
        }
    }

    /// <summary>Whether the signature matches what has arrived.</summary>
    public bool IsSigned() => _signature.Holds();

    /// <summary>What has arrived, in one piece; the segments are returned to the pool.</summary>
    public byte[] ToArray()
    {
        var whole = GC.AllocateUninitializedArray<byte>((int)Length);
        var at = 0;
        foreach (var (bytes, length) in _full)
        {
            bytes.AsSpan(0, length).CopyTo(whole.AsSpan(at));
            at += length;
        }
        _segment.AsSpan(0, _used).CopyTo(whole.AsSpan(at));
        Return();
        return whole;
    }

    public void Dispose()
    {
        Return();
        _signature.Dispose();
        _bodies.Release(this);
    }

    /// <returns>False if there is no room for it.</returns>
    private async ValueTask<bool> AddAsync(ReadOnlySequence<byte> pieces)
    {
        foreach (var piece in pieces)
            if (!await AddAsync(piece))
                return false;
        return true;
    }

    private async ValueTask<bool> AddAsync(ReadOnlyMemory<byte> piece)
    {
        _signature.Add(piece.Span);
        while (!piece.IsEmpty)
        {
            if (_segment is null || _used == _segment.Length)
            {
                // Powers of two, as the pool provides them; twice as large each time, up to the size that still counts as small.
                var wanted = (uint)Math.Clamp(Math.Max(piece.Length, Length), FirstSegment, InboundBodies.Small);
                var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2(wanted);
                if (!await _bodies.GrowAsync(this, size))
                    return false;
                if (_segment is not null)
                    _full.Add((_segment, _used));
                (_segment, _used) = (ArrayPool<byte>.Shared.Rent(size), 0);
            }
            var fits = Math.Min(piece.Length, _segment.Length - _used);
            piece.Span[..fits].CopyTo(_segment.AsSpan(_used));
            piece = piece[fits..];
            _used += fits;
            Length += fits;
        }
        return true;
    }

    private void Return()
    {
        foreach (var (bytes, _) in _full)
            ArrayPool<byte>.Shared.Return(bytes);
        if (_segment is not null)
            ArrayPool<byte>.Shared.Return(_segment);
        _full.Clear();
        (_segment, _used) = (null, 0);
    }
}
