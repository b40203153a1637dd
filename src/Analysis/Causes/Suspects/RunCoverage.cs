using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Coverage;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>The coverage of a run, with what limits how far it can be trusted.</summary>
/// <param name="OneSource">All its tests are from one result file or log, so there are no tests that were measured apart from others.</param>
/// <param name="CutShort">A job was ended from outside. A process that is killed does not write down what it ran.</param>
internal sealed record RunCoverage(IReadOnlyList<CoverageReport> Reports, bool OneSource, bool CutShort)
{
    public static readonly RunCoverage None = new([], OneSource: true, CutShort: false);

    public static RunCoverage Of(Incident incident) => incident.Coverage.Count == 0 ? None
        : new(incident.Coverage, incident.Tests.Select(t => t.Source).Distinct().Take(2).Count() == 1, incident.Jobs.Any(j => j.CutShort));
}
