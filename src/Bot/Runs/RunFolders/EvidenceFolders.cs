using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;

namespace Whybot.Runs.RunFolders;

/// <summary>
/// The runs' folders, <c>ROOT/OWNER/NAME/RUN</c>; this is the only code that creates and removes them. A folder belongs to the program if it has the program's
/// marker and is under a root that also has one. Nothing is ever written into or removed from other folders, and no link is followed.
/// </summary>
/// <param name="configured">The root named in the settings.</param>
internal sealed partial class EvidenceFolders(string configured, ILogger<EvidenceFolders> logger)
{
    private const int MostTried = 100;

    /// <summary>Other programs may remove an empty parent, or use the root, between checking and creating.</summary>
    private const int MostRaces = 10;

    /// <summary>What a folder takes whatever is in it, so that a limit of bytes is one of their number too.</summary>
    private const long LeastOfFolder = 64 * 1024;
    private EvidenceRoot? _root;

    /// <summary>Creates the root, so that the log says at startup where it is, or why there is none.</summary>
    public void Prepare()
    {
        try
        {
            Root();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            NoRoot(failure, configured);
        }
    }

    /// <summary>
    /// An empty folder for a run. If the name is taken by a folder that isn't the program's, or another instance is using it, the folder is called
    /// <c>NAME-2</c>, <c>NAME-3</c> and so on.
    /// </summary>
    /// <exception cref="IOException">No folder can be created.</exception>
    public RunEvidence New(RepositoryRef repository, string name) => Take(repository, name, clear: true);

    /// <summary>The same folder with its earlier contents, for work that continues after a restart.</summary>
    /// <exception cref="IOException">No folder can be created.</exception>
    public RunEvidence Take(RepositoryRef repository, string name) => Take(repository, name, clear: false);

