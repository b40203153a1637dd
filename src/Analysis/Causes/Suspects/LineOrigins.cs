using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>Which commit of a range last wrote a line, as <c>git blame</c> would say, from the patches alone; renames are followed.</summary>
internal sealed class LineOrigins
{
    private readonly ILookup<string, (int Commit, ChangedFile File)> _byName;
    private readonly Func<ChangedFile, Patch> _patches;

    /// <param name="commits">Oldest first.</param>
    /// <param name="patches">Reads a file's patch.</param>
    public LineOrigins(IReadOnlyList<Commit> commits, Func<ChangedFile, Patch> patches)
    {
        _byName = commits.SelectMany((c, at) => c.Files.Select(f => (Commit: at, File: f))).Reverse().ToLookup(f => Name(f.File.Path), StringComparer.Ordinal);
        _patches = patches;
    }

    /// <summary>The change that added the line, and those whose hunks are around it; newest first.</summary>
    /// <param name="path">As a stack gives it; parts in front may be missing.</param>
    /// <param name="line">In the newest version of the file.</param>
    public (ChangedFile? Wrote, IReadOnlyList<ChangedFile> Near) Of(string path, int line)
    {
        var near = new List<ChangedFile>();
        var newest = int.MaxValue;
        for (var renamed = true; renamed;)
        {
            renamed = false;
            foreach (var (commit, file) in _byName[Name(path)].Where(f => f.Commit < newest && RepositoryPaths.Same(f.File.Path, path)))
            {
                newest = commit;
                var (added, before, touched) = Back(_patches(file), line);
                if (added)
                    return (file, near);
                if (touched)
                    near.Add(file);
                line = before;
                if (file.PreviousPath is { } previous && file.Status == "renamed")
                {
                    (path, renamed) = (previous, true);
                    break;
                }
            }
        }
        return (null, near);
    }

    /// <summary>Where a line was before the change; whether the change added it, or touched lines in the same hunk.</summary>
    private static (bool Added, int Before, bool Touched) Back(Patch patch, int line)
    {
        var offset = 0;
        foreach (var hunk in patch.Hunks)
        {
            if (line < hunk.NewStart)
                break;
            offset = hunk.OldStart + hunk.OldCount - hunk.NewStart - hunk.NewCount;
            if (line >= hunk.NewStart + hunk.NewCount)
                continue;
            var (now, before) = (hunk.NewStart, hunk.OldStart);
            foreach (var text in hunk.Lines)
            {
                if (text[0] != '-' && now == line)
                    return (text[0] == '+', before, true);
                now += text[0] == '-' ? 0 : 1;
                before += text[0] == '+' ? 0 : 1;
            }
        }
        return (false, line + offset, false);
    }

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}
