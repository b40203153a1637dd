using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Decisions.Acting;
using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Explanation;
using Whybot.Analysis.Explanation.Claims;
using Whybot.Analysis.Explanation.Correlation;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Explanation.Resolutions;
using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Validity;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Redaction;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Reports;

/// <summary>Builds the report from the findings, with secrets redacted.</summary>
internal sealed class ReportBuilder(RunView run, IEvidence evidence, Completeness completeness, Authenticity authenticity)
{
    private const int MaxTitle = 120;

    /// <summary>A cause that comes back after its issue was closed for longer than this gets a new issue.</summary>
    private static readonly TimeSpan FreshAfter = TimeSpan.FromDays(30);

    public Report Build(IReadOnlyList<JudgedCluster> judged, IReadOnlyList<Gate> gates, RunDecision decision)
    {
        var matched = judged.Select(c => c.Finding.Issues.Match?.Issue.Number).OfType<int>().ToHashSet();
        var logs = new LogEvidence(run.Incident.Differences, evidence);
        var findings = judged.Select(j => j.Finding).ToList();
        var clusters = judged.Select(j => Cluster(j) with { Evidence = logs.Of(j.Finding, findings) }).ToList();
        var flaky = judged.Where(c => c.Verdict.Kind == VerdictKind.Flaky).SelectMany(c => c.Finding.Tests).Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var figures = new RunFigures(run, authenticity.Unproved, flaky);
        var now = new FailingNow([.. judged.SelectMany(c => c.Finding.Tests.Select(t => (t.Id, c.Finding.Facts.Id)))]);
        return new Report
        {
            Deployment = run.Incident.Deployment,
            Decision = decision.Decision,
            Reason = $"{new Derived(decision.Reason, f => [f.Decision.Reason])}",
            Totals = run.Totals,
            Previous = figures.Previous(),
            Answers = [.. Standing(Answers.Of(run.Incident, now, authenticity))],
            Cleared = [.. Standing(Answers.Cleared(run.Incident, now, authenticity))],
            Plan = run.Incident.Plan,
            Recheck = [.. ToRecheck(judged)],
            Wanted = SourcesToRead.Of(run, judged),
            Suspected = SuspectedCommit.Of([.. judged.Select(c => c.Finding)]),
            Acting = ActionFacts.Of(run.Incident, run.Suites),
            Gates = [.. gates.Select(g => g with { Reason = $"{new Derived(g.Reason, f => f.Gates.Where(j => j.Name == g.Name).Select(j => j.Reason))}" })],
            Clusters = clusters,
            Contradictions = [.. Contradicted(judged, matched)],
            NewIssues = [.. clusters.Where(IsForAnIssue).Select(c => new NewIssue(c.Id, c.Title))],
            Suites = [.. figures.Suites()],
            Services = run.Readiness?.Services ?? [],
            Warnings = [.. RunWarnings.All(completeness, authenticity, run).Select(w => Prose.Of($"{new Derived(w, f => f.Warnings)}"))],
            Unread = [.. run.Incident.Unread.Select(u => u with { Source = Secrets.Redact(u.Source), Reason = Secrets.Redact(u.Reason) })],
            Jobs = run.Incident.Jobs,
            Flaky = [.. run.Incident.Tests.Where(t => t.Flaky).Select(t => new FlakyTest(Secrets.Redact(t.Id), t.FailedAttempts + 1))],
            PassedLater = [.. Attempts.Of(run.Incident.History, run.Incident.Deployment).Attempts.PassedNow(run.Incident)
                .Select(t => new PassedLater(Secrets.Redact(t.TestId), t.Attempt?.Number, t.Attempt?.Latest, t.OfJob))],
            Filed = run.Incident.Filed,
            ChangesKnown = run.Changes is not null,
            Coverage = figures.Coverage(),
        };
    }

    /// <summary>A cause is only reported as over if its tests' passes can be shown.</summary>
    private IEnumerable<Answer> Standing(IEnumerable<Answer> answers) =>
        answers.Select(a => a with { Citations = CitationChecker.Check(a.Citations, evidence), Because = $"{new Derived(a.Because, f => f.Answers)}" })
            .Where(a => a.Kind != ResolutionKind.Answered || a.Citations.Count > 0);

    /// <summary>
    /// An issue that was filed and closed is not filed again: the person who closed it knows why. A failure in a pull request concerns its author, who sees it
    /// there; an issue about it would only be noise, unless the settings ask for it.
    /// </summary>
    private bool IsForAnIssue(ReportedCluster cluster) =>
        cluster.Issue is null && cluster.ClosedIssue is null && cluster.Verdict.Kind != VerdictKind.Incomplete && !IsPassing(cluster)
        && (run.Incident.Deployment.FilesIssues ?? (run.Incident.Deployment.Pull is null || run.Incident.Settings.IssuesForPullRequests));

