using System.Diagnostics;
using Whybot.Analysis;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Reports;
using Whybot.Runs.RunFolders;

namespace Whybot.Benchmarks.Suspects;

/// <summary>What the analysis said about an incident whose cause is known.</summary>
/// <param name="Commits">How many the range has.</param>
/// <param name="Rank">Of the right one; 1-based, <see cref="Unlisted"/> if it is not listed.</param>
/// <param name="Plain">The rank by words alone.</param>
/// <param name="Named">For each cause whose suspect is named: whether it is established, and right.</param>
/// <param name="First">How likely the first one was said to be; null if there is none.</param>
/// <param name="Verdicts">Of each cause. One change did it, so there should be one, a regression.</param>
/// <param name="Go">The run was said to be good, although something fails.</param>
internal sealed record IncidentOutcome(KnownIncident Incident, int Commits, int Rank, int Plain, IReadOnlyList<(bool Established, bool Right)> Named,
    (double Probability, bool Right)? First, IReadOnlyList<VerdictKind> Verdicts, bool Go, double Seconds)
{
    public const int Unlisted = 99;

    /// <summary>How many files of the repository were read.</summary>
    public int Sources { get; private init; }

    public static IncidentOutcome Of(KnownIncident known, int? fetched)
    {
        var began = Stopwatch.GetTimestamp();
        var folder = known.Open();
        using var evidence = new FolderEvidence(folder);
        var incident = KnownIncident.Read(folder);
        if (fetched is { } most)
            incident = FetchedSources.Only(incident, evidence, most);
        var report = Analyst.Analyse(incident, evidence);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        // A bug may fail tests in several ways, which are several causes: a commit counts as in the list where it is likeliest.
        var ranked = report.Clusters.SelectMany(c => c.Ranked).GroupBy(s => s.Sha).Select(g => (Sha: g.Key, P: g.Max(s => s.Probability ?? 0)))
            .OrderByDescending(s => s.P).ToList();
        var at = ranked.FindIndex(s => s.Sha == known.Inducing);
        return new IncidentOutcome(known, incident.Changes?.Commits.Count ?? 1, at < 0 ? Unlisted : at + 1, PlainRank(incident, known.Inducing),
            [.. report.Clusters.Where(c => c.Suspects.Count > 0).Select(c => (c.Suspects[0].Established, c.Suspects[0].Sha == known.Inducing))],
            ranked.Count == 0 ? null : (ranked[0].P, at == 0), [.. report.Clusters.Select(c => c.Verdict.Kind)], report.IsGo, seconds)
        { Sources = incident.Sources.Files.Count };
    }

    /// <summary>Every word of the failures counts alike, and a commit is as good as its best file.</summary>
    private static int PlainRank(Incident incident, CommitSha inducing)
    {
        var range = new ChangeRange(incident.Changes, incident.Sources);
        var words = incident.Tests.Where(t => t.Bad).SelectMany(t => NameWords.Of($"{t.Id} {t.Failure?.Message}")).Distinct().ToDictionary(w => w, _ => 1.0);
        var scores = range.Written.Zip(range.Index.Match(words)).GroupBy(c => c.First.Commit.Sha).ToDictionary(g => g.Key, g => g.Max(c => c.Second));
        return scores.TryGetValue(inducing, out var own) ? 1 + scores.Count(s => s.Value > own) : Unlisted;
    }
}
