using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Explanation.Claims;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Verdicts;

/// <summary>The rules that decide what a cluster is, most certain first. The first one that applies decides, and is named.</summary>
internal static class VerdictRules
{
    private static readonly IReadOnlyList<Func<ClusterFinding, Verdict?>> Rules =
        [Person, Environment, PassedAgain, OwnFlaky, Known, Flaky, Trouble, Preexisting, PassedHere, Harness, Regression, Incomplete];

    /// <param name="doubted">Verdicts whose rule people have overruled too often, so it only suggests.</param>
    public static Verdict Decide(ClusterFinding finding, IReadOnlySet<string> doubted)
    {
        var verdict = Rules.Select(rule => rule(finding)).FirstOrDefault(v => v is not null) ?? Inconclusive(finding);
        // Matches by similarity are doubted where they are made; any other known cause is known through its own issue or a person's decision.
        if (finding.Ruling.FlakyBy is null && verdict.Kind != VerdictKind.Known && doubted.Contains(verdict.Kind.Word()))
            verdict = new Verdict(VerdictKind.Inconclusive,
                $"inconclusive: people have overruled such verdicts too often; this one would have been {verdict.Because}");
        return finding.Again is { Failed: > 0 }
            ? verdict with { Because = Prose.Of($"{verdict.Because}; {new RanOnceMore(finding.Facts)}") } : verdict;
    }

    /// <summary>People outrank the program.</summary>
    private static Verdict? Person(ClusterFinding finding) =>
        finding.Ruling.FlakyBy is { } by ? new Verdict(VerdictKind.Flaky, $"flaky: {by} says so") : null;

    private static Verdict? Environment(ClusterFinding finding)
    {
        if (finding.Fault is not { } fault || finding.Suspect is not null)
            return null;
        // If a program breaks because of an error in its own code, that is not its environment's fault; a refused credential is.
        if (fault.OwnError && !fault.Mechanism.OfEnvironment && fault.Mechanism.Family != FaultFamily.Access)
            return null;
        var diff = new NothingExplains(finding.Facts);
        return fault.Probes.Count > 0
            ? new Verdict(VerdictKind.Environment,
                $"environment: the {fault.Probes[0].Kind} probe of {fault.Probes[0].Target} shows it ({fault.Mechanism.Id:t}), and {diff}")
            : new Verdict(VerdictKind.Environment, $"environment: the platform logged {new FaultSays(fault)} while the tests ran, and {diff}");
    }

    /// <summary>No probe is needed if the job's own log shows that something outside the code stopped it.</summary>
    private static Verdict? Trouble(ClusterFinding finding) => finding.Trouble is { } trouble
        ? new Verdict(VerdictKind.Environment,
            $"environment: {trouble.Witness:t} shows it ({trouble.Kind.Id:t}){Reported(trouble)}, and {new NothingExplains(finding.Facts)}")
        : null;

    private static Prose Reported(JobTrouble trouble) =>
        trouble.Reported is { } incident ? Prose.Of($", {new IncidentReported(incident)}") : Prose.Empty;

    /// <summary>A similar issue never outranks evidence of a change.</summary>
    private static Verdict? Known(ClusterFinding finding) =>
        finding.Issues.Match is { } match && (match.BySomebody || finding.Ruling.SameAsBy is not null || finding.Suspect is not { Established: true })
            ? new Verdict(VerdictKind.Known, $"known: #{match.Issue.Number} describes it; {match.Because[0]}") : null;

    /// <summary>An issue filed by the bot itself does not make a flaky cause any less flaky.</summary>
    private static Verdict? OwnFlaky(ClusterFinding finding) => finding.Issues.Match is { Own: true } ? Flaky(finding) : null;

