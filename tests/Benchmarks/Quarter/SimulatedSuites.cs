using System.Globalization;
using System.Security;
using System.Text;
using Whybot.Testing.GitHub;

namespace Whybot.Benchmarks.Quarter;

/// <summary>Runs the suites of a deployment as the truth has it, and packs what a workflow would upload.</summary>
internal sealed class SimulatedSuites(Scenario scenario, int seed)
{
    private readonly Random _random = new(seed + 1);

    /// <summary>The causes that showed, running once more aside.</summary>
    public HashSet<SimulatedCause> Shown { get; } = [];

    /// <param name="only">Names of tests that run once more; null for all.</param>
    public byte[] Run(int deployment, IReadOnlyList<string> suites, IReadOnlySet<string>? only, DateTimeOffset at)
    {
        var failing = new Dictionary<string, SimulatedCause>(StringComparer.Ordinal);
        foreach (var cause in scenario.Causes.Where(c => c.IsThere(deployment) && _random.NextDouble() < c.Rate))
            foreach (var test in cause.Failing(deployment))
                failing.TryAdd(test, cause);
        var files = new List<(string, byte[])>();
        var log = new StringBuilder();
        foreach (var (suite, i) in suites.Select((s, i) => (s, i)))
        {
            var began = at.AddMinutes(i);
            var tests = Scenario.TestsOf(suite).Where(t => only is null || only.Contains(Name(t))).ToList();
            // What fails in a suite while a dependency of it is away cannot be told from that by anybody.
            var shows = tests.Select(failing.GetValueOrDefault).OfType<SimulatedCause>().ToHashSet();
            if (only is null)
                Shown.UnionWith(shows.Any(c => c.Kind == CauseKind.Outage) ? shows.Where(c => c.Kind == CauseKind.Outage) : shows);
            files.Add(($"{suite}.xml", Encoding.UTF8.GetBytes(JUnit(suite, tests, failing, began))));
            // A service logs what it is asked for: while the suite runs that asks.
            if (tests.Select(failing.GetValueOrDefault).FirstOrDefault(c => c is { Kind: CauseKind.Outage }) is { } outage)
                log.Append(Log(outage, began));
        }
        if (log.Length > 0)
            files.Add(("gateway.log", Encoding.UTF8.GetBytes(log.ToString())));
        return Stage.Zip([.. files]);
    }

    private static string Name(string test) => test.Split('/')[1];

    private string JUnit(string suite, IReadOnlyList<string> tests, Dictionary<string, SimulatedCause> failing, DateTimeOffset at)
    {
        var text = new StringBuilder($"<testsuites><testsuite name=\"{suite}\" tests=\"{tests.Count}\" timestamp=\"{at:yyyy-MM-ddTHH:mm:ss}\">\n");
        foreach (var test in tests)
            text.Append(CultureInfo.InvariantCulture,
                $"<testcase classname=\"tests.test_{suite}\" name=\"{Name(test)}\" "
                + $"time=\"{0.1 + _random.NextDouble():0.00}\">{(failing.TryGetValue(test, out var cause) ? Failure(suite, test, cause) : "")}</testcase>\n");
        return text.Append("</testsuite></testsuites>\n").ToString();
    }

    private static string Failure(string suite, string test, SimulatedCause cause)
    {
        var line = 10 + int.Parse(Name(test)["test_".Length..], CultureInfo.InvariantCulture);
        var stack = $"tests/test_{suite}.py:{line}: in {Name(test)}\n    run()\n{(cause.Path is { } path ? $"{path}\n    call()\n" : "")}E   {cause.Message}";
        return $"<failure message=\"{SecurityElement.Escape(cause.Message)}\">{SecurityElement.Escape(stack)}</failure>";
    }

    private static string Log(SimulatedCause cause, DateTimeOffset at) =>
        string.Concat(Enumerable.Range(0, 20).Select(i =>
            $"{at.AddSeconds(i):yyyy-MM-ddTHH:mm:ss.fffZ} ERROR gateway cannot reach {cause.Name}-store:5432: connection refused\n"));
}
