using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Inputs.Validity;

namespace Whybot.Analysis.Causes.Claims;

/// <summary>
/// What claims are evaluated against: the stored bytes and what was read from them. Later stages add what they know. Nothing is kept from one evaluation to the
/// next.
/// </summary>
/// <param name="words">All words that claims will search for in tests.</param>
internal abstract class ClaimFacts(Incident incident, SuiteLookup suites, IEvidence evidence, IReadOnlyList<string> words)
{
    private readonly Lazy<UsualTests> _usual = new(() => new UsualTests(incident.History));
    private readonly Dictionary<GroupFacts, PastOfCluster> _past = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Citation, Citation?> _read = [];
    private RunTotals? _totals;
    private int? _passing;

    public Incident Incident => incident;

    public StoredText Text { get; } = new(evidence, [.. incident.Tests], words);

    /// <summary>How many tests passed.</summary>
    public int Passing => _passing ??= incident.Tests.Count(t => t.Scope == TestScope.Test && t.Outcome.IsPass());

    public RunTotals Totals => _totals ??= RunTotals.Of(incident);
    public Completeness Completeness { get => field ??= Completeness.Judge(incident, _usual.Value); init; }

    public Authenticity Authenticity
    {
        get => field ??= Authenticity.Judge([.. incident.Tests], _usual.Value, t => incident.Deployment.Environment is not null && suites.Knows(t));
        init;
    }

    /// <summary>The environment's fault that explains a cause; null for none.</summary>
    public abstract EnvironmentFault? Fault(GroupFacts cluster);

    public PastOfCluster Past(GroupFacts cluster)
    {
        if (!_past.TryGetValue(cluster, out var past))
            _past[cluster] = past = new PastOfCluster(cluster, incident.History, incident.Deployment);
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
