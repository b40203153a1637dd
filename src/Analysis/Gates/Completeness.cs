using Whybot.Analysis.Evidence;
using Whybot.Analysis.History;
using Whybot.Analysis.Logs;
using Whybot.Analysis.Results;
using Whybot.Analysis.Settings;

namespace Whybot.Analysis.Gates;

/// <summary>What a run lacks against the usual.</summary>
/// <param name="Usual">Tests that a run usually has; 0 when no earlier run is known.</param>
/// <param name="MissingSuites">Suites that usually run, or that a gate needs, and did not.</param>
/// <param name="MissingTests">By suite: usual tests that are not in the results, or were skipped now.</param>
/// <param name="SkippedNow">By suite: those of the missing tests that are in the results as skipped.</param>
/// <param name="Cut">What the job said about being ended early.</param>
public sealed record Completeness(int Usual, int Present, IReadOnlyList<string> MissingSuites, IReadOnlyDictionary<string, int> MissingTests,
    IReadOnlyDictionary<string, int> SkippedNow, IReadOnlyList<Citation> Cut)
{
    /// <summary>A run with a smaller share of its usual tests proves too little. (The design's figure.)</summary>
    public const double LeastShare = 0.75;

    /// <summary>Usual tests that were skipped, or did not get their turn, in this run.</summary>
    public int Skipped => SkippedNow.Values.Sum();

    public bool Incomplete => MissingSuites.Count > 0 || (Usual > 0 && Present < Usual * LeastShare);

    internal static Completeness Judge(Incident incident, UsualTests usual)
    {
        // A test that usually runs and was skipped now did not run.
        var present = incident.Tests.Where(t => !t.Outcome.IsSkip() || usual.Tests.GetValueOrDefault(t.Id)?.Outcome.IsSkip() == true)
            .Select(t => t.Id).ToHashSet();
        var skipped = incident.Tests.Where(t => t.Outcome.IsSkip()).Select(t => t.Id).ToHashSet();
        var suites = incident.Results.Where(r => r.Cases.Count > 0).Select(r => r.Suite).ToHashSet();
        var lookup = new SuiteLookup(incident.Settings);
        suites.UnionWith(incident.Tests.Select(t => lookup.Of(t).Name));
        bool Planned(string suite) => incident.Plan?.Expects(lookup.Named(suite).Name) ?? true;
        var expected = usual.BySuite.Keys.Select(s => lookup.Named(s).Name).Concat(incident.Settings.Suites.Where(s => incident.Settings.Gates.ContainsKey(s.Category)).Select(s => s.Name))
            .Where(Planned);
        var usually = usual.Tests.Where(t => Planned(t.Value.Suite)).ToList();
        var absent = usually.Where(t => !present.Contains(t.Key)).GroupBy(t => t.Value.Suite).ToList();
        var missing = absent.ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var skippedNow = absent.Select(g => (g.Key, Count: g.Count(t => skipped.Contains(t.Key)))).Where(g => g.Count > 0)
            .ToDictionary(g => g.Key, g => g.Count, StringComparer.Ordinal);
        return new Completeness(usually.Count, usually.Count(t => present.Contains(t.Key)),
            [.. expected.Distinct().Where(s => !suites.Contains(s)).Order(StringComparer.Ordinal)], missing, skippedNow, Ended(incident.Jobs));
    }

    /// <summary>What jobs said that were ended before their tests had.</summary>
    private static List<Citation> Ended(IReadOnlyList<JobEnd> jobs) => [.. jobs.Where(j => j.CutShort).Select(j => j.Said).OfType<Citation>()];
}
