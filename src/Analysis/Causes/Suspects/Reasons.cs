using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>Says in words why a change is suspected, strongest first; every reason holds a claim that is evaluated again.</summary>
/// <param name="words">The cause's words.</param>
/// <param name="names">What the failing tests' code uses.</param>
internal sealed class Reasons(ChangeRange range, FaultText fault, FailureWords words, ReachedNames names)
{
    private const int Most = 4;
    private const int MostWords = 3;
    private const double WorthSaying = 0.2;

    /// <summary>Words that more of the changed files have tell nothing.</summary>
    private const double RareFrom = 1.5;

    public IReadOnlyList<Prose> Of(ReadCandidate file, CommitEvidence commit)
    {
        // A word may link them as a text and as a name; the stronger link is said.
        var links = file.Links.DistinctBy(l => l.Key ?? l.Because.ToString()).Select(l => (Worth: l.Points * Weights.Fitted[Feature.Link], l.Because));
        var features = Enum.GetValues<Feature>().Where(f => f != Feature.Link && (f == Feature.TestFile ? commit.Values : file.Values)[(int)f] > 0)
            .Select(f => (Worth: (f == Feature.TestFile ? commit.Values : file.Values)[(int)f] * Weights.Fitted[f], Because: Reason(f, file, commit)));
        // What fits well, and better than by chance, is said once.
        var all = links.Concat(features.Where(f => f.Because is not null).Select(f => (f.Worth, f.Because!)).GroupBy(f => f.Item2.ToString())
            .Select(g => (Worth: g.Sum(f => f.Worth), g.First().Item2))).OrderByDescending(r => r.Item1).ToList();
        return [.. all.Where((r, i) => i == 0 || r.Item1 >= WorthSaying).Take(Most).Select(r => r.Item2)];
    }

    private Prose? Reason(Feature feature, ReadCandidate file, CommitEvidence commit) => feature switch
    {
        Feature.TestName or Feature.TestNameByChance => Shared(file, words.TestName, WordSource.TestName),
        Feature.TestClass => file.Values[(int)Feature.TestedFile] > 0 ? null : Shared(file, words.TestClass, WordSource.TestClass),
        Feature.MessageByChance => Shared(file, words.Message, WordSource.Error),
        Feature.Stack or Feature.StackByChance => Shared(file, words.Stack, WordSource.Stack),
        Feature.TestCodeByChance => Shared(file, names.Words, WordSource.TestCode),
        Feature.ReachedByChance => Called(file),
        Feature.TestedFile => $"{new NamedAfter(file.Candidate.File, fault.Facts)}",
        Feature.WroteLine when file.Values[(int)Feature.WroteLine] < 1 => Line(file),
        Feature.NearLine when file.Values[(int)Feature.WroteLine] == 0 => Line(file),
        Feature.TestFile => commit.Files.FirstOrDefault(f => f.Values[(int)Feature.TestFile] > 0) is { } test
            ? Prose.Of($"{new ChangedTest(test.Candidate.File, fault.Facts)}") : null,
        _ => null,
    };

    /// <summary>
    /// Of the definitions that it changed, the one that the tests' own code uses and that fewest lines of all changes have; if it uses none, one that the
    /// definition of what it uses does.
    /// </summary>
    private Prose? Called(ReadCandidate file)
    {
        var touched = file.Candidate.Patch.Hunks.SelectMany(h => range.Touched(file.Candidate, h)).Distinct()
            .OrderByDescending(n => range.Index.Rarity(n.ToLowerInvariant())).ThenBy(n => n, StringComparer.Ordinal).ToList();
        foreach (var name in touched)
            if (names.Place(name) is { } at)
                return Prose.Of($"{new CalledByTest(file.Candidate.File, fault.Facts, name, at)}");
        foreach (var name in touched)
            if (names.Through(name) is var (by, within) && names.Place(by) is { } at)
                return Prose.Of($"{new CalledThrough(file.Candidate.File, fault.Facts, name, by, at, within)}");
        return null;
    }

    private Prose? Line(ReadCandidate file)
    {
        var frames = ReachedFrame.Of(fault.Facts.Frames).Where(r => r.Frame.Line > 0).OrderByDescending(r => r.Nearness).Select(r => r.Frame).ToList();
        var wrote = file.Values[(int)Feature.WroteLine] > 0;
        var at = frames.FirstOrDefault(f => range.Origins.Of(f.Path, f.Line) is var (by, near)
            && (wrote ? ReferenceEquals(by, file.Candidate.File) : near.Any(n => ReferenceEquals(n, file.Candidate.File))));
        return at is null ? null : Prose.Of($"{new StackPasses(file.Candidate.File, fault.Facts, at) { Wrote = wrote }}");
    }

    private Prose? Shared(ReadCandidate file, IReadOnlyDictionary<string, double> query, WordSource source)
    {
        if (file.Candidate.Text is not { } text)
            return null;
        var shared = query.Where(q => text.Words.ContainsKey(q.Key)).OrderByDescending(q => q.Value * range.Index.Rarity(q.Key))
            .ThenBy(q => q.Key, StringComparer.Ordinal).Select(q => q.Key).ToList();
        // The parts of a name that is there as a whole need not be said.
        var rare = shared.Where(w => range.Index.Rarity(w) >= RareFrom).ToList();
        var told = (rare.Count > 0 ? rare : shared.Take(1))
            .Where(w => !shared.Any(o => o.Length > w.Length && o.Contains(w, StringComparison.Ordinal))).Take(MostWords).ToList();
        return told.Count == 0 ? null : Prose.Of($"{new SharedWords(file.Candidate.File, fault.Facts, source, told)}");
    }
}
