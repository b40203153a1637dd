using Whybot.Analysis.Readiness;
using Whybot.Analysis.Reports;
using Whybot.Analysis.Signatures;

namespace Whybot.Analysis.Correlation;

/// <summary>What speaks for and against an issue, one kind of reason per method.</summary>
internal static class MatchPoints
{
    /// <summary>
    /// The error's own words, quoted by the issue. Words that passing tests print too are refused, and so are those that many issues quote,
    /// or that a few tests of many show without being named.
    /// </summary>
    public static IEnumerable<MatchPoint> Words(IssueProfile issue, ClusterText cluster, Commonness commonness)
    {
        var best = issue.Claims.Where(c => c.Telling && cluster.MayShow(c) && commonness.IsRare(c))
            .Select(c => (Claim: c, Showing: cluster.Showing(c), Logged: cluster.LoggedByPlatform(c)))
            .Where(c => c.Logged || c.Showing * 3 >= cluster.Count || (c.Showing > 0 && NamesFailing(issue, cluster)))
                .OrderByDescending(c => c.Showing).ThenByDescending(c => c.Claim.Weight).FirstOrDefault();
        if (best.Claim is null)
            yield break;
        var passing = cluster.PassingThatShow(best.Claim);
        if (passing > 0)
            yield return new MatchPoint(0, $"its words {best.Claim.Words:q} stand in {passing} passing tests too and prove nothing");
        else
            yield return new MatchPoint(0.6, best.Showing > 0
                ? Prose.Of($"{best.Showing} of {cluster.Count} failing, 0 of {cluster.Passing} passing tests show {best.Claim.Words:q}")
                : Prose.Of($"the platform logged {best.Claim.Words:q} while they failed"), OfCause: true, best.Claim.Words);
    }

    /// <summary>Addresses, settings, types of error and other names in both texts.</summary>
    public static IEnumerable<MatchPoint> Names(IssueProfile issue, ClusterText cluster, Commonness commonness)
    {
        var shared = issue.Terms.Values.Where(t => t.Strong && cluster.Terms.ContainsKey(t.Text) && commonness.IsRare(t)).ToList();
        foreach (var address in shared.Where(t => t.Kind == TermKind.Address).Take(1))
            yield return new MatchPoint(0.35, $"both name the address {address.Text}", OfCause: true, address.Text);
        foreach (var setting in shared.Where(t => t.Kind == TermKind.Setting).Take(1))
            yield return new MatchPoint(0.4, $"both name the setting {setting.Text}", OfCause: true, setting.Text);
        foreach (var type in shared.Where(t => t.Kind == TermKind.ErrorType).Take(1))
            yield return new MatchPoint(0.2, $"both name {type.Text}", Words: type.Text);
        var others = shared.Where(t => t.Kind is TermKind.Identifier or TermKind.Quoted && !cluster.Categories.Contains(t.Text)).Select(t => t.Text).Take(3)
            .ToList();
        if (others.Count > 0)
            yield return new MatchPoint(0.05 * others.Count, $"both name {Prose.List(others)}", Words: others[0]);
        if (Other(issue, cluster, TermKind.Setting) is { } setting2)
            yield return new MatchPoint(-0.4, $"it names the setting {setting2}, which is not the one here");
        if (Other(issue, cluster, TermKind.Address) is { } address2)
            yield return new MatchPoint(-0.2, $"it names the address {address2}, which is not the one here");
    }

    public static IEnumerable<MatchPoint> Tests(IssueProfile issue, ClusterText cluster)
    {
        if (issue.Tests.Count == 0)
            yield break;
        var failing = issue.Tests.Where(t => t.Value.Any(cluster.FailedTests.Contains)).Select(t => t.Key).ToList();
        var passing = issue.Tests.Where(t => t.Value.All(cluster.Passed)).Select(t => t.Key).ToList();
        if (failing.Count > 0)
            yield return new MatchPoint(0.25 * failing.Count / issue.Tests.Count, $"{failing.Count} of the {issue.Tests.Count} tests it names fail here",
                Words: failing[0]);
        if (passing.Count > 0)
            yield return new MatchPoint(-0.15, $"{passing[0]}, which it names, passed");
        if (failing.Count > 0 && SameFigures(issue, cluster) is { Count: >= 2 } figures)
            yield return new MatchPoint(0.4, $"both give the figures {Prose.List(figures)}", OfCause: true, figures[0]);
    }

