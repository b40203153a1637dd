using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>A failure's message in JavaScript runners: the lines before the source excerpt and the stack.</summary>
internal static partial class ScriptMessage
{
    /// <summary>Longer lines are neither.</summary>
    private const int MostOfLine = 500;

    public static List<string> Of(IEnumerable<string> lines) =>
        MessageLines.Dedent([.. lines.SkipWhile(l => l.Trim().Length == 0).TakeWhile(l => !IsPlace(l)).Where(l => l.Trim().Length > 0)]);

    /// <summary>A frame of the stack, or a line of source with its number.</summary>
    public static bool IsPlace(string line) => line.Length <= MostOfLine && Place().IsMatch(line);

    [GeneratedRegex(@"^\s*(?:at (?:async |new )?\S.*?:\d+\)?|at (?:async |new )?\S+ \(.*\)|at <Jasmine>|❯ .*:\d+:\d+|>?\s*\d+ ?\|(?:\s.*)?|\|\s+\^+|› .*:\d+(?::\d+)?\)?)\s*$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Place();
}
