namespace Whybot.Runs.RunFolders;

/// <summary>A read-only stream that is read from start to end.</summary>
internal abstract class ForwardStream : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>Reads at most a given number of bytes from another stream, counted as they arrive: the sizes stated in an archive are not trusted.</summary>
internal sealed class LimitedStream(Stream from, long most) : ForwardStream
{
    public long Count { get; private set; }

    /// <summary>Whether there was more than allowed.</summary>
    public bool Exceeded { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (Count >= most)
        {
            Exceeded |= from.ReadByte() >= 0;
            return 0;
        }
        var read = from.Read(buffer[..(int)Math.Min(buffer.Length, most - Count)]);
        Count += read;
        return read;
    }
}

/// <summary>Bytes that were read ahead, followed by the rest of the stream they came from.</summary>
internal sealed class ConcatenatedStream(byte[] head, Stream rest) : ForwardStream
{
    private int _at;

    public override int Read(Span<byte> buffer)
    {
        var some = Math.Min(buffer.Length, head.Length - _at);
        if (some == 0)
            return rest.Read(buffer);
        head.AsSpan(_at, some).CopyTo(buffer);
        _at += some;
        return some;
    }
}
