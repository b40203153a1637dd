namespace Whybot.Analysis.Inputs.Results;

/// <summary>
/// Merges the attempts of one test into one case. Runners that retry write a test again under the same name until it passes: failed attempts, followed by at
/// most one that passed. Any other order does not come from a retrying runner, but from one that gives rows of data no names of their own: then a failure among
/// them is a failure, and all are left unchanged. So are skipped ones. Entries in two suites, which may be two browsers or shards, are two tests.
/// </summary>
internal static class Retries
{
    public static IReadOnlyList<TestCase> Merge(List<TestCase> cases)
    {
        var repeated = Repeated(cases);
        return repeated.Count == 0 ? cases : [.. cases.Where(c => !repeated.Contains(Key(c)))
            .Concat(cases.Where(c => repeated.Contains(Key(c))).GroupBy(Key).SelectMany(One)).OrderBy(c => c.Line)];
    }

    /// <summary>Names that failed at least once and occur more than once.</summary>
    private static HashSet<(string, string?, int, bool)> Repeated(List<TestCase> cases)
    {
        var failed = cases.Where(c => c.Bad).Select(Key).ToHashSet();
        if (failed.Count == 0)
            return [];
        var seen = new HashSet<(string, string?, int, bool)>(failed.Count);
        return [.. cases.Select(Key).Where(k => failed.Contains(k) && !seen.Add(k))];
    }

    /// <summary>A skipped entry is not an attempt.</summary>
    private static (string, string?, int, bool) Key(TestCase test) => (test.Id, test.File, test.SuiteNumber, test.Outcome.IsSkip());

    private static IEnumerable<TestCase> One(IEnumerable<TestCase> attempts)
    {
        var all = attempts.ToList();
        if (!all.Take(all.Count - 1).All(a => a.Bad))
            return all;
        var last = all[^1];
        return [last with { FailedAttempts = all.Sum(a => a.FailedAttempts) + all.Count - 1 }];
    }
}
