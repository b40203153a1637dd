using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Causes.Grouping;
using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Explanation.Correlation;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Explanation.Rules;
using Whybot.Analysis.Explanation.Stability;
using Whybot.Analysis.Explanation.Verdicts;
using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Signatures;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation;

/// <summary>A cluster with its verdict and its whys.</summary>
internal sealed record JudgedCluster(ClusterFinding Finding, Verdict Verdict, IReadOnlyList<Why> Whys, IReadOnlyList<RuledOut> RuledOut);

/// <summary>Takes the failures of one run through grouping, joining, suspects, issues, verdict and whys.</summary>
internal sealed class ClusterAnalysis(RunView run, IEvidence evidence, bool incomplete)
{
    private const string Known = "known";

    /// <summary>Causes beyond these, in the order of their failing tests, are named and judged, but not asked why: nobody reads more, and each takes
    /// milliseconds.</summary>
    public const int MostExplained = 100;

    private readonly IReadOnlyList<ResultFile> _again = new RecheckReading(run.Incident, run.Suites).Proven();
    private readonly SuspectRanker _ranker = new(run.Changes, run.Incident.Sources, RunCoverage.Of(run.Incident));
    private readonly RuleMatch _rules = new(run.Incident.Rules, run.Incident.Issues, [.. run.Incident.Tests]);

    public IReadOnlyList<JudgedCluster> All()
    {
        var failed = run.Incident.Tests.Where(t => t.Bad).ToList();
        if (failed.Count == 0)
            return [];
        var reader = new GroupReader(run.Incident, run.Logs);
        var own = run.Incident.Filed.Keys.Concat(run.Incident.Joined.Keys).Select(c => c.Value).ToHashSet(StringComparer.Ordinal);
        var wordless = new WordlessFailures(_ranker, own, g => AsBefore(reader.Read(g)));
        var groups = FailureGroup.Of(failed, run.Incident.History.Failed, own).SelectMany(g => wordless.Of(g, IsNew)).ToList();
        var causes = new CauseJoiner(run.Faults, _ranker).Join(groups, IsNew);
        var chain = new WhyChain(run, evidence);
        var correlated = Correlate(causes);
        // What failed before as well is not what this run is about.
        return [.. causes.Zip(correlated, (cause, issues) => (Cause: cause, Issues: issues,
                Past: new PastOfCluster(cause.Facts, run.Incident.History, run.Incident.Deployment)))
            .OrderBy(c => c.Past.FailedAlikeAtLast || c.Past.FailedAlikeAtBase)
            .ThenByDescending(c => c.Cause.Facts.Tests.Count).ThenBy(c => c.Cause.Facts.Id.Value, StringComparer.Ordinal)
            .Select((c, at) => Judge(c.Cause, c.Issues, c.Past, at < MostExplained ? chain : null))];
    }

    private GroupFacts AsBefore(GroupFacts group) =>
        run.Incident.Joined.TryGetValue(group.Id, out var cause) ? group with { Joined = cause } : group;

    /// <summary>The issues that speak of each cause. All causes' words are needed for that, because what they share tells nothing.</summary>
    private IReadOnlyList<Correlated> Correlate(IReadOnlyList<Cause> causes)
    {
        if (run.Issues.Count == 0)
            return [.. causes.Select(_ => Correlated.None)];
        var matcher = new IssueMatcher(run.Issues, run.Incident.Settings.PriorityLabels);
        var control = new NegativeControl([.. run.Incident.Tests]);
        var texts = causes.Select(c => new ClusterText(c.Facts, RootOf(c), c.Fault, control)).ToList();
        var others = new OtherFailures(texts);
        return [.. texts.Select(t => matcher.Correlate(t, RulingOn(t.Facts).NotIssues, run.Incident.Doubted.Contains(Known), others))];
    }

    private bool IsNew(GroupFacts facts) => !run.Incident.Filed.ContainsKey(facts.Id) && !run.Incident.Rulings.ContainsKey(facts.Id)
        && new PastOfCluster(facts, run.Incident.History, run.Incident.Deployment) is { AlreadyFailing: false, Flipping: false } past
        && past.PassedAtLast.Count == facts.Tests.Count;

    private Ruling RulingOn(GroupFacts facts) => run.Incident.Rulings.GetValueOrDefault(facts.Id) ?? Ruling.None;

