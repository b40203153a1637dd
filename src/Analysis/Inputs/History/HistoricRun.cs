using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Signatures;
using Whybot.Analysis.Language.Identity;

namespace Whybot.Analysis.Inputs.History;

/// <summary>How one test ended in one earlier run, and where that is recorded.</summary>
public sealed record PastOutcome(TestOutcome Outcome, double? Seconds, Signature? Signature, string Suite, string Source, int Line)
{
    /// <summary>It failed first, and passed when it was retried in that run.</summary>
    public bool Flaky { get; init; }

    /// <summary>Only the end of the test's job is known, not that of the test.</summary>
    public bool OfJob { get; init; }

    /// <summary>Where it can be read, if that is not a line with the test's name.</summary>
    public Citation? Shown { get; init; }

    public Citation Cite(TestCase test) => Shown ?? Citation.OfLines(Source, Line, Line, test.Name);
}

/// <summary>One earlier deployment to the same environment, with its results.</summary>
/// <param name="Name">The folder's name; runs are ordered by it, oldest first.</param>
public sealed record HistoricRun(string Name, CommitSha Sha, DateTimeOffset? DeployedAt, IReadOnlyDictionary<string, PastOutcome> Tests)
{
    public bool Green => Tests.Count > 0 && !Unread && Tests.Values.All(t => !t.Outcome.IsFailure());

    /// <summary>The branch that it tested; null if unknown.</summary>
    public string? Branch { get; init; }

    /// <summary>Null for anything but an earlier attempt of this run.</summary>
    public RunAttempt? Attempt { get; init; }

    /// <summary>Its results were not read completely, so it does not prove that everything passed.</summary>
    public bool Unread { get; init; }
}

/// <summary>An earlier attempt of a workflow's run, as GitHub numbers them from 1: jobs run again on the same commit.</summary>
/// <param name="Latest">The newest attempt in which the same jobs ran; it is after <paramref name="Number"/>.</param>
public sealed record RunAttempt(int Number, int Latest);

/// <summary>The earlier runs, oldest first.</summary>
public sealed record RunHistory(IReadOnlyList<HistoricRun> Runs)
{
    public static readonly RunHistory None = new([]);

    /// <summary>
    /// The earlier runs of this run's failed jobs, under the ids that their failures have in this run, and under the ids of failed tests that were read from
    /// such a job's log. A job is not a test: it has no part in what usually
    /// runs.
    /// </summary>
    public IReadOnlyList<HistoricRun> Jobs { get; init; } = [];

    /// <summary>What logs of earlier attempts of this run say. An attempt is no earlier run: it has no part in what usually runs.</summary>
    public IReadOnlyList<HistoricRun> Attempts { get; init; } = [];

    /// <summary>The commit where a pull request left the branch that it will be merged into; null for anything else, or if it is not known.</summary>
    public CommitSha? Base { get; init; }

    /// <summary>What is known of such failures: how the jobs ended, for jobs without a failing test, and for tests that no earlier result names.</summary>
    public RunHistory For(IReadOnlyCollection<TestCase> failures) => failures.All(f => f.Scope == TestScope.Job)
        || (Jobs.Count > 0 && failures.All(f => Jobs.Any(j => j.Tests.ContainsKey(f.Id)) && !Of(f.Id).Any()))
            ? new RunHistory(Jobs) { Base = Base, Attempts = Attempts } : this;

    /// <summary>Their failures, oldest first; within a run by id, so the order of its tests does not matter.</summary>
    public IEnumerable<Signature> Failed =>
        Runs.SelectMany(r => r.Tests.Values.Select(t => t.Signature).OfType<Signature>().DistinctBy(s => s.Id).OrderBy(s => s.Id, StringComparer.Ordinal));

    /// <summary>The last run without a failure; null if all of them failed.</summary>
    public HistoricRun? LastGreen => Runs.LastOrDefault(r => r.Green);

    /// <summary>The test's outcomes, oldest first; runs without it are left out.</summary>
    public IEnumerable<(HistoricRun Run, PastOutcome Outcome)> Of(string testId)
    {
        foreach (var run in Runs)
            if (run.Tests.TryGetValue(testId, out var outcome))
                yield return (run, outcome);
    }

    /// <summary>How often a test changed between passing and failing over the runs, counting the current failure as the last.</summary>
    public int FlipsWithFailureNow(string testId)
    {
        var flips = 0;
        bool? before = null;
        foreach (var (_, outcome) in Of(testId).Where(o => !o.Outcome.Outcome.IsSkip()))
        {
            var passed = outcome.Outcome.IsPass();
            if (before is { } last && last != passed)
                flips++;
            before = passed;
        }
        return before == true ? flips + 1 : flips;
    }
}
