using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads <c>node --test</c> with its spec and dot reporters: the tree of tests (<c>▶ suite</c>, <c>✔ test (1.2ms)</c>); below <c>✖ failing tests:</c> each
/// failed test with its location and its message; and the counts (<c>ℹ pass 12</c>). Its TAP output is read like any other TAP.
/// </summary>
internal sealed partial class NodeTestConsole(string source, string suite) : IConsoleReader
{
    private readonly List<NodeFailure> _failures = [];
    private readonly NodeTree _tree = new(source, suite);
    private readonly NodeUncaught _uncaught = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Tally _tally = new();
    private NodeFailure? _open;
    private string? _file;
    private bool _listing;
    private int _block = -1;

    public IEnumerable<string> Needles => ["ms)", " tests ", " pass ", " fail ", " cancelled ", " skipped ", " todo ", "failing tests:", "Failed tests:",
        .. NodeUncaught.Needles];
    public bool IsOpen => _listing || _uncaught.IsOpen;

    public void Feed(LogLine line)
    {
        var text = line.Text;
        if (List().IsMatch(text))
            Begin();
        else if (text.StartsWith("##[", StringComparison.Ordinal))
            End();
        else if (Count().Match(text) is { Success: true } count)
            Take(count, line.Number);
        else if (_listing && Place().Match(text) is { Success: true } place)
            (_file, _open) = (place.Groups["file"].Value, null);
        else if (_listing && Failed().Match(text) is { Success: true } failed)
            Fail(failed, line.Number);
        else if (_open is not null && (text.Length == 0 || text[0] == ' '))
            _open.Section.Add(line);
        else if (_listing && text.Length > 0)
            End();
        else if (!_listing && !_tree.Feed(line))
            _uncaught.Feed(text);
    }

    public ConsoleCases Finish()
    {
        Commit();
        List<TestCase> failed = [.. _failures.Where(f => !f.IsOfSubtests && !f.IsTodo).Select(f => f.Case(source, suite, _tree, _uncaught))
            .DistinctBy(f => (f.Id, f.File))];
        var named = failed.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        // node also counts tests that failed because of their subtests, and cancelled ones; neither is a failure by itself.
        var unnamed = Math.Max(0, _tally.Failed - _failures.Count(f => !f.IsOfSubtests && !f.IsTodo) - _tree.FailedForOthers);
        return ConsoleCases.Of([.. failed, .. _tree.NotFailed.Where(c => !named.Contains(c.Id))], _tally.Passed,
            _tally.Skipped) with
        { UnnamedFailed = unnamed };
    }

    private void Begin() => (_listing, _open, _file) = (true, null, null);

    private void End() => (_listing, _open, _file) = (false, null, null);

    private void Fail(Match failed, int line)
    {
        _open = null;
        if (_failures.Count >= ConsoleSection.MostFailing)
            return;
        _open = new NodeFailure(failed.Groups["name"].Value, _file, failed.Groups["todo"].Success, new ConsoleSection(failed.Groups["name"].Value, line));
        _failures.Add(_open);
        _file = null;
    }

    /// <summary>The block of counts begins with the number of all tests; a test may print such a line too.</summary>
    private void Take(Match count, int line)
    {
        var what = count.Groups["what"].Value;
        if (what == "tests")
        {
            Commit();
            _block = line;
        }
        else if (_block >= 0 && line > _block + 8)
            return;
        else if (_block < 0 && what is "pass")
            _tally.AddDoubtful(Figure.Of(count.Groups["n"]), 0, 0);
        if (_block >= 0)
            _counts[what] = Figure.Of(count.Groups["n"]);
        End();
    }

    private void Commit()
    {
        int Of(string what) => _counts.GetValueOrDefault(what);
        if (_counts.Count > 0)
            _tally.Add(Of("pass"), Of("skipped") + Of("todo"), Of("fail") + Of("cancelled"));
        _counts.Clear();
        _block = -1;
    }

    [GeneratedRegex("^(?:✖ failing tests:|Failed tests:)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex List();

    [GeneratedRegex(@"^ℹ (?<what>tests|suites|pass|fail|cancelled|skipped|todo) (?<n>\d{1,7})$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Count();

    [GeneratedRegex(@"^test at (?<file>.{1,400}?):\d{1,7}:\d{1,7}$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Place();

    [GeneratedRegex(@"^[✖⚠] (?<name>.+?)(?: \([\d.]{1,20}ms\))?(?<todo> # .*)?$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Failed();
}
