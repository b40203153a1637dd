using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Claims;

/// <summary><c>2 of 5 earlier runs</c>: how many of the known runs had the same failure in the cause's tests.</summary>
internal sealed record FailedAlikeIn(GroupFacts Cluster) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts)
    {
        var failed = facts.Past(Cluster).FailedBefore.Select(f => f.Run).Distinct().Count();
        return failed == 0 ? null : Prose.Of($"{failed} of {Earlier.Runs(facts.Past(Cluster).Runs):t}");
    }
}

/// <summary><c>`adds up` failed alike in run `3`</c>.</summary>
internal sealed record FailedAlikeBefore(GroupFacts Cluster) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) =>
        facts.Past(Cluster).FailedBefore is [.., var before] ? Prose.Of($"{before.Test.Name} failed alike in run {before.Run.Name}") : null;
}

/// <summary>
/// <c>`main` fails the same way since `1d2f3a4b`</c>: the branch that a pull request will be merged into has the failure already, or had it where the pull
/// request left it.
/// </summary>
internal sealed record BaseFailsAlike(GroupFacts Cluster) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) => facts.Past(Cluster) switch
    {
        { Since: { } since } past =>
            Prose.Of($"{Earlier.Base(since)} fails the same way {(past.PassedSince ? "since" : "at least since"):t} {Earlier.At(since)}"),
        { FailedAlikeAtBase: true, AtBase: { } left } past => Prose.Of($"{Earlier.Base(left)} failed the same way at {Earlier.At(left)}{Now(past)}"),
        _ => null,
    };

    private Prose Now(PastOfCluster past) => past is { Last: { } last } && past.PassedAtLast.Count == Cluster.Tests.Count
        ? Prose.Of($" and passes at {Earlier.At(last)}, which this pull request does not have yet") : Prose.Empty;
}

/// <summary><c>it fails since `1d2f3a4b`</c>, of runs of one branch or one environment.</summary>
internal sealed record FailsSince(GroupFacts Cluster) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) => facts.Past(Cluster) is { Since: { } since } past
        ? Prose.Of($"it fails {(past.PassedSince ? "since" : "at least since"):t} {Earlier.At(since)}") : null;
}

/// <summary><c>4 of 5 passed at the last deployment</c>.</summary>
internal sealed record PassedAtLast(GroupFacts Cluster) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts)
    {
        var past = facts.Past(Cluster);
        return past is { Last: { } last, PassedAtLast: { Count: > 0 } passed }
            ? Failing.IsOneJob(Cluster) ? Earlier.PassedAt(last)
                : passed.All(p => p.Past.OfJob) ? Prose.Of($"the job that ran {Failing.These(Cluster):t} passed at the last "
                    + $"{facts.Incident.Deployment.Occasion:t} ({Earlier.At(last)})")
                : Prose.Of($"{passed.Count} of {Cluster.Tests.Count} passed at the last {facts.Incident.Deployment.Occasion:t} ({last.Sha.Short})")
            : null;
    }
}

/// <summary><c>5 of 5 passed at the last green deployment</c>.</summary>
internal sealed record PassedAtGreen(GroupFacts Cluster) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts)
    {
        var past = facts.Past(Cluster);
        return past is { LastGreen: { } green, PassedAtGreen.Count: > 0 and var passed }
            ? Failing.IsOneJob(Cluster) ? Earlier.PassedAt(green)
                : Prose.Of($"{passed} of {Cluster.Tests.Count} passed at the last green {facts.Incident.Deployment.Occasion:t} ({green.Sha.Short})")
            : null;
    }
}

/// <summary><c>it failed at the last deployment already</c>.</summary>
internal sealed record FailedAtLast(GroupFacts Cluster) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) =>
        facts.Past(Cluster).AlreadyFailing ? Prose.Of($"it failed at the last {facts.Incident.Deployment.Occasion:t} already") : null;
}

/// <summary>None of the changes since the last deployment can be the reason, because it failed the same way there.</summary>
internal sealed record NoChangeSince(GroupFacts Cluster) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) => facts.Past(Cluster) is { AlreadyFailing: true, FailedBefore: [.., var before] }
        ? facts.Incident.Deployment.Pull is not null && new BaseFailsAlike(Cluster).Evaluate(facts) is { } onBase
            ? Prose.Of($"None in this pull request: {onBase}")
            : Prose.Of($"None since the last {facts.Incident.Deployment.Occasion:t}: it failed alike there already (run {before.Run.Name})") : null;
}

/// <summary><c>no earlier run had these tests</c>.</summary>
internal sealed record NewTests(GroupFacts Cluster) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) => facts.Past(Cluster).New ? Prose.Of($"no earlier run had {Failing.These(Cluster):t}") : null;
}

