using System.IO.Compression;
using Whybot.Analysis.Language.Redaction;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.Masking;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Fetching;

/// <summary>
/// Takes result files, coverage reports and logs out of an artifact's ZIP file, entry by entry. Nothing is extracted under its own name, sizes are counted as
/// the bytes arrive, and nested archives are ignored. The limits apply to all artifacts of a run together.
/// </summary>
internal sealed class ArtifactReader(string folder, ConfiguredSecrets own, FetchedInputs inputs)
{
    public const long MaxEntry = 50L * 1024 * 1024;
    private const long MaxInAll = 200L * 1024 * 1024;

    /// <summary>Limit for entries that may be evidence.</summary>
    private const int MaxEntries = 2000;

    /// <summary>Enough for the directory of many more files than are read, but little memory.</summary>
    private const long MaxDirectory = 4L * 1024 * 1024;

    /// <summary>For a file whose place is decided only after it has been read.</summary>
    private const string Undecided = "";

    private readonly List<(int Artifact, string Place, string File, string Below)> _taken = [];
    private long _bytes;
    private int _entries;
    private int _artifacts;

    public async Task ReadAsync(Stream zip, string artifact, CancellationToken cancel)
    {
        if (ZipDirectory.Size(zip) is not { } directory || directory > MaxDirectory)
        {
            inputs.Lost($"artifact {FileNames.Shown(artifact)}", "not a ZIP file that can be read, or one that lists too many files");
            return;
        }
        zip.Position = 0;
        _artifacts++;
        try
        {
            using var archive = new ZipArchive(zip, ZipArchiveMode.Read);
            foreach (var entry in archive.Entries.Where(e => IsEvidence(e.FullName)))
            {
                if (++_entries > MaxEntries)
                {
                    inputs.Cut($"artifact {FileNames.Shown(artifact)}", $"more than {MaxEntries} results and logs in the artifacts; the rest is not read");
                    return;
                }
                await CopyAsync(entry, PlaceOf(artifact, entry.FullName), artifact, cancel);
            }
        }
        catch (InvalidDataException broken)
        {
            inputs.Lost($"artifact {FileNames.Shown(artifact)}", $"not a ZIP file that can be read ({broken.Message})");
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
            // What comes before the cut is read; a file that turns out not to be evidence may be of any size.
            Sort(place);
            if (_taken.Exists(t => t.Place == place && t.Below == CoverageFiles.Below))
                inputs.Warnings.Add($"artifact {FileNames.Shown(artifact)}: {FileNames.Shown(entry.FullName)} in it is {tooLarge.Message}; the rest is not "
                    + "read");
            else if (File.Exists(place))
                inputs.Cut($"artifact {FileNames.Shown(artifact)}", $"{FileNames.Shown(entry.FullName)} in it is {tooLarge.Message}; the rest is not read");
        }
        catch (Exception broken) when (broken is InvalidDataException or NotSupportedException)
        {
            Drop(place);
            inputs.Lost($"artifact {FileNames.Shown(artifact)}", $"{FileNames.Shown(entry.FullName)} in it cannot be unpacked ({broken.Message})");
        }
    }

    /// <summary>
    /// Sorts a file that was extracted to find out what it is: results and coverage are recognized by how they begin, logs by their names; anything else is
    /// not evidence.
    /// </summary>
    private void Sort(string place)
    {
        var at = _taken.FindIndex(t => t.Place == place && t.Below == Undecided);
        if (at < 0)
            return;
        if (BelowOf(place, _taken[at].File) is not { } below)
            Drop(place);
        else
            _taken[at] = _taken[at] with { Below = below };
    }

    private static string? BelowOf(string place, string name) => ResultFiles.IsOne(place) ? "results"
        : CoverageFiles.IsOne(place) ? CoverageFiles.Below
        : ResultFiles.IsMeant(name) ? "results"
        : IsLog(name) ? "logs"
        : ResultFiles.MayBeOne(place, name) ? "results" : null;

    private static bool IsLog(string name) => Path.GetExtension(name).ToLowerInvariant() is ".log" or ".jsonl" or ".ndjson";

    private void Drop(string place)
    {
        File.Delete(place);
        _taken.RemoveAll(t => t.Place == place);
    }

    /// <summary>
    /// Gives the files their final names once all have arrived: the file's own name, which names the suite. If several files have the same name, the artifact's
    /// name is put in front. The order of arrival does not matter. Coverage belongs to the results that came with it.
    /// </summary>
    public void Name()
    {
        var named = new List<(int Artifact, string Below, string Name)>();
        foreach (var same in _taken.GroupBy(t => (t.Below, FileNames.Safe(Path.GetFileName(t.File)))))
            foreach (var (artifact, place, file, below) in same)
            {
                Directory.CreateDirectory(Path.Combine(folder, below));
                var name = FileNames.Unused(Path.Combine(folder, below), same.Count() == 1 ? same.Key.Item2 : FileNames.Safe(file));
                File.Move(place, Path.Combine(folder, below, name));
                named.Add((artifact, below, $"{below}/{name}"));
            }
        var results = named.Where(n => n.Below == "results").ToLookup(n => n.Artifact, n => n.Name);
        CoverageFiles.Write(folder, [.. named.Where(n => n.Below == CoverageFiles.Below && results[n.Artifact].Any())
            .Select(n => new MeasuredResults(n.Name, [.. results[n.Artifact]]))]);
    }

    /// <summary>Whether an entry may be a result, coverage, a log or a probe record, judging by its name.</summary>
    private static bool IsEvidence(string name) =>
        !name.EndsWith('/') && (ResultFiles.IsMeant(name) || Path.GetExtension(name).ToLowerInvariant() is ".json" or ".jsonl" or ".ndjson" or ".tap" or ".log"
            or ".txt" or ".out" or ".info" or ".lcov" or ".cov" or ".coverprofile");

    /// <summary>Where an entry is put temporarily.</summary>
    private string PlaceOf(string artifact, string name)
    {
        if (Path.GetFileName(name) == "readiness.json")
            return Path.Combine(folder, "readiness.json");
        var place = Path.Combine(folder, $".{_entries}");
        _taken.Add((_artifacts, place, $"{artifact}/{name}", Undecided));
        return place;
    }
}

/// <summary>Turns names from outside into file names.</summary>
internal static class FileNames
{
    private const int Longest = 120;
    private const int LongestEnd = 8;

    /// <summary>
    /// <c>a/b c.xml</c> becomes <c>a-b-c.xml</c>: no separators, nothing hidden, no secret, not too long; the end is kept because it says most.
    /// </summary>
    public static string Safe(string name)
    {
        var safe = string.Concat(Masked(name).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '-')).Trim('.', '-');
        safe = safe.Length > Longest ? safe[^Longest..] : safe;
        return safe.Length == 0 ? "unnamed" : safe;
    }

    /// <summary>Leaves out the extension, which identifies the type of the file and would otherwise be masked along with a secret.</summary>
    private static string Masked(string name) =>
        Path.GetExtension(name) is { Length: > 1 and <= LongestEnd } end ? Secrets.Redact(name[..^end.Length]) + end : Secrets.Redact(name);

    /// <summary>The name as it is shown in text.</summary>
    public static string Shown(string name) => SafeText.OneLine(Secrets.Redact(name), Longest);

    /// <summary>The name, or the first of <c>2-name</c>, <c>3-name</c>, … that the folder does not have.</summary>
    public static string Unused(string folder, string name)
    {
        var unused = name;
        for (var i = 2; File.Exists(Path.Combine(folder, unused)); i++)
            unused = $"{i}-{name}";
        return unused;
    }
}
