using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>A failure's message in pytest's words, without its hints.</summary>
internal static partial class PytestMessage
{
    private const int MostOther = 6;

    /// <param name="lines">The lines without the leading <c>E</c>.</param>
    public static IReadOnlyList<string> OfError(IReadOnlyList<string> lines)
    {
        var said = MessageLines.Dedent([.. lines.Where(l => !Hint().IsMatch(l))]);
        // If a file cannot be parsed, the location and the source come before the error.
        if (said.Count > 1 && said[0].TrimStart().StartsWith("File \"", StringComparison.Ordinal))
            said = [said[^1], .. said[..^1]];
        return said;
    }

    /// <summary>For lines without any <c>E</c>: a doctest, a traceback in Python's own form, a crashed worker, the findings of a plugin.</summary>
    public static IReadOnlyList<string> OfOther(IReadOnlyList<string> lines)
    {
        var expected = lines.ToList().FindLastIndex(l => l is "Expected:" or "Expected nothing"
            || l.StartsWith("UNEXPECTED EXCEPTION: ", StringComparison.Ordinal));
        if (expected >= 0)
            return [.. lines.Skip(expected).TakeWhile(l => !l.StartsWith("Traceback ", StringComparison.Ordinal) && !DoctestPlace().IsMatch(l))
                .Where(l => l.Trim().Length > 0)];
        if (OfGroup(lines) is { Count: > 0 } group)
            return group;
        if (PythonTraceback.Message([.. lines]) is { Count: > 0 } said)
            return said;
        var told = lines.Where(l => l.Trim().Length > 0).ToList();
        return told.Exists(l => l.StartsWith('>')) ? [.. told.TakeLast(3)] : [.. told.Take(MostOther)];
    }

    /// <summary>For an exception group: the group and the errors in it.</summary>
    private static List<string> OfGroup(IReadOnlyList<string> lines) => lines.Any(l => l.Contains("Exception Group Traceback", StringComparison.Ordinal))
        ? [.. lines.Select(l => InGroup().Match(l)).Where(m => m.Success).Select(m => m.Groups["said"].Value).Take(MostOther)] : [];

    [GeneratedRegex(@"^\s*(?:Use -v{1,2} to |Full diff:$|Omitting \d+ identical items|Hint: make sure your |\.\.\.Full output truncated|Skipping \d+ identical )", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Hint();

    [GeneratedRegex(@"^\S.{0,400}: (?:DocTestFailure|UnexpectedException)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex DoctestPlace();

    [GeneratedRegex(@"^[ |]{2,60}\| (?<said>[A-Za-z_][\w.]{0,200}(?:: .*)?)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex InGroup();
}