    /// <summary>Creates an empty folder and fills it.</summary>
    public async Task<RunEvidence> NewAsync(RepositoryRef repository, string name, Func<string, Task> fill)
    {
        var folder = New(repository, name);
        try
        {
            await fill(folder.Path);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>A folder that was created earlier; null if there is none, or if another instance is using it.</summary>
    public RunEvidence? Find(RepositoryRef repository, string name)
    {
        var root = EvidenceRoot.Choose(configured);
        if (!root.IsMade || Parent(root.Path, repository) is not { } parent)
            return null;
        using var _ = RootLock.Take(root.Path);
        return Names(name).Select(n => Path.Combine(parent, n)).TakeWhile(p => Disk.Entry(p) != DiskEntry.Nothing)
            .Where(p => IsOwn(root.Path, p)).Select(p => Taken(root.Path, p)).FirstOrDefault(f => f is not null);
    }

    /// <summary>Removes the folders of runs to which nothing has been added since then, unless they are in use.</summary>
    public void RemoveOlder(DateTimeOffset before)
    {
        try
        {
            if (EvidenceRoot.Choose(configured) is { IsMade: true } root)
                foreach (var folder in Disk.Folders(root.Path).SelectMany(Disk.Folders).SelectMany(Disk.Folders))
                    RemoveOlder(root.Path, folder, before);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            NoRoot(failure, configured);
        }
    }

    /// <summary>Removes the folders of all runs of a repository, unless they are in use.</summary>
    /// <param name="repository"><c>owner/name</c>.</param>
    public void RemoveOf(RepositoryName repository)
    {
        if (!repository.IsValid)
            return;
        try
        {
            if (EvidenceRoot.Choose(configured) is { IsMade: true } root)
                foreach (var folder in Made(root.Path, repository.Owner).SelectMany(o => Made(o, repository.Name)).SelectMany(Disk.Folders))
                    RemoveOlder(root.Path, folder, DateTimeOffset.MaxValue);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            NoRoot(failure, configured);
        }
    }

    /// <summary>Removes the oldest folders of a repository until the others are not larger together than that, unless they are in use.</summary>
    /// <param name="prefix">How the names of the folders begin that this is about.</param>
    /// <param name="most">In bytes of their files; a folder counts as at least <see cref="LeastOfFolder"/>.</param>
    public void RemoveBeyond(RepositoryName repository, string prefix, long most)
    {
        var root = Root().Path;
        var folders = Made(root, repository.Owner).SelectMany(o => Made(o, repository.Name)).SelectMany(Disk.Folders)
            .Where(f => Path.GetFileName(f).StartsWith(prefix, StringComparison.Ordinal)).OrderByDescending(Directory.GetLastWriteTimeUtc).ToList();
        foreach (var folder in folders)
            if ((most -= Math.Max(LeastOfFolder, Disk.SizeOf(folder))) < 0)
                RemoveOlder(root, folder, DateTimeOffset.MaxValue);
    }

    /// <summary>Removes a folder that is no longer needed; if that fails, it is removed once it is old.</summary>
    public void Remove(RunEvidence folder)
    {
        try
        {
            folder.Delete();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            NotRemoved(failure, folder.Path);
        }
    }

    private void RemoveOlder(string root, string folder, DateTimeOffset before)
    {
        bool IsOld() => Directory.GetLastWriteTimeUtc(folder) < before.UtcDateTime && IsOwn(root, folder);
        try
        {
            if (!IsOld())
                return;
            RunEvidence? old;
            using (RootLock.Take(root))
                // Check again: another instance may have recreated it in the meantime.
                old = IsOld() ? Taken(root, folder) : null;
            using (old)
                old?.Delete();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            NotRemoved(failure, folder);
        }
    }

    private RunEvidence Take(RepositoryRef repository, string name, bool clear)
    {
        if (!repository.FullName.IsValid || name.StartsWith('.') || name.AsSpan().ContainsAny('/', '\\'))
            throw new ArgumentException($"{repository.FullName}/{name} cannot be the name of a folder", nameof(name));
        for (var race = 1; ; race++)
            try
            {
                return Take(Root().Path, repository, name, clear) ?? throw new IOException($"{name}: there is no free folder for it");
            }
            catch (DirectoryNotFoundException) when (race < MostRaces)
            {
                // An empty parent was removed, or the whole root.
            }
    }

    private RunEvidence? Take(string root, RepositoryRef repository, string name, bool clear)
    {
        foreach (var free in Names(name))
        {
            RunEvidence? folder;
            using (RootLock.Take(root))
            {
                var path = Path.Combine(Parent(root, repository) ?? throw new IOException($"{repository.FullName}: there is no free folder for it"), free);
                if (Disk.Entry(path) == DiskEntry.Nothing)
                    Directory.CreateDirectory(path);
                folder = Disk.Entry(path) == DiskEntry.Folder ? Taken(root, path) : null;
            }
            try
            {
                // The root is unlocked now, since clearing a large folder takes a while and this one is already taken.
                if (clear)
                    folder?.Clear();
                if (folder is not null)
                    return folder;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                NotRemoved(failure, folder!.Path);
                folder.Dispose();
            }
        }
        return null;
    }

    private EvidenceRoot Root()
    {
        if (_root is { IsMade: true } known)
            return known;
        for (var race = 1; race <= MostRaces; race++)
            if (EvidenceRoot.Choose(configured) is var root && root.Make())
            {
                if (root.Elsewhere)
                    KeptElsewhere(root.Configured, root.Path);
                else
                    Kept(root.Path);
                return _root = root;
            }
        throw new IOException($"{configured}: somebody else writes into it");
    }

    /// <summary>The folder for a repository's runs. These folders are not marked, since they are only ever removed if they are empty.</summary>
    private static string? Parent(string root, RepositoryRef repository)
    {
        var folder = root;
        foreach (var word in new[] { repository.Owner, repository.Name })
        {
            var places = Names(word).Select(n => Path.Combine(folder, n));
            if (places.FirstOrDefault(p => Disk.Entry(p) is DiskEntry.Nothing or DiskEntry.Folder) is not { } free)
                return null;
            folder = free;
        }
        return folder;
    }

    private static IEnumerable<string> Names(string name) => Enumerable.Range(1, MostTried).Select(i => i == 1 ? name : $"{name}-{i}");

    /// <summary>The folders that may have been created for a part of a name, as <see cref="Parent"/> chooses them.</summary>
    private static IEnumerable<string> Made(string parent, string word) =>
        Names(word).Select(n => Path.Combine(parent, n)).TakeWhile(p => Disk.Entry(p) != DiskEntry.Nothing).Where(p => Disk.Entry(p) == DiskEntry.Folder);

    private static FolderMarker MarkerOf(string root, string folder) => FolderMarker.Run(Path.GetRelativePath(root, folder).Replace('\\', '/'));

    private static bool IsOwn(string root, string folder) => Disk.Entry(folder) == DiskEntry.Folder && MarkerOf(root, folder).IsIn(folder);

    private static RunEvidence? Taken(string root, string folder) =>
        MarkerOf(root, folder).Take(folder) is { } marker ? new RunEvidence(root, folder, marker) : null;

    [LoggerMessage(Level = LogLevel.Information, Message = "Evidence is kept in {Folder}")]
    private partial void Kept(string folder);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Configured} holds files that Whybot did not make; evidence is kept in {Folder}")]
    private partial void KeptElsewhere(string configured, string folder);

    [LoggerMessage(Level = LogLevel.Error, Message = "There is no folder for evidence; give one in Whybot:Evidence:Folder (now {Folder})")]
    private partial void NoRoot(Exception failure, string folder);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Folder} cannot be removed")]
    private partial void NotRemoved(Exception failure, string folder);
}
