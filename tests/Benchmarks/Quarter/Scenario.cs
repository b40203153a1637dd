using System.Globalization;

namespace Whybot.Benchmarks.Quarter;

/// <summary>A quarter of a team's deployments: suites, tests, and what goes wrong when. One seed, one scenario.</summary>
internal sealed class Scenario
{
    private const int TestsOfSuite = 25;
    private static readonly string[] SuiteNames = ["smoke", "orders", "basket", "search", "account", "payment", "mail", "reports"];

    private static readonly string[] Nouns =
        ["amount", "currency", "basket", "voucher", "address", "invoice", "carrier", "discount", "customer", "warehouse", "rating", "payment", "refund",
            "session", "tariff", "catalogue",
            "label", "parcel", "article", "category", "contract", "mailing", "report", "ledger", "region", "supplier", "ticket", "coupon", "profile",
                "shipment", "pricing", "counter"];

    private readonly Random _random;
    private readonly Queue<string> _names;

    public Scenario(int seed, int deployments, int causes)
    {
        // The same numbers each time is what is wanted here.
        _random = new Random(seed);
        _names = new Queue<string>(Nouns.OrderBy(_ => _random.Next()));
        Deployments = deployments;
        // Two in five are regressions, two in five flakes, one in five outages.
        Causes = [.. Enumerable.Range(0, causes).Select(i => (i % 5) switch { 0 or 3 => Regression(), 4 => Outage(), _ => Flake() })];
    }

    public int Deployments { get; }
    public IReadOnlyList<SimulatedCause> Causes { get; }

    public static IReadOnlyList<string> Suites => SuiteNames;

    public static IEnumerable<string> TestsOf(string suite) => Enumerable.Range(1, TestsOfSuite).Select(i => $"{suite}/test_{i:00}");

    public static string Settings =>
        $"""
        environments:
          staging:
            run: {"{workflow: staging.yml}"}
        suites:
        {string.Concat(SuiteNames.Select(s => $"  - {{name: {s}, category: {s}, priority: P{(s is "orders" or "payment" ? 1 : 2)}, files: [tests/test_{s}.py]}}\n"))}gates: {"{orders: 96%, payment: 96%, overall: 90%}"}
        """;

    private SimulatedCause Regression()
    {
        var (name, from) = (_names.Dequeue(), Start());
        var until = Math.Min(Deployments + 1, from + _random.Next(2, 12));
        var file = $"src/{name}.py";
        var tests = Pick(_random.Next(1, 7));
        var line = _random.Next(20, 90);
        return new SimulatedCause(CauseKind.Regression, name, tests, from, until, 1)
        {
            Message = $"KeyError: '{name}_total'",
            Path = $"{file}:{line}: in load_{name}",
            Breaks = (file, $"@@ -{line - 2},3 +{line - 2},3 @@ def load_{name}(row):\n-    return row['{name}_total']\n+    return row['{name}_sum']"),
            Fixes = (file, $"@@ -{line - 2},3 +{line - 2},3 @@ def load_{name}(row):\n-    return row['{name}_sum']\n+    return row['{name}_total']"),
            Half = tests.Count > 2 && until - from > 5 && _random.Next(3) == 0 ? (from + 3, tests.Take(1).ToList()) : null,
            Linked = _random.Next(2) == 0,
            ClosedByPersonAt = until - from > 6 && _random.Next(3) == 0 ? from + 4 : null,
        };
    }

    private SimulatedCause Flake()
    {
        var (name, from) = (_names.Dequeue(), _random.Next(1, Math.Max(2, Deployments / 3)));
        var rate = Math.Round(0.02 + 0.38 * Math.Pow(_random.NextDouble(), 1.5), 3);
        // A third of them is fixed in time.
        var until = _random.Next(3) == 0 ? _random.Next(from + Deployments / 4, Deployments) : Deployments + 1;
        var what = _random.Next(3);
        return new SimulatedCause(CauseKind.Flake, name, Pick(1), from, until, rate)
        {
            Message = what switch
            {
                0 => $"TimeoutError: the {name} page was not there after 5 s",
                1 => string.Create(CultureInfo.InvariantCulture, $"AssertionError: expected the {name} list to hold {_random.Next(2, 9)} rows, it holds none"),
                _ => $"StaleElementError: the {name} button is no longer in the page",
            },
        };
    }

    private SimulatedCause Outage()
    {
        var (name, from) = (_names.Dequeue(), Start());
        var suite = SuiteNames[_random.Next(1, SuiteNames.Length)];
        return new SimulatedCause(CauseKind.Outage, name, [.. TestsOf(suite).Take(_random.Next(10, 25))], from, from + _random.Next(1, 4), 1)
        {
            Message = $"ConnectionRefusedError: [Errno 111] Connection refused: {name}-store:5432",
            Path = "src/store.py:31: in connect",
        };
    }

    private int Start() => _random.Next(2, Math.Max(3, Deployments * 3 / 4));

    private List<string> Pick(int count)
    {
        var suite = SuiteNames[_random.Next(1, SuiteNames.Length)];
        return [.. TestsOf(suite).OrderBy(_ => _random.Next()).Take(count).Order(StringComparer.Ordinal)];
    }
}