    /// <summary>The kind of fault: the same speaks for it; another one, when both are specific, against it.</summary>
    public static IEnumerable<MatchPoint> Kind(IssueProfile issue, ClusterText cluster, IReadOnlyList<MatchPoint> soFar)
    {
        var kind = issue.Mechanism;
        var same = kind == cluster.Root || kind == cluster.Facts.Symptom;
        if (Unspecific(kind.Id))
            yield break;
        if (same)
        {
            var named = issue.Tests.Count > 0 && issue.Tests.Values.All(ids => ids.Any(cluster.FailedTests.Contains)) && issue.Tests.Count * 3 >= cluster.Count;
            var inFile = !named && SameFile(issue, cluster) is not null && kind.Shown(issue.Text).Intersect(cluster.Shown(kind)).Any();
            Prose where = named ? Prose.Of($" of the same tests") : inFile ? Prose.Of($" in the same file") : Prose.Empty;
            yield return new MatchPoint(inFile ? 0.35 : named ? 0.3 : 0.15, $"it describes the same kind of fault ({kind.Id:t}){where}", OfCause: named
                || inFile);
        }
        else if (!Unspecific(cluster.Root.Id) && !soFar.Any(p => p.OfCause && p.Points >= 0.6))
            yield return new MatchPoint(-0.3, $"it describes another kind of fault ({kind.Id:t}, here {cluster.Root.Id:t})");
    }

    public static IEnumerable<MatchPoint> Circumstances(IssueProfile issue, ClusterText cluster)
    {
        if (cluster.Fault?.Mentions.FirstOrDefault(m => m.Length > 2 && EnvironmentFaults.Mentions(issue.Text, m)) is { } service)
            yield return new MatchPoint(0.15, $"it speaks of {service.TrimStart(':')}, which is the broken part here");
        if (SameFile(issue, cluster) is { } path)
            yield return new MatchPoint(0.2, $"both name {path}", Words: path);
        if (issue.Issue.Labels.FirstOrDefault(l => cluster.Categories.Contains(l, StringComparer.OrdinalIgnoreCase)) is { } label)
            yield return new MatchPoint(0.05, $"it is labelled {label}");
    }

    public static IEnumerable<MatchPoint> Recency(IssueProfile issue, ClusterText cluster)
    {
        if (cluster.At is { } at && issue.Issue.UpdatedAt is { } updated && (at - updated).TotalDays is >= 0 and <= 30)
            yield return new MatchPoint(0.03, $"it was updated in the last 30 days");
    }

    /// <summary>Kinds that are symptoms of anything.</summary>
    private static bool Unspecific(string mechanism) => mechanism is "unknown" or "wrong-value" or "process-failed" or "server-error" or "not-found" or "crash";

    private static bool NamesFailing(IssueProfile issue, ClusterText cluster) => issue.Tests.Values.Any(ids => ids.Any(cluster.FailedTests.Contains));

    private static string? SameFile(IssueProfile issue, ClusterText cluster) =>
        cluster.Paths.FirstOrDefault(p => issue.Text.Contains(p, StringComparison.Ordinal));

    private static string? Other(IssueProfile issue, ClusterText cluster, TermKind kind)
    {
        var mine = issue.Terms.Values.Where(t => t.Kind == kind).ToList();
        var theirs = cluster.Terms.Values.Any(t => t.Kind == kind);
        return theirs && mine.Count > 0 && !mine.Any(t => cluster.Terms.ContainsKey(t.Text)) ? mine[0].Text : null;
    }

    private static List<string> SameFigures(IssueProfile issue, ClusterText cluster) =>
        [.. issue.Terms.Values.Where(t => t.Kind == TermKind.Number && cluster.Terms.TryGetValue(t.Text, out var other) && other.Kind == TermKind.Number).Select(t => t.Text)];
}