/// <summary>What earlier runs say about a cause if none of them shows it.</summary>
internal sealed record NothingBefore(GroupFacts Cluster) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts)
    {
        var past = facts.Past(Cluster);
        if (past.FailedBefore.Count > 0)
            return null;
        if (past.Runs == 0)
            return Failing.One(Cluster) == "job" ? Prose.Of($"no earlier run of {Failing.These(Cluster):t} is known") : Prose.Of($"no earlier run is known");
        var otherwise = facts.Incident.History.For(Cluster.Tests).Runs.Count(r =>
            Cluster.Tests.Any(t => r.Tests.GetValueOrDefault(t.Id) is { } ended && ended.Outcome.IsFailure()));
        var these = Failing.These(Cluster);
        return otherwise > 0 ? Prose.Of($"in {otherwise} of {Earlier.Runs(past.Runs):t} {these:t} failed in another way")
            : past.PassedAtLast.Any(p => p.Past.OfJob) ? Prose.Of($"no earlier run of their job that is known names {these:t}")
            : past.RanBefore > 0 ? Prose.Of($"in {past.RanBefore} of {Earlier.Runs(past.Runs):t} {these:t} ran, and did not fail")
            : past.Runs == 1 ? Prose.Of($"the one earlier run does not have {these:t}") : Prose.Of($"none of the {past.Runs} earlier runs has {these:t}");
    }
}

/// <summary><c>no earlier run says whether it ever passed</c>.</summary>
internal sealed record NeverSeenPassing(GroupFacts Cluster) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) =>
        facts.Incident.History.For(Cluster.Tests).Runs
            .Any(r => Cluster.Tests.Any(t => r.Tests.GetValueOrDefault(t.Id) is { } ended && ended.Outcome.IsPass())) ? null
            : Prose.Of($"no earlier run says whether it ever passed");
}

/// <summary>The same failure came and went, with evidence for each time.</summary>
internal sealed record CameAndWent(GroupFacts Cluster) : Claim<FindingFacts>
{
    protected override Prose? Of(FindingFacts facts)
    {
        var past = facts.Past(Cluster);
        if (facts.Finding(Cluster).Flipped is > 0 and var flipped)
            return Prose.Of($"it failed alike before and passed on the same commit {flipped} {(flipped == 1 ? "time" : "times"):t}");
        if (past.PassedOnRetry > 0)
            return Prose.Of($"it failed first and passed on retry in {past.PassedOnRetry} of {Earlier.Runs(past.Runs):t}");
        if (past.PassedHere.Count > 0 && past.PassedHere.Select(p => p.Run.Attempt).Distinct().ToList() is [{ } attempt])
            return Prose.Of($"it passed at attempt {attempt.Number} and failed at attempt {attempt.Latest} of the same commit");
        if (past.PassedHere.Count > 0)
            return Prose.Of($"it passed on the same commit in another attempt");
        if (past.CameAndWentAt is { } flake)
            return Prose.Of($"it failed alike and passed on the same commit before ({LinkedText.Commit(flake.Sha)})");
        var runs = past.FailedBefore.Select(f => f.Run.Name).Distinct().Count();
        return past.Flipping ? Prose.Of($"it failed alike in {runs} of {Earlier.Runs(past.Runs):t} and passed after that") : null;
    }
}

/// <summary>How tests of a cause ended when they ran again on the same commit.</summary>
internal sealed record RanOnceMore(GroupFacts Cluster) : Claim<FindingFacts>
{
    protected override Prose? Of(FindingFacts facts) => facts.Finding(Cluster).Again switch
    {
        { Failed: 0, Ran: var ran } when ran == Cluster.Tests.Select(t => t.Id).Distinct().Count() =>
            Prose.Of($"{ran} of {ran} passed when they ran once more on the same commit"),
        { Failed: > 0 and var failed, Ran: var ran } => Prose.Of($"once more on the same commit, {failed} of {ran} failed again"),
        _ => null,
    };
}

/// <summary>Words that claims about earlier runs share.</summary>
internal static class Earlier
{
    public static string Runs(int count) => count == 1 ? "1 earlier run" : $"{count} earlier runs";

    /// <summary><c>it passed on `main` at `1d2f3a4b`</c>, of a job.</summary>
    public static Prose PassedAt(HistoricRun run) => Prose.Of($"it passed on {Base(run)} at {At(run)}");

    /// <summary>The commit of an earlier run, or the run's name if the commit is not known.</summary>
    public static Prose At(HistoricRun run) => run.Sha.Value.Length == 0 ? Prose.Of($"run {run.Name}") : Prose.Of($"{LinkedText.Commit(run.Sha)}");

    /// <summary>The branch of an earlier run, as code; <c>the base branch</c> if its name is not known.</summary>
    public static Prose Base(HistoricRun run) => run.Branch is { } branch ? Prose.Of($"{branch}") : Prose.Of($"the base branch");
}
