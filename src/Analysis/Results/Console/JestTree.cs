using System.Text.RegularExpressions;

namespace Whybot.Analysis.Results.Console;

/// <summary>
/// The list of a file's tests that jest prints with <c>--verbose</c> or for a single file: <c>✓ test (3 ms)</c>, indented below the names of its suites. It stands right below the file's
/// line and ends with a blank line.
/// </summary>
internal sealed partial class JestTree
{
    private readonly List<string> _suites = [];

    public bool IsOpen { get; private set; }

    public void Begin()
    {
        IsOpen = true;
        _suites.Clear();
    }

    public void End() => IsOpen = false;

    /// <returns>A test that ended; null for another line.</returns>
    public (string ClassName, string Name, TestOutcome Outcome)? Take(string text)
    {
        if (!IsOpen)
            return null;
        if (Line().Match(text) is not { Success: true } line)
        {
            IsOpen = false;
            return null;
        }
        var depth = line.Groups["indent"].Length / 2 - 1;
        if (_suites.Count > depth)
            _suites.RemoveRange(depth, _suites.Count - depth);
        var name = line.Groups["name"].Value;
        if (line.Groups["mark"].Success)
            return (string.Join(' ', _suites), name, line.Groups["mark"].Value switch { "✓" or "√" => TestOutcome.Passed, "✕" or "×" => TestOutcome.Failed, _ => TestOutcome.Skipped });
        if (_suites.Count == depth)
            _suites.Add(name);
        return null;
    }

    [GeneratedRegex(@"^(?<indent>(?:  ){1,40})(?:(?<mark>[✓√✕×○✎]) (?:skipped |todo )?)?(?<name>\S.*?)(?: \([\d.]+ m?s\))?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Line();
}
