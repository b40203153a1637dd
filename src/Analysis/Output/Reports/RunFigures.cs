using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Inputs.Validity;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Reports;

/// <summary>The figures of a run as a whole, counted from its tests.</summary>
/// <param name="run">The run.</param>
/// <param name="unproved">Ids of passes that prove nothing.</param>
/// <param name="flaky">Ids of failures known to be flaky.</param>
internal sealed class RunFigures(RunView run, IReadOnlySet<string> unproved, IReadOnlySet<string> flaky)
{
    /// <summary>The last earlier run compared with this one; null if none is known.</summary>
    public PreviousRun? Previous()
    {
        if (run.Incident.History.Runs is not [.., var last])
            return null;
        var ran = last.Tests.Values.Where(t => !t.Outcome.IsSkip()).ToList();
        double? rate = ran.Count == 0 ? null : (double)ran.Count(t => t.Outcome.IsPass()) / ran.Count;
        bool Was(TestCase test, bool bad) => last.Tests.TryGetValue(test.Id, out var past)
            && (bad ? past.Outcome is TestOutcome.Failed or TestOutcome.Error : past.Outcome == TestOutcome.Passed);
        return new PreviousRun(last.Sha, rate, run.Passed.Count(t => Was(t, bad: true)), run.Incident.Tests.Count(t => t.Bad && Was(t, bad: false)));
    }

    public IEnumerable<SuiteResult> Suites() =>
        run.Incident.Tests.GroupBy(run.Suites.Of).OrderBy(g => g.Key.Priority.Rank()).ThenBy(g => g.Key.Name, StringComparer.Ordinal)
            .Select(g => new SuiteResult(g.Key.Name, g.Key.Category, g.Key.Priority,
                g.Key.Priority is { } p ? run.Incident.Settings.Impact.GetValueOrDefault(p) : null, RunTotals.Of(g),
                g.Any(t => t.Seconds is not null) ? g.Sum(t => t.Seconds ?? 0) : null, g.Count(t => unproved.Contains(t.Id)),
                g.Count(t => t.Bad && flaky.Contains(t.Id))));

    /// <summary>What was read, on one line.</summary>
    public string Coverage()
    {
        var incident = run.Incident;
        string[] read =
        [
            Numbers.Count(incident.Results.Count, "result file"), Numbers.Count(incident.JobLogs.Count, "job log"),
            Numbers.Count(incident.PlatformLogs.Count, "platform log"), Numbers.Count(incident.History.Runs.Count, "earlier run"),
            Numbers.Count(incident.Issues.Count, "issue"),
            incident.Changes is { } changes ? Numbers.Count(changes.Commits.Count, "commit") : "no comparison of commits",
            incident.Readiness is { } readiness ? Numbers.Count(readiness.Services.Count, "service") + " probed" : "no readiness record",
        ];
        return string.Join(", ", read);
    }
}
