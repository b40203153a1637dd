using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Inputs.Changes;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>
/// What of the repository at the tested commit would help to tell which of several changes did it: the code of the failing tests, of which the names lead to
/// the changed definitions, the changed files as a whole, and the files on the stacks. Nothing else of a repository is read.
/// </summary>
/// <param name="Changed">Paths of changed code, those of the likeliest changes first.</param>
/// <param name="Reached">Paths of other code on the stacks, as the stacks give them.</param>
public sealed record WantedSources(IReadOnlyList<WantedTest> Tests, IReadOnlyList<string> Changed, IReadOnlyList<string> Reached)
{
    private const int MostCauses = 5;
    private const int MostChanged = 400;
    private const int MostReached = 20;

    /// <summary>Where nothing says in which file a test is, so many of those that its names fit are read.</summary>
    private const int MostLikely = 10;

    /// <param name="causes">What fails for each cause, and what is known without these files of which change did it; most important first.</param>
    internal static WantedSources Of(ChangeSet changes, IReadOnlyList<(GroupFacts Facts, Ranking Ranking)> causes)
    {
        var some = causes.Take(MostCauses).ToList();
        var shares = some.SelectMany(c => c.Ranking.Shares).GroupBy(s => s.Key).ToDictionary(g => g.Key, g => g.Max(s => s.Value));
        var changed = changes.Commits.Select((c, at) => (Commit: c, At: at)).OrderByDescending(c => shares.GetValueOrDefault(c.At)).ThenByDescending(c => c.At)
            .SelectMany(c => c.Commit.Files).Where(f => f.Status != "removed" && CodeLanguage.Of(f.Path) is not null).Select(f => f.Path).Distinct();
        return new WantedSources(
            [.. some.SelectMany(c => c.Facts.Tests.DistinctBy(t => (t.ClassName, t.BaseName)).Take(ReachedNames.MostTests)).Select(WantedTest.Of)],
            [.. changed.Take(MostChanged)],
            [.. some.SelectMany(c => ReachedFrame.Of(c.Facts.Frames)).OrderByDescending(f => f.Nearness).Select(f => f.Frame.Path).Distinct()
                .Take(MostReached)]);
    }

    /// <summary>The files to read, in the order of their worth. Empty if none of them is a test's: without it the others tell nothing.</summary>
    /// <param name="tree">All files of the repository at the tested commit, as far as they are known.</param>
    public IReadOnlyList<RepositoryFile> Choose(IReadOnlyList<RepositoryFile> tree, SourceLimits limits)
    {
        var files = new RepositoryFiles(tree);
        var similar = Tests.Select(t => (Own: files.Of(t), Like: files.Like(t))).ToList();
        var tests = similar.SelectMany(s => s.Own.Count > 0 ? s.Own : s.Like.Take(MostLikely)).Distinct().ToList();
        return tests.Count == 0 ? [] : limits.Take(tests
            .Concat(Changed.Concat(Reached).SelectMany(files.At))
            // The helpers of a test are in files that are named alike.
            .Concat(similar.SelectMany(s => s.Like.Select((f, i) => (File: f, i))).OrderBy(f => f.i).Select(f => f.File)).Distinct());
    }
}

/// <param name="Size">In bytes.</param>
public sealed record RepositoryFile(string Path, long Size);

/// <summary>What may be read of a repository.</summary>
/// <param name="Bytes">Of all files together.</param>
/// <param name="OfFile">Bytes of one file; larger ones are left out.</param>
public sealed record SourceLimits(int Files, long Bytes, long OfFile)
{
    internal IReadOnlyList<RepositoryFile> Take(IEnumerable<RepositoryFile> ordered)
    {
        var (taken, left) = (new List<RepositoryFile>(), Bytes);
        foreach (var file in ordered.Where(f => f.Size <= OfFile))
            if (taken.Count < Files && file.Size <= left)
            {
                taken.Add(file);
                left -= file.Size;
            }
        return taken;
    }
}
