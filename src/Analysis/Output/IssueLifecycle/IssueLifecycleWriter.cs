using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Filing;
using Whybot.Analysis.Output.Reports;

namespace Whybot.Analysis.Output.IssueLifecycle;

/// <summary>Writes what people are told about an issue: one sentence about what has changed, with the figures.</summary>
internal static class IssueLifecycleWriter
{
    /// <summary>The figures that show that it is over.</summary>
    public static string Fixed(TrackedIssue issue, TrackedCause cause, FailureRate rate, int clean)
    {
        var tests = cause.About.Tests == 0 ? "all was ready" : cause.About.Tests == cause.About.JobIds.Count ? "its jobs ran and passed"
            : "its tests ran and passed";
        var since = issue.Fix is { } fix ? $" since #{fix.Pull} was deployed" : "";
        var odds = rate.Rate >= 1 ? ""
            : $" {clean} clean runs in a row happen by chance in "
                + $"{PriorityRules.Percent(ClosingRule.ChanceOf(rate, clean, issue.Fix is not null))} of such cases.";
        return $"**Fixed:** {tests} in the last {Numbers.Count(clean, "run")}{since}, the newest at {Sha(cause.Rows[0])}. Before, it failed in {rate.Failed} "
            + $"of {Numbers.Count(rate.Ran, "run")}{(rate.Rate < 1 ? $" ({PriorityRules.Percent(rate.Rate)})" : "")}.{odds}";
    }

    /// <param name="figures">As <see cref="Fixed"/> returns them.</param>
    public static string Closed(string figures) => $"{figures} Closed; if it comes back, I'll reopen it.\n";

    /// <inheritdoc cref="Closed"/>
    public static string Suggested(string figures) =>
        $"{figures} This could be closed. People have overturned too many of my closings lately, so I leave it to you.\n";

    public static string Back(TrackedIssue issue, SeenRow last) =>
        $"**Back:** it fails again at {Sha(last)} on {Markdown.Code(last.Place)}, {Days(issue.ClosedAt!.Value, last)}.{Differs(issue, last)}\n";

    public static string StillFails(TrackedIssue issue, SeenRow last) =>
        $"**It still fails** since this was closed: at {Sha(last)} on "
            + $"{Markdown.Code(last.Place)}{(last.Tests > 0 ? $", {Numbers.Count(last.Tests, "failure")}" : "")}. I'm leaving it closed and won't mention it "
            + $"again; "
            + $"{Markdown.Code("/reopen")} reopens it.\n";

    public static string Replaced(IReadOnlyList<SeenCause> by) =>
        $"**Another cause:** its tests fail for another reason now, "
            + $"{string.Join(", ", by.Take(3).Select(c => $"{Markdown.Code(c.Title, 100)} ({Issue(c)})"))}. "
            + $"Until that is fixed, nobody can see whether this one is over.\n";

    public static string Worse(int before, int now) => $"**Worse:** {Numbers.Count(now, "failure")} for it now; {before} when I last said so.\n";

    public static string Elsewhere(IReadOnlyList<string> places) =>
        $"**Worse:** it is seen on {string.Join(", ", places.Take(5).Select(p => Markdown.Code(p)))} too.\n";

    public static string Priority(Priority before, Ranked now) =>
        $"**{now.Priority}** instead of {before}: {Markdown.Of(now.Because)}.\n";

    public static string Advice(Ranked now, Priority? persons) =>
        $"By its figures this is **{now.Priority}**: {Markdown.Of(now.Because)}. "
            + $"{(persons is null ? "Somebody has taken the priority off" : $"Somebody has set {persons}")}, and that stands.\n";

    /// <summary>What is different from when it was closed.</summary>
    private static string Differs(TrackedIssue issue, SeenRow last)
    {
        var cause = issue.Causes.FirstOrDefault(c => c.LastFailure == last) ?? issue.Causes[0];
        var before = cause.Rows.Where(r => !r.Cleared && r.At <= issue.ClosedAt).ToList();
        var parts = new List<string>();
        if (before.Count > 0 && before.Max(r => r.Tests) is var most && most != last.Tests)
            parts.Add($"{Numbers.Count(last.Tests, "failure")} instead of {most}");
        if (before.Count > 0 && before.TrueForAll(r => !EnvironmentNames.Same(r.Place, last.Place)))
            parts.Add($"before it was seen on {Markdown.Code(before[0].Place)}");
        if (cause.About.Suspect is { } suspect)
            parts.Add($"the {(suspect.Established ? "" : "likely ")}suspect is {Markdown.Code(suspect.Sha.Short)} "
                + $"{Markdown.Code(suspect.Path, 80)}");
        return parts.Count == 0 ? " Nothing differs from before." : $" What differs: {string.Join("; ", parts)}.";
    }

    private static string Days(DateTimeOffset closed, SeenRow last)
    {
        var days = (int)((last.At ?? closed) - closed).TotalDays;
        return days < 1 ? "less than a day after it was closed" : $"{Numbers.Count(days, "day")} after it was closed";
    }

    private static string Sha(SeenRow row) => Markdown.Code(row.Sha.Short);

    private static string Issue(SeenCause cause) =>
        (cause.Issue ?? cause.Matched) is { } issue ? $"#{issue}" : CommentWriter.NewIssuePlaceholder(cause.Cluster);
}
