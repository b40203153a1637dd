using System.Globalization;
using System.Xml;

namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>A suite element whose end has not been reached.</summary>
internal sealed class OpenSuite
{
    public required int Depth { get; init; }

    /// <summary>1-based, in the order of the file; 0 for an element that only groups suites.</summary>
    public required int Number { get; init; }
    public required int Line { get; init; }
    public required string Name { get; init; }

    /// <summary>A name for people: <c>suite api</c>.</summary>
    public required string Where { get; init; }
    public required string? Variant { get; set; }

    /// <summary>How many tests it claims to contain, with failures included or in addition; null if it does not say.</summary>
    public long? Tests { get; set; }
    public long? Failures { get; set; }
    public long? Errors { get; set; }

    /// <summary>Skipped and disabled ones among the tests. Some writers (Rust's) count them but do not list them.</summary>
    public long Skipped { get; set; }

    /// <summary>It is marked as failed.</summary>
    public bool IsFailed { get; init; }

    /// <summary>What had been read when it began.</summary>
    public required (long Tests, long Failures, long Skipped) Before { get; init; }

    /// <summary>A suite inside it already contradicts itself, so this need not be reported twice.</summary>
    public bool HasProblem { get; set; }
}

/// <summary>
/// The suites of a file, nested as in the file. What each claims about itself is compared with its content. Writers count differently: a suite may count only
/// its own tests or also those inside it, attempts, skipped tests and clean-ups, and a test that failed and whose clean-up then broke once or twice. So it is
/// only a contradiction if a suite claims more than was read, counted every possible way.
/// </summary>
internal sealed class OpenSuites(ResultReading reading)
{
    private readonly Stack<OpenSuite> _open = new();
    private int _last;
    private long _tests;
    private long _failures;
    private long _skipped;

    /// <summary>The innermost suite that is open at the reader's position.</summary>
    public OpenSuite? At(XmlReader xml)
    {
        while (_open.TryPeek(out var suite) && suite.Depth >= xml.Depth)
            Leave();
        return _open.TryPeek(out var open) ? open : null;
    }

    /// <summary>A suite begins.</summary>
    /// <param name="xml">Positioned at its beginning.</param>
    /// <param name="name">The name in the file.</param>
    /// <param name="where">The name for people.</param>
    /// <param name="isGroup">Whether it only groups suites.</param>
    /// <param name="isFailed">Whether it is marked as failed.</param>
    public OpenSuite Enter(XmlReader xml, string name, string where, bool isGroup = false, bool isFailed = false)
    {
        var around = At(xml);
        var suite = new OpenSuite
        {
            Depth = xml.Depth,
            Number = isGroup ? 0 : ++_last,
            Line = XmlResults.Line(xml),
            Name = name,
            Where = where,
            Variant = around?.Variant,
            IsFailed = isFailed,
            Before = (_tests, _failures, _skipped),
        };
        _open.Push(suite);
        return suite;
    }

    /// <param name="tests">How many tests an entry may have been counted as: its attempts, or its failures.</param>
    /// <param name="failures">Its failures and errors, including those of its attempts.</param>
    /// <param name="isSkip">Whether it neither passed nor failed.</param>
    public void Read(int tests, int failures, bool isSkip = false) =>
        (_tests, _failures, _skipped) = (_tests + tests, _failures + failures, _skipped + (isSkip ? 1 : 0));

    /// <summary>A failure of a suite or of the run itself.</summary>
    public void Outside(TestScope scope, string name, Failure failure)
    {
        Read(1, 1);
        reading.Outside(scope, name, failure.Type, failure.Message, failure.Text, failure.Line, failure.EndLine);
    }

    /// <summary>Call at the end of the file.</summary>
    public void End()
    {
        while (_open.Count > 0)
            Leave();
    }

    private void Leave()
    {
        var suite = _open.Pop();
        var (tests, failures) = (_tests - suite.Before.Tests, _failures - suite.Before.Failures);
        var leftOut = Math.Max(0, suite.Skipped - (_skipped - suite.Before.Skipped));
        var claimed = (suite.Tests, suite.Failures, suite.Errors);
        suite.HasProblem |= Contradicts(reading, suite.Line, suite.Where, claimed, tests, failures, leftOut, says: !suite.HasProblem);
        if (suite is { IsFailed: true, HasProblem: false } && failures == 0)
        {
            reading.Problem(suite.Line, $"{suite.Where} is marked as failed, and no failure was read in it");
            suite.HasProblem = true;
        }
        if (_open.TryPeek(out var around))
            around.HasProblem |= suite.HasProblem;
    }

    /// <summary>Compares the counts in a header with what was read.</summary>
    /// <param name="reading">The file.</param>
    /// <param name="line">Line of the header.</param>
    /// <param name="where">What makes the claim.</param>
    /// <param name="claimed">The claimed counts; null for those without a claim.</param>
    /// <param name="tests">How many tests were read.</param>
    /// <param name="failures">How many failures were read.</param>
    /// <param name="leftOut">Skipped tests that are counted but are not in the file.</param>
    /// <param name="says">Whether to report a contradiction; false if another suite already has.</param>
    public static bool Contradicts(ResultReading reading, int line, string where, (long? Tests, long? Failures, long? Errors) claimed,
        long tests, long failures, long leftOut = 0, bool says = true)
    {
        reading.HasClaims |= claimed is not (null, null, null);
        var failed = (claimed.Failures ?? 0) + (claimed.Errors ?? 0);
        var most = Math.Max(claimed.Failures ?? 0, claimed.Errors ?? 0);
        // If failures were read, the same one may have been counted both as a failure and as an error.
        var reason = failed > failures && (failures == 0 || most > failures) ? $"{where} counts {failed:N0} failed, and {failures:N0} were read"
            : claimed.Tests - leftOut > tests ? $"{where} counts {claimed.Tests:N0} tests, and {tests:N0} were read" : null;
        if (reason is not null && says)
            reading.Problem(line, reason);
        return reason is not null;
    }

    /// <summary>An attribute that is a count; null for anything else.</summary>
    public static long? Count(XmlReader xml, string attribute) =>
        long.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
