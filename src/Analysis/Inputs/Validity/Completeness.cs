using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;

namespace Whybot.Analysis.Inputs.Validity;

/// <summary>What a run is missing compared with a usual run.</summary>
/// <param name="Usual">How many tests a run usually has; 0 if no earlier run is known.</param>
/// <param name="MissingSuites">Suites that usually run, or that a gate needs, but did not run.</param>
/// <param name="MissingTests">For each suite, how many usual tests are not in the results, or were skipped this time.</param>
/// <param name="SkippedNow">For each suite, how many of the missing tests are in the results as skipped.</param>
/// <param name="Cut">Messages of jobs that were ended early.</param>
public sealed record Completeness(int Usual, int Present, IReadOnlyList<string> MissingSuites, IReadOnlyDictionary<string, int> MissingTests,
    IReadOnlyDictionary<string, int> SkippedNow, IReadOnlyList<Citation> Cut)
{
    /// <summary>A run with a smaller share of its usual tests does not prove enough. (The design's figure.)</summary>
    public const double LeastShare = 0.75;

    /// <summary>How many usual tests were skipped, or not reached, in this run.</summary>
    public int Skipped => SkippedNow.Values.Sum();

    public bool Incomplete => MissingSuites.Count > 0 || (Usual > 0 && Present < Usual * LeastShare);

    internal static Completeness Judge(Incident incident, UsualTests usual)
    {
        var tests = usual.Tests.Count == 0 ? [] : incident.Tests.Where(t => usual.Tests.ContainsKey(t.Id)).ToList();
        // A test that usually runs but was skipped this time did not run.
        var present = tests.Where(t => !t.Outcome.IsSkip() || usual.Tests[t.Id].Outcome.IsSkip()).Select(t => t.Id).ToHashSet();
        var skipped = tests.Where(t => t.Outcome.IsSkip()).Select(t => t.Id).ToHashSet();
        var suites = incident.Results.Where(r => r.Cases.Count > 0).Select(r => r.Suite).ToHashSet();
        var lookup = new SuiteLookup(incident.Settings);
        suites.UnionWith(incident.Tests.Select(t => lookup.Of(t).Name));
        bool Planned(string suite) => incident.Plan?.Expects(lookup.Named(suite).Name) ?? true;
        var expected = usual.BySuite.Keys.Select(s => lookup.Named(s).Name)
            .Concat(incident.Settings.Suites.Where(s => incident.Settings.Gates.ContainsKey(s.Category)).Select(s => s.Name))
            .Where(Planned);
        var usually = usual.Tests.Where(t => Planned(t.Value.Suite)).ToList();
        var absent = usually.Where(t => !present.Contains(t.Key)).GroupBy(t => t.Value.Suite).ToList();
        var missing = absent.ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var skippedNow = absent.Select(g => (g.Key, Count: g.Count(t => skipped.Contains(t.Key)))).Where(g => g.Count > 0)
            .ToDictionary(g => g.Key, g => g.Count, StringComparer.Ordinal);
        // A suite whose file was not uploaded has run if the job's log shows its tests.
        suites.UnionWith(usual.BySuite.Where(s => s.Value.Count(present.Contains) >= s.Value.Count * LeastShare).Select(s => lookup.Named(s.Key).Name));
        return new Completeness(usually.Count, usually.Count(t => present.Contains(t.Key)),
            [.. expected.Distinct().Where(s => !suites.Contains(s)).Order(StringComparer.Ordinal)], missing, skippedNow, Ended(incident.Jobs));
    }

    /// <summary>Messages of jobs that were ended before their tests finished.</summary>
    private static List<Citation> Ended(IReadOnlyList<JobEnd> jobs) => [.. jobs.Where(j => j.CutShort).Select(j => j.Said).OfType<Citation>()];
}
