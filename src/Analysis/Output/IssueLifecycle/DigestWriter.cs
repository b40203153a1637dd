using System.Globalization;
using System.Text;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Reports;

namespace Whybot.Analysis.Output.IssueLifecycle;

/// <summary>Writes the weekly digest: first what needs attention, then the underlying figures.</summary>
public static class DigestWriter
{
    public const string Title = "Whybot: weekly digest";

    /// <summary>The hidden line that the bot uses to find its issue; an issue with this line does not describe a failure.</summary>
    public const string Marker = "<!-- whybot:digest -->";
    private const int MostRows = 10;

    public static string Write(Digest digest)
    {
        var text = new StringBuilder($"{First(digest)}\n\n{Places(digest)}");
        Section(text, "Open issues that test runs contradict",
            digest.Refuted.OrderByDescending(r => r.IsStale).ThenBy(r => r.Priority.Rank()).ThenByDescending(r => r.Runs),
            "", Refuted);
        Section(text, "Quiet, and not known to be over", digest.Lingering.OrderBy(l => l.FailedLast),
            $"Its tests pass, but it failed too seldom for so few runs to prove anything. {Markdown.Code("/close REASON")} in its thread ends it; so does a "
                + $"merged pull request that says {Markdown.Code("Fixes #…")}.\n\n", Lingering);
        Section(text, "Not understood", digest.Unclassified,
            $"{Markdown.Code("/why")} in the issue says where the evidence ends; {Markdown.Code("/cause TEXT")} tells me what it was.\n\n", Unclassified);
        Section(text, "Flaky, the most expensive first", digest.Flakes, "", Flake);
        if (digest.Record.Count > 0)
            text.Append($"## My own record, 90 days\n\n{RuleRecord.Table(digest.Record)}\n");
        return text.Append($"<sub>Week until {digest.Until:yyyy-MM-dd HH:mm} UTC. I edit this issue once a week, and comment on nothing. Close it, and it "
            + $"stays closed.{CommentWriter.PageMarker}</sub>\n\n{Marker}\n").ToString();
    }

    private static string First(Digest digest)
    {
        var parts = new List<string>();
        Add(digest.Refuted.Count(r => r.IsStale), "stale P0");
        Add(digest.Refuted.Count(r => !r.IsStale), "other contradicted issue");
        Add(digest.Lingering.Count, "issue that lingers", "issues that linger");
        Add(digest.Unclassified.Count, "cause not understood", "causes not understood");
        Add(digest.Flakes.Count, "flaky cause");
        Add(digest.Record.Count(r => r.IsDoubted), "rule of mine that is overturned too often", "rules of mine that are overturned too often");
        return parts.Count == 0 ? "**Nothing needs attention this week.**" : $"**{string.Join(", ", parts)}.**";

        void Add(int count, string one, string? many = null)
        {
            if (count > 0)
                parts.Add(count == 1 ? $"1 {one}" : $"{count} {many ?? one + "s"}");
        }
    }

    private static string Places(Digest digest) =>
        string.Concat(digest.Places.Select(p =>
            $"{Markdown.Code(p.Name)}: {Numbers.Count(p.Go + p.NoGo + p.Inconclusive, "deployment")} tested, {p.Go} go, {p.NoGo} no-go, {p.Inconclusive} "
            + $"inconclusive.  \n"))
        + (digest.Places.Count > 0 ? "\n" : "");

    private static void Section<T>(StringBuilder text, string heading, IEnumerable<T> rows, string head, Func<T, string> row)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return;
        text.Append($"## {heading}\n\n{head}");
        foreach (var one in all.Take(MostRows))
            text.Append(row(one));
        text.Append(all.Count > MostRows ? $"- and {all.Count - MostRows} more\n\n" : "\n");
    }

    private static string Refuted(RefutedIssue issue) =>
        $"- #{issue.Issue} {Markdown.Code(issue.Title, 100)}{(issue.IsStale ? " **stale P0**" : issue.Priority is { } priority ? $" {priority}" : "")}: "
            + $"{Numbers.Count(issue.Runs, "run")} since it last held, the newest {At(issue.Sha, issue.Place)}; {Markdown.Code(issue.Because)}\n";

    private static string Lingering(LingeringIssue issue) =>
        $"- #{issue.Issue} {Markdown.Code(issue.Title, 100)}: failed {issue.Failed}×, last on {issue.FailedLast:yyyy-MM-dd}; "
            + $"{Numbers.Count(issue.Clean, "run")} passed since, {issue.Needed} are needed to close it\n";

    private static string Unclassified(UnclassifiedCause cause) =>
        $"- {Markdown.Code(cause.Title, 100)}: {cause.Verdict.Word()}, seen {At(cause.Sha, cause.Place)}, {IssueOf(cause.Issue)}\n";

    private static string Flake(FlakeCost flake) =>
        $"- {Markdown.Code(flake.Title, 100)}: failed in {Numbers.Count(flake.Failures.Count, "run")}, kept {flake.Blocked} from passing, cost "
            + $"{flake.Minutes.ToString("0.#", CultureInfo.InvariantCulture)} min; {IssueOf(flake.Issue)}\n";

    private static string At(CommitSha sha, string place) => $"at {Markdown.Code(sha.Short)} on {Markdown.Code(place)}";

    private static string IssueOf(int? issue) => issue is { } number ? $"#{number}" : "no issue";
}
