using System.Diagnostics;
using Whybot.Analysis;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Reports;
using Whybot.Runs.RunFolders;

namespace Whybot.Benchmarks.Suspects;

/// <summary>How often the right change is first, among the first three and five, and named; beside chance and a plain ranking by words.</summary>
internal static class RankingFigures
{
    private static readonly double[] Steps = [0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.01];

    /// <param name="Rank">1-based; 99 if it is not listed.</param>
    /// <param name="Plain">The rank by words alone.</param>
    /// <param name="Named">Status and whether it is right, of each cause's suspect.</param>
    private sealed record Outcome(KnownIncident Incident, int Commits, int Rank, int Plain, IReadOnlyList<(bool Established, bool Right)> Named,
        (double Probability, bool Right)? First, double Seconds);

    public static void Print(IReadOnlyList<KnownIncident> incidents)
    {
        var outcomes = incidents.Select(Measure).ToList();
        foreach (var of in outcomes.GroupBy(o => o.Incident.Kind).OrderBy(g => g.Key))
            Print(of.Key, [.. of]);
        Console.WriteLine($"slowest {outcomes.Max(o => o.Seconds):0.0} s, median "
            + $"{outcomes.Select(o => o.Seconds).Order().ElementAt(outcomes.Count / 2):0.0} s");
        foreach (var o in outcomes.Where(o => o.Named.Any(n => !n.Right)))
            Console.WriteLine($"named wrongly: {o.Incident.Name} ({(o.Named.Any(n => n is { Established: true, Right: false }) ? "established" : "likely")})");
        Console.WriteLine($"not first: {string.Join(", ", outcomes.Where(o => o.Rank > 1).Select(o => $"{o.Incident.Name} {o.Rank}"))}");
    }

    private static void Print(string kind, IReadOnlyList<Outcome> all)
    {
        Console.WriteLine($"{kind}: {all.Count} incidents, {all.Average(o => o.Commits):0} commits each");
        Console.WriteLine($"  first / first 3 / first 5: {Shares(all, o => o.Rank)}; by words alone "
            + $"{Shares(all, o => o.Plain)}; by chance "
            + $"{all.Average(o => 1.0 / o.Commits):0%} / "
            + $"{all.Average(o => Math.Min(1, 3.0 / o.Commits)):0%} / {all.Average(o => Math.Min(1, 5.0 / o.Commits)):0%}");
        foreach (var established in new[] { true, false })
        {
            var named = all.SelectMany(o => o.Named.Where(n => n.Established == established)).ToList();
            Console.WriteLine($"  named as {(established ? "established" : "likely")}: {named.Count(n => n.Right)} right, {named.Count(n => !n.Right)} wrong");
        }
        var said = all.Where(o => o.First is not null).Select(o => o.First!.Value).ToList();
        foreach (var (from, to) in Steps.Zip(Steps.Skip(1)))
            if (said.Where(s => s.Probability >= from && s.Probability < to).ToList() is { Count: > 0 } within)
                Console.WriteLine($"  first one said with {from:0%} to {Math.Min(1, to):0%}: {within.Count}, on average "
                    + $"{within.Average(w => w.Probability):0%}, right {within.Average(w => w.Right ? 1 : 0):0%}");
    }

    private static string Shares(IReadOnlyList<Outcome> all, Func<Outcome, int> rank) =>
        string.Join(" / ", new[] { 1, 3, 5 }.Select(n => $"{all.Average(o => rank(o) <= n ? 1 : 0):0.0%}"));

    private static Outcome Measure(KnownIncident known)
    {
        var began = Stopwatch.GetTimestamp();
        var folder = known.Open();
        using var evidence = new FolderEvidence(folder);
        var incident = KnownIncident.Read(folder);
        var report = Analyst.Analyse(incident, evidence);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        // A bug may fail tests in several ways, which are several causes: a commit counts as in the list where it is likeliest.
        var ranked = report.Clusters.SelectMany(c => c.Ranked).GroupBy(s => s.Sha).Select(g => (Sha: g.Key, P: g.Max(s => s.Probability ?? 0)))
            .OrderByDescending(s => s.P).ToList();
        var at = ranked.FindIndex(s => s.Sha == known.Inducing);
        return new Outcome(known, incident.Changes?.Commits.Count ?? 1, at < 0 ? 99 : at + 1, Plain(incident, known.Inducing),
            [.. report.Clusters.Where(c => c.Suspects.Count > 0).Select(c => (c.Suspects[0].Established, c.Suspects[0].Sha == known.Inducing))],
            ranked.Count == 0 ? null : (ranked[0].P, at == 0), seconds);
    }

    /// <summary>Every word of the failures counts alike, and a commit is as good as its best file.</summary>
    private static int Plain(Incident incident, CommitSha inducing)
    {
        var range = new ChangeRange(incident.Changes);
        var words = incident.Tests.Where(t => t.Bad).SelectMany(t => NameWords.Of($"{t.Id} {t.Failure?.Message}")).Distinct().ToDictionary(w => w, _ => 1.0);
        var scores = range.Written.Zip(range.Index.Match(words)).GroupBy(c => c.First.Commit.Sha).ToDictionary(g => g.Key, g => g.Max(c => c.Second));
        return scores.TryGetValue(inducing, out var own) ? 1 + scores.Count(s => s.Value > own) : 99;
    }
}
