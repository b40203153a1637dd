using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Reports;

/// <summary>The program's words for its own values, the same in every report.</summary>
public static class Wording
{
    public static string Of(Decision decision) => DecisionTable.Of(decision).Heading;

    public static string Of(WhyStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>What a step asks, as part of a sentence.</summary>
    internal static string Of(WhyStep step) => step switch
    {
        WhyStep.Symptom => "what the failing tests have in common",
        WhyStep.Mechanism => "what kind of fault it is",
        WhyStep.Condition => "where it is",
        WhyStep.Change => "which change brought it",
        WhyStep.Escape => "why it got this far",
        _ => "whether it happened before",
    };

    public static string Of(GateOutcome outcome) => outcome switch
    {
        GateOutcome.Passed => "met",
        GateOutcome.Failed => "not met",
        _ => "inconclusive",
    };

    public static string Of(Urgency urgency) => urgency switch
    {
        Urgency.Now => "Now",
        Urgency.Next => "Next",
        _ => "Prevent",
    };

    /// <summary>The one line that matters, as plain text: the decision about a deployment, or how a commit's tests went.</summary>
    public static string Headline(Report report) => report.Deployment.Environment is not null || report.Totals.Ran == 0 ? Of(report.Decision) : Outcome(report);

    private static string Outcome(Report report)
    {
        var totals = report.Totals;
        if (totals.BadTests > 0)
        {
            var jobs = JobsOf(report.Clusters) is > 0 and var count ? $" and {Numbers.Count(count, "job")}" : "";
            return $"{totals.BadTests} of {Numbers.Count(totals.Ran, "test")}{jobs} failed, for {Numbers.Count(report.Clusters.Count, "cause")}";
        }
        return report.Decision switch
        {
            Decision.Go => $"{Numbers.Count(totals.Passed, "test")} passed",
            Decision.NoGo => $"Failed, although {(totals.Passed == 1 ? "the one test" : $"all {totals.Passed:N0} tests")} passed",
            var other => $"{Of(other)}, although {(totals.Passed == 1 ? "the one test" : $"all {totals.Passed:N0} tests")} passed",
        };
    }

    /// <summary><c>3 failing tests</c>, <c>1 failing job</c>, <c>2 failing tests and 1 failing job</c>.</summary>
    public static string Failing(params IReadOnlyCollection<ReportedCluster> clusters) => Count(clusters, "failing ");

    /// <summary><c>3 tests</c>, <c>1 job</c>, <c>2 tests and 1 job</c>.</summary>
    public static string Count(params IReadOnlyCollection<ReportedCluster> clusters) => Count(clusters, "");

    private static string Count(IReadOnlyCollection<ReportedCluster> clusters, string which)
    {
        return Count(clusters.Sum(c => c.Tests.Count - c.JobFailures.Count), JobsOf(clusters), which);
    }

    /// <summary><c>3 tests</c>, <c>1 job</c>, <c>2 tests and 1 job</c>.</summary>
    public static string Count(int tests, int jobs, string which = "") =>
        jobs == 0 ? Numbers.Count(tests, $"{which}test") : tests == 0 ? Numbers.Count(jobs, $"{which}job")
            : $"{Numbers.Count(tests, $"{which}test")} and {Numbers.Count(jobs, $"{which}job")}";

    private static int JobsOf(IEnumerable<ReportedCluster> clusters) => clusters.SelectMany(c => c.Jobs).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Where the report's links lead; null for no links.</summary>
    public static RepositoryAddress? Address(Report report) => RepositoryAddress.Of(report.Deployment.Server, report.Deployment.Repository);

    /// <summary><c> for `staging`</c>, <c> on `main`</c> or nothing.</summary>
    public static string Where(Report report) => report.Deployment switch
    {
        { Environment: { } environment } => $" for {Markdown.Code(environment)}",
        { Pull: null, Branch: { } branch } => $" on {Markdown.Code(branch)}",
        _ => "",
    };

    /// <summary>How the tests went, as part of a line: <c>8 of 34 tests fail (76.4% passed), 1 skipped, none at the last deployment</c>.</summary>
    public static string Passed(Report report)
    {
        var totals = report.Totals;
        var jobs = JobsOf(report.Clusters) is > 0 and var count ? $", {Numbers.Count(count, "failing job")}" : "";
        if (totals.Ran == 0)
            return $"no test ran{jobs}{Before(report)}";
        var outside = jobs + (totals.Outside == 0 ? "" : $", {Numbers.Count(totals.Outside, "failure")} outside of tests");
        var skipped = totals.Skipped > 0 ? $", {totals.Skipped} skipped" : "";
        return totals.BadTests == 0 ? $"{totals.Passed} of {Numbers.Count(totals.Ran, "test")} passed{outside}{skipped}{Before(report)}"
            : $"{totals.BadTests} of {Numbers.Count(totals.Ran, "test")} {(totals.BadTests == 1 ? "fails" : "fail")} "
                + $"({Numbers.Rate(totals.PassRate)} passed){outside}{skipped}{Before(report)}";
    }

    /// <summary>The last earlier run, for comparison.</summary>
    private static string Before(Report report) => report.Previous switch
    {
        null or { PassRate: null } => "",
        { PassRate: >= 1 } => report.Totals.BadTests > 0 ? $"; none at the last {report.Deployment.Occasion}" : "",
        { PassRate: var rate } previous => $"; {Numbers.Rate(rate)} passed at the last {report.Deployment.Occasion} "
            + $"({previous.Fixed} fixed, {previous.Broken} broken since)",
    };
}
