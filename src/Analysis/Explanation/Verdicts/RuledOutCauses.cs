using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Explanation.Claims;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.Evidence;

namespace Whybot.Analysis.Explanation.Verdicts;

/// <summary>Other causes that might come to mind, each with the evidence against it; those without evidence are not mentioned.</summary>
internal static class RuledOutCauses
{
    private const int Most = 5;

    /// <summary>Nobody reads more about code that was not run.</summary>
    private const int MostNotRun = 3;

    public static IReadOnlyList<RuledOut> Of(ClusterFinding finding, RunView run, IEvidence evidence)
    {
        var candidates = Environment(finding, run).Concat(NotRun(finding)).Concat(OtherChanges(finding, run)).Take(Most);
        return [.. candidates.Select(c => c with { Citations = CitationChecker.Check(c.Citations, evidence) }).Where(c => c.Citations.Count > 0)];
    }

    private static IEnumerable<RuledOut> Environment(ClusterFinding finding, RunView run)
    {
        if (finding.Fault is not null || run.Readiness is not { } readiness)
            yield break;
        var up = readiness.Services.Where(s => s.Ready && s.Probes.Count > 0).ToList();
        if (up.Count > 0 && up.Count == readiness.Services.Count)
            yield return new RuledOut($"a service that is down", $"{new ProbesSucceeded()}",
                [.. up.Select(s => s.Probes[0].Citation).Take(3)]);
    }

    /// <summary>Changes of which the failing tests ran nothing.</summary>
    private static IEnumerable<RuledOut> NotRun(ClusterFinding finding) => finding.Ranking.NotRun.Take(MostNotRun).Select(n => new RuledOut(
        $"{n.Commit.Sha.Short} {new CommitTitle(n.Commit)}", $"{new RanNothingOf(n.Commit, finding.Facts)}", [.. n.Citations.Take(2)]));

    /// <summary>The other changed files, if one is named.</summary>
    private static IEnumerable<RuledOut> OtherChanges(ClusterFinding finding, RunView run)
    {
        if (finding.Suspect is not { } suspect || run.Changes is not { } changes)
            yield break;
        var error = new ErrorNames(finding.Facts);
        var touched = changes.Files.Select(f => f.File).Where(error.AreTouchedBy).Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var others = changes.Files.Where(f => f.File.Path != suspect.File.Path && f.Commit.Sha != suspect.Commit.Sha && !touched.Contains(f.File.Path)
            && finding.Suspects.All(s => s.File.Path != f.File.Path)).Select(f => f.File).DistinctBy(f => f.Path).ToList();
        if (others.Count > 0)
            yield return new RuledOut($"{new OtherChanges(finding.Facts, [.. others.Select(f => f.Path)])}", $"what they touched is not what the error names",
                [.. others.Take(3).Select(f => Citation.OfJson(f.Source, f.Pointer + "/filename", f.Path))]);
    }
}
