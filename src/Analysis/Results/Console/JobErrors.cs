using System.Buffers;
using System.Text.RegularExpressions;
using Whybot.Analysis.Evidence;
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
    private const int MostSaid = 200;

    private const string Command = "##[";
    private const string Group = "##[group]";
    private const string Run = "Run ";
    private const int MostOfStep = 80;

    private static readonly SearchValues<string> Said = SearchValues.Create([.. ErrorRule.All.Select(r => r.Needs)], StringComparison.Ordinal);

    /// <summary>The last lines as they stand in the log: of nearly all nobody will ask.</summary>
    private readonly Queue<(int Number, string Stamped)> _before = new();

    /// <summary>Lines of the step by which a known tool says what is wrong, with the place of its rule.</summary>
    private readonly List<(int Rank, LogLine Line)> _said = [];
    private readonly List<(string Step, ConsoleSection Section)> _errors = [];
    private string _step = "";

    /// <summary>A line without any of these is only remembered.</summary>
    public static IEnumerable<string> Needles => ErrorRule.All.Select(r => r.Needs).Append(Command);

    /// <summary>Takes a line that has none of the <see cref="Needles"/>.</summary>
    /// <param name="bare">The line without its stamp.</param>
    public void Remember(int number, string stamped, ReadOnlySpan<char> bare)
    {
        if (bare.IsWhiteSpace())
            return;
        if (_before.Count == LastLines)
            _before.Dequeue();
        _before.Enqueue((number, stamped));
    }

    /// <param name="line">Without its stamp.</param>
    public void Feed(LogLine line, string stamped)
    {
        if (!line.Text.StartsWith("##[error]", StringComparison.Ordinal))
        {
            Before(line, stamped);
            return;
        }
        var words = line.Text["##[error]".Length..];
        if (JobEndMarks.IsFromOutside(words))
            return;
        var lines = !Exit().IsMatch(words) ? [] : _said.Count > 0 ? OfBestRule() : _before.Select(b => new LogLine(b.Number, JobLogScanner.Bare(b.Stamped))).ToList();
        var section = new ConsoleSection(words, lines.Count > 0 ? lines[0].Number : line.Number);
        lines.ForEach(section.Add);
        section.Add(new LogLine(line.Number, words));
        _errors.Add((_step, section));
        _before.Clear();
        _said.Clear();
    }

    private void Before(LogLine line, string stamped)
    {
        if (line.Text.StartsWith(Group, StringComparison.Ordinal))
            Begin(line.Text[Group.Length..]);
        if (line.Text.StartsWith(Command, StringComparison.Ordinal))
            return;
        Remember(line.Number, stamped, line.Text);
        if (_said.Count >= MostSaid || !line.Text.AsSpan().ContainsAny(Said))
            return;
        for (var rank = 0; rank < ErrorRule.All.Count; rank++)
            if (ErrorRule.All[rank].IsSaidBy(line.Text))
            {
                _said.Add((rank, line));
                return;
            }
    }

    /// <summary>A step begins with a group that shows its command: <c>Run make test</c>.</summary>
    private void Begin(string group)
    {
        _said.Clear();
        if (group.StartsWith(Run, StringComparison.Ordinal))
            // Half of a secret would not be known for one.
            _step = ResultReading.Cut(Secrets.Redact(group[Run.Length..]), MostOfStep);
    }

    /// <summary>The first lines of the tool that says most, in their order; some say all of it twice.</summary>
    private List<LogLine> OfBestRule() => [.. _said.Where(s => s.Rank == _said.Min(m => m.Rank)).Select(s => s.Line).DistinctBy(l => l.Text).Take(LastLines)];

    /// <summary>What the errors say, each under its job and step; a mere exit code only where nothing else is said.</summary>
    public IEnumerable<TestCase> Finish()
    {
        var telling = _errors.Where(e => !Exit().IsMatch(e.Section.Name)).DistinctBy(e => e.Section.Name).Take(MostErrors).ToList();
        var chosen = telling.Count > 0 ? telling : _errors.Take(1).ToList();
        return chosen.Select((e, i) => e.Section.Case(source, suite, "", $"job {suite}{(e.Step.Length > 0 ? ": " : "")}{e.Step}{(i > 0 ? $" ({i + 1})" : "")}", null, Message(e.Section), TestOutcome.Error) with { Scope = TestScope.Job });
    }

    /// <summary>Lines that look like errors first: the last thing that is printed is often only a hint.</summary>
    private static IEnumerable<string> Message(ConsoleSection error)
    {
        if (!Exit().IsMatch(error.Name))
            return [error.Name];
        var lines = error.Lines.Select(l => l.Text.Trim()).Where(l => !Exit().IsMatch(l)).ToList();
        if (lines.Exists(l => ErrorRule.All.Any(r => r.IsSaidBy(l))))
            return lines.Take(3);
        var telling = lines.Where(l => Telling().IsMatch(l)).ToList();
        return telling.Count > 0 ? telling.Take(3) : lines.Count > 0 ? lines.TakeLast(3) : [error.Name];
    }

    [GeneratedRegex(@"^(?:Process completed with exit code \d+|The process '.+' failed with exit code \d+)\.?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Exit();

    [GeneratedRegex(@"\b(?:error|fatal|exception|failed|failure|cannot|not found|denied|refused)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Telling();
}
