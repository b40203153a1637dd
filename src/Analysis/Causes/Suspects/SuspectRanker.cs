using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>
/// Scores each changed file against a cluster. What the change touched must be what the error names; being near is not enough, and neither is being the only
/// change. Below <see cref="NamedFrom"/> no suspect is named: a wrong suspect costs more than none.
/// </summary>
internal sealed class SuspectRanker
{
    public const double NamedFrom = 4;
    public const double EstablishedFrom = 6;

    /// <summary>How far an established suspect must be ahead of the best file of another commit.</summary>
    public const double Lead = 2;
    private const double ForLoggingOnly = 0.2;
    private const double ForTestCode = 0.5;

    private readonly IReadOnlyList<(Commit Commit, ChangedFile File, Patch Patch)> _candidates;
    private readonly Dictionary<string, int> _rarity;

    public SuspectRanker(ChangeSet? changes)
    {
        _candidates = [.. (changes?.Files ?? []).Where(f => !PathKinds.IsDocumentation(f.File.Path))
            .Select(f => (f.Commit, f.File, Patch: Patch.Parse(f.File.Patch))).Where(c => !c.Patch.OnlyComments)];
        // A rename that touches many files is one change, and tests just follow the code that they test.
        _rarity = _candidates.Where(c => !PathKinds.IsTest(c.File.Path))
            .SelectMany(c => c.Patch.AddedNames.Union(c.Patch.RemovedNames).Select(n => (Name: n, c.Commit.Sha)))
            .Distinct().GroupBy(n => n.Name).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
    }

    /// <summary>The suspects that can be named, best first.</summary>
    public IReadOnlyList<Suspect> Rank(FaultText fault)
    {
        var scored = _candidates.Select(c => Score(c.Commit, c.File, c.Patch, fault)).Where(s => s.Score > 0)
            .OrderByDescending(s => s.Score).ThenBy(s => s.Commit.Sha.Value, StringComparer.Ordinal).ThenBy(s => s.File.Path, StringComparer.Ordinal).ToList();
        var named = scored.Where(s => s.Score >= NamedFrom && s.Keys.Count > 0).ToList();
        if (named.Count == 0)
            return [];
        var rival = scored.FirstOrDefault(s => s.Commit.Sha != named[0].Commit.Sha)?.Score ?? 0;
        var best = named[0] with { Established = named[0].Score >= EstablishedFrom && named[0].Score - rival >= Lead };
        return best.Established ? [best, .. named.Skip(1).Where(s => s.Commit.Sha == best.Commit.Sha)] : [best, .. named.Skip(1)];
    }

    private Suspect Score(Commit commit, ChangedFile file, Patch patch, FaultText fault)
    {
        var module = fault.Mechanism.Id == "import-error" && MissingModule.Named(fault.Said).Count > 0;
        var suspicions = (module ? MissingModule.Of(file, patch, fault) : ChangedWords.Of(file, patch, fault, _rarity).Concat(Nearness.Of(file, patch, fault)))
            .OrderByDescending(s => s.Points).ThenBy(s => s.Because.ToString(), StringComparer.Ordinal).ToList();
        var factor = (patch.OnlyLogging ? ForLoggingOnly : 1) * (PathKinds.IsTest(file.Path) ? ForTestCode : 1);
        // Several shared words say little more than the best one: each additional one counts half of the previous one.
        var score = suspicions.Select((s, i) => s.Points * factor / Math.Pow(2, Math.Min(i, 10))).Sum();
        return new Suspect(commit, file, score, false, [.. suspicions.Take(4).Select(s => s.Because)],
            [.. suspicions.Where(s => s.Direct).Select(s => s.Key!).Distinct()], Cite(file, suspicions))
        {
            ByNameOnly = suspicions.Where(s => s.Direct).All(s => s.ByName),
        };
    }

    private static List<Citation> Cite(ChangedFile file, IReadOnlyList<Suspicion> suspicions)
    {
        var line = suspicions.Where(s => s.Direct).Select(s => Patch.LineWith(file.Patch, s.Key!)).FirstOrDefault(l => l is not null)
            ?? Patch.FirstChange(file.Patch);
        return line is null ? [Citation.OfJson(file.Source, file.Pointer + "/filename", file.Path)]
            : [Citation.OfJson(file.Source, file.Pointer + "/patch", line)];
    }
}
