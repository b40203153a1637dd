using System.IO.Compression;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Fetching;

/// <summary>
/// Decides whether an artifact that is too large to fetch may contain results, judging by the names in it. A ZIP file's directory is at its end, so fetching
/// the end is enough: build output of several hundred megabytes must not make every run incomplete.
/// </summary>
internal static class LargeArtifact
{
    /// <summary>How many bytes of its end are fetched: enough for the directory of a great many files.</summary>
    public const int End = 4 * 1024 * 1024;

    /// <param name="end">Its last bytes; null if they are not available.</param>
    /// <param name="size">Size of the whole file.</param>
    public static bool MayHoldResults(string artifact, byte[]? end, long size)
    {
        if (end is null)
            return true;
        try
        {
            using var zip = new EndOfFile(end, size);
            if (ZipDirectory.Size(zip) is not { } directory || directory > end.Length)
                return true;
            zip.Position = 0;
            using var archive = new ZipArchive(zip, ZipArchiveMode.Read);
            return archive.Entries.Any(e => ResultFiles.IsNamedAsOne($"{artifact}/{e.FullName}"));
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return true;
        }
    }

    /// <summary>A file of which only the end is available; everything before reads as zeros.</summary>
    private sealed class EndOfFile(byte[] end, long size) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => true;
        public override bool CanWrite => false;
        public override long Length => size;
        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Clamp(size - Position, 0, count);
            for (var i = 0; i < read; i++)
            {
                var at = Position + i - (size - end.Length);
                buffer[offset + i] = at >= 0 ? end[at] : (byte)0;
            }
            Position += read;
            return read;
        }

        public override long Seek(long offset, SeekOrigin origin) =>
            Position = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => Position + offset, _ => size + offset };

        public override void Flush() { }
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
