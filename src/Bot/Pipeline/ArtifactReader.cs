using System.IO.Compression;
using Whybot.Setup;

namespace Whybot.Pipeline;

/// <summary>
/// Takes result files and logs out of an artifact's ZIP file, entry by entry. Nothing is extracted by its own name; sizes are counted as the bytes come;
/// archives inside are left alone. The limits are for all artifacts of a run together.
/// </summary>
internal sealed class ArtifactReader(string folder, OwnSecrets own, List<string> warnings)
{
    public const long MaxEntry = 50L * 1024 * 1024;
    private const long MaxInAll = 200L * 1024 * 1024;
    private const int MaxEntries = 2000;

    /// <summary>Room for the directory of many more files than are read, and for little memory.</summary>
    private const long MaxDirectory = 4L * 1024 * 1024;

    /// <summary>Where it belongs is seen when it is there.</summary>
    private const string Undecided = "";

    private readonly List<(string Place, string File, string Below)> _taken = [];
    private long _bytes;
    private int _entries;

    public async Task ReadAsync(Stream zip, string artifact, CancellationToken cancel)
    {
        if (ZipDirectory.Size(zip) is not { } directory || directory > MaxDirectory)
        {
            warnings.Add($"artifact {artifact}: not a ZIP file that can be read, or one that lists too many files; it is left out");
            return;
        }
        zip.Position = 0;
        try
        {
            using var archive = new ZipArchive(zip, ZipArchiveMode.Read);
            foreach (var entry in archive.Entries)
            {
                if (++_entries > MaxEntries)
                {
                    warnings.Add($"artifact {artifact}: more than {MaxEntries} files in the artifacts; the rest is not read");
                    return;
                }
                if (PlaceOf(artifact, entry.FullName) is { } place)
                    await CopyAsync(entry, place, artifact, cancel);
            }
        }
        catch (InvalidDataException broken)
        {
            warnings.Add($"artifact {artifact}: not a ZIP file that can be read ({broken.Message})");
        }
    }

    private async Task CopyAsync(ZipArchiveEntry entry, string place, string artifact, CancellationToken cancel)
    {
        var most = Math.Min(MaxEntry, MaxInAll - _bytes);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            await using (var from = entry.Open())
            await using (var to = File.Create(place))
                _bytes += await new RedactedCopy(own).CopyAsync(from, to, most, cancel);
            Sort(place);
        }
        catch (TooLargeException tooLarge)
        {
            _bytes += most;
            Drop(place);
            warnings.Add($"artifact {artifact}: a file in it is {tooLarge.Message}; it is left out");
        }
        catch (InvalidDataException broken)
        {
            Drop(place);
            warnings.Add($"artifact {artifact}: a file in it cannot be unpacked ({broken.Message})");
        }
    }

    /// <summary>A file that was taken to see what it is: results are told by how they begin, logs by their names; the rest is no evidence.</summary>
    private void Sort(string place)
    {
        var at = _taken.FindIndex(t => t.Place == place && t.Below == Undecided);
        if (at < 0)
            return;
        var below = ResultFiles.IsOne(place) ? "results" : IsLog(_taken[at].File) ? "logs" : null;
        if (below is null)
            Drop(place);
        else
            _taken[at] = _taken[at] with { Below = below };
    }

    private static bool IsLog(string name) => Path.GetExtension(name).ToLowerInvariant() is ".log" or ".jsonl" or ".ndjson";

    private void Drop(string place)
    {
        File.Delete(place);
        _taken.RemoveAll(t => t.Place == place);
    }

    /// <summary>
    /// Gives the files their names, once all are there: the file's own, which names the suite; where several have the same one, with the artifact's
    /// name in front, whatever the order they came in.
    /// </summary>
    public void Name()
    {
        foreach (var same in _taken.GroupBy(t => (t.Below, FileNames.Safe(Path.GetFileName(t.File)))))
            foreach (var (place, file, below) in same)
            {
                Directory.CreateDirectory(Path.Combine(folder, below));
                var name = same.Count() == 1 ? same.Key.Item2 : FileNames.Safe(file);
                File.Move(place, Path.Combine(folder, below, FileNames.Unused(Path.Combine(folder, below), name)));
            }
    }

    /// <summary>Where an entry is put for now; null for what is not evidence.</summary>
    private string? PlaceOf(string artifact, string name)
    {
        if (name.EndsWith('/'))
            return null;
        if (Path.GetFileName(name) == "readiness.json")
            return Path.Combine(folder, "readiness.json");
        var below = Path.GetExtension(name).ToLowerInvariant() switch { _ when ResultFiles.IsMeant(name) => "results", ".json" or ".jsonl" or ".ndjson" or ".log" or ".txt" or ".out" => Undecided, _ => null };
        if (below is null)
            return null;
        var place = Path.Combine(folder, $".{_entries}");
        _taken.Add((place, $"{artifact}/{name}", below));
        return place;
    }
}

/// <summary>Names from outside as names of files.</summary>
internal static class FileNames
{
    private const int Longest = 120;

    /// <summary><c>a/b c.xml</c> becomes <c>a-b-c.xml</c>: no separators, nothing hidden, not too long; its end, which says most, is kept.</summary>
    public static string Safe(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '-')).Trim('.', '-');
        safe = safe.Length > Longest ? safe[^Longest..] : safe;
        return safe.Length == 0 ? "unnamed" : safe;
    }

    /// <summary>The name, or the first of <c>2-name</c>, <c>3-name</c>, … that the folder does not have.</summary>
    public static string Unused(string folder, string name)
    {
        var unused = name;
        for (var i = 2; File.Exists(Path.Combine(folder, unused)); i++)
            unused = $"{i}-{name}";
        return unused;
    }
}
