using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Filing;

/// <summary>
/// What the body of one of the bot's own issues says, for when the store has been lost. The author proves little where other programs write under the same
/// name, so the whole body must have the shape that <see cref="IssueDrafter"/> gives it: its beginning, its table, and its marker at the end. A text that only
/// contains such parts is somebody else's.
/// </summary>
/// <param name="Cause">What its marker names.</param>
/// <param name="Clusters">What it is about, the gravest first; empty if it does not say that.</param>
/// <param name="Seen">Null if people took the table out.</param>
/// <param name="Tests">Ids of the tests that failed in the latest run; null if it does not name all.</param>
public sealed partial record FiledIssue(string Cause, IReadOnlyList<ClusterId> Clusters, SeenReading? Seen, IReadOnlyList<string>? Tests)
{
    /// <summary>The number of the earlier issue after which this one was filed; 0 for none.</summary>
    public int Earlier => OwnIssue.ClusterOf(Cause)?.Earlier ?? 0;

    /// <summary>Other signatures of its only cause.</summary>
    internal IReadOnlyList<ClusterId> Signatures { get; private init; } = [];

    /// <summary>Titles, verdicts and counts of its causes, if they are in a table; in the order of <see cref="Clusters"/>.</summary>
    internal IReadOnlyList<string> CauseRows { get; private init; } = [];

    /// <returns>Null if it is not a body of the bot's own.</returns>
    public static FiledIssue? Read(string? written)
    {
        if (OwnIssue.CauseOf(written) is not { } cause)
            return null;
        var body = written!.ReplaceLineEndings("\n");
        var seen = SeenReading.Read(body);
        if (!BeginsAs(cause, body) || (seen is null && body.Contains(SeenTable.Begin, StringComparison.Ordinal)) || Named(cause, body) is not { } named)
            return null;
        return new FiledIssue(cause, named.Clusters, seen, TestsOf(body, seen)) { CauseRows = RowsOfCauses(body), Signatures = named.Signatures };
    }

    private static bool BeginsAs(string cause, string body)
    {
        var first = body.AsSpan(0, body.IndexOf('\n'));
        return cause.StartsWith("mass-", StringComparison.Ordinal) ? first.EndsWith(IssueDrafter.ManyWords) && OfMany().IsMatch(first)
            : cause.StartsWith("down-", StringComparison.Ordinal) ? first.StartsWith("`") && first.Contains(EnvironmentIssue.NotReady, StringComparison.Ordinal)
            : first.StartsWith(IssueDrafter.Beginning);
    }

    /// <returns>Null if its parts contradict each other.</returns>
    private static (IReadOnlyList<ClusterId> Clusters, IReadOnlyList<ClusterId> Signatures)? Named(string cause, string body)
    {
        var lines = body.TrimEnd().Split('\n');
        var covered = lines.Length > 1 ? OwnIssue.CoveredIn(lines[^2]) : [];
        var signature = lines.LastOrDefault(l => l.StartsWith($"{OwnIssue.SignatureWord}`", StringComparison.Ordinal)) is { } line
            && CodeSpans.Whole(line[OwnIssue.SignatureWord.Length..]) is { } written ? new ClusterId(written) : default(ClusterId?);
        if (OwnIssue.ClusterOf(cause) is { } one)
            return (covered.Count == 0 || covered[0] == one.Cluster) && (signature is null || signature == one.Cluster)
                ? ([one.Cluster], [.. covered.Skip(1)]) : null;
        if (signature is { } named && OwnIssue.ClusterOf(named.Value) is not { Earlier: 0 })
            return null;
        return covered.Count == 0 ? (signature is { } only ? [only] : [], []) : signature is null || covered[0] == signature ? (covered, []) : null;
    }

    private static IReadOnlyList<string>? TestsOf(string body, SeenReading? seen)
    {
        if (seen is { Tests.Count: > 0, MoreTests: 0 })
            return AreWhole(seen.Tests) ? seen.Tests : null;
        var list = Section(body, $"\n{OwnIssue.TestsHeading}\n\n");
        var tests = list.Where(l => l.StartsWith("- `", StringComparison.Ordinal) || l.StartsWith("- [`", StringComparison.Ordinal))
            .SelectMany(l => CodeSpans.Of(l).Take(1)).ToList();
        if (tests.Count == 0 || tests.Count < list.Count || !AreWhole(tests))
            return null;
        // The list is as it was when the issue was filed; the table has the latest names.
        return seen is not { Tests.Count: > 0 } || (seen.Tests.All(tests.Contains) && tests.Count == seen.Tests.Count + seen.MoreTests) ? tests : null;
    }

    private static IReadOnlyList<string> RowsOfCauses(string body) =>
        Section(body, IssueDrafter.CausesHeader) is { Count: > 0 } rows ? rows : Section(body, IssueDrafter.EarlierCausesHeader);

    /// <summary>The lines from a heading to the next blank line; none if the text ends before that.</summary>
    private static List<string> Section(string body, string heading)
    {
        var begin = body.IndexOf(heading, StringComparison.Ordinal);
        var end = begin < 0 ? -1 : body.IndexOf("\n\n", begin + heading.Length, StringComparison.Ordinal);
        return end < 0 ? [] : [.. body[(begin + heading.Length)..end].Split('\n')];
    }

    /// <summary>A long name is cut off with an ellipsis.</summary>
    private static bool AreWhole(IReadOnlyList<string> names) => names.All(n => !n.EndsWith('…'));

    [GeneratedRegex(@"\A[0-9]{1,7} (?:tests?(?: and [0-9]{1,7} jobs?)?|jobs?) fail, for [0-9]{1,7} causes? that ", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex OfMany();
}
