using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Reports;

/// <summary>
/// The first lines of whatever is said about a run: what was decided, what broke and because of what, what to do now, and the figures. Somebody who reads
/// nothing else on a phone knows what to do.
/// </summary>
internal static class AnswerLines
{
    /// <summary>So many characters of two texts decide whether they say the same.</summary>
    private const int Compared = 60;

    /// <summary>The answer in one sentence, without a full stop: <c>No-go for `staging` at `c4b6ed7c`: `cache` refuses connections; no change explains
    /// it</c>.</summary>
    public static Prose Sentence(Report report) => Prose.Of($"{Subject(report)}{Outcome(report)}");

    /// <summary>A failing test makes the sign red, even if the gates accept it.</summary>
    public static Decision Sign(Report report) => report.Deployment.Environment is null && report.Totals.Bad > 0 ? Decision.NoGo : report.Decision;

    /// <summary>What to do at once or, if nothing has to be done at once, next; empty if nothing fails.</summary>
    public static (Urgency Urgency, IReadOnlyList<Prose> What)? ToDo(Report report)
    {
        if (report.Clusters is not [var worst, ..])
            return null;
        var now = worst.Actions.Where(a => a.Urgency == Urgency.Now).Select(a => a.What).ToList();
        if (now.Count > 0)
            return (Urgency.Now, now);
        return worst.Actions.FirstOrDefault(a => a.Urgency == Urgency.Next) is { } next ? (Urgency.Next, [next.What]) : null;
    }

    /// <summary>The reason for the decision, unless the sentence or the figures say it.</summary>
    public static Prose Reason(Report report) =>
        SaysCause(report) && HasGates(report) && !JudgedAsOne(report) && !Names(report.Reason, report.Clusters[0].Title) ? report.Reason : Prose.Empty;

    /// <summary>How the tests went, unless the sentence says it; then it may be empty.</summary>
    public static string Figures(Report report) =>
        SaysCause(report) || (HasGates(report) && !JudgedAsOne(report)) || !report.IsGo ? Wording.Passed(report)
        : HasGates(report) && (report.Totals.Skipped > 0 || report.Previous is not null) ? Wording.Passed(report) : "";

    /// <summary>Whether the sentence names what was not fully read.</summary>
    public static bool SaysUnread(Report report) => !SaysCause(report) && report.Unread is [var first, ..] && Names(report.Reason, first.Reason);

    /// <summary>No gates are set, so every test has to pass.</summary>
    private static bool JudgedAsOne(Report report) => report.Gates is [{ Required: >= 1 }];

    private static bool Names(Prose sentence, string words) =>
        sentence.ToString().Contains(SafeText.OneLine(words, Compared).TrimEnd('…'), StringComparison.Ordinal);

    /// <summary>Whether the sentence is about the worst cause; otherwise it is about the rule that decided.</summary>
    public static bool SaysCause(Report report) =>
        report.Clusters.Count > 0 && (report.IsNoGo || (report.Deployment.Environment is null && report.Totals.Bad > 0));

    private static bool HasGates(Report report) => report.Deployment.Environment is not null;

    private static Prose Subject(Report report) => report.Deployment switch
    {
        { Environment: { } environment } => Prose.Of($"{Wording.Of(report.Decision):t} for {environment}{At(report)}: "),
        { Pull: not null } when SaysCause(report) => Prose.Of($"{Concern(report.Clusters[0]):t}: "),
        { Pull: null, Branch: { } branch } => Prose.Of($"{branch}{At(report)}: "),
        _ when SaysCause(report) => Prose.Of($"{(report.Totals.BadTests > 0 ? "Failed" : Wording.Headline(report)):t}: "),
        _ => Prose.Empty,
    };

    private static Prose At(Report report) => report.Deployment.Sha is { } sha ? Prose.Of($" at {LinkedText.Commit(sha)}") : Prose.Empty;

    private static Prose Outcome(Report report) => SaysCause(report)
        ? Prose.Of($"{report.Clusters[0].Brief}{(report.Clusters.Count > 1 ? $", and {Numbers.Count(report.Clusters.Count - 1, "more cause")}" : ""):t}")
        : HasGates(report) ? report.Reason
        : report.Decision == Decision.Go && report.Totals.Ran > 0 ? Prose.Of($"{Wording.Passed(report):t}")
        : Prose.Of($"{Wording.Headline(report):t}: {report.Reason}");

    /// <summary>Whose failure it is, for the author of a pull request; no more than the verdict says.</summary>
    private static string Concern(ReportedCluster cluster) => cluster.Verdict.Kind switch
    {
        VerdictKind.Regression when cluster.Suspects is [{ Established: true }, ..] => "Yours",
        VerdictKind.Regression when cluster.Suspects.Count > 0 => "Probably yours",
        VerdictKind.Regression => "Passed before",
        VerdictKind.Preexisting => "Not yours",
        VerdictKind.Known => "Known, probably not yours",
        VerdictKind.Flaky or VerdictKind.Environment => "Probably not yours",
        _ => "Unclear whether it is yours",
    };
}
