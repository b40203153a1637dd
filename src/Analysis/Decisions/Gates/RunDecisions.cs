using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Readiness;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Inputs.Validity;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Decisions.Gates;

/// <summary>The evidence that the decision about a run is based on.</summary>
/// <param name="Flaky">Ids of failures known to be flaky.</param>
internal sealed record RunEvidence(Incident Incident, RunTotals Totals, IReadOnlyList<Gate> Gates, Completeness Completeness, Authenticity Authenticity,
    IReadOnlySet<string> Flaky,
    SuiteLookup Suites);

/// <summary>
/// The only function that decides a run. The first rule that applies wins: the tested version is not the deployed one, nothing could run, something failed,
/// something was not read, did not end or did not run. If none applies, the decision is go.
/// </summary>
internal static class RunDecisions
{
    private const int MostNamed = 3;

    private static readonly IReadOnlyList<Func<RunEvidence, RunDecision?>> Rules =
        [Void, NotReady, GateFailed, FailedOutside, JobFailed, NotRead, JobCutShort, JobInDoubt, NothingRan, NotRun, Incomplete, NotAuthentic, OpenGate,
            SettingsInDoubt, ServiceDown];

    public static RunDecision Decide(RunEvidence run) => Rules.Select(rule => rule(run)).FirstOrDefault(d => d is not null) ?? Go(run);

    private static RunDecision? Void(RunEvidence run) => run.Incident.Void is { } why ? new RunDecision(Decision.Void, $"{why}") : null;

    private static RunDecision? NotReady(RunEvidence run) =>
        run.Totals is { Ran: 0, Bad: 0 } && Down(run) is { } down
            ? new RunDecision(Decision.NotReady,
            $"no test ran: {down.Name} is not ready{(down.Because.Length > 0 ? Prose.Of($" ({down.Because})") : Prose.Empty)}") : null;

    private static RunDecision? GateFailed(RunEvidence run)
    {
        var failed = run.Gates.Where(g => g.Outcome == GateOutcome.Failed).ToList();
        if (failed is [{ Name: GateJudge.Overall, Required: >= 1 } every])
            return new RunDecision(Decision.NoGo, $"{Numbers.Count(every.Totals.BadTests, "test"):t} of {every.Totals.Ran} failed");
        return failed.Count == 0 ? null : new RunDecision(Decision.NoGo,
            $"{Numbers.Count(failed.Count, "gate"):t} not met: {Prose.List(failed.Select(g => g.Name), 8)}");
    }

    /// <summary>Failures of fixtures, packages and the run itself cannot be excused by a percentage.</summary>
    private static RunDecision? FailedOutside(RunEvidence run)
    {
        var failed = run.Incident.Tests.Where(t => t.Bad && t.Scope is TestScope.Suite or TestScope.Run).ToList();
        if (failed.Count == 0)
            return null;
        var what = Named(failed.Select(f => Prose.Of(
            $"{f.Name}{(f.Failure is { Message.Length: > 0 } failure ? Prose.Of($": {failure.Message}") : Prose.Empty)}")));
        return failed.All(f => run.Flaky.Contains(f.Id)) ? new RunDecision(Decision.Inconclusive, $"only flaky failures outside of tests: {what}")
            : new RunDecision(Decision.NoGo, $"failed outside of tests: {what}");
    }

