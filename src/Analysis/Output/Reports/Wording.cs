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
            return $"{totals.BadTests} of {Numbers.Count(totals.Ran, "test")} failed, for {Numbers.Count(report.Clusters.Count, "cause")}";
        return report.Decision switch
        {
            Decision.Go => $"{Numbers.Count(totals.Passed, "test")} passed",
            Decision.NoGo => $"Failed, although {(totals.Passed == 1 ? "the one test" : $"all {totals.Passed:N0} tests")} passed",
            var other => $"{Of(other)}, although {(totals.Passed == 1 ? "the one test" : $"all {totals.Passed:N0} tests")} passed",
        };
    }

    /// <summary><c> for `staging`</c>, <c> on `main`</c> or nothing.</summary>
    public static string Where(Report report) => report.Deployment switch
    {
        { Environment: { } environment } => $" for {Markdown.Code(environment)}",
        { Pull: null, Branch: { } branch } => $" on {Markdown.Code(branch)}",
        _ => "",
    };

    /// <summary>How many passed, as part of a sentence: <c>26 of 34 passed (76.4%), 1 skipped; 100% before</c>.</summary>
    public static string Passed(Report report)
    {
        var totals = report.Totals;
        var skipped = totals.Skipped > 0 ? $", {totals.Skipped} skipped" : "";
        var before = report.Previous is { PassRate: { } rate } previous
            ? $"; {Numbers.Rate(rate)} at the last {report.Deployment.Occasion}" + (previous.Fixed + previous.Broken > 0
                ? $" ({previous.Fixed} fixed, {previous.Broken} broken since)"
                : "")
            : "";
        if (totals.Ran == 0)
            return "no test ran" + before;
        return $"{totals.Passed} of {totals.Ran} passed ({Numbers.Rate(totals.PassRate)}){skipped}{before}";
    }
}
