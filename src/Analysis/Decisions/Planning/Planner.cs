using Whybot.Analysis.Explanation.Correlation;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Redaction;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Decisions.Planning;

/// <summary>Everything that a plan is made from.</summary>
public sealed record PlanInput
{
    public required RepositorySettings Settings { get; init; }
    public Focus Focus { get; init; } = Focus.All;
    public RunHistory History { get; init; } = RunHistory.None;
    public IReadOnlyList<KnownIssue> Issues { get; init; } = [];

    /// <summary>Null if GitHub's comparison is not known.</summary>
    public ChangeSet? Changes { get; init; }

    /// <summary>What the last run of the environment concluded; null if none is known.</summary>
    public LastRun? Last { get; init; }

    /// <summary>Whether suites that failed last time run before everything except connectivity; after a fix, that is the first question.</summary>
    public bool FailedFirst { get; init; }
}

/// <summary>Makes the plan of a run. Pure: the same input gives the same plan.</summary>
public static class Planner
{
    private const int MostIssues = 5;
    private const int MostMerges = 5;
    private const int Connectivity = -2;
    private const int FailedBefore = -1;

    public static Plan Make(PlanInput input)
    {
        var risks = input.Settings.Suites.Select(s => SuiteRisk.Of(s, input.History, input.Changes)).ToList();
        // Connectivity always runs, whatever the focus is: it shows whether the other results mean anything.
        var chosen = risks.Where(r => r.Connectivity || input.Focus.Takes(r.Suite, r.Near.Count > 0)).ToList();
        var expected = Expected(input);
        // All connectivity suites are one phase, whatever their priorities, because no gate is needed between them.
        var groups = SuiteRisk.InOrder(chosen).GroupBy(r => Rank(r, input.FailedFirst)).OrderBy(g => g.Key).Select(g => (Rank: g.Key, Suites: g.ToList()));
        return new Plan(input.Focus, [.. groups.Select((g, i) => new Phase(i + 1, NameOf(g.Rank), [.. g.Suites.Select(r => Planned(r, expected))],
            Gates(g.Suites, input.Settings)))],
            [.. risks.Except(chosen).Select(r => r.Suite.Name).Order(StringComparer.Ordinal)], Context(input));
    }

    private static PlannedSuite Planned(SuiteRisk risk, ILookup<string, ExpectedFailure> expected) =>
        new(risk.Suite, risk.Because(), risk.Seconds, [.. expected[risk.Suite.Name]]);

    private static int Rank(SuiteRisk risk, bool failedFirst) =>
        risk.Connectivity ? Connectivity : failedFirst && risk.FailedLast > 0 ? FailedBefore : risk.Priority.Rank();

    private static string NameOf(int rank) => rank switch
    {
        Connectivity => "connectivity",
        FailedBefore => "what failed last time",
        Priorities.AfterAll => "without priority",
        _ => $"P{rank}"
    };

    private static Dictionary<string, double> Gates(IEnumerable<SuiteRisk> suites, RepositorySettings settings) =>
        suites.Select(s => s.Suite.Category).Distinct().Where(settings.Gates.ContainsKey).ToDictionary(c => c, c => settings.Gates[c], StringComparer.Ordinal);

    /// <summary>Open issues that name a suite's tests or its file, by suite.</summary>
    private static ILookup<string, ExpectedFailure> Expected(PlanInput input)
    {
        var suites = input.History.Runs.SelectMany(r => r.Tests).GroupBy(t => t.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Last().Value.Suite, StringComparer.Ordinal);
        var names = new TestNames([], suites.Keys);
        return input.Issues.Where(i => i.Open).SelectMany(i => Named(i, names, suites, input.Settings))
            .ToLookup(e => e.Suite, e => e.Failure, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Suite, ExpectedFailure Failure)> Named(KnownIssue issue, TestNames names, Dictionary<string, string> suites,
        RepositorySettings settings)
    {
        var profile = new IssueProfile(issue, names);
        var byTest = profile.Tests.Values.SelectMany(t => t).Distinct().GroupBy(t => suites[t])
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        foreach (var suite in settings.Suites)
        {
            var count = byTest.GetValueOrDefault(suite.Name);
            if (count > 0 || suite.Files.Any(f => profile.Text.Contains(f[(f.LastIndexOf('/') + 1)..], StringComparison.Ordinal)))
                yield return (suite.Name, new ExpectedFailure(issue.Number, SafeText.OneLine(Secrets.Redact(issue.Title), 120), count));
        }
    }

    private static List<Prose> Context(PlanInput input)
    {
        var context = new List<Prose>();
        foreach (var (issue, priority) in input.Issues.Where(i => i.Open)
            .Select(i => (Issue: i, Priority: IssuePriority.Of(i.Marks, input.Settings.PriorityLabels)))
            .Where(i => i.Priority.Priority <= Priority.P1).OrderBy(i => i.Priority.Rank).ThenBy(i => i.Issue.Number).Take(MostIssues))
            context.Add($"open {Secrets.Redact(priority.Label!)}: #{issue.Number} {Secrets.Redact(issue.Title)}");
        if (input.Last is { } said)
            context.Add($"the last run ({said.Sha.Short}) was {said.Decision:t}: "
                + $"{said.Reason}{(said.Causes.Count > 0 ? Prose.Of($"; causes: {Prose.List(said.Causes.Select(c => c.Title))}") : Prose.Empty)}");
        else if (input.History.Runs is [.., var last])
            context.Add(last.Green ? Prose.Of($"the last run ({last.Sha.Short}) was green")
                : Prose.Of($"the last run ({last.Sha.Short}) failed in "
                + $"{Numbers.Count(last.Tests.Values.Count(t => t.Outcome is TestOutcome.Failed or TestOutcome.Error), "test"):t}"));
        else
            context.Add($"no earlier run is known");
        if (input.Changes is { } changes)
            context.Add($"{Numbers.Count(changes.Commits.Count, "commit"):t} since {changes.Base.Short}, in "
                + $"{Numbers.Count(changes.Files.Select(f => f.File.Path).Distinct().Count(), "file"):t}");
        else
            context.Add($"what changed is not known");
        if (input.Changes?.Commits.Select(c => c.Pull).OfType<PullRequest>().DistinctBy(p => p.Number).ToList() is { Count: > 0 } merged)
            context.Add($"merged since: "
                + $"{Prose.List(merged.TakeLast(MostMerges).Select(p => $"#{p.Number} {Secrets.Redact(p.Title)}"), MostMerges)}"
                + $"{(merged.Count > MostMerges ? Prose.Of($" and {merged.Count - MostMerges} before") : Prose.Empty)}");
        return context;
    }
}