    /// <summary>Trouble outside the code that nobody can fix here: it is only filed once it comes back.</summary>
    private static bool IsPassing(ReportedCluster cluster) => cluster is { Outside: true, Verdict.Kind: VerdictKind.Environment, Earlier.Failed: 0 };

    /// <summary>Tests of causes that nothing is known about, unless they have already run again.</summary>
    private IEnumerable<TestToRecheck> ToRecheck(IReadOnlyList<JudgedCluster> judged) =>
        run.Incident.Again.Count > 0 ? [] : judged.Where(IsRiddle).SelectMany(c => c.Finding.Tests)
            .Select(t => new TestToRecheck(run.Suites.Of(t).Name, run.Suites.FileOf(t), t.ClassName, t.Name))
            // A name from outside is not passed to a runner if the runner would treat it as an option.
            .Where(t => !t.Address.StartsWith('-') && !t.Address.Any(char.IsControl)).Distinct();

    /// <summary>Nothing is known about it, or only that it passed before.</summary>
    private static bool IsRiddle(JudgedCluster cluster) =>
        cluster.Verdict.Kind is VerdictKind.Inconclusive or VerdictKind.Incomplete
        || (cluster.Verdict.Kind == VerdictKind.Regression && cluster.Finding.Suspects.Count == 0);

    private IEnumerable<Contradiction> Contradicted(IReadOnlyList<JudgedCluster> judged, IReadOnlySet<int> matched)
    {
        if (judged.Count == 0 && completeness.Incomplete && completeness.Present == 0)
            return [];
        var proved = run.Passed.Where(t => !authenticity.Unproved.Contains(t.Id)).DistinctBy(t => t.Id).ToDictionary(t => t.Id, StringComparer.Ordinal);
        foreach (var id in run.Incident.Tests.Where(t => t.Outcome != TestOutcome.Passed).Select(t => t.Id))
            proved.Remove(id);
        return Contradictions.Find(run.Issues, proved, run.Readiness, matched)
            .Select(c => c with { Title = Secrets.Redact(c.Title), Citations = CitationChecker.Check(c.Citations, evidence) })
                .Where(c => c.Citations.Count > 0).OrderBy(c => c.Issue);
    }

    private ReportedCluster Cluster(JudgedCluster judged)
    {
        var finding = judged.Finding;
        var suites = finding.Tests.Select(run.Suites.Of).DistinctBy(s => s.Name).OrderBy(s => s.Name, StringComparer.Ordinal).ToList();
        var priority = finding.Ruling.Priority ?? suites.Select(s => s.Priority).Min();
        var (closed, earlier) = ClosedIssues(finding);
        var had = finding.Ruling.NotIssues.Concat(earlier is { } number ? [number] : []).DefaultIfEmpty(0).Max();
        var lastGood = run.Changes?.Base ?? run.Incident.History.LastGreen?.Sha;
        var title = Title(finding);
        var jobs = finding.Tests.Where(t => t.Scope == TestScope.Job).ToList();
        var reproduce = Reproduction.Commands(finding.Tests, run.Suites.FileOf, run.Suites.FolderOf);
        return new ReportedCluster
        {
            Id = finding.Facts.Id,
            Title = title,
            Brief = CauseBrief.Of(finding, judged.Verdict, title),
            Verdict = judged.Verdict,
            Signatures = SignaturesOf(finding.Facts),
            Cause = finding.Root.Id,
            RootCause = finding.Ruling.Cause is { } said ? Prose.Of($"{new PersonSays(finding.Facts, said)}") : RootCauses.Of(finding, judged.Verdict),
            Tests = [.. finding.Tests.Select(t => Secrets.Redact(t.Id)).Distinct()],
            JobFailures = [.. jobs.Select(t => Secrets.Redact(t.Id)).Distinct()],
            Jobs = [.. jobs.Select(t => $"{t.Source} {t.Suite}").Distinct()],
            Suites = [.. suites.Select(s => s.Name)],
            Reproduce = reproduce,
            Categories = [.. suites.Select(s => s.Category).Distinct()],
            Priority = priority,
            Impact = priority is null ? null : run.Incident.Settings.Impact.GetValueOrDefault(priority.Value),
            Issue = Matched(finding.Issues.Match),
            ClosedIssue = closed,
            EarlierIssue = earlier,
            IssueKey = had == 0 ? finding.Facts.Id.Value : $"{finding.Facts.Id}-{had}",
            Related = [.. finding.Issues.Related.Select(m => Matched(m)!)],
            PassedAgain = finding.Again is { Failed: 0 },
            FailedAgain = finding.Again is { Failed: > 0 },
            Earlier = (finding.Past.RanBefore, finding.Past.FailedBefore.Select(f => f.Run).Distinct().Count()),
            Scored = [.. finding.Issues.Scored.Select(m => new ScoredIssue(m.Issue.Number, m.Issue.Title, m.Issue.Open, m.Confidence, m.Rule,
                [.. m.Points.Select(p => (p.Points, p.Because))]))],
            SeenBefore = [.. finding.Issues.SeenBefore.Select(m => Matched(m)!)],
            Suspects = [.. finding.Suspects.Select(Named)],
            Ranked = [.. finding.Ranking.Listed.Select(Named)],
            Shortlist = [.. finding.Shortlist.Select(s => Shortlists.Line(s, finding.Facts))],
            Whys = judged.Whys,
            RuledOut = judged.RuledOut,
            Actions = Actions.Of(finding, judged.Verdict, judged.Whys, reproduce, run.Incident.Deployment.Environment is null ? null : lastGood),
            Places = FailurePlaces.Of(finding, run.Suites),
            Owners = FailurePlaces.Owners(finding, run),
            Joined = finding.Cause.Because,
            Outside = finding.Trouble is not null,
        };
    }

