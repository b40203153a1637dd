using Whybot.Analysis.Explanation.Correlation;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Explanation.Resolutions;
using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Reports;

namespace Whybot.Analysis.Output.Checking;

/// <summary>
/// Goes through every sentence of a report. A sentence that fails the check is removed together with what it explains: a warning, a reason, an action. Where a
/// sentence is required, the report says instead that it could not be confirmed.
/// </summary>
/// <param name="check">Returns the sentence to keep; null if it fails the check.</param>
internal sealed class ReportSentences(Func<Prose, Prose?> check)
{
    private static readonly Prose Unconfirmed = Prose.Of($"this could not be confirmed from the evidence");

    public Report Of(Report report) => report with
    {
        Reason = check(report.Reason) ?? Unconfirmed,
        Gates = [.. report.Gates.Select(g => g with { Reason = check(g.Reason) ?? Unconfirmed })],
        Answers = Answered(report.Answers),
        Cleared = Answered(report.Cleared),
        Clusters = [.. report.Clusters.Select(Cluster)],
        Contradictions = [.. report.Contradictions.Select(c => c with { Because = Standing(c.Because) }).Where(c => c.Because.Count > 0)],
        Warnings = Standing(report.Warnings),
    };

    private ReportedCluster Cluster(ReportedCluster cluster) => cluster with
    {
        Verdict = new Verdict(cluster.Verdict.Kind, check(cluster.Verdict.Because) ?? Prose.Of($"{cluster.Verdict.Kind.Word():t}: {Unconfirmed}")),
        RootCause = check(cluster.RootCause) ?? Prose.Of($"What is behind it could not be confirmed from the evidence."),
        Brief = check(cluster.Brief) ?? Prose.Of($"{cluster.Title}"),
        Issue = cluster.Issue is { } issue ? issue with { Because = Standing(issue.Because) } : null,
        Related = Matches(cluster.Related),
        SeenBefore = Matches(cluster.SeenBefore),
        Scored = [.. cluster.Scored.Select(Scored)],
        Suspects = [.. cluster.Suspects.Select(s => s with { Because = Standing(s.Because) }).Where(s => s.Because.Count > 0)],
        Ranked = [.. cluster.Ranked.Select(s => s with { Because = Standing(s.Because) }).Where(s => s.Because.Count > 0)],
        Shortlist = Standing(cluster.Shortlist),
        Whys = WhyChain.InOrder(cluster.Whys.Select(Why)),
        RuledOut = [.. cluster.RuledOut.Select(r => check(r.What) is { } what && check(r.Because) is { } because
            ? r with { What = what, Because = because } : null)
            .OfType<RuledOut>()],
        Actions = [.. cluster.Actions.Select(a => check(a.What) is { } what ? a with { What = what } : null).OfType<ActionItem>()],
        Joined = Standing(cluster.Joined),
    };

    private Why Why(Why why)
    {
        var onward = check(why.Onward) ?? Prose.Empty;
        return why.Status != WhyStatus.Unknown && check(why.Answer) is { } answer ? why with { Answer = answer, Onward = onward }
            : Explanation.Whys.Why.Unknown(why.Level, why.Rung, why.Question, onward);
    }

    private List<MatchedIssue> Matches(IReadOnlyList<MatchedIssue> issues) =>
        [.. issues.Select(i => i with { Because = Standing(i.Because) }).Where(i => i.Because.Count > 0)];

    private ScoredIssue Scored(ScoredIssue issue) => issue with
    {
        Points = [.. issue.Points.Select(p => (p.Points, Because: check(p.Because))).Where(p => p.Because is not null).Select(p => (p.Points, p.Because!))],
    };

    private List<Answer> Answered(IReadOnlyList<Answer> answers) =>
        [.. answers.Select(a => check(a.Because) is { } because ? a with { Because = because } : null).OfType<Answer>()];

    private List<Prose> Standing(IReadOnlyList<Prose> sentences) => [.. sentences.Select(check).OfType<Prose>()];
}
