using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Sources;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>
/// Ranks the changes of a range by how likely each caused a cluster: the evidence of each commit's files adds up as log-likelihoods
/// (<see cref="Weights"/>). One is named if it is much likelier than everything else; it is established only by a direct link, however large its lead. A wrong
/// suspect costs more than none.
/// </summary>
internal sealed class SuspectRanker(ChangeSet? changes, SourceTree? sources = null, RunCoverage? coverage = null)
{
    /// <summary>From this probability on a change is named. Set by hand: of those said with 60 to 90% on the fitted incidents outside Java, 6 of 11 were
    /// wrong.</summary>
    public const double NamedFrom = 0.85;

    /// <summary>What a direct link must have to establish a change; see <see cref="Suspicion.Points"/>.</summary>
    public const double EstablishedFrom = 6;

    /// <summary>How far the links of an established suspect must be ahead of those of every other commit.</summary>
    public const double Lead = 2;

    private readonly ChangeRange _range = new(changes, sources ?? SourceTree.None, coverage);

    public int Commits => _range.Commits.Count;

    public Ranking Rank(FaultText fault)
    {
        var reader = new FeatureReader(_range, fault);
        var evidence = CommitEvidence.Of(reader.Read());
        var shares = Weights.Fitted.Shares([.. evidence.Select(e => e.Score)]);
        // Of equal ones, the newer is the likelier.
        var ranked = evidence.Zip(shares).Where(e => e.First.Tied).OrderByDescending(e => e.Second).ThenByDescending(e => e.First.At).ToList();
        var notRun = evidence.Where(e => e.NotRun.Count > 0).OrderByDescending(e => e.At)
            .Select(e => (e.Best.Candidate.Commit, (IReadOnlyList<Citation>)[.. e.NotRun.Select(n => n.Citation)])).ToList();
        if (ranked.Count == 0)
            return Ranking.None with { NotRun = notRun };
        var reasons = new Reasons(_range, fault, reader.Words, reader.Names);
        var listed = ranked.Take(Ranking.Most).Select(e => Suspect(e.First.Best, e.First, e.Second, reasons)).Where(s => s.Because.Count > 0).ToList();
        return Ranking.Of(listed, listed.Count == 0 ? [] : Named(ranked, listed[0], fault, reasons), _range.Commits.Count) with
        {
            Shares = ranked.ToDictionary(r => r.First.At, r => r.Second),
            NotRun = notRun,
        };
    }

    private static IReadOnlyList<Suspect> Named(List<(CommitEvidence Commit, double Share)> ranked, Suspect first, FaultText fault, Reasons reasons)
    {
        var (best, share) = ranked[0];
        var rival = ranked.Skip(1).Select(r => r.Commit.Linked).DefaultIfEmpty(0).Max();
        var established = best.Links.FirstOrDefault()?.Points >= EstablishedFrom && best.Linked - rival >= Lead;
        // What failed behind the tested service is not found in the tests' words.
        if (!established && (share < NamedFrom || (fault.Mechanism.MayBeConsequence && first.Unlinked)))
            return [];
        return [first with { Established = established },
            .. best.Files.Where(f => f != best.Best && f.Links.Any(l => l.Direct)).Select(f => Suspect(f, best, share, reasons))];
    }

    private static Suspect Suspect(ReadCandidate file, CommitEvidence commit, double share, Reasons reasons) => new(
        file.Candidate.Commit, file.Candidate.File, share, false, reasons.Of(file, commit),
        [.. file.Links.Where(s => s.Direct).Select(s => s.Key!).Distinct()], Cite(file.Candidate.File, file.Links));

    private static List<Citation> Cite(ChangedFile file, IReadOnlyList<Suspicion> links)
    {
        var line = links.Where(s => s.Direct).Select(s => Patch.LineWith(file.Patch, s.Key!)).FirstOrDefault(l => l is not null)
            ?? Patch.FirstChange(file.Patch);
        return line is null ? [Citation.OfJson(file.Source, file.Pointer + "/filename", file.Path)]
            : [Citation.OfJson(file.Source, file.Pointer + "/patch", line)];
    }
}
