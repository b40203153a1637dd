using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>Tests that a runner has reported as started but not as ended, with their output. If one is left when the job goes on without totals, it took the
/// process down with it.</summary>
internal sealed partial class RunningTests
{
    private const int LinesBefore = 3;
    private const int LinesAfter = 5;

    private readonly Dictionary<string, (string Class, string Name, ConsoleSection Section)> _running = new(StringComparer.Ordinal);

    public int Count => _running.Count;

    public ConsoleSection? Start((string Class, string Name) test, LogLine line)
    {
        if (test.Name.Length == 0 || _running.Count >= ConsoleSection.MostFailing)
            return null;
        var section = new ConsoleSection(TestCase.IdOf(test.Class, test.Name), line.Number);
        _running[section.Name] = (test.Class, test.Name, section);
        return section;
    }

    /// <returns>What it printed; null for a test that never started.</returns>
    public ConsoleSection? End(string id) => _running.Remove(id, out var ended) ? ended.Section : null;

    /// <summary>The run ended normally: anything without a reported end is not one of its tests.</summary>
    public void Clear() => _running.Clear();

    public IReadOnlyList<(string Class, string Name, ConsoleSection Section)> TakeAll()
    {
        var left = _running.Values.ToList();
        _running.Clear();
        return left;
    }

    /// <summary>What a test that took the process down printed about the crash, or otherwise its last lines.</summary>
    public static ConsoleSection LastWords(ConsoleSection started)
    {
        var lines = started.Lines.Where(l => l.Text.Trim().Length > 0).ToList();
        var crash = lines.FindIndex(l => Crash().IsMatch(l.Text));
        var words = new ConsoleSection(started.Name, started.Line);
        foreach (var line in crash >= 0 ? lines.Skip(crash).Take(LinesAfter) : lines.TakeLast(LinesBefore))
            words.Add(line);
        return words;
    }

    /// <summary>How a process, its runtime or its shell reports that it was ended.</summary>
    [GeneratedRegex(
        @"Segmentation fault|\bSIG(?:SEGV|ABRT|BUS|ILL|FPE|KILL)\b|core dumped|^Aborted|terminate called|[Ss]anitizer:|Assertion .{0,300} failed"
        + @"|[Ff]atal error:|stack overflow|^Killed|: Killed",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Crash();
}
