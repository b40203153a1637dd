using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Signatures;

namespace Whybot.Analysis.Causes.LogDifference;

/// <summary>One attempt of a job in an earlier run, as GitHub recorded it.</summary>
/// <param name="Id">Its number; the name of its log ends with it.</param>
internal sealed record PastJob(string Name, string Conclusion, long? Id, Citation Shown)
{
    public bool Passed => Conclusion == JobConclusions.Success;
    public bool Failed => Conclusion is JobConclusions.Failure or JobConclusions.TimedOut;

    /// <summary>The attempts of the job with one of these names: the one with exactly that name, or else the one that such a name ends with.</summary>
    public static IReadOnlyList<PastJob> Named(IReadOnlyList<PastJob> jobs, IReadOnlyCollection<string> names)
    {
        var same = jobs.Where(j => names.Any(n => LogNames.Key(n) == LogNames.Key(j.Name))).ToList();
        return same.Count > 0 ? same : [.. jobs.Where(j => names.Any(n => LogNames.EndsWith(n, j.Name))).GroupBy(j => LogNames.Key(j.Name))
            .MaxBy(g => g.Key.Length) ?? Enumerable.Empty<PastJob>()];
    }

    /// <summary>
    /// How the job of a failure ended in an earlier run. A job that failed in one attempt and passed in another has passed; it was flaky if it failed as it
    /// does now.
    /// </summary>
    /// <param name="attempts">In their order.</param>
    /// <param name="alike">Where the log of a failing attempt says the same; null if none does.</param>
    /// <param name="failed">Whether the log of an attempt says that it failed.</param>
    /// <param name="passed">The end of a log that counts as one of a pass; null for none.</param>
    /// <returns>Null if nothing is known.</returns>
    public static PastOutcome? Outcome(TestCase failure, IReadOnlyList<PastJob> attempts, Citation? alike, bool failed, Citation? passed = null)
    {
        if (attempts.LastOrDefault(a => a.Passed) is { } pass)
            return At(failure, TestOutcome.Passed, null, pass.Shown) with { Flaky = alike is not null };
        if (alike is not null)
            return At(failure, TestOutcome.Error, Signature.Of(failure.Failure!), alike);
        if (attempts.LastOrDefault(a => a.Failed) is { } fail)
            return At(failure, TestOutcome.Error, null, fail.Shown);
        return failed ? At(failure, TestOutcome.Error, null, null) : passed is not null ? At(failure, TestOutcome.Passed, null, passed) : null;
    }

    /// <summary>What the job's pass says about a test of it that no earlier result names; null if the job did not pass.</summary>
    public static PastOutcome? OfTest(PastOutcome? job) => job is { Outcome: TestOutcome.Passed } ? job with { OfJob = true } : null;

    private static PastOutcome At(TestCase failure, TestOutcome outcome, Signature? signature, Citation? shown) =>
        new(outcome, null, signature, failure.Suite, shown?.Source ?? failure.Source, shown?.Line ?? 1) { Shown = shown };
}
