using Whybot.Analysis.Clusters;
using Whybot.Analysis.Evidence;
using Whybot.Analysis.Gates;
using Whybot.Analysis.History;
using Whybot.Analysis.Reports;
using Whybot.Analysis.Results;
using Whybot.Analysis.Verdicts;
using Whybot.Analysis.Whys;

namespace Whybot.Analysis.Explanation.Claims;

/// <summary>
/// What claims are evaluated against: the stored bytes, what was read from them, and the findings for each cause. Nothing is kept from one evaluation to the
/// next.
/// </summary>
/// <param name="clusters">All causes.</param>
/// <param name="words">All words that claims will search for in tests.</param>
internal sealed class ClaimFacts(RunView run, IReadOnlyList<JudgedCluster> clusters, IEvidence evidence, IReadOnlyList<string> words)
{
    private readonly Lazy<UsualTests> _usual = new(() => new UsualTests(run.Incident.History));
    private readonly Dictionary<GroupFacts, PastOfCluster> _past = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<GroupFacts, ClusterFinding> _findings = FindingsOf(clusters);
    private readonly Dictionary<Citation, Citation?> _read = [];
    private RunTotals? _totals;
    private IReadOnlyList<Prose>? _warnings;
    private IReadOnlyList<Prose>? _answers;

    public RunView Run => run;
    public Incident Incident => run.Incident;

    public IReadOnlyList<Gate> Gates { get => field ??= new GateJudge(Incident, run.Suites, Completeness, Authenticity, Flaky).Judge(); init; }

    public RunDecision Decision => RunDecisions.Decide(new RunEvidence(Incident, Totals, Gates, Completeness, Authenticity, Flaky, run.Suites));

    public StoredText Text { get; } = new(evidence, [.. run.Incident.Tests], words);

    public RunTotals Totals => _totals ??= RunTotals.Of(Incident);
    public Completeness Completeness { get => field ??= Completeness.Judge(Incident, _usual.Value); init; }

    public Authenticity Authenticity
    {
        get => field ??= Authenticity.Judge([.. Incident.Tests], _usual.Value, t => Incident.Deployment.Environment is not null && run.Suites.Knows(t));
        init;
    }

    /// <summary>Statements about the run itself.</summary>
    public IReadOnlyList<Prose> Warnings => _warnings ??= RunWarnings.All(Completeness, Authenticity, run);

    /// <summary>Statements about causes of earlier runs.</summary>
    public IReadOnlyList<Prose> Answers =>
        _answers ??= [.. History.Answers.Of(Incident, Failing, Authenticity).Concat(History.Answers.Cleared(Incident, Failing, Authenticity))
            .Select(a => a.Because)];

    public RunFigures Figures => new(run, Authenticity.Unproved, Flaky);

    public ClusterFinding Finding(GroupFacts cluster) => _findings[cluster];

    /// <summary>What fails now, and because of which causes.</summary>
    public FailingNow Failing => new([.. clusters.SelectMany(c => c.Finding.Tests.Select(t => (t.Id, c.Finding.Facts.Id)))]);

    private static Dictionary<GroupFacts, ClusterFinding> FindingsOf(IReadOnlyList<JudgedCluster> clusters)
    {
        var findings = new Dictionary<GroupFacts, ClusterFinding>(ReferenceEqualityComparer.Instance);
        foreach (var cluster in clusters)
            findings[cluster.Finding.Facts] = cluster.Finding;
        return findings;
    }

    private HashSet<string> Flaky =>
        [.. clusters.Where(c => c.Verdict.Kind == VerdictKind.Flaky).SelectMany(c => c.Finding.Tests.Select(t => t.Id))];

    public PastOfCluster Past(GroupFacts cluster)
    {
        if (!_past.TryGetValue(cluster, out var past))
            _past[cluster] = past = new PastOfCluster(cluster, Incident.History);
        return past;
    }

    /// <summary>The citation, narrowed to where its words are; null if they are not found there.</summary>
    public Citation? Reread(Citation where)
    {
        if (!_read.TryGetValue(where, out var standing))
            _read[where] = standing = CitationChecker.Check(where, evidence);
        return standing;
    }

    /// <summary>Whether a statement contains the words and they are found at its place. Only the words are checked, because a terminal's colours may change
    /// within the rest.</summary>
    public bool Says(Statement statement, string words, StringComparison comparison) =>
        statement.Words.IndexOf(words, comparison) is >= 0 and var at
            && Reread(statement.Citation with { Excerpt = statement.Words.Substring(at, words.Length) }) is not null;

    /// <summary>Whether a JSON value in the stored evidence contains the words.</summary>
    public bool Holds(string source, string pointer, string words) =>
        evidence.TryReadJson(source, pointer, out var value) && value.Contains(words, StringComparison.Ordinal);
}
