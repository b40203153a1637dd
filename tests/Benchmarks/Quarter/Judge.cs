using Whybot.Analysis.Explanation.Findings;
using Whybot.Memory.Causes;
using Whybot.Testing.GitHub;

namespace Whybot.Benchmarks.Quarter;

/// <summary>Holds what the bot said and did against what was the matter.</summary>
internal sealed class Judge(Scenario scenario, FakeRepository repository)
{
    private readonly HashSet<SimulatedCause> _shown = [];
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);
    private readonly HashSet<int> _closed = [];
    private readonly List<string> _falseCloses = [];
    private readonly List<string> _wrongVerdicts = [];
    private readonly List<string> _wrongSuspects = [];
    private readonly List<string> _story = [];
    private int _closes;
    private int _right;
    private int _unknown;
    private int _rightSuspects;

    /// <summary>The first issue that is about a cause; null for none.</summary>
    public FakeIssue? IssueOf(SimulatedCause cause) => repository.Issues.FirstOrDefault(i => CauseOf(i) == cause);

    /// <summary>After a deployment.</summary>
    /// <param name="seen">What the bot has said of it.</param>
    /// <param name="shown">What has shown.</param>
    public void Look(int deployment, IReadOnlyList<KnownCause> seen, IReadOnlySet<SimulatedCause> shown)
    {
        _shown.UnionWith(shown);
        foreach (var cluster in seen)
        {
            _story.Add($"{deployment,4}: {cluster.About.Verdict.Word()} {cluster.Cluster} {cluster.About.Title}; "
                + $"issue {cluster.Issue ?? cluster.About.Matched}; {string.Join(", ", cluster.About.TestIds.Take(3))}");
            if (Find(cluster.About.Title + " " + cluster.About.RootCause + " " + cluster.About.Dossier?.Chain) is not { } cause)
            {
                _wrongVerdicts.Add($"{deployment}: {cluster.About.Title}: no such cause");
                continue;
            }
            Verdict(deployment, cluster, cause);
            Suspect(deployment, cluster, cause);
        }
        foreach (var issue in repository.Issues)
            State(deployment, issue);
    }

    public QuarterFigures Figures()
    {
        var causes = repository.Issues.Select(CauseOf).ToList();
        return new QuarterFigures
        {
            Deployments = scenario.Deployments,
            Causes = _shown.Count,
            Issues = repository.Issues.Count,
            Duplicates = [.. repository.Issues.Where((i, at) => causes[at] is null || causes.IndexOf(causes[at]) < at).Select(i => $"#{i.Number} {i.Title}")],
            Missed = [.. _shown.Except(causes.OfType<SimulatedCause>()).Select(c => $"{c.Kind} {c.Name}")],
            Closes = _closes,
            FalseCloses = _falseCloses,
            Comments = repository.Issues.Sum(i => i.Comments.Count),
            Notifications = repository.Issues.Count + repository.Issues.Sum(i => i.Comments.Count) + repository.PullComments.Values.Sum(c => c.Count),
            RightVerdicts = _right,
            UnknownVerdicts = _unknown,
            WrongVerdicts = _wrongVerdicts,
            RightSuspects = _rightSuspects,
            WrongSuspects = _wrongSuspects,
        };
    }

    /// <summary>What was said of each deployment, then each issue with its comments, a line each.</summary>
    public IReadOnlyList<string> Written() =>
        [.. _story, .. repository.Issues.SelectMany(i => i.Comments.Select(c => "    " + c.Body.Split('\n')[0])
            .Prepend($"#{i.Number} {i.State} {CauseOf(i)?.Kind} {CauseOf(i)?.Name} from {CauseOf(i)?.From} until {CauseOf(i)?.Until} at {CauseOf(i)?.Rate}: "
            + $"{i.Title}"))];

    private SimulatedCause? CauseOf(FakeIssue issue) => Find(issue.Title + " " + issue.Body);

    /// <summary>Messages bear the cause's name, and no other's.</summary>
    private SimulatedCause? Find(string text) => scenario.Causes.Where(c => text.Contains(c.Message, StringComparison.Ordinal)
        || text.Contains($"{c.Name}_total", StringComparison.Ordinal)
        || text.Contains($"{c.Name}-store", StringComparison.Ordinal)).MinBy(c => text.IndexOf(c.Name, StringComparison.Ordinal));

    private void Verdict(int deployment, KnownCause cluster, SimulatedCause cause)
    {
        var verdict = cluster.About.Verdict;
        if (verdict is VerdictKind.Inconclusive or VerdictKind.Incomplete)
            _unknown++;
        // That it has an issue already is right of all.
        else if (verdict == VerdictKind.Known || verdict == (cause.Kind switch
        {
            CauseKind.Regression => VerdictKind.Regression,
            CauseKind.Flake => VerdictKind.Flaky,
            _ => VerdictKind.Environment,
        }))
            _right++;
        else
            _wrongVerdicts.Add($"{deployment}: {cause.Kind} {cause.Name} ({cause.Rate:0.00}) called {verdict.Word()}");
    }

    private void Suspect(int deployment, KnownCause cluster, SimulatedCause cause)
    {
        if (cluster.About.Suspect is not { Established: true } suspect || !_named.Add($"{cluster.Cluster} {suspect.Sha}"))
            return;
        if (cause.Kind == CauseKind.Regression && suspect.Sha.Value.StartsWith(cause.From.ToString("x8", System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal))
            _rightSuspects++;
        else
            _wrongSuspects.Add($"{deployment}: {suspect.Path} of {suspect.Sha.Short} for {cause.Kind} {cause.Name}");
    }

    private void State(int deployment, FakeIssue issue)
    {
        if (issue.State == "open")
            _closed.Remove(issue.Number);
        else if (_closed.Add(issue.Number) && issue.ClosedBy?.EndsWith("[bot]", StringComparison.Ordinal) == true)
        {
            _closes++;
            if (CauseOf(issue) is { } cause && cause.IsThere(deployment))
                _falseCloses.Add($"#{issue.Number} {cause.Kind} {cause.Name} ({cause.Rate:0.00}) at {deployment}");
        }
    }
}
