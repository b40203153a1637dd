using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// One line of pytest's short summary: <c>FAILED tests/test_x.py::Class::test[a] - message</c>, <c>ERROR tests/test_x.py</c>, and for subtests
/// <c>SUBFAILED[words] (i=1) tests/test_x.py::test - message</c>.
/// </summary>
/// <param name="Test">The part after the file; empty for a file that could not be collected.</param>
/// <param name="Sub">What distinguishes the subtest from others of its test; null for the test itself.</param>
internal sealed partial record PytestSummary(string File, string Test, string? Sub, string Message, int Line, bool IsError)
{
    private const int MostMore = 40;

    public string Key => Test.Length > 0 ? PytestSection.KeyOf(Test) : File;

    /// <summary>Further lines of the message, which pytest prints in full if it detects a CI environment.</summary>
    public List<string> More { get; } = [];

    /// <summary>The test failed only because of its subtests.</summary>
    public bool IsForSubtests => Subtests().IsMatch(Message);

    public void Add(string line)
    {
        if (More.Count < MostMore)
            More.Add(line);
    }

    public static PytestSummary? Of(string text, int line)
    {
        if (Shape().Match(text) is not { Success: true } found)
            return null;
        // "test_x[a - b] - message": the parameters may contain the separator themselves.
        var (rest, message) = (found.Groups["rest"].Value, found.Groups["message"].Value);
        while (rest.Contains('[') && !rest.EndsWith(']') && message.IndexOf(']') is >= 0 and var end)
        {
            rest = $"{rest} - {message[..(end + 1)]}";
            message = message[(end + 1)..].TrimStart(' ', '-');
        }
        var sub = found.Groups["sub"].Success ? $"{found.Groups["words"].Value} {found.Groups["values"].Value.Trim()}".Trim() : null;
        return new PytestSummary(found.Groups["file"].Value, rest, sub, message, line, found.Groups["error"].Success);
    }

    [GeneratedRegex("""
        ^(?:FAILED|FAIL|(?<error>ERROR)|(?<sub>SUBFAIL(?:ED)?(?<words>\[.{0,200}?\])?(?<values>\ ?\(.{0,300}?\))?))\ (?<file>[^\s:]{1,400}\.\w{1,8})(?:::(?<rest>.+?))?(?:\ -\ (?<message>.*))?$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^contains \d{1,7} failed subtests?$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Subtests();
}
