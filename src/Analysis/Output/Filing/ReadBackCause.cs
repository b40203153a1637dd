using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Filing;

/// <summary>A cause as its issue describes it.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="RanBefore">How many runs before those rows the issue only counts.</param>
/// <param name="FailedBefore">In how many of them it was seen.</param>
/// <param name="First">The day on which it was first seen; null if it is not said.</param>
public sealed record ReadBackCause(SeenCause About, IReadOnlyList<SeenRow> Rows, int RanBefore, int FailedBefore, DateOnly? First)
{
    private const int Columns = 4;

    /// <summary>
    /// The causes of an issue. The table does not say which of several were seen in which run: the gravest gets its rows, and the others are taken to have been
    /// seen in the oldest failing one, so that the issue is not closed before each of them has been seen to pass.
    /// </summary>
    public static IReadOnlyList<ReadBackCause> Of(FiledIssue issue, int number, string title)
    {
        var seen = issue.Seen;
        var rows = seen?.Rows ?? [];
        var oldest = rows.LastOrDefault(r => !r.Cleared);
        return [.. issue.Clusters.Select((cluster, i) => i == 0
            ? new ReadBackCause(Gravest(issue, cluster, number, title), rows, seen?.Unlisted ?? 0, seen?.UnlistedFailed ?? 0, seen?.First)
            : new ReadBackCause(Other(issue, i, number, title), oldest is null ? [] : [oldest with { Tests = 0 }], 0, 0, null))];
    }

    private static SeenCause Gravest(FiledIssue issue, ClusterId cluster, int number, string title)
    {
        var (named, verdict, _) = Told(issue, 0, title);
        var tests = issue.Seen?.Rows.FirstOrDefault(r => !r.Cleared)?.Tests ?? Math.Max(1, issue.Tests?.Count ?? 1);
        return new SeenCause(cluster, named, tests, issue.Seen?.Verdict ?? verdict, number)
        {
            IsReadBack = true,
            Signatures = issue.Signatures,
            // Of several causes, the body does not say whose tests the latest ones are.
            TestIds = issue.Clusters.Count > 1 ? [] : issue.Tests ?? [],
            Suspect = issue.Seen?.Suspect,
        };
    }

    private static SeenCause Other(FiledIssue issue, int index, int number, string title)
    {
        var (named, verdict, tests) = Told(issue, index, title);
        return new SeenCause(issue.Clusters[index], named, tests, verdict, number) { IsReadBack = true };
    }

    /// <summary>What the table of causes says of one of them.</summary>
    private static (string Title, VerdictKind Verdict, int Tests) Told(FiledIssue issue, int index, string title) =>
        issue.CauseRows.ElementAtOrDefault(index) is ['|', ' ', .., ' ', '|'] row && row[2..^2].Split(" | ") is { Length: Columns } cells
            && CodeSpans.WholeCell(cells[0]) is { } named && VerdictKinds.Parse(cells[1]) is { } verdict && int.TryParse(cells[2], out var tests)
            ? (named, verdict, tests) : (title, VerdictKind.Inconclusive, 1);
}
