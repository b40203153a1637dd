using System.Text.RegularExpressions;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Inputs.Coverage;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>What the tests of one cause did not run, as their coverage shows.</summary>
/// <param name="reports">Of these tests; at least one.</param>
internal sealed partial class CauseCoverage(IReadOnlyList<CoverageReport> reports)
{
    /// <returns>Null if nothing can be said: no coverage of these tests; something else than a test failed, which may have kept code from running; or a process
    /// ended without writing down what it ran.</returns>
    public static CauseCoverage? Of(RunCoverage run, GroupFacts cause)
    {
        if (run.Reports.Count == 0 || cause.Tests.Any(t => t.Scope != TestScope.Test || Died().IsMatch(t.Failure!.Message))
            || cause.Symptom.Family is FaultFamily.Timing or FaultFamily.Resource or FaultFamily.Harness || !SaysWhy(cause))
            return null;
        var sources = cause.Tests.Select(t => t.Source).ToHashSet(StringComparer.Ordinal);
        var tied = run.Reports.Where(r => r.Results.Any(sources.Contains)).ToList();
        var isTied = sources.All(s => tied.Any(r => r.Results.Contains(s, StringComparer.Ordinal)));
        var reports = isTied ? tied : run.Reports;
        // What another suite did not run, the failing one may have.
        return (isTied || run.OneSource) && !run.CutShort && reports.All(r => r.Whole && !Contradicts(r, cause)) ? new CauseCoverage(reports) : null;
    }

    /// <returns>Null if a line of the change was run, or if nothing can be said.</returns>
    public NotRun? NotRun(PlacedChange change)
    {
        // A report that does not list the file does not show that its tests do not run it.
        var each = reports.Select(r => Suspects.NotRun.Of(r, change)).ToList();
        return each.Contains(null) ? null : each[0];
    }

    /// <summary>
    /// The tests ended by themselves and say what is wrong. A test that is a separate process, as with CTest, may crash without a word in its results.
    /// </summary>
    private static bool SaysWhy(GroupFacts cause) =>
        cause.Symptom != Mechanism.Unknown || cause.Frames.Count > 0 || cause.Tests.All(t => t.Failure!.Type is not null);

    /// <summary>A line on the cause's stack is said not to have run: the report is of other tests, or of another version.</summary>
    private static bool Contradicts(CoverageReport report, GroupFacts cause) => cause.Frames.Where(f => f.Line > 0 && !f.Library)
        .Any(f => report.Files.Where(r => RepositoryPaths.Same(r.Key, f.Path)).ToList() is [var only] && only.Value.At(f.Line) is { Ran: false });

    /// <summary>What CTest, shells and runtimes say of a process that a signal ended.</summary>
    [GeneratedRegex("""
        \bSEGFAULT\b|segmentation\ fault|bus\ error|\bSIG(?:SEGV|ABRT|KILL|TERM|BUS|ILL|FPE)\b|core\ dumped|\bsignal:?\ \d|Sanitizer|\bILLEGAL\b|\bNUMERICAL\b
        |\b(?:aborted|killed)\b|exit(?:ed\ with)?\ (?:code|status):?\ (?:13[0-9]|14[0-3])\b|\btime(?:d\ ?)?out\b
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 10000)]
    private static partial Regex Died();
}
