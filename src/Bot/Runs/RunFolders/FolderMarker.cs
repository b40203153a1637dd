using System.Text;

namespace Whybot.Runs.RunFolders;

/// <summary>
/// The file <c>.whybot-evidence</c>, which identifies a folder that the program created. Its first line is <c>whybot-evidence VERSION root</c> or
/// <c>whybot-evidence VERSION run OWNER/NAME/RUN</c>; the rest is for people. A run's marker names its place, so that a copy that somebody keeps
/// elsewhere, or under another name, is not mistaken for one of the program's folders.
/// </summary>
internal sealed class FolderMarker
{
    public const string Name = ".whybot-evidence";
    private const int Version = 1;

    /// <summary>No marker is nearly this long; a larger file is not a marker.</summary>
    private const int MaxLength = 4096;

    private readonly byte[] _line;
    private readonly byte[] _content;

    private FolderMarker(string what, string sentence)
    {
        _line = Encoding.UTF8.GetBytes($"whybot-evidence {Version} {what}\n");
        _content = [.. _line, .. Encoding.UTF8.GetBytes($"{sentence}\n")];
    }

    /// <summary>The marker of the folder that contains the runs' folders.</summary>
    public static FolderMarker Root { get; } = new("root",
        "Whybot keeps the evidence of runs here and deletes the folders of old runs. It leaves alone what has no file like this one.");

    /// <param name="place">The run's folder, relative to the root, with '/'.</param>
    public static FolderMarker Run(string place) =>
        new($"run {place}", "Whybot made this folder and deletes it, with everything in it, when it is old. To keep it, delete this file or copy the folder.");

    /// <summary>Whether the folder has this marker.</summary>
    public bool IsIn(string folder) => Read(folder) is { } found && found.AsSpan().StartsWith(_line);

    /// <summary>
    /// Whether the folder is empty, or contains only this marker, incompletely written: another instance is writing it, or was killed while doing so.
    /// </summary>
    public bool IsBegunIn(string folder)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries(folder).Take(2).Select(Path.GetFileName).ToList() switch
            {
                [] => true,
                [Name] => Read(folder) is { } found && _content.AsSpan().StartsWith(found),
                _ => false,
            };
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // If it cannot be listed, it is not known to be empty.
            return false;
        }
    }

    /// <summary>Writes it into a folder that is empty or contains an incomplete marker. Two instances may do so at once, since they write the same.</summary>
    public void WriteInto(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        Write(file);
    }

    /// <summary>
    /// Opens the marker so that nobody else can, and writes it if the folder is new. The folder stays taken until the file is closed or the process ends.
    /// </summary>
    /// <returns>Null if the folder does not belong to the program, or is in use.</returns>
    /// <exception cref="IOException">The folder is new and cannot be marked, for example because the disk is full.</exception>
    public FileStream? Take(string folder)
    {
        if (IsIn(folder))
            return Open(folder);
        if (!IsBegunIn(folder))
            return null;
        var file = new FileStream(Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            Write(file);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static FileStream? Open(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, Name), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception taken) when (taken is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Write(FileStream file)
    {
        file.Write(_content);
        // On disk before anything else in the folder: after a power failure, the marker must not be the one thing that is missing.
        file.Flush(flushToDisk: true);
    }

    /// <returns>Null if there is none that can be read. A link does not count as a marker.</returns>
    private static byte[]? Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        try
        {
            return Disk.Entry(path) == DiskEntry.File && new FileInfo(path).Length <= MaxLength ? File.ReadAllBytes(path) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
