namespace Whybot.Analysis.Inputs.Results;

/// <summary>Collects the cases of one file while it is read.</summary>
internal sealed class ResultReading(string source, string suite)
{
    private static readonly System.Buffers.SearchValues<char> LineEnds = System.Buffers.SearchValues.Create("\r\n\f\u0085\u2028\u2029");

    /// <summary>Most warnings, and most problems, kept for one file.</summary>
    private const int MostSaid = 50;

    private readonly List<TestCase> _cases = [];
    private readonly List<string> _warnings = [];
    private readonly List<InputProblem> _problems = [];
    private readonly Dictionary<int, string> _suites = [];
    private DateTime? _startedAt;
    private double? _seconds;

    private int _outputs;

    /// <summary>The format itself lists the attempts of a test, so two entries with the same name are two tests.</summary>
    public bool TriesAreTold { get; set; }

    /// <summary>See <see cref="ResultFile.FailedParents"/>.</summary>
    public int FailedParents { get; set; }

    public string Source => source;
    public string Suite => suite;
    public int Count => _cases.Count;

    /// <summary>The file states how many tests it has, or how many failed.</summary>
    public bool HasClaims { get; set; }

    /// <summary>
    /// A runner that retries may have written the attempts under one name. If the format has no attempts, tests with the same name are several tests.
    /// </summary>
    public bool RepeatsTries { get; set; } = true;
    public bool HasProblems => _problems.Count > 0;

    /// <summary>Reports something notable that does not affect what was read.</summary>
    public void Warn(string warning)
    {
        if (_warnings.Count < MostSaid)
            _warnings.Add(warning);
    }

    /// <summary>Reports that the file is not completely known, so the decision cannot be go.</summary>
    public void Problem(int? line, string reason, ReadExtent extent = ReadExtent.Partial)
    {
        if (_problems.Count < MostSaid)
            _problems.Add(new InputProblem(source, line, extent, reason) { Suites = [suite] });
    }

    /// <summary>
    /// Compares the counts in a header with what was read below it. More claimed failures or tests than were read are a problem. Fewer are not: writers count
    /// attempts, hooks and skipped tests in many ways.
    /// </summary>
    /// <param name="from">The value of <see cref="Count"/> when the header was read.</param>
    /// <param name="where">What makes the claim: <c>suite api</c>, <c>the summary</c>.</param>
    /// <param name="tests">Null if not claimed.</param>
    /// <param name="failed">Failures and errors; null if not claimed.</param>
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

    /// <summary>Changes a case that was added, once the rest of the file has shown what it means.</summary>
    /// <param name="index">Starts at 0, in the order of adding.</param>
    /// <param name="change">Turns the added case into the correct one.</param>
    public void Amend(int index, Func<TestCase, TestCase> change) => _cases[index] = change(_cases[index]);

    /// <summary>Like <see cref="Claim"/>, for formats that count each test once regardless of its attempts, and count failures of suites separately or not at
    /// all.</summary>
    /// <param name="counted">The cases that the claim is about; only tests by default.</param>
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

    /// <summary>The cases added since <see cref="Count"/> had this value.</summary>
    public IEnumerable<TestCase> Since(int from) => _cases.Skip(from);

    /// <summary>Cases read so far that failed, of every scope.</summary>
    public int Failures => _cases.Count(c => c.Bad);

    /// <summary>A failure that does not belong to a test: of a fixture, a file that could not be loaded, the run.</summary>
    public void Outside(TestScope scope, string name, string? type, string? message, string text, int line, int endLine) =>
        Add(Case("", name, TestOutcome.Error, line, endLine) with { Scope = scope, Failure = Failed(type, message, text, line, endLine) });

    /// <summary>Sets the file's name for a suite, which distinguishes tests with the same name if nothing says where they ran.</summary>
    public void Call(int suiteNumber, string name) => _suites[suiteNumber] = Short(name);

    /// <summary>The earliest time counts.</summary>
    public void Started(DateTime? at) => _startedAt = at is { } time && (_startedAt is null || time < _startedAt) ? time : _startedAt;

    public void Took(double? seconds) => _seconds = seconds is { } took ? (_seconds ?? 0) + took : _seconds;

    /// <exception cref="InvalidDataException">There are more cases than allowed.</exception>
    public void Add(TestCase test)
    {
        if (_cases.Count >= ReadLimits.MaxCases)
            throw new InvalidDataException($"line {test.Line}: more than {ReadLimits.MaxCases:N0} tests; the rest of the file is not read");
        _cases.Add(test);
    }

    /// <summary>How much of a passing test's output to keep; nothing once the file's limit is reached.</summary>
    public int OutputRoom => _outputs < ReadLimits.MaxOutputs ? ReadLimits.MaxOutput : 0;

    public void Printed(int characters) => _outputs += characters;

    /// <summary>A case with what every format knows about it.</summary>
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

    /// <summary>The tool that wrote the file.</summary>
    public TestRunner Runner { get; set; }

    public ResultFile Finish() => new(source, suite, _startedAt, _seconds,
        RunBy(TestIdentity.Distinguish(Subtests.Explain(OneCaseATest()), _suites)), _warnings)
    {
        Problems = _problems,
        FailedParents = FailedParents,
    };

    private IReadOnlyList<TestCase> RunBy(IReadOnlyList<TestCase> cases) =>
        Runner == TestRunner.Unknown || !cases.Any(c => c.Bad) ? cases : [.. cases.Select(c => c.Bad ? c with { Runner = Runner } : c)];

    private IReadOnlyList<TestCase> OneCaseATest() => TriesAreTold ? SameNames.Number(_cases) : RepeatsTries ? Retries.Merge(_cases) : _cases;

    /// <summary>The text on one line, shortened.</summary>
    public static string Short(string? text)
    {
        if (text is null)
            return "";
        var oneLine = text.AsSpan().IndexOfAny(LineEnds) < 0 ? text : text.ReplaceLineEndings(" ");
        return oneLine.Length <= ReadLimits.MaxName ? oneLine : oneLine[..ReadLimits.MaxName];
    }

    public static string Cut(string text, int most) => text.Length <= most ? text : text[..most];

    /// <param name="type">Null if the format does not give it.</param>
    /// <param name="message">The format's own message; null for none.</param>
    /// <param name="text">The whole output of the failure, with the stack.</param>
    public static Failure Failed(string? type, string? message, string text, int line, int endLine) =>
        new(type, FailureMessages.Clean(message, text), text.Length == 0 ? message ?? "" : Cut(text, ReadLimits.MaxFailureText), line, endLine);
}
