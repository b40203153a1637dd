using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Settings;

namespace Whybot.Analysis.Explanation.Correlation;

/// <summary>
/// Decides which open issue a cluster belongs to: candidates are found by its rare words, then rules decide. Only text about the cause can make a match; test
/// names alone never do, because one test can fail for many reasons. A wrong match costs more than ten missed ones.
/// </summary>
internal sealed class IssueMatcher
{
    private const int MostCandidates = 12;
    private const int MostRelated = 3;
    private const int MostScored = 20;

    /// <summary>The lowest confidence at which a match is shown.</summary>
    private const double MatchFrom = 0.6;

    /// <summary>Below this, what is shared is not worth showing.</summary>
    private const double RelatedFrom = 0.1;

    /// <summary>Share, by weight, of the words that the most similar issue shares.</summary>
    private const double RelevantFrom = 0.5;

    /// <summary>A closed issue that shares this much is shown.</summary>
    private const double SeenFrom = 0.15;

    /// <summary>Two issues whose confidence differs by less fit equally well.</summary>
    private const double Equal = 0.1;

    /// <summary>In a small list two issues may well be about one thing, in a large one a few. A line that more candidates share does not tell them
    /// apart.</summary>
    private const double CommonShare = 0.02;
    private const int Few = 2;
    private const int Several = 4;

    private readonly IReadOnlyList<IssueProfile> _issues;
    private readonly IReadOnlyDictionary<Priority, string> _priorityLabels;
    private readonly Candidates _candidates;
    private readonly WordWeights _weights;

    /// <param name="priorityLabels">The configured label for each priority.</param>
    public IssueMatcher(IReadOnlyList<IssueProfile> issues, IReadOnlyDictionary<Priority, string> priorityLabels)
    {
        (_issues, _priorityLabels) = (issues, priorityLabels);
        _candidates = new Candidates([.. issues.Select(i => i.Text)]);
        _weights = new WordWeights(_candidates);
    }

    /// <param name="not">Issues that people have said the cluster does not belong to.</param>
    /// <param name="others">What failures of other causes say; null if there are none.</param>
    /// <param name="onlySuggest">Whether to show a match as related only, because people have overruled too many.</param>
    public Correlated Correlate(ClusterText cluster, IReadOnlyList<int> not, bool onlySuggest = false, OtherFailures? others = null)
    {
        var worth = cluster.Lines.Select(l => Alignment.Worth(l, _weights)).ToList();
        var found = _candidates.Of(cluster.Query, MostCandidates, i => !not.Contains(_issues[i].Issue.Number))
            .Select(c => (Evidence: new MatchEvidence(_issues[c.Issue], cluster, worth, _weights), c.Score)).ToList();
        var most = Math.Clamp((int)(_issues.Count * CommonShare), Few, Several);
        bool IsCommon(ErrorLine line) => others?.Say(line) == true || found.Count(f => f.Evidence.Said.Any(s => ReferenceEquals(s.Line, line))) > most;
        var best = found.Count == 0 ? 1 : Math.Max(1e-9, found.Max(f => f.Score));
        var byName = found.Count(f => f.Evidence.Against is null && f.Evidence.Issue.Issue.Open
            && f.Evidence.Issue.TitleTests.Values.Any(ids => ids.Any(cluster.FailedTests.Contains)));
        var all = found.Select(f => Score(f.Evidence, f.Score / best, IsCommon, byName == 1)).Where(m => m.Points.Count > 0)
            .OrderByDescending(m => m.Holds).ThenByDescending(m => m.Confidence).ThenByDescending(m => m.Relevance).ThenBy(m => m.Issue.Number).ToList();
        var open = all.Where(m => m.Issue.Open).ToList();
        var match = onlySuggest ? null : Best([.. open.Where(m => m.Holds)]);
        return new Correlated(match, [.. open.Where(m => m != match && IsRelated(m)).Take(MostRelated)],
            [.. all.Where(m => !m.Issue.Open && (m.Holds || m.Confidence >= SeenFrom)).Take(MostRelated)])
        {
            Scored = [.. all.Take(MostScored)],
        };
    }

    /// <summary>There is a reason for it, and either much is shared or the shared text has enough weight.</summary>
    private static bool IsRelated(IssueMatch match) => match.Points[0].Points > 0 && (match.Confidence >= RelatedFrom || match.Relevance > RelevantFrom);

    /// <summary>If several fit about equally well, the most urgent one wins; null if that is not a single issue.</summary>
    private IssueMatch? Best(IReadOnlyList<IssueMatch> holding)
    {
        if (holding.Count == 0)
            return null;
        var alike = holding.Where(m => m.Confidence >= holding[0].Confidence - Equal).ToList();
        // An issue that names a failing test fits better than one that does not.
        if (alike.Exists(m => m.NamesTests))
            alike = [.. alike.Where(m => m.NamesTests)];
        int Rank(IssueMatch match) => IssuePriority.Of(match.Issue.Marks, _priorityLabels).Rank;
        var urgent = alike.Where(m => Rank(m) == alike.Min(Rank)).ToList();
        return urgent.Count == 1 ? urgent[0] : null;
    }

    private static IssueMatch Score(MatchEvidence evidence, double relevance, Func<ErrorLine, bool> isCommon, bool isOnlyByName)
    {
        var rule = MatchRules.Of(evidence, isCommon) is var found && found is { ByNameOnly: true } && !isOnlyByName ? null : found;
        var points = MatchReasons.Of(evidence, rule).OrderByDescending(p => p.Points).ToList();
        var sum = points.Sum(p => p.Points);
        var confidence = rule is null ? Math.Clamp(sum, 0, MatchFrom - 0.05) : Math.Clamp(Math.Max(sum, rule.Confidence), MatchFrom, 0.99);
        var issue = evidence.Issue;
        var citations = points.Where(p => p.Words is not null).Select(p => (p.Words, Pointer: issue.Pointer(p.Words!))).Where(p => p.Pointer is not null)
            .Select(p => Citation.OfJson(issue.Issue.Source, p.Pointer!, p.Words!)).ToList();
        return new IssueMatch(issue.Issue, Math.Round(confidence, 2), rule?.Name, [.. points.Select(p => p.Because)], citations)
        {
            Points = points,
            Relevance = Math.Round(relevance, 3),
            NamesTests = evidence.Failing.Count > 0,
        };
    }
}
