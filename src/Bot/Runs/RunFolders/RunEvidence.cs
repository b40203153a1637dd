namespace Whybot.Runs.RunFolders;

/// <summary>A run's folder, which nobody else empties or removes until this is disposed. After that it stays on disk until it is old.</summary>
internal sealed class RunEvidence(string root, string path, FileStream marker) : IDisposable
{
    public string Path { get; } = path;

    /// <summary>Removes everything in it except its marker.</summary>
    /// <exception cref="IOException">Something cannot be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to something is denied.</exception>
    public void Clear() => Disk.Clear(Path, FolderMarker.Name);

    /// <summary>Removes it, and its empty parents up to the root.</summary>
    /// <exception cref="IOException">Something cannot be removed. The marker is still there in that case, and removal is tried again when the folder is
    /// old.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to something is denied.</exception>
    public void Delete()
    {
        Clear();
        using var _ = RootLock.Take(root);
        Dispose();
        // The marker goes last: if the process is killed halfway, what is left is still recognizable as the program's folder, or is empty.
        File.Delete(System.IO.Path.Combine(Path, FolderMarker.Name));
        for (var folder = Path; folder.Length > root.Length && Disk.RemoveEmpty(folder);)
            folder = System.IO.Path.GetDirectoryName(folder)!;
    }

    public void Dispose() => marker.Dispose();
}
