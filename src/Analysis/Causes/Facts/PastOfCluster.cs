using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Results;

namespace Whybot.Analysis.Causes.Facts;

/// <summary>What earlier runs say about the tests of one cluster, or about its jobs if no test failed.</summary>
internal sealed class PastOfCluster
{
    /// <param name="now">What this run tests; earlier runs of the same commit only count as another attempt.</param>
    public PastOfCluster(GroupFacts facts, RunHistory known, Deployment now)
    {
        var (history, attempts) = Attempts.Of(known.For(facts.Tests), now);
        Last = history.Runs.Count > 0 ? history.Runs[^1] : null;
        LastGreen = history.LastGreen;
        Runs = history.Runs.Count;
        var tests = facts.Groups.SelectMany(g => g.Tests.Select(t => (Test: t, g.Variants))).ToList();
        PassedAtLast = [.. tests.Select(t => (t.Test, Past: Last?.Tests.GetValueOrDefault(t.Test.Id))).Where(t => t.Past is { Outcome: TestOutcome.Passed })
            .Select(t => (t.Test, t.Past!))];
        PassedAtGreen = [.. tests.Select(t => (t.Test, Past: LastGreen?.Tests.GetValueOrDefault(t.Test.Id)))
            .Where(t => t.Past is { Outcome: TestOutcome.Passed }).Select(t => (t.Test, t.Past!))];
        FailedBefore = [.. tests.SelectMany(t => history.Of(t.Test.Id)
            .Where(p => p.Outcome.Outcome is TestOutcome.Failed or TestOutcome.Error && p.Outcome.Signature is { } signature
            && t.Variants.Contains(signature.Id))
            .Select(p => (t.Test, p.Run, p.Outcome)))];
        RanBefore = history.Runs.Count(r => tests.Exists(t => r.Tests.GetValueOrDefault(t.Test.Id) is { } past && !past.Outcome.IsSkip()));
        PassedOnRetry = tests.Count > 0 && tests.All(t => history.Of(t.Test.Id).Any(o => o.Outcome.Flaky))
            ? history.Runs.Count(r => tests.Exists(t => r.Tests.GetValueOrDefault(t.Test.Id) is { Flaky: true })) : 0;
        AlreadyFailing = Last is not null && tests.Count > 0
            && tests.All(t => Last.Tests.GetValueOrDefault(t.Test.Id) is { Outcome: TestOutcome.Failed or TestOutcome.Error });
        var alike = FailedBefore.ToLookup(f => f.Run, f => f.Test.Id);
        bool FailedAlikeIn(HistoricRun run) => tests.Count > 0 && tests.All(t => alike[run].Contains(t.Test.Id));
        FailedAlikeAtLast = Last is not null && FailedAlikeIn(Last);
        AtBase = RunAtBase(history, tests.Select(t => t.Test.Id).ToHashSet(StringComparer.Ordinal));
        FailedAlikeAtBase = AtBase is not null && FailedAlikeIn(AtBase);
        // That the base was repaired after a pull request left it is no coming and going.
        var past = FailedAlikeAtBase ? history with { Runs = [.. history.Runs.TakeWhile(r => r != AtBase), AtBase!] } : history;
        Flipping = tests.Count > 0 && tests.All(t => past.FlipsWithFailureNow(t.Test.Id) >= 2 && FailedBefore.Any(f => f.Test.Id == t.Test.Id));
        Since = FailedAlikeAtLast ? history.Runs.Reverse().TakeWhile(FailedAlikeIn).Last() : null;
        PassedSince = Since is not null && Since != history.Runs[0];
        PassedHere = [.. tests.Select(t => attempts.Passed(t.Test)).OfType<(HistoricRun Run, PastOutcome Outcome)>()];
        if (PassedHere.Count < tests.Count)
            PassedHere = [];
        CameAndWentAt = tests.Count == 0 || AlreadyFailing ? null : history.Runs.LastOrDefault(r => tests.All(t => IsFlakeAt(r, t.Test.Id, history, alike)));
        New = tests.Count > 0 && Runs > 0 && tests.All(t => !history.Of(t.Test.Id).Any());
    }

    /// <summary>The newest run with any of the tests at the commit that a pull request left its base at, or before it.</summary>
    private static HistoricRun? RunAtBase(RunHistory history, HashSet<string> tests)
    {
        if (history.Base is not { } left)
            return null;
        var known = history.Runs.Reverse().SkipWhile(r => r.Sha != left);
        return known.FirstOrDefault(r => r.Tests.Keys.Any(tests.Contains));
    }

    /// <summary>It failed alike in that run, and passed on the same commit, in it or in another one.</summary>
    private static bool IsFlakeAt(HistoricRun run, string id, RunHistory history, ILookup<HistoricRun, string> alike) =>
        alike[run].Contains(id) && run.Sha.Value.Length > 0
            && history.Runs.Any(r => r.Sha == run.Sha && r.Tests.GetValueOrDefault(id) is { } ended && ended.Outcome.IsPass());

    public int Runs { get; }
    public HistoricRun? Last { get; }
    public HistoricRun? LastGreen { get; }
    public IReadOnlyList<(TestCase Test, PastOutcome Past)> PassedAtLast { get; }
    public IReadOnlyList<(TestCase Test, PastOutcome Past)> PassedAtGreen { get; }

    /// <summary>Earlier failures with the same signature.</summary>
    public IReadOnlyList<(TestCase Test, HistoricRun Run, PastOutcome Outcome)> FailedBefore { get; }

    /// <summary>How many earlier runs included any of its tests.</summary>
    public int RanBefore { get; }

    /// <summary>Every one of its tests has failed the same way before, and passed after that.</summary>
    public bool Flipping { get; }

    /// <summary>Earlier runs in which any of its tests failed first and passed when retried; 0 unless each of them did so once.</summary>
    public int PassedOnRetry { get; }

    /// <summary>It failed at the last deployment too: later changes cannot be the reason.</summary>
    public bool AlreadyFailing { get; }

    /// <summary>All of it failed in the same way in the newest earlier run: it is not new.</summary>
    public bool FailedAlikeAtLast { get; }

    /// <summary>What the branch that a pull request will be merged into was like where the pull request left it; null if no run is known there.</summary>
    public HistoricRun? AtBase { get; }

    /// <summary>All of it failed in the same way there.</summary>
    public bool FailedAlikeAtBase { get; }

    /// <summary>The base was fine where the pull request left it, and fails alike now: somebody broke it meanwhile.</summary>
    public bool BaseBrokeSince => AtBase is not null && !FailedAlikeAtBase && FailedAlikeAtLast;

    /// <summary>The first of the runs in a row in which it failed as it does now; null if it did not in the newest one.</summary>
    public HistoricRun? Since { get; }

    /// <summary>A run before that one is known, and it did not fail alike there.</summary>
    public bool PassedSince { get; }

    /// <summary>Passes of all its tests, or of its jobs, in other attempts at the same commit; empty unless each of them has one.</summary>
    public IReadOnlyList<(HistoricRun Run, PastOutcome Outcome)> PassedHere { get; }

    /// <summary>An earlier run whose commit it both failed alike and passed on; null for none.</summary>
    public HistoricRun? CameAndWentAt { get; }

    /// <summary>No earlier run had these tests.</summary>
    public bool New { get; }
}
