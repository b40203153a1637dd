using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Explanation;
using Whybot.Analysis.Explanation.Correlation;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Inputs.Validity;
using Whybot.Analysis.Output.Checking;
using Whybot.Analysis.Output.Reports;

namespace Whybot.Analysis;

/// <summary>
/// The pipeline, stage by stage: results and logs → signatures → clusters → issues, history, suspects → verdicts → whys → gates → report → self-check.
/// Pure: the same incident gives the same report, whatever the order of its files.
/// </summary>
public static class Analyst
{
    /// <param name="incident">Everything known about the run.</param>
    /// <param name="evidence">The stored bytes; every citation is re-read from them.</param>
    public static Report Analyse(Incident incident, IEvidence evidence)
    {
        var (report, check) = Unchecked(incident, evidence);
        return check().Check(report);
    }

    /// <summary>The finished report before it is checked, and what checks it; every call checks from scratch.</summary>
    internal static (Report Report, Func<SelfCheck> Check) Unchecked(Incident incident, IEvidence evidence)
    {
        var tests = incident.Tests.ToList();
        var usual = new UsualTests(incident.History);
        var completeness = Completeness.Judge(incident, usual);
        var suites = new SuiteLookup(incident.Settings);
        var authenticity = Authenticity.Judge(tests, usual, t => incident.Deployment.Environment is not null && suites.Knows(t));
        var logs = new LogCorrelation(incident);
        var faults = EnvironmentFaults.Find(incident.Readiness, logs);
        var run = new RunView(incident, RunTotals.Of(incident), suites, faults, logs, IssueProfile.All(incident));

        var clusters = new ClusterAnalysis(run, evidence, completeness.Incomplete).All();
        var flaky = clusters.Where(c => c.Verdict.Kind == VerdictKind.Flaky).SelectMany(c => c.Finding.Tests.Select(t => t.Id)).ToHashSet();
        var gates = new GateJudge(incident, suites, completeness, authenticity, flaky).Judge();
        var decision = RunDecisions.Decide(new RunEvidence(incident, run.Totals, gates, completeness, authenticity, flaky, suites));
        var report = new ReportBuilder(run, evidence, completeness, authenticity).Build(clusters, gates, decision);
        var first = new SelfCheck(run, clusters, evidence);
        return (first.Evaluate(report, completeness, authenticity, gates), () => new SelfCheck(run, clusters, evidence, first));
    }
}
