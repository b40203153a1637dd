namespace Whybot.Analysis.Results;

/// <summary>Collects the cases of one file while it is read.</summary>
internal sealed class ResultReading(string source, string suite)
{
    private static readonly System.Buffers.SearchValues<char> LineEnds = System.Buffers.SearchValues.Create("\r\n\f\u0085\u2028\u2029");

    private readonly List<TestCase> _cases = [];
    private readonly List<string> _warnings = [];
    private DateTime? _startedAt;
    private double? _seconds;

    private int _outputs;

    public string Source => source;
    public string Suite => suite;
    public int Count => _cases.Count;

    public void Warn(string warning) => _warnings.Add(warning);

    /// <summary>The earliest counts.</summary>
    public void Started(DateTime? at) => _startedAt = at is { } time && (_startedAt is null || time < _startedAt) ? time : _startedAt;

    public void Took(double? seconds) => _seconds = seconds is { } took ? (_seconds ?? 0) + took : _seconds;

    /// <exception cref="InvalidDataException">There are more cases than may be.</exception>
    public void Add(TestCase test)
    {
        if (_cases.Count >= ReadLimits.MaxCases)
            throw new InvalidDataException($"line {test.Line}: more than {ReadLimits.MaxCases:N0} tests; the rest of the file is not read");
        _cases.Add(test);
    }

    /// <summary>How much of a passing test's output is kept; nothing once the file has said enough.</summary>
    public int OutputRoom => _outputs < ReadLimits.MaxOutputs ? ReadLimits.MaxOutput : 0;

    public void Printed(int characters) => _outputs += characters;

    /// <summary>A case with what every format knows of it.</summary>
    public TestCase Case(string className, string name, TestOutcome outcome, int line, int endLine)
    {
        (className, name) = (Short(className), Short(name));
        return new TestCase
        {
            Id = TestCase.IdOf(className, name),
            ClassName = className,
            Suite = suite,
            Outcome = outcome,
            Source = source,
            Line = line,
            EndLine = endLine,
        };
    }

    public ResultFile Finish() => new(source, suite, _startedAt, _seconds, Subtests.Explain(Retries.Merge(_cases)), _warnings);

    /// <summary>On one line, cut.</summary>
    public static string Short(string? text)
    {
        if (text is null)
            return "";
        var oneLine = text.AsSpan().IndexOfAny(LineEnds) < 0 ? text : text.ReplaceLineEndings(" ");
        return oneLine.Length <= ReadLimits.MaxName ? oneLine : oneLine[..ReadLimits.MaxName];
    }

    public static string Cut(string text, int most) => text.Length <= most ? text : text[..most];

    /// <param name="type">Null where the format does not say it.</param>
    /// <param name="message">What the format calls so; null for nothing.</param>
    /// <param name="text">All that was said, with the stack.</param>
    public static Failure Failed(string? type, string? message, string text, int line, int endLine) =>
        new(type, FailureMessages.Clean(message, text), text.Length == 0 ? message ?? "" : Cut(text, ReadLimits.MaxFailureText), line, endLine);
}
