using System.Text.RegularExpressions;
using Whybot.Analysis.Logs;

namespace Whybot.Analysis.Results.Console;

/// <summary>
/// What a job without known test output says of its failure: the lines it marked with <c>##[error]</c>. Where it only says that a process ended
/// badly, the last lines
/// that the process printed are the error.
/// </summary>
internal sealed partial class JobErrors(string source, string suite)
{
    private const int LastLines = 12;
    private const int MostErrors = 5;
    private readonly Queue<LogLine> _before = new();
    private readonly List<ConsoleSection> _errors = [];

    public void Feed(LogLine line)
    {
        if (!line.Text.StartsWith("##[error]", StringComparison.Ordinal))
        {
            if (line.Text.Trim().Length > 0 && !line.Text.StartsWith("##[", StringComparison.Ordinal))
                _before.Enqueue(line);
            if (_before.Count > LastLines)
                _before.Dequeue();
            return;
        }
        var words = line.Text["##[error]".Length..];
        if (JobEnd.IsFromOutside(words))
            return;
        var section = new ConsoleSection(words, Exit().IsMatch(words) && _before.Count > 0 ? _before.Peek().Number : line.Number);
        foreach (var before in Exit().IsMatch(words) ? _before.ToList() : [])
            section.Add(before);
        section.Add(new LogLine(line.Number, words));
        _errors.Add(section);
        _before.Clear();
    }

    /// <summary>What the errors say; a mere exit code only where nothing else is said.</summary>
    public IEnumerable<TestCase> Finish()
    {
        var telling = _errors.Where(e => !Exit().IsMatch(e.Name)).DistinctBy(e => e.Name).Take(MostErrors).ToList();
        var chosen = telling.Count > 0 ? telling : _errors.Take(1).ToList();
        return chosen.Select((e, i) => e.Case(source, suite, "", i == 0 ? $"job {suite}" : $"job {suite} ({i + 1})", null, Message(e), TestOutcome.Error));
    }

    /// <summary>Lines that look like errors first: the last thing that is printed is often only a hint.</summary>
    private static IEnumerable<string> Message(ConsoleSection error)
    {
        if (!Exit().IsMatch(error.Name))
            return [error.Name];
        var lines = error.Lines.Select(l => l.Text.Trim()).Where(l => !Exit().IsMatch(l)).ToList();
        var telling = lines.Where(l => Telling().IsMatch(l)).ToList();
        return telling.Count > 0 ? telling.Take(3) : lines.Count > 0 ? lines.TakeLast(3) : [error.Name];
    }

    [GeneratedRegex(@"^(?:Process completed with exit code \d+|The process '.+' failed with exit code \d+)\.?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Exit();

    [GeneratedRegex(@"\b(?:error|fatal|exception|failed|failure|cannot|not found|denied|refused)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Telling();
}
