using System.Text.Json;

namespace Whybot.Runs.RunFolders;

/// <summary>
/// A run's folder on disk, opened for reading. Nothing outside it is ever read: parent paths and links are refused.
/// Its files come from outside, so each one is limited in size.
/// </summary>
internal sealed class RunFolder
{
    /// <summary>Maximum size of one JSON or YAML file, and of one artifact entry, in bytes.</summary>
    public const long MaxFile = 50L * 1024 * 1024;
    private const int MaxFiles = 20_000;

    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
        MaxRecursionDepth = 16
    };
    private readonly string _root;

    public RunFolder(string root) => _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    public List<string> Warnings { get; } = [];

    /// <summary>Why none of it can be read, and how to fix that; null if it can be read.</summary>
    public string? Problem()
    {
        if (!Directory.Exists(_root))
            return "no such folder; give the folder that holds results/ and logs/";
        try
        {
            _ = Directory.EnumerateFileSystemEntries(_root).Any();
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"cannot be read ({failure.Message}); check its permissions";
        }
    }

    /// <summary>Files under a folder of the run, by relative path with '/', in ordinal order.</summary>
    public IReadOnlyList<string> Files(string below, params string[] extensions)
    {
        var folder = Path.Combine(_root, below);
        if (!Directory.Exists(folder) || IsLink(folder))
            return [];
        try
        {
            var all = Directory.EnumerateFiles(folder, "*", Everything).Select(Relative)
                .Where(f => extensions.Length == 0 || extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase)).Take(MaxFiles + 1)
                    .Order(StringComparer.Ordinal).ToList();
            if (all.Count <= MaxFiles)
                return all;
            Warnings.Add($"{below}: more than {MaxFiles:N0} files; the rest is not read");
            return all[..MaxFiles];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Warnings.Add($"{below}: cannot be listed ({failure.Message})");
            return [];
        }
    }

    public IReadOnlyList<string> Folders(string below)
    {
        var folder = Path.Combine(_root, below);
        return Directory.Exists(folder) ? [.. Directory.EnumerateDirectories(folder).Where(d => !IsLink(d)).Select(Relative).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Opens a file; null, with a warning, if it cannot be read. No warning if it does not exist.</summary>
    public FileStream? Open(string source, long most = long.MaxValue)
    {
        var stream = OpenOrSay(source, most, out var problem);
        if (problem is not null)
            Warnings.Add($"{source}: {problem}");
        return stream;
    }

    /// <summary>Opens a file.</summary>
    /// <param name="problem">Why it cannot be read; null if it can, or if it does not exist.</param>
    public FileStream? OpenOrSay(string source, long most, out string? problem)
    {
        problem = null;
        if (PathOf(source) is not { } path || !File.Exists(path))
            return null;
        try
        {
            var stream = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                Share = FileShare.ReadWrite,
                BufferSize = 64 * 1024,
                Options = FileOptions.SequentialScan
            });
            if (stream.Length <= most)
                return stream;
            var length = stream.Length;
            stream.Dispose();
            problem = $"{length >> 20} MB; at most {most >> 20} MB are read, so it is left out";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problem = $"cannot be read ({failure.Message})";
        }
        return null;
    }

    public string? Text(string source, long most)
    {
        using var stream = Open(source, most);
        return stream is null ? null : new StreamReader(stream).ReadToEnd();
    }

    /// <summary>A JSON file; null, with a warning that names the line, if it is not JSON.</summary>
    public JsonDocument? Json(string source)
    {
        using var stream = Open(source, MaxFile);
        if (stream is null)
            return null;
        try
        {
            // Through a reader, which replaces bytes that are not UTF-8; the document would throw when they are accessed.
            using var reader = new StreamReader(stream);
            return JsonDocument.Parse(reader.ReadToEnd());
        }
        catch (JsonException broken)
        {
            Warnings.Add($"{source}:{(broken.LineNumber ?? 0) + 1}: not valid JSON ({broken.Message.Split(". ")[0]}); it is left out");
            return null;
        }
    }

    /// <summary>The file's path on disk; null if it leads out of the folder or through a link.</summary>
    public string? PathOf(string source)
    {
        var path = Path.GetFullPath(Path.Combine(_root, source));
        if (!path.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return null;
        for (var part = path; part is not null && part.Length > _root.Length; part = Path.GetDirectoryName(part))
            if (IsLink(part))
                return null;
        return path;
    }

    private string Relative(string path) => Path.GetRelativePath(_root, path).Replace(Path.DirectorySeparatorChar, '/');

    private static bool IsLink(string path) => new FileInfo(path) is { Exists: true, LinkTarget: not null }
        || new DirectoryInfo(path) is { Exists: true, LinkTarget: not null };
}