    /// <summary>
    /// A job that ended with an error exit code, without a failing test that explains it. If the settings allow a share of tests to fail, the failed tests are
    /// the explanation. A job without any test result says nothing about a deployment: a package that could not be fetched must not cause a
    /// rollback.
    /// </summary>
    private static RunDecision? JobFailed(RunEvidence run)
    {
        var failing = run.Incident.Tests.Where(t => t is { Bad: true, Scope: TestScope.Test }).ToList();
        var failed = run.Incident.Jobs.Where(j => j.State == JobState.Failed && !Explains(j, failing, run)).ToList();
        if (failed.Find(j => Tested(j, run)) is not null)
            return new RunDecision(Decision.NoGo, $"a job failed: {Named(JobWords.Of(failed))}");
        if (failed.Count > 0)
            return new RunDecision(Decision.Inconclusive, $"a job failed, and no test result of it is known: {Named(JobWords.Of(failed))}");
        var known = run.Incident.Jobs.Select(j => j.Source).ToHashSet(StringComparer.Ordinal);
        var errors = run.Incident.Tests.Where(t => t is { Bad: true, Scope: TestScope.Job } && !known.Contains(t.Source)).ToList();
        return errors.Count == 0 ? null : new RunDecision(Decision.NoGo, $"a job failed: {Named(errors.Select(e => Prose.Of($"{e.Name}")))}");
    }

    /// <summary>What its own log says comes first: a build that broke is not explained by a test of another job.</summary>
    private static bool Explains(JobEnd job, List<TestCase> failing, RunEvidence run) => HasOwnError(job, run) ? failing.Exists(t => t.Source == job.Source)
        : failing.Any(t => IsOf(t, job, run)) || run.Incident.Results.Any(r => r.UnnamedFailed > 0 && r.Source == job.Source);

    private static bool HasOwnError(JobEnd job, RunEvidence run) =>
        run.Incident.Tests.Any(t => t is { Bad: true, Scope: TestScope.Job } && t.Source == job.Source);

    /// <summary>For a commit, every failure counts as tested, for example that it can be built.</summary>
    private static bool Tested(JobEnd job, RunEvidence run) => run.Incident.Deployment.Environment is null
        || run.Incident.Tests.Any(t => t.Scope == TestScope.Test && !t.Outcome.IsSkip() && IsOf(t, job, run))
        || run.Incident.Results.Any(r => r.UnnamedPassed + r.UnnamedFailed > 0 && r.Source == job.Source);

    private static bool IsOf(TestCase test, JobEnd job, RunEvidence run) => test.Source == job.Source || job.Suites.Count == 0
        || job.Suites.Contains(run.Suites.Of(test).Name)
        || job.Suites.Any(s => test.Suite == s || test.Suite.StartsWith(s + "/", StringComparison.Ordinal));

    private static RunDecision? NotRead(RunEvidence run) => run.Incident.Unread.Count == 0 ? null
        : new RunDecision(Decision.Inconclusive, $"not fully read: {Named(run.Incident.Unread.Select(u => Prose.Of($"{u.Place} ({u.Reason})")))}");

    private static RunDecision? JobCutShort(RunEvidence run)
    {
        var cut = run.Incident.Jobs.Where(j => j.CutShort).ToList();
        var what = cut.Count == 1 ? "a job did not end by itself" : $"{cut.Count} jobs did not end by themselves";
        return cut.Count == 0 ? null : new RunDecision(Decision.Inconclusive, $"{what:t}: {Named(JobWords.Of(cut))}");
    }

    /// <summary>Nothing says how a job ended, but its log names an error that the logs of its passes do not have.</summary>
    private static RunDecision? JobInDoubt(RunEvidence run)
    {
        var unknown = run.Incident.Jobs.Where(j => j.State == JobState.Unknown).ToList();
        var doubted = unknown.Where(j => run.Incident.Differences.Any(d => d.Source == j.Source)).ToList();
        if (doubted.Count == 0 && unknown.Where(j => HasOwnError(j, run)).ToList() is { Count: > 0 } unsaid)
            return new RunDecision(Decision.Inconclusive,
                $"how a job ended is not known, and its log ends with an error: {Named(unsaid.Select(j => Prose.Of($"{j.Name}")))}");
        return doubted.Count == 0 ? null : new RunDecision(Decision.Inconclusive,
            $"how a job ended is not known, and its log has errors that its last pass did not have: {Named(doubted.Select(j => Prose.Of($"{j.Name}")))}");
    }

