using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>An error that ava reports for a file and not for a test: it did not load, an error was not caught, its process ended.</summary>
/// <param name="IsExit">It only says that the process ended; other messages about the file say why.</param>
internal sealed partial record AvaOutside(string What, string File, bool IsExit, ConsoleSection Section)
{
    public static AvaOutside? Of(string text, LogLine line)
    {
        if (Thrown().Match(text) is { Success: true } thrown)
            return new AvaOutside(thrown.Groups["what"].Value, thrown.Groups["file"].Value, false, new ConsoleSection(text.Trim(), line.Number));
        if (Ended().Match(text) is not { Success: true } ended)
            return null;
        var section = new ConsoleSection(ended.Groups["said"].Value, line.Number);
        section.Add(line with { Text = ended.Groups["said"].Value });
        return new AvaOutside("", ended.Groups["file"].Value, ended.Groups["code"].Success, section);
    }

    public TestCase Case(string source, string suite)
    {
        var name = What.Length > 0 ? $"{What} in {File}" : File.Length > 0 ? File : "ava";
        return Section.Case(source, suite, "", name, File.Length > 0 ? File : null, Message(Section), TestOutcome.Error) with
        {
            Scope = File.Length > 0
            ? TestScope.Suite : TestScope.Run
        };
    }

    /// <summary>The message without the location and the source, which come first, and without the stack.</summary>
    public static List<string> Message(ConsoleSection section)
    {
        var lines = MessageLines.Dedent([.. section.Lines.Select(l => l.Text).SkipWhile(l => l.Trim().Length == 0 || Place().IsMatch(l))
            .TakeWhile(l => !Frame().IsMatch(l)).Where(l => l.Trim().Length > 0)]);
        // The value of an error comes before the error itself.
        var error = lines.FindLastIndex(l => Error().IsMatch(l));
        return error > 0 && lines[0].StartsWith("Error thrown", StringComparison.Ordinal)
            ? lines[error..] : lines.Take(Math.Max(error > 0 && lines[0] == lines[error] ? error : lines.Count, 1)).TakeWhile(l => l != "Require stack:")
            .ToList();
    }

    [GeneratedRegex(@"^  (?<what>Uncaught exception|Unhandled rejection) in (?<file>\S+)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Thrown();

    [GeneratedRegex(@"^  [✘✖×] (?<said>(?<file>\S+) exited (?<code>with a non-zero exit code: -?\d{1,10}|due to \w{1,20})|Exiting due to process\.exit\(\) when running (?<file>\S+)|No tests found in (?<file>[^\s,]+).*|Timed out while running tests)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Ended();

    [GeneratedRegex(@"^\s*(?:\S+\.[cm]?[jt]sx?:\d{1,7}|\d{1,7}:.*)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Place();

    [GeneratedRegex(@"^\s*(?:› |at \S.*:\d)", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Frame();

    [GeneratedRegex(@"^\w{0,60}(?:Error|Exception): ", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Error();
}
