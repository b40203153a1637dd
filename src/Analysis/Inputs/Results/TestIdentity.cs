namespace Whybot.Analysis.Inputs.Results;

/// <summary>
/// Gives tests with the same name in several browsers, suites or files different ids. A unique name is left unchanged, so ids stay the same from run to run.
/// </summary>
internal static class TestIdentity
{
    /// <summary>Within one file: by browser or host, otherwise by the suite's name, otherwise by its number.</summary>
    /// <param name="cases">Cases of one file.</param>
    /// <param name="suites">The file's names for its suites, by number.</param>
    public static IReadOnlyList<TestCase> Distinguish(IReadOnlyList<TestCase> cases, IReadOnlyDictionary<int, string> suites)
    {
        var shared = Shared(cases, c => c.SuiteNumber);
        return shared.Count == 0 ? cases
            : [.. cases.GroupBy(c => c.Id).SelectMany(g => shared.Contains(g.Key) ? Named(g.ToList(), suites) : g).OrderBy(c => c.Line)];
    }

    /// <summary>Ids that occur in more than one place.</summary>
    internal static HashSet<string> Shared<TPlace>(IEnumerable<TestCase> cases, Func<TestCase, TPlace> placeOf) where TPlace : IEquatable<TPlace>
    {
        var places = new Dictionary<string, TPlace>(StringComparer.Ordinal);
        var shared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var test in cases)
            if (!places.TryAdd(test.Id, placeOf(test)) && !places[test.Id].Equals(placeOf(test)))
                shared.Add(test.Id);
        return shared;
    }

    private static IEnumerable<TestCase> Named(List<TestCase> cases, IReadOnlyDictionary<int, string> suites)
    {
        var bySuite = cases.GroupBy(c => c.SuiteNumber).ToList();
        var tells = Telling(bySuite.ConvertAll(s => s.All(c => c.Variant is not null) ? s.First().Variant : null))
            ?? Telling(bySuite.ConvertAll(s => suites.GetValueOrDefault(s.Key)));
        return bySuite.SelectMany((suite, i) => suite.Select(c => With(c, tells?[i] ?? $"{i + 1}")));
    }

    /// <summary>The names, if each suite has a different one.</summary>
    private static List<string?>? Telling(List<string?> names) =>
        names.All(n => !string.IsNullOrEmpty(n)) && names.Distinct(StringComparer.Ordinal).Count() == names.Count ? names : null;

    /// <summary>The same test, with the distinguishing part added to its id.</summary>
    internal static TestCase With(TestCase test, string variant) => test with { Id = $"{test.Id} [{variant}]", Name = test.Name };
}
