namespace Whybot.Runs.RunFolders;

/// <summary>What a path on disk refers to.</summary>
internal enum DiskEntry
{
    Nothing,
    Folder,
    File,

    /// <summary>Wherever it leads, and whether or not its target exists.</summary>
    Link,

    /// <summary>Access is denied.</summary>
    Unknown,
}

/// <summary>File operations for which .NET would follow links; these do not.</summary>
internal static class Disk
{
    private const int MaxLinks = 40;

    private static readonly EnumerationOptions NoLinks = new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };

    public static DiskEntry Entry(string path)
    {
        try
        {
            return Entry(File.GetAttributes(path));
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return DiskEntry.Nothing;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return DiskEntry.Unknown;
        }
    }

    /// <summary>The folders in a folder, without links; empty if it has disappeared in the meantime.</summary>
    public static IReadOnlyList<string> Folders(string folder)
    {
        try
        {
            return [.. Directory.EnumerateDirectories(folder, "*", NoLinks).Order(StringComparer.Ordinal)];
        }
        catch (IOException)
        {
            return [];
        }
    }

    /// <summary>Bytes of the files in a folder, without those in its folders; 0 if it has disappeared in the meantime.</summary>
    public static long SizeOf(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).EnumerateFiles("*", NoLinks).Sum(f => f.Length);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>The path with all links resolved; parts that do not exist stay as they are.</summary>
    public static string RealPath(string path) => RealPath(Path.GetFullPath(path), 0);

    /// <summary>Removes what is in a folder. A link is removed, but not what it leads to.</summary>
    /// <param name="but">The name of the one file to keep.</param>
    /// <exception cref="IOException">Something is mounted in it, or cannot be removed.</exception>
    public static void Clear(string folder, string but)
    {
        // Deleting would continue into what is mounted there, which may belong to anybody.
        if (MountedIn(folder) is { } mount)
            throw new IOException($"{mount} is a mount point");
        foreach (var entry in new DirectoryInfo(folder).GetFileSystemInfos().Where(e => e.Name != but))
            switch (Entry(entry.Attributes))
            {
                case DiskEntry.Folder:
                    Directory.Delete(entry.FullName, recursive: true);
                    break;
                case DiskEntry.Link when OperatingSystem.IsWindows() && entry.Attributes.HasFlag(FileAttributes.Directory):
                    Directory.Delete(entry.FullName);
                    break;
                default:
                    File.Delete(entry.FullName);
                    break;
            }
    }

    /// <summary>Removes a folder if it is empty; otherwise the system refuses, even if something is being written into it at that moment.</summary>
    public static bool RemoveEmpty(string folder)
    {
        try
        {
            Directory.Delete(folder);
            return true;
        }
        catch (Exception used) when (used is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static DiskEntry Entry(FileAttributes attributes) =>
        attributes.HasFlag(FileAttributes.ReparsePoint) ? DiskEntry.Link : attributes.HasFlag(FileAttributes.Directory) ? DiskEntry.Folder : DiskEntry.File;

    private static string? MountedIn(string folder) =>
        DriveInfo.GetDrives().Select(d => Path.TrimEndingDirectorySeparator(d.Name))
            .FirstOrDefault(m => m == folder || m.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    private static string RealPath(string path, int links)
    {
        if (links > MaxLinks)
            throw new IOException($"{path}: too many links");
        var real = Path.GetPathRoot(path)!;
        foreach (var name in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, name);
            if (Entry(real) == DiskEntry.Link && new FileInfo(real).LinkTarget is { } target)
                real = RealPath(Path.GetFullPath(target, Path.GetDirectoryName(real)!), links + 1);
        }
        return real;
    }
}
