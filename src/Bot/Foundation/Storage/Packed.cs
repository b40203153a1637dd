using System.IO.Compression;

namespace Whybot.Foundation.Storage;

/// <summary>Files as they are stored: compressed with gzip.</summary>
internal static class Packed
{
    public static byte[] Zip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
            zip.Write(content);
        return packed.ToArray();
    }

    public static byte[] Unzip(byte[] packed)
    {
        using var content = new MemoryStream();
        using var zip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        zip.CopyTo(content);
        return content.ToArray();
    }
}