    private static Verdict? Flaky(ClusterFinding finding)
    {
        if (finding is { Flipped: > 0, Suspect: not { Established: true } })
            return new Verdict(VerdictKind.Flaky, $"flaky: {new CameAndWent(finding.Facts)}");
        if (finding is { Past: { PassedOnRetry: > 0, AlreadyFailing: false }, Suspect: not { Established: true } })
            return new Verdict(VerdictKind.Flaky, $"flaky: {new CameAndWent(finding.Facts)}");
        if (finding is { Past.CameAndWentAt: not null, Suspect: not { Established: true } })
            return new Verdict(VerdictKind.Flaky, $"flaky: {new CameAndWent(finding.Facts)}");
        if (!finding.Past.Flipping || finding.Suspect is { Established: true })
            return null;
        var change = finding.Suspect is null ? Prose.Of($", and {new NothingExplains(finding.Facts)}") : Prose.Empty;
        return new Verdict(VerdictKind.Flaky, $"flaky: {new CameAndWent(finding.Facts)}{change}");
    }

    /// <summary>
    /// What the base had where the pull request left it, the pull request cannot have brought. If the base broke since then, GitHub tests the pull request
    /// merged into the newer base, so that it fails in the same way without having to change. But the base can also have got the pull request's own change,
    /// or the same one twice; so a change of the pull request that explains the failure outranks that.
    /// </summary>
    private static Verdict? Preexisting(ClusterFinding finding) => finding.IsOfPull
        && (finding.Past.FailedAlikeAtBase || (finding.Past.FailedAlikeAtLast && !(finding.Past.BaseBrokeSince && finding.Suspect is not null)))
        ? new Verdict(VerdictKind.Preexisting, $"preexisting: {new BaseFailsAlike(finding.Facts)}") : null;

    /// <summary>Another attempt at the same commit passed.</summary>
    private static Verdict? PassedHere(ClusterFinding finding) => finding.Past.PassedHere.Count > 0
        ? new Verdict(VerdictKind.Flaky, $"flaky: {new CameAndWent(finding.Facts)}") : null;

    private static Verdict? Harness(ClusterFinding finding) =>
        finding.Root.Family == FaultFamily.Harness && finding.Suspect is null
            ? new Verdict(VerdictKind.Harness, $"harness: the tests did not get to what they test ({finding.Root.Id:t})")
            : null;

    private static Verdict? Regression(ClusterFinding finding)
    {
        if (finding.Past.PassedAtLast.Count > 0)
            return new Verdict(VerdictKind.Regression,
                $"regression: {new PassedAtLast(finding.Facts)} and {Fails(finding):t} now");
        if (finding.Past.PassedAtGreen.Count > 0 && !finding.Past.AlreadyFailing)
            return new Verdict(VerdictKind.Regression,
                $"regression: {new PassedAtGreen(finding.Facts)} and {Fails(finding):t} now");
        return finding.Suspect is { Established: true } suspect
            ? new Verdict(VerdictKind.Regression, $"regression: {suspect.Commit.Sha.Short} changed what the error names")
            : null;
    }

    private static string Fails(ClusterFinding finding) =>
        Failing.IsOneJob(finding.Facts) || finding.Past.PassedAtLast.Any(p => p.Past.OfJob) ? "fails" : "fail";

    private static Verdict? Incomplete(ClusterFinding finding) =>
        finding.RunIncomplete && !finding.Past.New
            ? new Verdict(VerdictKind.Incomplete, $"incomplete: part of the run is missing, and {new NeverSeenPassing(finding.Facts)}")
            : null;

    /// <summary>The counterfactual: only the time was different. It is only used if nothing explains the failure.</summary>
    private static Verdict? PassedAgain(ClusterFinding finding) =>
        finding.Again is { Failed: 0 } again && again.Ran == finding.Tests.Select(t => t.Id).Distinct().Count()
            ? new Verdict(VerdictKind.Flaky, $"flaky: {new RanOnceMore(finding.Facts)}")
            : null;

    private static Verdict Inconclusive(ClusterFinding finding)
    {
        if (finding.Past.AlreadyFailing)
            return new Verdict(VerdictKind.Inconclusive, $"inconclusive: {new FailedAtLast(finding.Facts)}, and {new NoOpenIssue(finding.Facts)}");
        return finding.Past.New
            ? new Verdict(VerdictKind.Inconclusive, $"inconclusive: {new NewTests(finding.Facts)}")
            : new Verdict(VerdictKind.Inconclusive,
                $"inconclusive: {new NeverSeenPassing(finding.Facts)}"
                + $"{(finding.Suspect is null ? Prose.Of($", and {new NothingExplains(finding.Facts)}") : Prose.Empty)}");
    }
}
