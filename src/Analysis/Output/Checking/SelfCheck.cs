using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Explanation;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Validity;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Reports;

namespace Whybot.Analysis.Output.Checking;

/// <summary>
/// Checks a report against the stored evidence before it is published: every claim in its sentences, every figure and every citation. Anything that does not
/// evaluate to what is printed is dropped and counted.
/// </summary>
/// <param name="first">The instance that evaluated the claims when the report was built; what it dropped is counted too.</param>
internal sealed class SelfCheck(RunView run, IReadOnlyList<JudgedCluster> clusters, IEvidence evidence, SelfCheck? first = null)
{
    private int _claims;
    private int _claimsDropped = first?._claimsDropped ?? 0;
    private int _citations;
    private int _citationsDropped;

    /// <summary>The report with its claims evaluated to what they print.</summary>
    /// <param name="report">The report as built.</param>
    /// <param name="completeness">The result when the report was built; the check determines it again.</param>
    /// <param name="authenticity">As <paramref name="completeness"/>.</param>
    /// <param name="gates">As <paramref name="completeness"/>.</param>
    public Report Evaluate(Report report, Completeness completeness, Authenticity authenticity, IReadOnlyList<Gate> gates)
    {
        var facts = new ReportFacts(run, clusters, evidence, Words(report)) { Completeness = completeness, Authenticity = authenticity, Gates = gates };
        return new ReportSentences(sentence => sentence.With(claim => ((Claim)claim).Evaluated(facts) ?? Dropped())).Of(report);
    }

    /// <summary>The finished report, checked: each claim is evaluated again and must produce what is printed.</summary>
    public Report Check(Report report)
    {
        var facts = new ReportFacts(run, clusters, evidence, Words(report));
        var sentences = new ReportSentences(sentence => sentence.With(claim => Holds((Claim)claim, facts) ? claim : Dropped()));
        var checkedReport = Cited(Figures(sentences.Of(report), facts));
        return checkedReport with
        {
            SelfCheck = new SelfChecked(new Checked(_claims + _claimsDropped, _claimsDropped), new Checked(_citations + _citationsDropped, _citationsDropped)),
        };
    }

    private bool Holds(Claim claim, ReportFacts facts)
    {
        if (claim.Printed is not { } printed || !printed.Equals(claim.Evaluate(facts)))
            return false;
        _claims++;
        return true;
    }

    private IClaim? Dropped()
    {
        _claimsDropped++;
        return null;
    }

    private static List<string> Words(Report report)
    {
        var words = new List<string>();
        new ReportSentences(sentence =>
        {
            words.AddRange(sentence.Claims.OfType<IAsksForWords>().SelectMany(c => c.Asked));
            return sentence;
        }).Of(report);
        return words;
    }

    /// <summary>Wrong figures are corrected instead of dropped: a report without them would say too little.</summary>
    private Report Figures(Report report, ReportFacts facts)
    {
        var figures = facts.Figures;
        return report with
        {
            Totals = Figure(report.Totals, facts.Totals),
            Previous = Figure(report.Previous, figures.Previous()),
            Coverage = Figure(report.Coverage, figures.Coverage()),
            Suites = [.. report.Suites.Zip(figures.Suites(), Figure)],
            Gates = [.. report.Gates.Zip(facts.Gates, (printed, counted) =>
            {
                var figure = Figure(printed with { Reason = Prose.Empty }, counted with { Reason = Prose.Empty });
                return figure with { Reason = printed.Reason };
            })],
        };
    }

    private T Figure<T>(T printed, T counted)
    {
        if (EqualityComparer<T>.Default.Equals(printed, counted))
            _claims++;
        else
            _claimsDropped++;
        return counted;
    }

    private Report Cited(Report report) => report with
    {
        Answers = [.. report.Answers.Select(a => a with { Citations = Standing(a.Citations) })],
        Cleared = [.. report.Cleared.Select(a => a with { Citations = Standing(a.Citations) })],
        Contradictions = [.. report.Contradictions.Select(c => c with { Citations = Standing(c.Citations) }).Where(c => c.Citations.Count > 0)],
        Clusters = [.. report.Clusters.Select(c => c with
        {
            Suspects = [.. c.Suspects.Select(s => s with { Citations = Standing(s.Citations) })],
            Ranked = [.. c.Ranked.Select(s => s with { Citations = Standing(s.Citations) })],
            Whys = WhyChain.InOrder(c.Whys.Select(Cited)),
            Evidence = [.. c.Evidence.Where(e => Standing([e.Place]).Count > 0)],
            RuledOut = [.. c.RuledOut.Select(r => r with { Citations = Standing(r.Citations) }).Where(r => r.Citations.Count > 0)],
        })],
    };

    private Why Cited(Why why)
    {
        if (why.Status == WhyStatus.Unknown)
            return why;
        var standing = Standing(why.Citations);
        return standing.Count > 0 ? why with { Citations = standing } : Why.Unknown(why.Level, why.Rung, why.Question, why.Onward);
    }

    private IReadOnlyList<Citation> Standing(IReadOnlyList<Citation> citations)
    {
        var standing = citations.Where(c => CitationChecker.Check(c, evidence) == c).ToList();
        _citations += standing.Count;
        _citationsDropped += citations.Count - standing.Count;
        return standing;
    }
}
