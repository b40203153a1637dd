namespace Whybot.Runs.RunFolders;

/// <summary>A run's folder, which nobody else empties or removes until it is disposed. It stays on the disk then, until it is old.</summary>
internal sealed class RunEvidence(string root, string path, FileStream marker) : IDisposable
{
    public string Path { get; } = path;

    /// <summary>Removes everything in it but its marker.</summary>
    /// <exception cref="IOException">Something cannot be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">Something may not be removed.</exception>
    public void Clear() => Disk.Clear(Path, FolderMarker.Name);

    /// <summary>Removes it, and its parents up to the root where they are empty.</summary>
    /// <exception cref="IOException">Something cannot be removed. The marker is still there then, and it is tried again when the folder is old.</exception>
    /// <exception cref="UnauthorizedAccessException">Something may not be removed.</exception>
    public void Delete()
    {
        Clear();
        using var _ = RootLock.Take(root);
        Dispose();
        // The marker goes last: whoever is killed on the way leaves a folder that is known to be the program's, or an empty one.
        File.Delete(System.IO.Path.Combine(Path, FolderMarker.Name));
        for (var folder = Path; folder.Length > root.Length && Disk.RemoveEmpty(folder);)
            folder = System.IO.Path.GetDirectoryName(folder)!;
    }

    public void Dispose() => marker.Dispose();
}
