using System.Buffers;

namespace Whybot.Analysis.Results.Repair;

/// <summary>A stream whose bytes are made while they are read, piece by piece, from front to back.</summary>
/// <param name="piece">So many bytes are made at a time, or some more.</param>
internal abstract class PieceStream(int piece) : Stream
{
    private int _taken;

    /// <summary>What is made is written here.</summary>
    protected ArrayBufferWriter<byte> Out { get; } = new(piece + 1024);

    /// <summary>There is no more to make.</summary>
    protected bool IsEnded { get; set; }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (_taken == Out.WrittenCount && !IsEnded)
        {
            Out.ResetWrittenCount();
            _taken = 0;
            while (Out.WrittenCount < piece && !IsEnded)
                Step();
        }
        var some = Out.WrittenSpan[_taken..];
        some = some[..Math.Min(some.Length, buffer.Length)];
        some.CopyTo(buffer);
        _taken += some.Length;
        return some.Length;
    }

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Makes a little more, or ends.</summary>
    protected abstract void Step();
}
