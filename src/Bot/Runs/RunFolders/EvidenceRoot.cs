namespace Whybot.Runs.RunFolders;

/// <summary>The folder that holds the runs' folders.</summary>
/// <param name="Path">Without links.</param>
/// <param name="Configured">What the settings name.</param>
internal sealed record EvidenceRoot(string Path, string Configured)
{
    /// <summary>Taken where the configured folder has something else in it.</summary>
    public const string Own = "whybot-evidence";
    private const int MostTried = 9;

    /// <summary>Whether it is another folder than the configured one.</summary>
    public bool Elsewhere { get; private init; }

    /// <summary>Whether the program made it, here or in an earlier life.</summary>
    public bool IsMade => FolderMarker.Root.IsIn(Path);

    /// <summary>
    /// The configured folder, where it does not exist, is empty, or is the program's. Else it is somebody's, and the program keeps to a folder in it.
    /// Nothing is changed on the disk, and instances with the same settings choose the same.
    /// </summary>
    /// <exception cref="IOException">Every folder that it may be is somebody else's.</exception>
    public static EvidenceRoot Choose(string configured)
    {
        var real = Disk.RealPath(configured);
        if (IsFree(real))
            return new EvidenceRoot(real, configured);
        for (var i = 1; i <= MostTried; i++)
            if (System.IO.Path.Combine(real, i == 1 ? Own : $"{Own}-{i}") is var inside && IsFree(inside))
                return new EvidenceRoot(inside, configured) { Elsewhere = true };
        throw new IOException($"{configured} and its folders {Own} to {Own}-{MostTried} hold files that are not Whybot's");
    }

    /// <summary>Makes it, and marks it before anything is put into it.</summary>
    /// <returns>False when somebody has used the place meanwhile.</returns>
    public bool Make()
    {
        if (IsMade)
            return true;
        Directory.CreateDirectory(Path);
        if (FolderMarker.Root.IsBegunIn(Path))
            FolderMarker.Root.WriteInto(Path);
        return IsMade;
    }

    private static bool IsFree(string folder) => Disk.Entry(folder) switch
    {
        DiskEntry.Nothing => true,
        DiskEntry.Folder => FolderMarker.Root.IsIn(folder) || FolderMarker.Root.IsBegunIn(folder),
        _ => false,
    };
}
