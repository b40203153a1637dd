using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>A TAP test's message: the informative values of its YAML, otherwise all of its output.</summary>
internal static partial class TapMessage
{
    public static IEnumerable<string> Of(ConsoleSection section)
    {
        var lines = section.Lines.Select(l => l.Text).ToList();
        if (!lines.Exists(l => l.Trim() == "---"))
            return FailureMessages.Clean(null, string.Join('\n', lines.Where(l => !Place().IsMatch(l)))).Split('\n');
        var said = new[] { "error", "message" }.Select(key => Value(lines, key)).FirstOrDefault(v => v.Length > 0) ?? Failures(lines);
        var compared = Compared(lines, said);
        var more = said.Length > 0 || compared.Count > 0 ? [] : Block(lines, "diff") is { Count: > 0 } diff ? diff : Block(lines, "details");
        return [.. FailureMessages.Clean(null, said.Length > 0 ? said : section.Name).Split('\n'), .. compared,
            .. more.Select(l => Mark().Replace(l, m => m.Groups["text"].Value))];
    }

    /// <summary>Criterion's list of assertions, without their locations.</summary>
    private static string Failures(List<string> lines) =>
        string.Join('\n', lines.SkipWhile(l => l.Trim() != "failures:").Skip(1).Where(l => !At().IsMatch(l)).Select(l => l.Trim()).Where(l => l.Length > 0));

    /// <summary>Both sides of a comparison, if the error does not contain them.</summary>
    private static List<string> Compared(List<string> lines, string said)
    {
        var (expected, actual) = (Value(lines, "expected"), Value(lines, "actual"));
        return expected.Length == 0 || actual.Length == 0 || said.Contains(" !== ", StringComparison.Ordinal)
            || said.Contains("+ actual - expected", StringComparison.Ordinal)
            || (said.Contains(expected, StringComparison.Ordinal) && said.Contains(actual, StringComparison.Ordinal))
                ? [] : [$"expected: {expected}", $"actual: {actual}"];
    }

    private static List<string> Block(List<string> lines, string key)
    {
        var at = lines.FindIndex(l => l.TrimStart().StartsWith(key + ":", StringComparison.Ordinal));
        return at < 0 ? [] : MessageLines.Dedent([.. lines.Skip(at + 1)
            .TakeWhile(l => l.Trim().Length == 0 || TapPoint.IndentOf(l) > TapPoint.IndentOf(lines[at])).Where(l => l.Trim().Length > 0)]);
    }

    private static string Value(List<string> lines, string key)
    {
        var at = lines.FindIndex(l => l.TrimStart().StartsWith(key + ":", StringComparison.Ordinal));
        if (at < 0)
            return "";
        var value = lines[at][(lines[at].IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        return value is ['|' or '>', ..] ? string.Join('\n', Block(lines, key)) : value.TrimEnd(',').Trim('\'', '"');
    }

    /// <summary>Where a test of bats or Perl failed; what failed is in the lines next to it.</summary>
    [GeneratedRegex(
        @"^\s*(?:\((?:in test file|from function|in file) .{0,400}|(?:in test file|from function|in file) .{0,400}\)|Failed test .{0,400}"
        + @"|Looks like you failed \d{1,7} tests? .{0,200}|at \S.{0,400} line \d{1,7}\.)$",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Place();

    /// <summary>Criterion's location of an assertion, whose text follows: <c>- orders.c:3: |+</c>.</summary>
    [GeneratedRegex(@"^\s*- \S{1,400}:\d{1,7}: \|\+$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex At();

    /// <summary>A YAML key whose value follows.</summary>
    [GeneratedRegex(@"^'?(?<text>.{0,200}?)'?:\s*[|>]\d?-?$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Mark();
}
