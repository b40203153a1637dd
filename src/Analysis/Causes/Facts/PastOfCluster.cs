using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Results;

namespace Whybot.Analysis.Causes.Facts;

/// <summary>What earlier runs say about the tests of one cluster.</summary>
internal sealed class PastOfCluster
{
    public PastOfCluster(GroupFacts facts, RunHistory history)
    {
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
        Flipping = tests.Count > 0 && tests.All(t => history.FlipsWithFailureNow(t.Test.Id) >= 2 && FailedBefore.Any(f => f.Test.Id == t.Test.Id));
        PassedOnRetry = tests.Count > 0 && tests.All(t => history.Of(t.Test.Id).Any(o => o.Outcome.Flaky))
            ? history.Runs.Count(r => tests.Exists(t => r.Tests.GetValueOrDefault(t.Test.Id) is { Flaky: true })) : 0;
        AlreadyFailing = Last is not null && tests.Count > 0
            && tests.All(t => Last.Tests.GetValueOrDefault(t.Test.Id) is { Outcome: TestOutcome.Failed or TestOutcome.Error });
        New = tests.Count > 0 && Runs > 0 && tests.All(t => !history.Of(t.Test.Id).Any());
    }

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

    /// <summary>No earlier run had these tests.</summary>
    public bool New { get; }
}
