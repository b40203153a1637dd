namespace Whybot.Analysis.Results;

/// <summary>
/// Makes attempts of one test one case. Runners that try again write a test once more under the same name; the last attempt counts, unless an earlier
/// one passed. Tests that never failed are left as they are, since a name that is there twice may be two tests; so is one that was skipped.
/// </summary>
internal static class Retries
{
    public static IReadOnlyList<TestCase> Merge(List<TestCase> cases)
    {
        var repeated = Repeated(cases);
        return repeated.Count == 0 ? cases : [.. cases.Where(c => !repeated.Contains(Key(c))).Concat(cases.Where(c => repeated.Contains(Key(c))).GroupBy(Key).Select(One)).OrderBy(c => c.Line)];
    }

    /// <summary>Names that failed at least once and stand there more than once.</summary>
    private static HashSet<(string, string?, bool)> Repeated(List<TestCase> cases)
    {
        var failed = cases.Where(c => c.Bad).Select(Key).ToHashSet();
        if (failed.Count == 0)
            return [];
        var seen = new HashSet<(string, string?, bool)>(failed.Count);
        return [.. cases.Select(Key).Where(k => failed.Contains(k) && !seen.Add(k))];
    }

    /// <summary>What was skipped is no attempt.</summary>
    private static (string, string?, bool) Key(TestCase test) => (test.Id, test.File, test.Outcome == TestOutcome.Skipped);

    private static TestCase One(IEnumerable<TestCase> attempts)
    {
        var all = attempts.ToList();
        var counts = all.FindLast(a => a.Outcome == TestOutcome.Passed) ?? all[^1];
        return all.Count == 1 ? counts : counts with { FailedAttempts = all.Sum(a => a.FailedAttempts) + all.Count(a => a.Bad) - (counts.Bad ? 1 : 0) };
    }
}
