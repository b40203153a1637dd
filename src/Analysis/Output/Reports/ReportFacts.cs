using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Explanation;
using Whybot.Analysis.Explanation.Claims;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Explanation.Resolutions;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Reports;

/// <summary>What claims about the run as a whole are evaluated against: the evidence, the findings, and what follows from them.</summary>
/// <param name="clusters">All causes.</param>
/// <param name="words">All words that claims will search for in tests.</param>
internal sealed class ReportFacts(RunView run, IReadOnlyList<JudgedCluster> clusters, IEvidence evidence, IReadOnlyList<string> words)
    : FindingFacts(run, [.. clusters.Select(c => c.Finding)], evidence, words)
{
    private IReadOnlyList<Prose>? _warnings;
    private IReadOnlyList<Prose>? _answers;

    public IReadOnlyList<Gate> Gates { get => field ??= new GateJudge(Incident, Run.Suites, Completeness, Authenticity, Flaky).Judge(); init; }

    public RunDecision Decision => RunDecisions.Decide(new RunEvidence(Incident, Totals, Gates, Completeness, Authenticity, Flaky, Run.Suites));

    /// <summary>Statements about the run itself.</summary>
    public IReadOnlyList<Prose> Warnings => _warnings ??= RunWarnings.All(Completeness, Authenticity, Run);

    /// <summary>Statements about causes of earlier runs.</summary>
    public IReadOnlyList<Prose> Answers =>
        _answers ??= [.. Explanation.Resolutions.Answers.Of(Incident, Failing, Authenticity)
            .Concat(Explanation.Resolutions.Answers.Cleared(Incident, Failing, Authenticity)).Select(a => a.Because)];

    public RunFigures Figures => new(Run, Authenticity.Unproved, Flaky);

    /// <summary>What fails now, and because of which causes.</summary>
    public FailingNow Failing => new([.. clusters.SelectMany(c => c.Finding.Tests.Select(t => (t.Id, c.Finding.Facts.Id)))]);

    private HashSet<string> Flaky =>
        [.. clusters.Where(c => c.Verdict.Kind == VerdictKind.Flaky).SelectMany(c => c.Finding.Tests.Select(t => t.Id))];
}
