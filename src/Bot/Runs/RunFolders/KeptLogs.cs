using System.Buffers.Binary;
using System.IO.Compression;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Masking;

namespace Whybot.Runs.RunFolders;

/// <summary>
/// Logs of jobs of earlier runs that were fetched once, for the failing runs after that one: <c>ROOT/OWNER/NAME/log-JOB/log.1.gz</c>. A job's log never changes
/// once the job has ended, and each attempt of a job has its own number. What is kept is the text with its secrets masked, compressed to about a tenth: hashes
/// of its lines would be smaller still, but the analysis also reads results of tests in it and cites its lines. Each log has a folder of a run, so the
/// same rules remove it.
/// </summary>
/// <remarks>The number in the file's name is its form's: a file of any other form is not read. Secrets are masked again when it is read, since the rules for
/// that, and the bot's own secrets, may be newer than the file.</remarks>
internal sealed partial class KeptLogs(EvidenceFolders folders, ConfiguredSecrets own, ILogger<KeptLogs> logger)
{
    /// <summary>Of one repository; the oldest are removed first.</summary>
    public const long MostBytes = 64L * 1024 * 1024;

    public const string FileName = "log.1.gz";
    private const string Prefix = "log-";
    private const string Unfinished = "log.new";

    /// <summary>Writes the log to a file.</summary>
    /// <param name="job">GitHub's number of the job.</param>
    /// <param name="most">Maximum number of bytes of text.</param>
    /// <returns>Its bytes of text; null if the log is not kept, or cannot be read as a whole.</returns>
    /// <exception cref="TooLargeException">There are more bytes.</exception>
    public async Task<long?> CopyAsync(RepositoryRef repository, long job, string to, long most, CancellationToken cancel)
    {
        using var folder = folders.Find(repository, Prefix + job);
        if (folder is null)
            return null;
        try
        {
            await using var packed = File.OpenRead(Path.Combine(folder.Path, FileName));
            var whole = LengthOf(packed);
            await using var text = new GZipStream(packed, CompressionMode.Decompress);
            await using var copy = File.Create(to);
            if (await new RedactedCopy(own).CopyAsync(text, copy, most, cancel) is > 0 and var bytes && bytes == whole)
                return bytes;
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            NotRead(broken, job);
        }
        File.Delete(to);
        folders.Remove(folder);
        return null;
    }

    /// <summary>Keeps a log; if that fails, it is fetched again.</summary>
    /// <param name="job">GitHub's number of the job.</param>
    /// <param name="log">A file with its masked text.</param>
    public async Task KeepAsync(RepositoryRef repository, long job, string log, CancellationToken cancel)
    {
        try
        {
            using (var folder = folders.New(repository, Prefix + job))
            {
                var unfinished = Path.Combine(folder.Path, Unfinished);
                await using (var text = File.OpenRead(log))
                await using (var packed = new GZipStream(File.Create(unfinished), CompressionLevel.Fastest))
                    await text.CopyToAsync(packed, cancel);
                File.Move(unfinished, Path.Combine(folder.Path, FileName));
            }
            folders.RemoveBeyond(repository.FullName, Prefix, MostBytes);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            NotKept(failure, job);
        }
    }

    /// <summary>The length of the text according to the end of its gzip file (RFC 1952, ISIZE); the stream reads a file without its end as if it were
    /// whole. A log is shorter than 4 GB.</summary>
    private static long LengthOf(FileStream packed)
    {
        var size = new byte[sizeof(uint)];
        if (packed.Length < size.Length)
            return 0;
        packed.Seek(-size.Length, SeekOrigin.End);
        packed.ReadExactly(size);
        packed.Position = 0;
        return BinaryPrimitives.ReadUInt32LittleEndian(size);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The kept log of job {Job} cannot be read, so it is fetched again")]
    private partial void NotRead(Exception failure, long job);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The log of job {Job} cannot be kept, so it will be fetched again")]
    private partial void NotKept(Exception failure, long job);
}
