using Whybot.Analysis.Explanation.Stability;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Inputs.Validity;

namespace Whybot.Analysis.Decisions.Acting;

/// <summary>What is known about a run in addition to its decision, as far as it matters for what may be started after it.</summary>
public sealed record ActionFacts
{
    public static readonly ActionFacts None = new();

    /// <summary>Inputs that are not completely known; their suites have the names used in the settings.</summary>
    public IReadOnlyList<InputProblem> Unread { get; init; } = [];

    /// <summary>How its jobs ended, including those that ran tests again.</summary>
    public IReadOnlyList<JobEnd> Jobs { get; init; } = [];

    /// <summary>Planned suites for which no executed test was read.</summary>
    public IReadOnlyList<string> Silent { get; init; } = [];

    public RecheckEnd Recheck { get; init; } = RecheckEnd.NotAsked;

    /// <summary>Why it is void; null if it is not.</summary>
    public string? Void { get; init; }

    /// <summary>Why its deployment is no longer, or not certainly, the environment's newest; null if it is.</summary>
    public string? Replaced { get; init; }

    internal static ActionFacts Of(Incident incident, SuiteLookup suites)
    {
        var files = incident.Results.Concat(incident.Again).GroupBy(f => f.Source).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var ran = incident.Tests.Where(t => !t.Outcome.IsSkip()).Select(t => suites.Of(t).Name)
            .Concat(incident.Results.Where(f => f.UnnamedPassed + f.UnnamedFailed > 0).Select(f => suites.Named(f.Suite).Name))
            .ToHashSet(StringComparer.Ordinal);
        return new ActionFacts
        {
            Unread = [.. incident.Unread.Select(p => p with { Suites = [.. SuitesOf(p, files.GetValueOrDefault(p.Source), suites)] })],
            Jobs = incident.Jobs,
            Silent = [.. (incident.Plan?.Suites ?? []).Select(s => s.Name).Where(s => !ran.Contains(s)).Distinct()],
            Recheck = new RecheckReading(incident, suites).End(),
            Void = incident.Void,
        };
    }

    /// <summary>The suites that the problem names, and those that the tests in the file belong to.</summary>
    private static IEnumerable<string> SuitesOf(InputProblem problem, ResultFile? file, SuiteLookup suites) =>
        problem.Suites.Select(s => suites.Named(s).Name).Concat((file?.Cases ?? []).Select(c => suites.Of(c).Name)).Distinct();

    /// <summary>Why what is known about a suite is incomplete or cannot be trusted; null if it is complete and can be.</summary>
    /// <param name="failed">Whether a failing test of the suite was read; that alone explains a failed job.</param>
    public string? WhyPartial(string suite, bool failed)
    {
        bool Concerns(IReadOnlyList<string> names) => names.Count == 0 || names.Contains(suite, StringComparer.Ordinal);
        if (Unread.FirstOrDefault(p => Concerns(p.Suites)) is { } problem)
            return $"{problem}";
        var job = Jobs.FirstOrDefault(j => !j.Again && Concerns(j.Suites) && (j.CutShort || (j.State == JobState.Failed && !failed)));
        return job is null ? null : $"{JobWords.Of(job)}";
    }
}
