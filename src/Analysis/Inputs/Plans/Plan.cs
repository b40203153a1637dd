using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Inputs.Plans;

/// <summary>The suites of a run in order of risk, in phases with gates between them.</summary>
/// <param name="LeftOut">Suites that the focus leaves out.</param>
/// <param name="Context">Background for readers of the plan: open P0 and P1 issues, recent changes, what failed last time.</param>
public sealed record Plan(Focus Focus, IReadOnlyList<Phase> Phases, IReadOnlyList<string> LeftOut, IReadOnlyList<Prose> Context)
{
    public IEnumerable<PlannedSuite> Suites => Phases.SelectMany(p => p.Suites);
}

/// <summary>Suites that run together.</summary>
/// <param name="Gates">Pass rates by category that are required before the next phase; a gate without data is not met.</param>
public sealed record Phase(int Number, string Name, IReadOnlyList<PlannedSuite> Suites, IReadOnlyDictionary<string, double> Gates);

/// <param name="Because">Why the suite is included, and why it has this position.</param>
/// <param name="Seconds">How long it usually takes; null if no earlier run shows it.</param>
/// <param name="Expected">Open issues that say it fails, so surprises stand out.</param>
public sealed record PlannedSuite(SuiteSettings Suite, IReadOnlyList<Prose> Because, double? Seconds, IReadOnlyList<ExpectedFailure> Expected);

/// <summary>An open issue that names tests of a suite.</summary>
public sealed record ExpectedFailure(int Issue, string Title, int Tests);
