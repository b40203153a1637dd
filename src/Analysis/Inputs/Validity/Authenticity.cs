using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Results;

namespace Whybot.Analysis.Inputs.Validity;

/// <summary>
/// Judges whether passing tests really exercised what they test. A pass in 0.00 s is normal for a unit test. It is suspicious if the same test usually takes
/// time, or if its whole suite took no time even though the settings say that it runs against the deployed environment.
/// </summary>
/// <remarks>
/// Tests that no settings name may be unit tests, so they must usually take long: what is loaded once is counted in whichever test comes first, and another
/// machine is three times as fast. In 21 of 34 suites of nine public projects that were run twice, some tests that took 10 to 100 ms in one run took none in
/// the other, though all of them ran.
/// </remarks>
/// <param name="Unproved">Ids of passing tests that took no time although they usually do.</param>
/// <param name="Suites">Suites in which at least half of the passes are unproved, so they prove nothing.</param>
public sealed record Authenticity(IReadOnlySet<string> Unproved, IReadOnlyList<string> Suites)
{
    /// <summary>Result files give milliseconds; less than half a millisecond is shown as 0.000.</summary>
    private const double NoTime = 0.0005;

    /// <summary>A test of the environment that took one millisecond may show zero the next time; one that took two or more shows zero only if it skips
    /// its work.</summary>
    private const double ReallyTimed = 0.0015;

    /// <summary>No test that usually takes so long does its work in no time, wherever it runs.</summary>
    private const double Long = 0.1;

    /// <summary>No machine is so many times as fast as another.</summary>
    private const double Faster = 20;

    /// <param name="declared">Whether the settings say that a test's suite runs against the environment.</param>
    internal static Authenticity Judge(IReadOnlyList<TestCase> tests, UsualTests usual, Func<TestCase, bool> declared)
    {
        HashSet<string> unproved = [];
        var suites = new List<string>();
        foreach (var suite in tests.Where(t => t.Outcome == TestOutcome.Passed).GroupBy(t => t.Suite))
        {
            var passed = suite.Select(t => (Test: t, Usual: usual.Seconds(t.Id))).ToList();
            var staging = declared(passed[0].Test);
            var without = passed.Where(p => p.Test.Seconds is < NoTime).ToList();
            var timed = without.Where(p => p.Usual is { } before ? before >= (staging ? ReallyTimed : Long)
                : staging && without.Count == passed.Count && passed.Count > 1).ToList();
            unproved.UnionWith(timed.Select(p => p.Test.Id));
            var everTimed = passed.Where(p => p.Usual is not < NoTime).ToList();
            var nowWithout = everTimed.Where(p => p.Test.Seconds is < NoTime).ToList();
            if (nowWithout.Count * 2 >= everTimed.Count && (timed.Count > 0 || (!staging && Skips(everTimed))))
            {
                suites.Add(suite.Key);
                unproved.UnionWith(nowWithout.Select(p => p.Test.Id));
            }
        }
        return new Authenticity(unproved, [.. suites.Order(StringComparer.Ordinal)]);
    }

    /// <summary>Together, the tests took so little that they cannot have done what they usually do. A time of 0.000 may hide half a millisecond.</summary>
    private static bool Skips(List<(TestCase Test, double? Usual)> tests)
    {
        var known = tests.Where(t => t.Usual is not null && t.Test.Seconds is not null).ToList();
        return known.Count > 0 && known.Sum(t => t.Usual!.Value) >= Faster * known.Sum(t => Math.Max(NoTime, t.Test.Seconds!.Value));
    }
}
