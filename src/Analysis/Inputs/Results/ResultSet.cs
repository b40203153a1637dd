namespace Whybot.Analysis.Inputs.Results;

/// <summary>
/// The result files of one run as one set: a file that is there twice counts once, and tests with the same name in several files get different ids.
/// </summary>
/// <param name="Notes">What was left out, in words.</param>
public sealed record ResultSet(IReadOnlyList<ResultFile> Files, IReadOnlyList<string> Notes)
{
    public static ResultSet Of(IReadOnlyList<ResultFile> files)
    {
        var notes = new List<string>();
        var once = new List<ResultFile>(files.Count);
        var byHash = new Dictionary<string, ResultFile>(StringComparer.Ordinal);
        var byStart = new Dictionary<(DateTime Began, int Cases, string First), List<ResultFile>>();
        foreach (var file in files)
        {
            var like = Like(byStart, file);
            var first = file.Hash is { } hash && byHash.TryGetValue(hash, out var same) ? same : like?.Find(l => IsCopy(l, file));
            if (first is not null)
            {
                notes.Add($"{file.Source}: the same results as {first.Source}; they count once");
                continue;
            }
            once.Add(file);
            if (file.Hash is not null)
                byHash[file.Hash] = file;
            like?.Add(file);
        }
        return new ResultSet(Distinguish(once), notes);
    }

    /// <summary>Files that may be copies of it; null if its start is unknown, or it has no test.</summary>
    private static List<ResultFile>? Like(Dictionary<(DateTime Began, int Cases, string First), List<ResultFile>> byStart, ResultFile file)
    {
        if (file.StartedAt is not { } began || file.Cases.Count == 0)
            return null;
        var key = (began, file.Cases.Count, file.Cases[0].Id);
        return byStart.TryGetValue(key, out var like) ? like : byStart[key] = [];
    }

    /// <summary>A copy that was written again, of a file that began at the same time: the same tests with the same outcomes and the same times.</summary>
    private static bool IsCopy(ResultFile one, ResultFile other) => one.Cases.Any(c => c.Seconds > 0)
        && one.Cases.Zip(other.Cases).All(p => p.First.Id == p.Second.Id && p.First.Outcome == p.Second.Outcome && p.First.Seconds == p.Second.Seconds);

    /// <summary>A test with the same name in another suite, shard or leg is a different test; its file's name is added to its own.</summary>
    private static IReadOnlyList<ResultFile> Distinguish(List<ResultFile> files)
    {
        if (files.Count < 2)
            return files;
        var shared = TestIdentity.Shared(files.SelectMany(f => f.Cases), c => c.Source);
        return shared.Count == 0 ? files
            : [.. files.Select(f => f.Cases.Any(c => shared.Contains(c.Id))
            ? f with { Cases = [.. f.Cases.Select(c => shared.Contains(c.Id) ? TestIdentity.With(c, f.Suite) : c)] } : f)];
    }
}
