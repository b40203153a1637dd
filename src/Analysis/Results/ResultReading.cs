namespace Whybot.Analysis.Results;

/// <summary>Collects the cases of one file while it is read.</summary>
internal sealed class ResultReading(string source, string suite)
{
    private static readonly System.Buffers.SearchValues<char> LineEnds = System.Buffers.SearchValues.Create("\r\n\f\u0085\u2028\u2029");

    /// <summary>Warnings, and problems, of one file.</summary>
    private const int MostSaid = 50;

    private readonly List<TestCase> _cases = [];
    private readonly List<string> _warnings = [];
    private readonly List<InputProblem> _problems = [];
    private readonly Dictionary<int, string> _suites = [];
    private DateTime? _startedAt;
    private double? _seconds;

    private int _outputs;

    /// <summary>The format lists the tries of a test itself: two entries of one name are two tests.</summary>
    public bool TriesAreTold { get; set; }

    /// <summary><see cref="ResultFile.FailedParents"/>.</summary>
    public int FailedParents { get; set; }

    public string Source => source;
    public string Suite => suite;
    public int Count => _cases.Count;

    /// <summary>It says of itself how many tests it has, or how many failed.</summary>
    public bool HasClaims { get; set; }

    /// <summary>
    /// A runner that tries again may have written the tries under one name. Where the format has no tries, tests of one name are several tests.
    /// </summary>
    public bool RepeatsTries { get; set; } = true;
    public bool HasProblems => _problems.Count > 0;

    /// <summary>Something worth knowing that takes nothing from what was read.</summary>
    public void Warn(string warning)
    {
        if (_warnings.Count < MostSaid)
            _warnings.Add(warning);
    }

    /// <summary>The file is not known as a whole: no go rests on it.</summary>
    public void Problem(int? line, string reason, ReadExtent extent = ReadExtent.Partial)
    {
        if (_problems.Count < MostSaid)
            _problems.Add(new InputProblem(source, line, extent, reason) { Suites = [suite] });
    }

    /// <summary>
    /// Compares what a head claims with what was read below it. More failures claimed than read, and more tests claimed than read, are problems;
    /// fewer are none: writers count tries, hooks and skipped tests in many ways.
    /// </summary>
    /// <param name="from">The value of <see cref="Count"/> when the head was read.</param>
    /// <param name="where">What makes the claim: <c>suite api</c>, <c>the summary</c>.</param>
    /// <param name="tests">Null where it is not claimed.</param>
    /// <param name="failed">Failures and errors; null where it is not claimed.</param>
    public void Claim(int from, int line, string where, long? tests, long? failed)
    {
        HasClaims |= tests is not null || failed is not null;
        var (read, bad) = (0L, 0L);
        for (var i = from; i < _cases.Count; i++)
        {
            read += 1 + _cases[i].FailedAttempts;
            bad += _cases[i].FailedAttempts + (_cases[i].Bad ? 1 : 0);
        }
        if (failed > bad)
            Problem(line, $"{where} counts {failed} failed, and {bad} were read");
        else if (tests > read)
            Problem(line, $"{where} counts {tests} tests, and {read} were read");
    }

    /// <summary>Changes a case that was added, once the rest of the file has told what it means.</summary>
    /// <param name="index">From 0, in the order in which they were added.</param>
    /// <param name="change">From what was added to what is right.</param>
    public void Amend(int index, Func<TestCase, TestCase> change) => _cases[index] = change(_cases[index]);

    /// <summary>As <see cref="Claim"/>, for formats that count each test once whatever its tries, and failures of suites apart or not at all.</summary>
    /// <param name="counted">What the claim speaks of; tests alone unless it says something else.</param>
    public void ClaimOfTests(int line, string where, long? tests, long? failed, Func<TestCase, bool>? counted = null)
    {
        HasClaims |= tests is not null || failed is not null;
        counted ??= c => c.Scope == TestScope.Test;
        var (read, bad) = (0L, 0L);
        foreach (var test in _cases.Where(counted))
            (read, bad) = (read + 1, bad + (test.Bad ? 1 : 0));
        if (failed > bad)
            Problem(line, $"{where} counts {failed} failed, and {bad} {(bad == 1 ? "was" : "were")} read");
        else if (tests > read)
            Problem(line, $"{where} counts {tests} tests, and {read} {(read == 1 ? "was" : "were")} read");
    }

    /// <summary>The cases added since <see cref="Count"/> was so many.</summary>
    public IEnumerable<TestCase> Since(int from) => _cases.Skip(from);

    /// <summary>Cases read so far that failed, of every scope.</summary>
    public int Failures => _cases.Count(c => c.Bad);

    /// <summary>A failure that is no test's: of a fixture, a file that could not be loaded, the run.</summary>
    public void Outside(TestScope scope, string name, string? type, string? message, string text, int line, int endLine) =>
        Add(Case("", name, TestOutcome.Error, line, endLine) with { Scope = scope, Failure = Failed(type, message, text, line, endLine) });

    /// <summary>What the file calls a suite; tells tests of one name apart where nothing says where they ran.</summary>
    public void Call(int suiteNumber, string name) => _suites[suiteNumber] = Short(name);

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

    public ResultFile Finish() => new(source, suite, _startedAt, _seconds, TestIdentity.Distinguish(Subtests.Explain(OneCaseATest()), _suites), _warnings)
    {
        Problems = _problems,
        FailedParents = FailedParents,
    };

    private IReadOnlyList<TestCase> OneCaseATest() => TriesAreTold ? SameNames.Number(_cases) : RepeatsTries ? Retries.Merge(_cases) : _cases;

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
