using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// The list of a file's tests that jest prints with <c>--verbose</c> or for a single file: <c>✓ test (3 ms)</c>, indented below the names of its suites. It is
/// directly below the file's line and ends with a blank line.
/// </summary>
internal sealed partial class JestTree
{
    private readonly List<string> _suites = [];
    private int _base;

    public bool IsOpen { get; private set; }

    public void Begin()
    {
        (IsOpen, _base) = (true, 0);
        _suites.Clear();
    }

    public void End() => IsOpen = false;

    /// <returns>A test that ended; null for another line.</returns>
    public (IReadOnlyList<string> Suites, string Name, TestOutcome Outcome)? Take(string text)
    {
        if (!IsOpen)
            return null;
        if (Line().Match(text) is not { Success: true } line)
        {
            IsOpen = false;
            return null;
        }
        // If the list as a whole is indented, all of its lines are indented by that much.
        _base = _base == 0 ? line.Groups["indent"].Length : _base;
        var depth = Math.Max(0, (line.Groups["indent"].Length - _base) / 2);
        if (_suites.Count > depth)
            _suites.RemoveRange(depth, _suites.Count - depth);
        var name = line.Groups["name"].Value;
        if (line.Groups["mark"].Success)
            return ([.. _suites], name, line.Groups["mark"].Value switch
            {
                "✓" or "√" => TestOutcome.Passed,
                "✕" or "×" => TestOutcome.Failed,
                _ => TestOutcome.Skipped
            });
        if (_suites.Count == depth)
            _suites.Add(name);
        return null;
    }

    [GeneratedRegex(@"^(?<indent>(?:  ){1,40})(?:(?<mark>[✓√✕×○✎]) (?:skipped |todo )?)?(?<name>\S.*?)(?: \([\d.]+ m?s\))?$", RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Line();
}
