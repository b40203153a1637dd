using Whybot.Analysis.Clusters;
using Whybot.Analysis.Correlation;
using Whybot.Analysis.Gates;
using Whybot.Analysis.Readiness;
using Whybot.Analysis.Results;
using Whybot.Analysis.Settings;
using Whybot.Analysis.Suspects;

namespace Whybot.Analysis.Whys;

/// <summary>What the whys need to know about the run as a whole.</summary>
/// <param name="Issues">The known issues, with their parsed content.</param>
internal sealed record RunView(Incident Incident, RunTotals Totals, SuiteLookup Suites, IReadOnlyList<EnvironmentFault> Faults, LogCorrelation Logs,
    IReadOnlyList<IssueProfile> Issues)
{
    public ChangeSet? Changes => Incident.Changes;
    public ReadinessReport? Readiness => Incident.Readiness;

    public IReadOnlyList<TestCase> Passed { get; } = [.. Incident.Tests.Where(t => t.Outcome == TestOutcome.Passed)];
}
