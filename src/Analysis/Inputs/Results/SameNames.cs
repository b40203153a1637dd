using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Inputs.Results;

/// <summary>
/// Distinguishes tests with the same id in a file whose format lists the attempts of a test itself: they are in two source files, or their author gave them the
/// same name. Without this, the pass of one would hide the failure of the other.
/// </summary>
internal static class SameNames
{
    /// <returns>All cases, in their order in the file.</returns>
    public static IReadOnlyList<TestCase> Number(List<TestCase> cases)
    {
        var seen = new HashSet<string>(cases.Count, StringComparer.Ordinal);
        var repeated = cases.Where(c => !seen.Add(c.Id)).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        if (repeated.Count > 0)
            cases =
            [
                .. cases.Where(c => !repeated.Contains(c.Id)),
                .. cases.Where(c => repeated.Contains(c.Id)).GroupBy(c => c.Id, StringComparer.Ordinal).SelectMany(Apart),
            ];
        return [.. cases.OrderBy(c => c.Line)];
    }

    /// <summary>By file or browser if each has a different one, otherwise by number.</summary>
    private static IEnumerable<TestCase> Apart(IEnumerable<TestCase> same)
    {
        var cases = same.ToList();
        var places = cases.ConvertAll(c => c.Variant ?? (c.File is { } file ? RepositoryPaths.Relative(file) : null));
        var tells = places.Distinct(StringComparer.Ordinal).Count() == cases.Count;
        return cases.Select((c, i) => c with { SuiteNumber = i + 1, Variant = tells ? places[i] : null });
    }
}
