using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Results;

namespace Whybot.Analysis.Inputs.Validity;

/// <summary>
/// Judges whether passing tests really exercised what they test. A pass in 0.00 s is normal for a unit test. It is suspicious if the same test usually takes
/// time, or if its whole suite took no time even though the settings say that it runs against the deployed environment.
/// </summary>
/// <param name="Unproved">Ids of passing tests that took no time although they usually do.</param>
/// <param name="Suites">Suites in which at least half of the passes are unproved, so they prove nothing.</param>
public sealed record Authenticity(IReadOnlySet<string> Unproved, IReadOnlyList<string> Suites)
{
    /// <summary>Result files give milliseconds; less than half a millisecond is shown as 0.000.</summary>
    private const double NoTime = 0.0005;

    /// <summary>A test that took one millisecond may show zero the next time; one that took two or more shows zero only if it skips its work.</summary>
    private const double ReallyTimed = 0.0015;

    /// <param name="declared">Whether the settings say that a test's suite runs against the environment.</param>
    internal static Authenticity Judge(IReadOnlyList<TestCase> tests, UsualTests usual, Func<TestCase, bool> declared)
    {
        HashSet<string> unproved = [];
        var suites = new List<string>();
        foreach (var suite in tests.Where(t => t.Outcome == TestOutcome.Passed).GroupBy(t => t.Suite))
        {
            var passed = suite.ToList();
            var without = passed.Where(t => t.Seconds is < NoTime).ToList();
            var timed = without.Where(t => usual.Seconds(t.Id) is { } before ? before >= ReallyTimed : without.Count == passed.Count && passed.Count > 1
                && declared(t))
                .ToList();
            unproved.UnionWith(timed.Select(t => t.Id));
            var everTimed = passed.Where(t => usual.Seconds(t.Id) is not < NoTime).ToList();
            var nowWithout = everTimed.Count(t => t.Seconds is < NoTime);
            if (timed.Count > 0 && nowWithout * 2 >= everTimed.Count)
            {
                suites.Add(suite.Key);
                unproved.UnionWith(everTimed.Where(t => t.Seconds is < NoTime).Select(t => t.Id));
            }
        }
        return new Authenticity(unproved, [.. suites.Order(StringComparer.Ordinal)]);
    }
}
