using Whybot.Analysis.Explanation.Findings;

namespace Whybot.Benchmarks.Suspects;

/// <summary>How often the right change is first, among the first three and five, and named; beside chance and a plain ranking by words.</summary>
internal static class RankingFigures
{
    private static readonly double[] Steps = [0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.01];

    /// <param name="fetched">Read only the sources that the service would fetch, and at most so many; null for all that are in the folders.</param>
    public static void Print(IReadOnlyList<KnownIncident> incidents, int? fetched)
    {
        var outcomes = incidents.Select(i => IncidentOutcome.Of(i, fetched)).ToList();
        foreach (var of in outcomes.GroupBy(o => o.Incident.Kind).OrderBy(g => g.Key))
            Print(of.Key, [.. of]);
        Console.WriteLine($"sources: {outcomes.Average(o => o.Sources):0} files on average, {outcomes.Count(o => o.Sources == 0)} incidents without");
        Console.WriteLine($"slowest {outcomes.Max(o => o.Seconds):0.0} s, median "
            + $"{outcomes.Select(o => o.Seconds).Order().ElementAt(outcomes.Count / 2):0.0} s");
        foreach (var o in outcomes.Where(o => o.Named.Any(n => !n.Right)))
            Console.WriteLine($"named wrongly: {o.Incident.Name} ({(o.Named.Any(n => n is { Established: true, Right: false }) ? "established" : "likely")})");
        Console.WriteLine($"not first: {string.Join(", ", outcomes.Where(o => o.Rank > 1).Select(o => $"{o.Incident.Name} {o.Rank}"))}");
        Console.WriteLine($"no cause: {string.Join(", ", outcomes.Where(o => o.Verdicts.Count == 0).Select(o => o.Incident.Name))}");
        foreach (var kind in outcomes.SelectMany(o => o.Verdicts).Distinct().Where(v => v != VerdictKind.Regression).Order())
            Console.WriteLine($"{kind}: {string.Join(", ", outcomes.Where(o => o.Verdicts.Contains(kind)).Select(o => o.Incident.Name))}");
    }

    private static void Print(string kind, IReadOnlyList<IncidentOutcome> all)
    {
        Console.WriteLine($"{kind}: {all.Count} incidents, {all.Average(o => o.Commits):0} commits each");
        Console.WriteLine($"  first / first 3 / first 5: {Shares(all, o => o.Rank)}; by words alone "
            + $"{Shares(all, o => o.Plain)}; by chance "
            + $"{all.Average(o => 1.0 / o.Commits):0%} / "
            + $"{all.Average(o => Math.Min(1, 3.0 / o.Commits)):0%} / {all.Average(o => Math.Min(1, 5.0 / o.Commits)):0%}");
        foreach (var of in all.Where(o => o.Incident.Language is not null).GroupBy(o => o.Incident.Language).OrderBy(g => g.Key, StringComparer.Ordinal))
            Console.WriteLine($"    {of.Key}: {of.Count()} incidents, {Shares([.. of], o => o.Rank)}; by words alone {Shares([.. of], o => o.Plain)}");
        foreach (var established in new[] { true, false })
        {
            var named = all.SelectMany(o => o.Named.Where(n => n.Established == established)).ToList();
            Console.WriteLine($"  named as {(established ? "established" : "likely")}: {named.Count(n => n.Right)} right, {named.Count(n => !n.Right)} wrong");
        }
        var verdicts = all.SelectMany(o => o.Verdicts).GroupBy(v => v).OrderByDescending(g => g.Count()).Select(g => $"{g.Key} {g.Count()}");
        Console.WriteLine($"  one cause: {all.Count(o => o.Verdicts.Count == 1)}, several: {all.Count(o => o.Verdicts.Count > 1)}, "
            + $"none: {all.Count(o => o.Verdicts.Count == 0)}; verdicts: {string.Join(", ", verdicts)}; go: {all.Count(o => o.Go)}");
        var said = all.Where(o => o.First is not null).Select(o => o.First!.Value).ToList();
        foreach (var (from, to) in Steps.Zip(Steps.Skip(1)))
            if (said.Where(s => s.Probability >= from && s.Probability < to).ToList() is { Count: > 0 } within)
                Console.WriteLine($"  first one said with {from:0%} to {Math.Min(1, to):0%}: {within.Count}, on average "
                    + $"{within.Average(w => w.Probability):0%}, right {within.Average(w => w.Right ? 1 : 0):0%}");
    }

    private static string Shares(IReadOnlyList<IncidentOutcome> all, Func<IncidentOutcome, int> rank) =>
        string.Join(" / ", new[] { 1, 3, 5 }.Select(n => $"{all.Average(o => rank(o) <= n ? 1 : 0):0.0%}"));
}
