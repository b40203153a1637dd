using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Explanation.Claims;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Reports;

/// <summary>
/// A cause in one clause: what broke, and because of what. <c>`cache` refuses connections; no change explains it</c>, <c>the fields `answer` and `success` are
/// missing since #1018 (`41a1de08`)</c>.
/// </summary>
internal static class CauseBrief
{
    /// <param name="title">What to call it if nothing shorter is known.</param>
    public static Prose Of(ClusterFinding finding, Verdict verdict, string title) => Prose.Of($"{What(finding, title)}{Because(finding, verdict)}");

    private static Prose What(ClusterFinding finding, string title) => finding.Fault switch
    {
        { NeverStarted: true } fault => $"{fault.Name} does not start",
        { Name.Length: > 0, Detail: null, OwnError: false } fault => Prose.Of(
            $"{new KindOfFault(finding.Facts, fault.Mechanism, KindPart.Brief) { Service = fault.Name }}"),
        null when MissingFields.In(finding.Facts).Any() => Prose.Of($"{new FieldsMissing(finding.Facts)}"),
        _ => $"{title}",
    };

    private static Prose Because(ClusterFinding finding, Verdict verdict) => finding switch
    {
        _ when verdict.Kind == VerdictKind.Flaky => $" (flaky)",
        _ when verdict.Kind == VerdictKind.Preexisting => Prose.Of($"; {new BaseFailsAlike(finding.Facts)}"),
        { Suspect: { } suspect } => Prose.Of($"{(suspect.Established ? " since " : ", probably since "):t}{new ChangeBy(suspect.Commit)}"),
        { Fault: not null } or { Trouble: not null } => Prose.Of($"; {new NothingExplains(finding.Facts)}"),
        { Issues.Match: { } match } => Prose.Of($", which is {new IssueNumber(match.Issue.Number)}"),
        { Past.FailedAlikeAtLast: true } => Prose.Of($"; {new FailsSince(finding.Facts)}"),
        _ => Prose.Empty,
    };
}

/// <summary><c>the fields `answer` and `success` are missing</c>: those that the cause's own tests report.</summary>
internal sealed record FieldsMissing(GroupFacts Cluster) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts)
    {
        var fields = MissingFields.In(Cluster).ToList();
        return fields switch
        {
            [] => null,
            [var one] => Prose.Of($"the field {one} is missing"),
            [var one, var other] => Prose.Of($"the fields {one} and {other} are missing"),
            _ => Prose.Of($"the fields {Prose.List(fields)} are missing"),
        };
    }
}

/// <summary>A change by its pull request and its commit, <c>#1018 (`41a1de08`)</c>, or by its commit alone.</summary>
internal sealed record ChangeBy(Commit Commit) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) => facts.Incident.Changes?.Commits.FirstOrDefault(c => c.Sha == Commit.Sha) switch
    {
        null => null,
        { Pull: { } pull } => Prose.Of($"#{pull.Number} ({LinkedText.Commit(Commit.Sha)})"),
        _ => Prose.Of($"{LinkedText.Commit(Commit.Sha)}"),
    };
}
