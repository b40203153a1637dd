namespace Whybot.Runs.RunFolders;

/// <summary>The folder that contains the runs' folders.</summary>
/// <param name="Path">The path with links resolved.</param>
/// <param name="Configured">The folder named in the settings.</param>
internal sealed record EvidenceRoot(string Path, string Configured)
{
    /// <summary>Used if the configured folder has other things in it.</summary>
    public const string Own = "whybot-evidence";
    private const int MostTried = 9;

    /// <summary>Whether it is a different folder from the configured one.</summary>
    public bool Elsewhere { get; private init; }

    /// <summary>Whether the program created it, now or earlier.</summary>
    public bool IsMade => FolderMarker.Root.IsIn(Path);

    /// <summary>
    /// Chooses the configured folder if it does not exist, is empty, or belongs to the program. Otherwise it belongs to someone else, and the program uses a
    /// folder inside it. Nothing is changed on disk, and instances with the same settings make the same choice.
    /// </summary>
    /// <exception cref="IOException">Every possible folder belongs to someone else.</exception>
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

    /// <summary>Creates it, and marks it before anything is put into it.</summary>
    /// <returns>False if someone else has used the place in the meantime.</returns>
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
