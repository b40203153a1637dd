using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>Why a pytest run failed although no test did: it was called incorrectly, found no tests, was ended by a hook, or its process was lost.</summary>
internal static partial class PytestReasons
{
    private const string Internal = "INTERNALERROR>";

    /// <summary>The error itself is the last line that is not indented.</summary>
    public static IEnumerable<string> OfInternalError(ConsoleSection section)
    {
        var lines = section.Lines.Select(l => l.Text.Replace(Internal, "", StringComparison.Ordinal)).Select(l => l.StartsWith(' ') ? l[1..] : l)
            .Where(l => l.Trim().Length > 0).ToList();
        var at = lines.FindLastIndex(l => !char.IsWhiteSpace(l[0]));
        return at < 0 ? [] : lines.Skip(at);
    }

    public static bool Is(string text) => Reason().IsMatch(text);

    public static IEnumerable<TestCase> Of(string source, string suite, PytestSession session)
    {
        if (session.Reasons.Count > 0)
            yield return Run(source, suite, session.Reasons, [.. session.Reasons.Select(r => r.Text.Trim('!', '=', ' '))]);
        else if (session is { Started: true, Totals: null, DoubtfulTotals: null, LastStarted: { } last })
            yield return Run(source, suite, [last.Line], [$"pytest ended before its tests had. The last test that had started was {last.Id}"]);
    }

    private static TestCase Run(string source, string suite, IReadOnlyList<LogLine> lines, IReadOnlyList<string> message)
    {
        var section = new ConsoleSection(message[0], lines[0].Number);
        foreach (var line in lines)
            section.Add(line);
        return section.Case(source, suite, "", "pytest", null, message, TestOutcome.Error) with { Scope = TestScope.Run };
    }

    [GeneratedRegex("""
          ^ERROR:\ (?:file\ or\ directory\ not\ found|not\ found|found\ no\ collectors\ for|while\ parsing|module\ or\ package\ not\ found|.*:\ error:\ )
        | ^(?:pytest|py\.test|__main__\.py)(?:\.exe)?:\ error:\ 
        | ^={3,}\ no\ tests\ (?:ran|collected)\b
        | ^={3,}\ \d{1,7}\ deselected\ in\ 
        | ^!{3,}\ (?:_pytest\.outcomes\.)?Exit:\ 
        | ^pluggy\.\S{0,60}:\ 
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Reason();
}
