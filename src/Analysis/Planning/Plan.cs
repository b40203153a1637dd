using Whybot.Analysis.Reports;
using Whybot.Analysis.Settings;

namespace Whybot.Analysis.Planning;

/// <summary>The suites of a run in order of risk, in phases with gates between them.</summary>
/// <param name="LeftOut">Suites that the focus leaves out.</param>
/// <param name="Context">What whoever reads the plan should know: open P0 and P1 issues, recent changes, what failed last time.</param>
public sealed record Plan(Focus Focus, IReadOnlyList<Phase> Phases, IReadOnlyList<string> LeftOut, IReadOnlyList<Prose> Context)
{
    public IEnumerable<PlannedSuite> Suites => Phases.SelectMany(p => p.Suites);
}

/// <summary>Suites that run together.</summary>
/// <param name="Gates">Pass rates that must hold before the next phase, by category; a category without data holds none.</param>
public sealed record Phase(int Number, string Name, IReadOnlyList<PlannedSuite> Suites, IReadOnlyDictionary<string, double> Gates);

/// <param name="Because">Why it is in, and where it stands in the order.</param>
/// <param name="Seconds">What it usually takes; null when no earlier run says.</param>
/// <param name="Expected">Open issues that say it fails, so that surprises stand out.</param>
public sealed record PlannedSuite(SuiteSettings Suite, IReadOnlyList<Prose> Because, double? Seconds, IReadOnlyList<ExpectedFailure> Expected);

/// <summary>An open issue that names tests of a suite.</summary>
public sealed record ExpectedFailure(int Issue, string Title, int Tests);
