using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Results.Formats;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// What a Go test printed: a panic, a data race, testify's block (<c>Error Trace: … Error: … Test: … Messages: …</c>), or its log, last entry first, because
/// that one ended it.
/// </summary>
internal static partial class GoMessage
{
    private const string Raced = "race detected during execution of test";

    public static IEnumerable<string> Of(ConsoleSection section)
    {
        var lines = section.Lines.Select(l => l.Text.TrimEnd()).Where(l => l.Trim().Length > 0 && !Noise().IsMatch(l)).ToList();
        return Panic(lines) ?? Race(lines) ?? Testify(lines) ?? Logged(lines);
    }

    /// <summary>The panic without what follows: the stacks of all goroutines.</summary>
    private static IEnumerable<string>? Panic(List<string> lines)
    {
        var at = lines.FindIndex(l => Panics().IsMatch(l));
        return at < 0 ? null : lines.Skip(at).TakeWhile(l => !l.StartsWith("goroutine ", StringComparison.Ordinal)).Take(4).Select(l => l.Trim());
    }

    private static IEnumerable<string>? Race(List<string> lines)
    {
        var logged = lines.Find(l => l.Contains(Raced, StringComparison.Ordinal));
        if (logged is null)
            return null;
        var at = lines.FindIndex(l => l.StartsWith("WARNING: DATA RACE", StringComparison.Ordinal));
        return at < 0 ? [WithoutPlace(logged)] : lines.Skip(at).Take(3).Select(l => l.Trim()).Append(WithoutPlace(logged));
    }

    /// <summary>The first assertion that failed; its labels are in a separate column.</summary>
    private static List<string>? Testify(List<string> lines)
    {
        var at = lines.FindIndex(l => Label().Match(l) is { Success: true } label && label.Groups["label"].Value == "Error");
        if (at < 0 || !lines.Exists(l => l.Contains("Error Trace:", StringComparison.Ordinal)))
            return null;
        var said = new List<string>();
        var under = "";
        foreach (var line in lines.Skip(at))
        {
            if (EntryStarts().IsMatch(line))
                break;
            var label = Label().Match(line);
            under = label.Success ? label.Groups["label"].Value : under;
            if (under is not ("Error" or "Messages"))
                continue;
            var words = label.Success ? label.Groups["said"].Value : line;
            if (words.Trim().Length > 0)
                said.Add(words.Trim());
        }
        return said.Count > 0 ? said : null;
    }

    private static IEnumerable<string> Logged(List<string> lines)
    {
        var last = lines.FindLastIndex(l => EntryStarts().IsMatch(l));
        var ordered = last <= 0 ? lines : lines.Skip(last).Concat(lines.Take(last));
        return ordered.Select(WithoutPlace).Where(l => l.Length > 0);
    }

    private static string WithoutPlace(string line) => GoLines.WithoutPlace(line.Trim());

    [GeneratedRegex(@"^\s{0,200}[\w.-]{1,200}\.go:\d{1,7}:(?:\s|$)", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex EntryStarts();

    [GeneratedRegex(@"^\s+(?<label>Error Trace|Error|Test|Messages):(?:\s+(?<said>.*))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex Label();

    [GeneratedRegex(@"^\s*(?:panic: |fatal error: |SIG[A-Z]+: |signal arrived )", RegexOptions.CultureInvariant, 10000)]
    internal static partial Regex Panics();

    [GeneratedRegex(@"^\s*(?:FAIL|PASS|exit status \d+|coverage: .+|=== (?:RUN|PAUSE|CONT|NAME)\s.*)$", RegexOptions.CultureInvariant, 10000)]
    internal static partial Regex Noise();
}
