using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Explanation.Claims;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Reports;

/// <summary>What to do about a cluster: at once, next, and to prevent it from happening again.</summary>
internal static class Actions
{
    private const string Rerun = "/rerun failed";

    /// <param name="lastGood">What could be deployed instead; null if nothing was deployed or none is known.</param>
    public static IReadOnlyList<ActionItem> Of(ClusterFinding finding, Verdict verdict, IReadOnlyList<Why> whys, IReadOnlyList<string> reproduce,
        CommitSha? lastGood)
    {
        var items = new List<ActionItem>();
        items.AddRange(Now(finding, verdict, lastGood));
        items.AddRange(Next(finding, verdict, whys, reproduce));
        items.AddRange(Prevent(finding, verdict));
        return items;
    }

    private static IEnumerable<ActionItem> Now(ClusterFinding finding, Verdict verdict, CommitSha? lastGood)
    {
        if (verdict.Kind == VerdictKind.Flaky && finding.Again is { Failed: 0 })
            yield return new ActionItem(Urgency.Now, $"{new Asserted(Assertion.RevertNothing, finding.Facts)}", WhyStep.Symptom);
        else if (verdict.Kind == VerdictKind.Flaky)
            yield return new ActionItem(Urgency.Now,
                $"Run {new TheseTests(finding.Facts)} again on the same commit before deciding anything ({Rerun}).", WhyStep.Symptom);
        else if (verdict.Kind == VerdictKind.Preexisting)
            yield return new ActionItem(Urgency.Now, $"Nothing in this pull request has to change for it: {new BaseFailsAlike(finding.Facts)}.",
                WhyStep.Change);
        else if (finding.Suspect is { Established: true } suspect)
        {
            Prose back = lastGood is { } good ? Prose.Of($", or redeploy {LinkedText.Commit(good)}") : Prose.Empty;
            yield return new ActionItem(Urgency.Now,
                $"Fix or revert {new ChangeBy(suspect.Commit)} in {LinkedText.Diff(suspect.File.Path, suspect.Commit.Sha)}{back}.", WhyStep.Change);
        }
        else if (IsBlocked(finding, verdict))
            yield return new ActionItem(Urgency.Now, $"{new KindOfFault(finding.Facts, finding.Root, KindPart.Next)}", WhyStep.Condition);
        else if (finding.Trouble is not null && verdict.Kind == VerdictKind.Environment)
            yield return new ActionItem(Urgency.Now, $"Run the job again on the same commit ({Rerun}).", WhyStep.Condition);
        else if (finding.Fault is { OwnError: true } start)
            yield return new ActionItem(Urgency.Now, $"Bring {start.Name} up: {new KindOfFault(finding.Facts, start.Mechanism, KindPart.Next)}",
                WhyStep.Condition);
        else if (finding.Fault is { } fault)
            yield return new ActionItem(Urgency.Now, fault.Name.Length > 0
                ? Prose.Of($"Restore {fault.Name}, then run what failed again on the same commit ({Rerun}).")
                : Prose.Of($"{new KindOfFault(finding.Facts, fault.Mechanism, KindPart.Next)}"),
                WhyStep.Condition);
        if (finding.Issues.Match is { } match)
            yield return new ActionItem(Urgency.Now,
                $"Follow {new IssueNumber(match.Issue.Number)}; {new Asserted(Assertion.NoNewIssueNeeded, finding.Facts)}.", WhyStep.System);
    }

    private static IEnumerable<ActionItem> Next(ClusterFinding finding, Verdict verdict, IReadOnlyList<Why> whys, IReadOnlyList<string> reproduce)
    {
        if (finding.Shortlist is { Count: > 0 } shortlist && verdict.Kind != VerdictKind.Flaky)
            yield return new ActionItem(Urgency.Next,
                $"Look at {Prose.Join(", ", shortlist.Select(s => Prose.Of($"{new ChangeBy(s.Commit)} ({new Likelihood(s.Commit, finding.Facts)})")))} first.",
                WhyStep.Change);
        // Nothing is known: seeing it fail is the first step.
        if (finding is { Suspect: null, Fault: null, Trouble: null, Issues.Match: null } && verdict.Kind != VerdictKind.Flaky && reproduce.Count > 0)
            yield return new ActionItem(Urgency.Next, $"Reproduce it: {reproduce[0]}.", WhyStep.Symptom);
        if (finding.Suspect is { Established: false } suspect)
            yield return new ActionItem(Urgency.Next,
                $"Look at {new ChangeBy(suspect.Commit)} in {LinkedText.Diff(suspect.File.Path, suspect.Commit.Sha)} first: {suspect.Because[0]}.",
                WhyStep.Change);
        if (finding.Root == Mechanism.Unknown && whys.FirstOrDefault(w => w.Next is not null && w.Rung != WhyStep.Escape) is { } open)
            yield return new ActionItem(Urgency.Next, open.Next!, open.Rung);
        else if (finding.Fault is null or { OwnError: false, Name.Length: > 0 } && !IsBlocked(finding, verdict))
            yield return new ActionItem(Urgency.Next, $"{new KindOfFault(finding.Facts, finding.Root, KindPart.Next)}", WhyStep.Mechanism);
    }

    private static IEnumerable<ActionItem> Prevent(ClusterFinding finding, Verdict verdict)
    {
        var suites = new SuitesOf(finding.Facts);
        if (verdict.Kind == VerdictKind.Flaky)
            yield return new ActionItem(Urgency.Prevent,
                $"Make these tests wait for a state instead of a time, or take them out of the gate until they are fixed.", WhyStep.System);
        else if (finding.Suspect is not null)
            yield return new ActionItem(Urgency.Prevent, $"Run {suites} on pull requests that touch {Folder(finding.Suspect.File.Path)}.", WhyStep.Escape);
        else if (finding.Fault is { Probes.Count: > 0 } fault)
            yield return new ActionItem(Urgency.Prevent, $"Hold the suites back while the probe of {fault.Name} fails, and alert on it.", WhyStep.Escape);
        else if (finding.Trouble is { Kind.Transient: Transience.Always, Kind.Family: FaultFamily.Connectivity or FaultFamily.Server })
            yield return new ActionItem(Urgency.Prevent, $"Let the step try again by itself, or keep what it downloads in a cache.", WhyStep.System);
        else if (finding.Fault is not null)
            yield return new ActionItem(Urgency.Prevent, $"Probe what {suites} depend on before they run.", WhyStep.Escape);
    }

    /// <summary>Running it again is no use before somebody has acted.</summary>
    private static bool IsBlocked(ClusterFinding finding, Verdict verdict) =>
        finding.Trouble is { Kind.Transient: Transience.UntilFixed } && verdict.Kind == VerdictKind.Environment;

    private static string Folder(string path) => path.LastIndexOf('/') is var at and > 0 ? path[..(at + 1)] : path;
}