    /// <param name="chain">Null to leave the whys unasked.</param>
    private JudgedCluster Judge(Cause cause, Correlated correlated, PastOfCluster past, WhyChain? chain)
    {
        var root = RootOf(cause);
        var ruling = RulingOn(cause.Facts);
        var again = RanAgain.Of(cause.Facts.Tests, _again);
        var trouble = cause.Fault is null ? JobTroubles.Of(cause.Facts, run.Incident) : null;
        var ranking = trouble is null ? Ranked(cause, root, past, again) : Ranking.None;
        var categories = cause.Facts.Tests.Select(t => run.Suites.Of(t).Category).ToHashSet();
        var finding = new ClusterFinding
        {
            Cause = cause,
            Root = root,
            Trouble = trouble,
            Ranking = ruling.FlakyBy is null ? ranking : Ranking.None,
            Issues = Ruled(cause.Facts, categories, ruling, Filed(cause.Facts.Id, New(past, correlated))),
            Ruling = ruling,
            Flipped = run.Incident.Flipped.GetValueOrDefault(cause.Facts.Id),
            Past = past,
            RunIncomplete = incomplete,
            Again = again,
            Occasion = run.Incident.Deployment.Occasion,
            IsOfPull = run.Incident.Deployment.Pull is not null,
            ChangesKnown = run.Changes is not null
        };
        var verdict = VerdictRules.Decide(finding, run.Incident.Doubted);
        return new JudgedCluster(finding, verdict, chain?.Of(finding) ?? [], chain is null ? [] : RuledOutCauses.Of(finding, run, evidence));
    }

    /// <summary>A failure that came with this change cannot be one that an older issue describes, however similar it is.</summary>
    private static Correlated New(PastOfCluster past, Correlated found) =>
        past.New && found.Match is { NamesTests: false } match ? found with { Match = null, Related = [match, .. found.Related.Take(2)] } : found;

    /// <summary>A person's decision about this cause comes first, then a person's rule, then what the program found.</summary>
    private Correlated Ruled(GroupFacts facts, IReadOnlySet<string> categories, Ruling ruling, Correlated found) =>
        ruling.SameAsBy is null && _rules.Of(facts.Tests, [run.Incident.Deployment.Environment, run.Incident.Deployment.Branch,
            .. facts.Tests.Select(t => run.Suites.Of(t).Name), .. categories], ruling.NotIssues) is { } match
            ? found with { Match = match } : found;

    /// <summary>The issue that the bot itself filed for this cause, while it is open: no similarity is needed.</summary>
    private Correlated Filed(ClusterId cluster, Correlated found)
    {
        if (!run.Incident.Filed.TryGetValue(cluster, out var number))
            return found;
        // One cause, one issue: while its own issue is closed, no other issue is used instead, however similar.
        if (run.Incident.Issues.FirstOrDefault(i => i.Number == number && i.Open) is not { } issue)
            return found with { Match = null };
        var because = run.Incident.Rulings.GetValueOrDefault(cluster)?.SameAsBy is { } by
            ? Prose.Of($"{by} says so") : Prose.Of($"it was filed for this cause");
        return found with
        {
            Match = new IssueMatch(issue, 1, "it was filed for this cause, or a person says so", [because], []) { Own = true },
            SeenBefore = []
        };
    }

    /// <summary>The underlying kind of fault: the environment's, otherwise that of the error the platform logged, otherwise what the tests saw.</summary>
    private static Mechanism RootOf(Cause cause)
    {
        if (cause.Fault is { } fault)
            return fault.Mechanism == Mechanism.Unknown ? cause.Facts.Symptom : fault.Mechanism;
        var logged = MechanismCatalogue.Of(cause.Facts.Events.Select(e => e.Words));
        return logged.Family is FaultFamily.Unknown or FaultFamily.Value or FaultFamily.Harness ? cause.Facts.Symptom : logged;
    }

    /// <summary>No change is blamed for a failure that already occurred the same way before it, or that comes and goes without a change, including on the same
    /// commit.</summary>
    private Ranking Ranked(Cause cause, Mechanism root, PastOfCluster past, RanAgain? again)
    {
        if (again is { Failed: 0 } || past.PassedHere.Count > 0 || past.FailedAlikeAtBase
            || (past.AlreadyFailing && !past.BaseBrokeSince && past.FailedBefore.Any(f => f.Run == past.Last)))
            return Ranking.None;
        var environmental = cause.Fault is { OwnError: false };
        var ranking = _ranker.Rank(new FaultText(cause.Facts, root, environmental));
        return past.Flipping && ranking.Named is not [{ Established: true }, ..] ? Ranking.None : ranking;
    }
}