    private IReadOnlyList<ClusterId> SignaturesOf(GroupFacts facts) =>
        [.. facts.Groups.Select(g => new ClusterId(g.Signature.Id)).Concat(run.Incident.Joined.Where(j => j.Value == facts.Id).Select(j => j.Key))
            .Where(s => s != facts.Id).Distinct().Take(OwnIssue.MostCovered - 1)];

    private NamedSuspect Named(Suspect suspect) => new(suspect.Commit.Sha, Secrets.Redact(suspect.File.Path), Secrets.Redact(suspect.Commit.Title),
        suspect.Commit.Author is { } author ? Secrets.Redact(author) : null, suspect.Commit.Pull?.Number, suspect.Established, suspect.Because,
        CitationChecker.Check(suspect.Citations, evidence))
    { Probability = suspect.Probability };

    /// <summary>The issue that was filed for it, if it is closed; once it was closed for longer than <see cref="FreshAfter"/>, a recurrence is something
    /// new.</summary>
    private (int? Closed, int? Earlier) ClosedIssues(ClusterFinding finding)
    {
        if (finding.Issues.Match is not null || !run.Incident.Filed.TryGetValue(finding.Facts.Id, out var filed))
            return (null, null);
        var issue = run.Incident.Issues.FirstOrDefault(i => i.Number == filed);
        // A failure that never went away has not come back.
        var goesOn = finding.Past.AlreadyFailing || run.Incident.Last?.Causes.Any(c => c.Cluster == finding.Facts.Id) == true;
        var longAgo = !goesOn && issue is { Open: false, NotPlanned: false, ClosedAt: { } at } && run.Incident.Deployment.CreatedAt > at + FreshAfter;
        return longAgo ? (null, filed) : (filed, null);
    }

    private static string Title(ClusterFinding finding)
    {
        var words = finding.Fault switch
        {
            { NeverStarted: true } fault => $"{fault.Name} does not start: {fault.Said}",
            { Detail: { } detail } fault => $"{fault.Name} is slow: {detail}",
            { Down: true } fault => $"{fault.Name} is not ready: {fault.Said}",
            { } fault => fault.Said,
            null when finding.Facts.Events is [var logged, ..] => logged.Words,
            null when finding.Facts.Main[0].Scope == TestScope.Job => LongTitles.KeepEnd(FromWhere(
                LongTitles.Shorten(Headline.Title(finding.Facts.Main[0]), MaxTitle), finding.Facts.Symptom), MaxTitle),
            null => FromWhere(Headline.Title(finding.Facts.Main[0]), finding.Facts.Symptom),
        };
        return SafeText.OneLine(TitleWords.Without(Secrets.Redact(ErrorTypes.WithoutNamespace(words))), MaxTitle);
    }

    /// <summary>Tools that run others put their own words in front. If the part that shows the kind of fault would be cut off, the title begins
    /// there.</summary>
    private static string FromWhere(string words, Mechanism kind) =>
        words.Length > MaxTitle && kind.FirstIn(words) is { Index: > MaxTitle / 4 } shown && shown.Index + shown.Length > MaxTitle
            ? $"…{words[shown.Index..]}" : words;

    private static MatchedIssue? Matched(IssueMatch? match) => match is null ? null
        : new MatchedIssue(match.Issue.Number, Secrets.Redact(match.Issue.Title), match.Confidence, match.Because, match.Own);
}
