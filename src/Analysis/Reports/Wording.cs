using Whybot.Analysis.Gates;
using Whybot.Analysis.Verdicts;
using Whybot.Analysis.Whys;

namespace Whybot.Analysis.Reports;

/// <summary>The program's words for its own values, the same in every report.</summary>
public static class Wording
{
    public static string Of(Decision decision) => decision switch
    {
        Decision.Go => "Go",
        Decision.NoGo => "No-go",
        _ => "Inconclusive",
    };

    public static string Of(VerdictKind verdict) => verdict.ToString().ToLowerInvariant();

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

    public static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count:N0} {what}s";

    public static string Rate(double? rate) => rate is { } value ? RunDecisions.Percent(value) : "–";

    /// <summary>How many passed, as a sentence's part: <c>26 of 34 passed (76.4 %), 1 skipped; 100 % before</c>.</summary>
    public static string Passed(Report report)
    {
        var totals = report.Totals;
        var skipped = totals.Skipped > 0 ? $", {totals.Skipped} skipped" : "";
        var before = report.Previous is { PassRate: { } rate } previous
            ? $"; {Rate(rate)} at the last deployment" + (previous.Fixed + previous.Broken > 0 ? $" ({previous.Fixed} fixed, {previous.Broken} broken since)"
                : "")
            : "";
        return $"{totals.Passed} of {totals.Ran} passed ({Rate(totals.PassRate)}){skipped}{before}";
    }
}
