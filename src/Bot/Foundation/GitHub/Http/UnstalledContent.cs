using System.Net;

namespace Whybot.Foundation.GitHub.Http;

/// <summary>A body that is read as it arrives, with a limit on each wait for more.</summary>
internal sealed class UnstalledContent : HttpContent
{
    private readonly HttpContent _content;
    private readonly TimeSpan _silence;
    private readonly TimeProvider _time;

    /// <param name="silence">Reading fails if no byte arrives for this long.</param>
    public UnstalledContent(HttpContent content, TimeSpan silence, TimeProvider time)
    {
        (_content, _silence, _time) = (content, silence, time);
        foreach (var (name, values) in content.Headers)
            Headers.TryAddWithoutValidation(name, values);
    }

    protected override async Task<Stream> CreateContentReadStreamAsync() => new UnstalledStream(await _content.ReadAsStreamAsync(), _silence, _time);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await using var body = await CreateContentReadStreamAsync();
        await body.CopyToAsync(stream);
    }

    protected override bool TryComputeLength(out long length) => (length = _content.Headers.ContentLength ?? -1) >= 0;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _content.Dispose();
        base.Dispose(disposing);
    }
}
