using Whybot.Analysis.Inputs.Changes;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>Where the lines of a change are in the newest version of its file, from the patches of later commits alone; renames are followed.</summary>
internal sealed class LineFates
{
    private readonly ILookup<string, (int Commit, ChangedFile File)> _byOldPath;
    private readonly Func<ChangedFile, Patch> _patches;

    /// <param name="commits">Oldest first.</param>
    /// <param name="patches">Reads a file's patch.</param>
    public LineFates(IReadOnlyList<Commit> commits, Func<ChangedFile, Patch> patches)
    {
        _byOldPath = commits.SelectMany((c, at) => c.Files.Select(f => (Commit: at, File: f)))
            .ToLookup(f => IsRenamed(f.File) ? f.File.PreviousPath! : f.File.Path, StringComparer.Ordinal);
        _patches = patches;
    }

    /// <param name="commit">The position of the change's commit.</param>
    /// <param name="lines">After that commit, 1-based.</param>
    /// <returns>
    /// The file's path in the newest version, and the lines that are still there, by what they were. Null if the file is gone, or if a later change of it is
    /// not known line by line.
    /// </returns>
    public (string Path, IReadOnlyDictionary<int, int> Lines)? Of(int commit, string path, IEnumerable<int> lines)
    {
        var now = lines.Distinct().ToDictionary(l => l, l => l);
        for (var at = commit; _byOldPath[path].FirstOrDefault(f => f.Commit > at) is { File: { } file } next; at = next.Commit)
        {
            var patch = _patches(file);
            if (file.Status == "removed" || (patch.Hunks.Count == 0 && !IsRenamed(file)))
                return null;
            now = After(patch, now);
            path = file.Path;
        }
        return (path, now);
    }

    private static bool IsRenamed(ChangedFile file) => file is { Status: "renamed", PreviousPath: not null };

    /// <summary>Where the lines are after one more change; those that it takes away are missing. Both are read once, in order.</summary>
    private static Dictionary<int, int> After(Patch patch, Dictionary<int, int> lines)
    {
        var (after, offset, left) = (new Dictionary<int, int>(lines.Count), 0, new Queue<KeyValuePair<int, int>>(lines.OrderBy(l => l.Value)));
        foreach (var hunk in patch.Hunks)
        {
            // A hunk that only adds begins after the line that it names.
            var (before, now) = (hunk.OldCount == 0 ? hunk.OldStart + 1 : hunk.OldStart, hunk.NewStart);
            Keep(before);
            foreach (var text in hunk.Lines)
            {
                if (text[0] != '+' && left.TryPeek(out var line) && line.Value == before)
                {
                    left.Dequeue();
                    if (text[0] == ' ')
                        after[line.Key] = now;
                }
                before += text[0] == '+' ? 0 : 1;
                now += text[0] == '-' ? 0 : 1;
            }
            offset += hunk.NewCount - hunk.OldCount;
        }
        Keep(int.MaxValue);
        return after;

        void Keep(int until)
        {
            while (left.TryPeek(out var line) && line.Value < until)
                after[left.Dequeue().Key] = line.Value + offset;
        }
    }
}
