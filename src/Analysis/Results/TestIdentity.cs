namespace Whybot.Analysis.Results;

/// <summary>
/// Gives tests of one name in several browsers, suites or files ids that tell them apart. Where a name is unique it stands alone, so that ids stay the same from run to run.
/// </summary>
internal static class TestIdentity
{
    /// <summary>Within one file: by browser or host, else by suite's number.</summary>
    public static IReadOnlyList<TestCase> Distinguish(IReadOnlyList<TestCase> cases)
    {
        var shared = Shared(cases, c => c.SuiteNumber);
        return shared.Count == 0 ? cases
            : [.. cases.GroupBy(c => c.Id).SelectMany(g => shared.Contains(g.Key) ? Named(g.ToList()) : g).OrderBy(c => c.Line)];
    }

    /// <summary>Ids that stand in more than one place.</summary>
    internal static HashSet<string> Shared<TPlace>(IEnumerable<TestCase> cases, Func<TestCase, TPlace> placeOf) where TPlace : IEquatable<TPlace>
    {
        var places = new Dictionary<string, TPlace>(StringComparer.Ordinal);
        var shared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var test in cases)
            if (!places.TryAdd(test.Id, placeOf(test)) && !places[test.Id].Equals(placeOf(test)))
                shared.Add(test.Id);
        return shared;
    }

    private static IEnumerable<TestCase> Named(List<TestCase> cases)
    {
        var bySuite = cases.GroupBy(c => c.SuiteNumber).ToList();
        var tells = bySuite.All(s => s.All(c => c.Variant is not null)) && bySuite.Select(s => s.First().Variant).Distinct().Count() == bySuite.Count;
        return bySuite.SelectMany((suite, i) => suite.Select(c => With(c, tells ? c.Variant! : $"{i + 1}")));
    }

    /// <summary>The same test with what tells it apart behind its id.</summary>
    internal static TestCase With(TestCase test, string variant) => test with { Id = $"{test.Id} [{variant}]", Name = test.Name };
}
