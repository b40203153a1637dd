using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Explanation.Correlation;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Readiness;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Inputs.Validity;

namespace Whybot.Analysis.Explanation.Findings;

/// <summary>What the whys need to know about the run as a whole.</summary>
/// <param name="Issues">The known issues, with their parsed content.</param>
internal sealed record RunView(Incident Incident, RunTotals Totals, SuiteLookup Suites, IReadOnlyList<EnvironmentFault> Faults, LogCorrelation Logs,
    IReadOnlyList<IssueProfile> Issues)
{
    public ChangeSet? Changes => Incident.Changes;
    public ReadinessReport? Readiness => Incident.Readiness;

    public IReadOnlyList<TestCase> Passed { get; } = [.. Incident.Tests.Where(t => t.Outcome == TestOutcome.Passed)];
}