    private static RunDecision? NothingRan(RunEvidence run) => run.Totals.Ran > 0 ? null : IsGreenWithoutTests(run)
        ? new RunDecision(Decision.Go, $"{JobsThat(run.Incident.Jobs.Count):t} succeeded; none left test results")
        : run.Totals.Skipped > 0 ? new RunDecision(Decision.Inconclusive,
        $"all {Numbers.Count(run.Totals.Skipped, "test"):t} were skipped; no data is never go")
            : new RunDecision(Decision.Inconclusive, $"no test ran; no data is never go");

    /// <summary>A commit whose jobs all ended well and that never has tests, such as a documentation change: the jobs themselves are the evidence. A deployment
    /// needs tests.</summary>
    private static bool IsGreenWithoutTests(RunEvidence run) =>
        run is
        {
            Incident: { Deployment.Environment: null, Jobs.Count: > 0, GatesInDoubt: false }, Totals.Tests: 0,
            Completeness: { Incomplete: false, Usual: 0 }
        }
            && run.Incident.Jobs.All(j => j.EndedWell);

    private static string JobsThat(int count) => count == 1 ? "the one job" : $"all {count} jobs";

    private static RunDecision? NotRun(RunEvidence run) => run.Totals.NotRun == 0 ? null
        : new RunDecision(Decision.Inconclusive, $"{Numbers.Count(run.Totals.NotRun, "test"):t} did not run, since the run ended before their turn");

    private static RunDecision? Incomplete(RunEvidence run) => run.Completeness.Incomplete
        ? new RunDecision(Decision.Inconclusive, Lacking(run.Completeness)) : null;

    private static RunDecision? NotAuthentic(RunEvidence run) => run.Authenticity.Suites.Count == 0 ? null
        : new RunDecision(Decision.Inconclusive, $"passes in 0.00 s prove nothing: {Prose.List(run.Authenticity.Suites, 8)}");

    private static RunDecision? OpenGate(RunEvidence run) =>
        run.Gates.FirstOrDefault(g => g.Outcome == GateOutcome.Inconclusive) is { } open
            ? new RunDecision(Decision.Inconclusive, $"{open.Name}: {open.Reason}") : null;

    private static RunDecision? SettingsInDoubt(RunEvidence run) => run.Incident.GatesInDoubt
        ? new RunDecision(Decision.Inconclusive, $"the settings' suites or gates could not be read as a whole; fix them first") : null;

    private static RunDecision? ServiceDown(RunEvidence run) =>
        Down(run) is { } down ? new RunDecision(Decision.Inconclusive, $"all gates are met, yet the probe found {down.Name} not ready") : null;

    private static RunDecision Go(RunEvidence run) => run.Gates is [{ Required: >= 1 } every]
        ? new RunDecision(Decision.Go, every.Totals.Ran == 1 ? Prose.Of($"the one test passed") : Prose.Of($"all {every.Totals.Ran} tests passed"))
        : new RunDecision(Decision.Go, run.Gates.Count == 1 ? Prose.Of($"the {run.Gates[0].Name} gate is met") : Prose.Of($"all {run.Gates.Count} gates met"));

    private static ServiceReadiness? Down(RunEvidence run) => run.Incident.Readiness?.Services.FirstOrDefault(s => !s.Ready);

    private static Prose Named(IEnumerable<Prose> things)
    {
        var all = things.ToList();
        return all.Count <= MostNamed ? Prose.Join("; ", all) : Prose.Of($"{Prose.Join("; ", all.Take(MostNamed))}; and {all.Count - MostNamed} more");
    }

    private static Prose Lacking(Completeness completeness)
    {
        var suites = completeness.MissingSuites.Count == 0 ? Prose.Empty : Prose.Of($"; missing: {Prose.List(completeness.MissingSuites, 8)}");
        var skipped = completeness.Skipped == 0 ? Prose.Empty : Prose.Of($", {completeness.Skipped} were skipped");
        return completeness.Present >= completeness.Usual
            ? Prose.Of($"the run is incomplete{suites}")
            : Prose.Of($"the run is incomplete: {completeness.Present} of the usual {completeness.Usual} tests ran{skipped}{suites}");
    }
}
