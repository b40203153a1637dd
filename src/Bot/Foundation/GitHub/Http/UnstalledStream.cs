namespace Whybot.Foundation.GitHub.Http;

/// <summary>
/// Reads a stream that must not fall silent. If no byte arrives in time, the connection is closed; that ends the pending read, whether or not it is
/// asynchronous.
/// </summary>
internal sealed class UnstalledStream : Stream
{
    private readonly Stream _from;
    private readonly TimeSpan _silence;
    private readonly ITimer _timer;
    private volatile bool _stalled;

    public UnstalledStream(Stream from, TimeSpan silence, TimeProvider time)
    {
        (_from, _silence) = (from, silence);
        _timer = time.CreateTimer(_ => Close(stalled: true), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <exception cref="GitHubUnreachableException">It fell silent, or the connection broke.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Wait();
        try
        {
            return await _from.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception broken) when (_stalled || broken is HttpRequestException or IOException)
        {
            throw Broken(broken);
        }
        finally
        {
            Rest();
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <exception cref="GitHubUnreachableException">It fell silent, or the connection broke.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        Wait();
        try
        {
            return _from.Read(buffer, offset, count);
        }
        catch (Exception broken) when (_stalled || broken is HttpRequestException or IOException)
        {
            throw Broken(broken);
        }
        finally
        {
            Rest();
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Close(stalled: false);
        base.Dispose(disposing);
    }

    private void Wait() => _timer.Change(_silence, Timeout.InfiniteTimeSpan);

    private void Rest() => _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    private void Close(bool stalled)
    {
        _stalled |= stalled;
        _timer.Dispose();
        _from.Dispose();
    }

    private GitHubUnreachableException Broken(Exception why) =>
        new("download", _stalled ? $"no byte for {_silence.TotalSeconds:0} s" : why.Message, why);
}
