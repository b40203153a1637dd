using System.Text.RegularExpressions;

namespace Whybot.Analysis.Language.Messages;

/// <summary>
/// Reads the places in source files that compilers, linters and interpreters put before or behind their messages: <c>a.c:12:5: …</c>, <c>a.cs(12,5): …</c>,
/// <c>A.java:[12,5] …</c>, <c>--> a.rs:12:5</c>, <c>… in a.php on line 12</c>,
/// <c>thread 'main' panicked at a.rs:12:5:</c>.
/// </summary>
internal static partial class SourcePlaces
{
    private const int MostOfLine = 1000;
    private const int Most = 5;

    /// <summary>The first places in a text, as frames of the repository's own code.</summary>
    public static IReadOnlyList<StackFrame> In(string text)
    {
        var found = new List<StackFrame>();
        foreach (var line in text.Split('\n'))
            if (found.Count < Most && line.Length <= MostOfLine && Of(line) is { Library: false } place && !found.Contains(place))
                found.Add(place);
        return found;
    }

    /// <summary>The words in which a text gives a place; null if it does not give it in this form.</summary>
    public static string? Printed(string text, StackFrame place)
    {
        foreach (var line in text.Split('\n'))
            if (line.Length <= MostOfLine && Of(line) == place && Place().Match(line) is var match)
                return line[match.Groups["path"].Index..(match.Index + match.Length)];
        return null;
    }

    /// <summary>Whether a line is a place and nothing else: <c>flag_test.go:1249:</c>.</summary>
    public static bool IsAlone(string line) => WithoutLeading(line).Length == 0;

    /// <summary>The line without a place at its beginning: <c>flag_test.go:1249: no error expected</c>.</summary>
    public static string WithoutLeading(string line) => Leading().Replace(line, "");

    private static StackFrame? Of(string line)
    {
        if (Place().Match(line) is not { Success: true } match || !int.TryParse(match.Groups["line"].ValueSpan, out var number))
            return null;
        var path = match.Groups["path"].Value.Replace('\\', '/');
        return new StackFrame(RepositoryPaths.Relative(path), number, "", RepositoryPaths.IsLibrary(path));
    }

    [GeneratedRegex("""
        ^\s*(?:\[(?:ERROR|error)\]\s|e:\s(?:file://)?|-->\s|(?:fatal\ )?[Ee]rror:\s)?(?<path>(?:[A-Za-z]:)?[\w./\\@+-]+\.[A-Za-z]\w{0,9})(?:\((?<line>\d{1,7}),\d+\)|:\[(?<line>\d{1,7}),\d+\]|:(?<line>\d{1,7})(?::\d+)?(?=[:\s]|$))
        |\bpanicked\ at\ (?:'.{0,500}',\ )?(?<path>[\w./\\@+-]+\.rs):(?<line>\d{1,7}):\d
        |\bin\ (?<path>[\w./\\@+-]+\.[A-Za-z]\w{0,9})\ on\ line\ (?<line>\d{1,7})
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Place();

    [GeneratedRegex(@"^(?:[A-Za-z]:)?[\w./\\@+-]{1,300}\.[A-Za-z]\w{0,9}:\d{1,7}(?::\d{1,7})?:?(?:\s+|$)", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Leading();
}
