using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Sources;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>A changed file that may be a cause.</summary>
/// <param name="At">The position of its commit in the range, oldest first.</param>
/// <param name="Text">Null for test code and for files whose code is the same before and after: they are suspected only for a direct link.</param>
internal sealed record Candidate(int At, Commit Commit, ChangedFile File, Patch Patch, ChangeText? Text)
{
    /// <summary>Documentation and comments break nothing.</summary>
    public static bool MayMatter(ChangedFile file, Patch patch) => !PathKinds.IsDocumentation(file.Path) && !patch.OnlyComments;
}

/// <summary>The changes between the last good deployment and this one, read once for all causes.</summary>
internal sealed class ChangeRange
{
    private readonly Dictionary<Hunk, IReadOnlySet<string>> _touched = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ChangedFile, PlacedChange?> _placed = new(ReferenceEqualityComparer.Instance);
    private readonly LineFates _fates;

    public ChangeRange(ChangeSet? changes, SourceTree sources, RunCoverage? coverage = null)
    {
        Commits = changes?.Commits ?? [];
        Sources = sources;
        Coverage = coverage ?? RunCoverage.None;
        var undone = Reverts.Of(Commits);
        var files = Commits.SelectMany((c, at) => c.Files.Select(f => (At: at, Commit: c, File: f, Patch: Patch.Parse(f.Patch)))).ToList();
        var patches = files.ToDictionary(f => f.File, f => f.Patch, (IEqualityComparer<ChangedFile>)ReferenceEqualityComparer.Instance);
        var same = Commits.SelectMany(c => CodeEdits.Unchanged(c, f => patches[f])).ToHashSet<ChangedFile>(ReferenceEqualityComparer.Instance);
        Candidates = [.. files.Where(f => !undone.Contains(f.Commit.Sha) && Candidate.MayMatter(f.File, f.Patch))
            .Select(f => new Candidate(f.At, f.Commit, f.File, f.Patch,
                same.Contains(f.File) || f.Patch.Hunks.Count == 0 || PathKinds.IsTest(f.File.Path) ? null : new ChangeText(f.File, f.Patch)))];
        // A rename that touches many files is one change, and tests just follow the code that they test.
        Rarity = Candidates.Where(c => !PathKinds.IsTest(c.File.Path))
            .SelectMany(c => c.Patch.AddedNames.Union(c.Patch.RemovedNames).Union(c.Patch.AddedLiterals).Union(c.Patch.RemovedLiterals)
                .Select(n => (Name: n, c.At)))
            .Distinct().GroupBy(n => n.Name).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        Origins = new LineOrigins(Commits, f => patches[f]);
        _fates = new LineFates(Commits, f => patches[f]);
        Written = [.. Candidates.Where(c => c.Text is not null)];
        Index = new ChangeIndex([.. Written.Select(c => c.Text!)]);
        Hunks = new HunkIndex(Written);
    }

    public SourceTree Sources { get; }
    public RunCoverage Coverage { get; }
    public SourceWords SourceWords { get; } = new();

    /// <summary>The definitions that a hunk of the candidate changes.</summary>
    public IReadOnlySet<string> Touched(Candidate candidate, Hunk hunk) =>
        _touched.TryGetValue(hunk, out var known) ? known : _touched[hunk] = TouchedDefinitions.Of(hunk, Sources.Find(candidate.File.Path));

    /// <summary>Null if it changed no code, or if it is not known where it is now.</summary>
    public PlacedChange? Placed(Candidate candidate) => _placed.TryGetValue(candidate.File, out var known) ? known
        : _placed[candidate.File] = PlacedChange.Of(_fates, candidate.At, candidate.File, candidate.Patch);

    public IReadOnlyList<Commit> Commits { get; }
    public IReadOnlyList<Candidate> Candidates { get; }

    /// <summary>The candidates that <see cref="Index"/> knows, in its order.</summary>
    public IReadOnlyList<Candidate> Written { get; }
    public ChangeIndex Index { get; }
    public HunkIndex Hunks { get; }
    public LineOrigins Origins { get; }

    /// <summary>In how many of the commits each name or literal was added or removed.</summary>
    public IReadOnlyDictionary<string, int> Rarity { get; }
}
