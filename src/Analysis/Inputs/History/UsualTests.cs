using Whybot.Analysis.Inputs.Results;

namespace Whybot.Analysis.Inputs.History;

/// <summary>What a run usually contains: the tests of the newest earlier run that was complete compared with its neighbours, and how long they took.</summary>
internal sealed class UsualTests
{
    private readonly RunHistory _history;

    public UsualTests(RunHistory history)
    {
        _history = history;
        var most = history.Runs.Count == 0 ? 0 : history.Runs.Max(r => r.Tests.Count);
        var usual = history.Runs.LastOrDefault(r => r.Tests.Count * 4 >= most * 3);
        Tests = usual is null ? new Dictionary<string, PastOutcome>(StringComparer.Ordinal) : usual.Tests;
        BySuite = Tests.GroupBy(t => t.Value.Suite).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(t => t.Key)]);
    }

    public IReadOnlyDictionary<string, PastOutcome> Tests { get; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> BySuite { get; }

    /// <summary>Median seconds of the test's earlier passes; null if no earlier pass has a time.</summary>
    public double? Seconds(string testId)
    {
        if (_history.Runs.Count == 0)
            return null;
        var times = _history.Of(testId).Where(o => o.Outcome is { Outcome: TestOutcome.Passed, Seconds: not null }).Select(o => o.Outcome.Seconds!.Value)
            .Order().ToList();
        return times.Count == 0 ? null : times[times.Count / 2];
    }
}
