using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>What a runner printed about one failed test, in bounded memory.</summary>
internal sealed class ConsoleSection(string name, int line)
{
    /// <summary>The most passed tests to list by name; more are only counted, because a log may contain millions.</summary>
    public const int MostNamed = 100_000;

    /// <summary>The most failures to keep; more are only counted, because their messages would fill the memory.</summary>
    public const int MostFailing = 5_000;

    /// <summary>The runner's count of failures, if not all were named; if all were, the named ones are right, and this is 0.</summary>
    public static int Beyond(int named, int counted) => named < MostFailing ? 0 : counted;

    private const int MaxLines = 400;
    private readonly List<LogLine> _lines = [];

    public string Name => name;
    public int Line => line;
    public IReadOnlyList<LogLine> Lines => _lines;

    public void Add(LogLine read)
    {
        if (_lines.Count < MaxLines)
            _lines.Add(read);
    }

    public TestCase Case(string source, string suite, string className, string testName, string? file, IEnumerable<string> message,
        TestOutcome outcome = TestOutcome.Failed, double? seconds = null)
    {
        var words = string.Join('\n', MessageLines.Shorten([.. message.Select(m => m.TrimEnd()).SkipWhile(m => m.Trim().Length == 0)])).Trim();
        var text = string.Join('\n', _lines.Select(l => l.Text));
        // go test -v prints a test's output above the line that ends it.
        var (first, last) = _lines.Count == 0 ? (line, line) : (Math.Min(line, _lines[0].Number), Math.Max(line, _lines[^1].Number));
        return Ended(source, suite, className, testName, outcome, first, seconds, file) with
        {
            Failure = new Failure(null, words.Length > 0 ? Cut(words, ReadLimits.MaxMessage) : Name, Cut(text, ReadLimits.MaxFailureText), first, last),
            EndLine = last,
        };
    }

    public static TestCase Ended(string source, string suite, string className, string testName, TestOutcome outcome, int at, double? seconds = null,
        string? file = null) => new()
        {
            Id = TestCase.IdOf(className, testName),
            ClassName = className,
            Name = testName,
            Suite = suite,
            File = file,
            Outcome = outcome,
            Seconds = seconds,
            Source = source,
            Line = at,
            EndLine = at,
        };

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
