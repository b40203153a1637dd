using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>
/// Where the suites of a JUnit file ran, if no property says it: Playwright writes the browser's project as the <c>hostname</c>, merged reports have a
/// <c>package</c> per program. Only a value that differs among the suites of one file identifies them. A machine's name does not, because the next run has a
/// different one.
/// </summary>
internal sealed partial class JUnitPlaces
{
    private readonly List<(int Suite, string? Host, string? Package)> _suites = [];

    public void Add(int suite, string? host, string? package)
    {
        if (host is not null || package is not null)
            _suites.Add((suite, host, package));
    }

    /// <summary>Call at the end of the file.</summary>
    public void Settle(ResultReading reading)
    {
        var places = Differing(s => s.Host is { Length: > 0 } host && !Machine().IsMatch(host) ? host : null)
            ?? Differing(s => s.Package is { Length: > 0 } package ? package : null);
        for (var i = 0; places is not null && i < reading.Count; i++)
            reading.Amend(i, test => test.Variant is null && places.TryGetValue(test.SuiteNumber, out var place) ? test with { Variant = place } : test);
    }

    private Dictionary<int, string>? Differing(Func<(int Suite, string? Host, string? Package), string?> placeOf)
    {
        var places = new Dictionary<int, string>();
        foreach (var suite in _suites)
            if (placeOf(suite) is { } place)
                places[suite.Suite] = place;
        return places.Values.Distinct(StringComparer.Ordinal).Take(2).Count() > 1 ? places : null;
    }

    [GeneratedRegex(@"^(?:localhost$|fv-az|runner|ip-\d|vm\b|desktop-|win-|\d{1,3}\.|[0-9a-f]{8,64}$)"
        + @"|\.(?:local|internal|lan|localdomain|com|net|org|io)$|-[a-z0-9]{8,10}-[a-z0-9]{5}$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 10000)]
    private static partial Regex Machine();
}
