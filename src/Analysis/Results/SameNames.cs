using Whybot.Analysis.Signatures;

namespace Whybot.Analysis.Results;

/// <summary>
/// Keeps tests apart that share an id in a file whose format lists the tries of a test itself: they stand in two source files, or their author gave them
/// one name. Without this the pass of one would hide the failure of the other.
/// </summary>
internal static class SameNames
{
    public static IReadOnlyList<TestCase> Number(List<TestCase> cases)
    {
        var seen = new HashSet<string>(cases.Count, StringComparer.Ordinal);
        var repeated = cases.Where(c => !seen.Add(c.Id)).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        if (repeated.Count == 0)
            return cases;
        var numbered = new Dictionary<TestCase, TestCase>(ReferenceEqualityComparer.Instance);
        foreach (var same in cases.Where(c => repeated.Contains(c.Id)).GroupBy(c => c.Id, StringComparer.Ordinal))
        {
            var places = new Dictionary<string, int>(StringComparer.Ordinal);
            var number = 0;
            foreach (var test in same)
            {
                var place = test.Variant ?? (test.File is { } file ? RepositoryPaths.Relative(file) : null);
                var nth = place is null ? 1 : places[place] = places.GetValueOrDefault(place) + 1;
                numbered[test] = test with { SuiteNumber = ++number, Variant = place is null || nth == 1 ? place : $"{place} {nth}" };
            }
        }
        return [.. cases.Select(c => numbered.GetValueOrDefault(c, c))];
    }
}
