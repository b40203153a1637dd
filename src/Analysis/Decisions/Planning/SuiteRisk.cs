using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Decisions.Planning;

/// <summary>The reasons for running a suite early.</summary>
internal sealed record SuiteRisk(SuiteSettings Suite, bool Connectivity, Priority? Priority, int FailedLast, IReadOnlyList<string> Near, double? Seconds)
{
    private static readonly string[] ConnectivityWords = ["connectivity", "connection", "infrastructure", "smoke", "health", "readiness"];

    public static SuiteRisk Of(SuiteSettings suite, RunHistory history, ChangeSet? changes)
    {
        var last = history.Runs.Count > 0 ? history.Runs[^1].Tests.Values.Where(t => t.Suite == suite.Name).ToList() : [];
        return new SuiteRisk(suite, IsConnectivity(suite), suite.Priority,
            last.Count(t => t.Outcome is TestOutcome.Failed or TestOutcome.Error), NearOf(suite, changes), last.Count == 0
                ? null : last.Sum(t => t.Seconds ?? 0));
    }

    /// <summary>Connectivity first, then by priority, what failed last time, what is near a change, quick suites before slow ones.</summary>
    public static IEnumerable<SuiteRisk> InOrder(IEnumerable<SuiteRisk> suites) =>
        suites.OrderByDescending(s => s.Connectivity).ThenBy(s => s.Priority.Rank()).ThenByDescending(s => s.FailedLast > 0)
            .ThenByDescending(s => s.Near.Count > 0).ThenBy(s => s.Seconds ?? double.MaxValue)
            .ThenBy(s => s.Suite.Name, StringComparer.Ordinal);

    public IReadOnlyList<Prose> Because()
    {
        var because = new List<Prose>();
        if (Connectivity)
            because.Add($"connectivity comes first: without it the others say nothing");
        if (Priority is { } priority)
            because.Add($"priority {priority.ToString():t}");
        if (FailedLast > 0)
            because.Add($"{Numbers.Count(FailedLast, "test"):t} of it failed last time");
        if (Near.Count > 0)
            because.Add($"near what changed: {Prose.List(Near)}");
        if (because.Count == 0)
            because.Add($"nothing speaks for running it earlier");
        return because;
    }

    private static bool IsConnectivity(SuiteSettings suite) => NameParts.Of(suite.Name).Concat(NameParts.Of(suite.Category)).Any(ConnectivityWords.Contains);

    /// <summary>Changed files that belong to the suite, or whose path shares a distinctive word with its name, category or files.</summary>
    private static List<string> NearOf(SuiteSettings suite, ChangeSet? changes)
    {
        var words = suite.Files.SelectMany(f => NameParts.Of(f[(f.LastIndexOf('/') + 1)..])).Concat(NameParts.Of(suite.Name))
            .Concat(NameParts.Of(suite.Category)).Where(IsTelling).ToHashSet(StringComparer.Ordinal);
        return [.. (changes?.Files ?? []).Select(f => f.File.Path).Distinct().Where(p => !PathKinds.IsDocumentation(p))
            .Where(p => suite.Files.Any(f => RepositoryPaths.Same(f, p)) || NameParts.Of(p).Any(words.Contains))];
    }

    private static bool IsTelling(string word) => word.Length >= 4 && !Tokens.IsCommon(word);
}
