using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// The tree that node's spec reporter prints while tests run: finished tests (<c>✔</c>, <c>✖</c>, <c>﹣</c>), indented below their suite, whose name is repeated
/// after them with its outcome. It shows which suite a test in the list of failing tests belongs to.
/// </summary>
internal sealed partial class NodeTree(string source, string suite)
{
    private readonly List<Ended> _ended = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    private sealed class Ended(int depth, string name, TestOutcome outcome, int line)
    {
        public int Depth { get; set; } = depth;
        public string Name => name;
        public TestOutcome Outcome => outcome;
        public int Line => line;
        public bool HasTests { get; set; }
        public List<string> Suites { get; } = [];
        public string ClassName => string.Join(' ', Suites);
    }

    /// <summary>Tests and suites that failed because of what is inside them.</summary>
    public int FailedForOthers => _ended.Count(e => e.HasTests && e.Outcome.IsFailure());

    public IEnumerable<TestCase> NotFailed =>
        _ended.Where(e => !e.HasTests && !e.Outcome.IsFailure()).Select(e => ConsoleSection.Ended(source, suite, e.ClassName, e.Name, e.Outcome, e.Line))
            .DistinctBy(c => c.Id);

    public bool Feed(LogLine line)
    {
        if (Node().Match(line.Text) is not { Success: true } node || _ended.Count >= ConsoleSection.MostNamed)
            return false;
        var depth = node.Groups["indent"].Length / 2;
        var outcome = (node.Groups["mark"].Value, node.Groups["why"].Success) switch
        {
            ("✔", false) => TestOutcome.Passed,
            ("✔", true) => TestOutcome.UnexpectedPass,
            ("✖", true) => TestOutcome.ExpectedFailure,
            ("✖", false) => TestOutcome.Failed,
            _ => TestOutcome.Skipped,
        };
        var ended = new Ended(depth, node.Groups["name"].Value, outcome, line.Number);
        for (var i = _ended.Count - 1; i >= 0 && _ended[i].Depth > depth; i--)
        {
            _ended[i].Suites.Insert(0, ended.Name);
            _ended[i].Depth = depth;
            ended.HasTests = true;
        }
        _ended.Add(ended);
        return true;
    }

    /// <summary>The suites of the next failed test with that name, in the tree's order; empty if unknown.</summary>
    public string SuiteOf(string name)
    {
        var found = _ended.Find(e => e.Name == name && e.Outcome.IsFailure() && !_taken.Contains($"{e.Line}"));
        if (found is not null)
            _taken.Add($"{found.Line}");
        return found?.ClassName ?? "";
    }

    public bool IsSuite(string className, string name) => _ended.Exists(e => e.HasTests && e.Name == name && e.ClassName == className);

    /// <summary>Node measures in nanoseconds. Mocha marks its tests the same way, but gives whole milliseconds.</summary>
    [GeneratedRegex(@"^(?<indent>(?:  ){0,40})(?<mark>[✔✖﹣⚠]) (?<name>.+?) \(\d{1,12}\.\d{1,12}ms\)(?<why> # .*)?$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Node();
}
