using System.Globalization;
using System.Xml;

namespace Whybot.Analysis.Results.Formats;

/// <summary>A suite element of which the end has not been seen.</summary>
internal sealed class OpenSuite
{
    public required int Depth { get; init; }

    /// <summary>From 1, in the order of the file; 0 for what only groups suites.</summary>
    public required int Number { get; init; }
    public required int Line { get; init; }
    public required string Name { get; init; }

    /// <summary>How people call it: <c>suite api</c>.</summary>
    public required string Where { get; init; }
    public required string? Variant { get; set; }

    /// <summary>Tests, and of them or beside them failures, that it says are in it; null where it does not say.</summary>
    public long? Tests { get; set; }
    public long? Failures { get; set; }
    public long? Errors { get; set; }

    /// <summary>Skipped and disabled ones among the tests. Some writers (Rust's) count them and leave them out.</summary>
    public long Skipped { get; set; }

    /// <summary>It says that it failed.</summary>
    public bool IsFailed { get; init; }

    /// <summary>What had been read when it began.</summary>
    public required (long Tests, long Failures, long Skipped) Before { get; init; }

    /// <summary>One inside it contradicts itself already: it need not be said twice.</summary>
    public bool HasProblem { get; set; }
}

/// <summary>
/// The suites of a file, nested as it nests them, and what each says of itself compared with what stands in it. What writers count differs: a suite
/// may count only its own tests or those inside it too, tries, skipped tests and clean-ups, a test that failed and whose clean-up then broke once or
/// twice. So only more than was read, counted every way, is a contradiction.
/// </summary>
internal sealed class OpenSuites(ResultReading reading)
{
    private readonly Stack<OpenSuite> _open = new();
    private int _last;
    private long _tests;
    private long _failures;
    private long _skipped;

    /// <summary>The innermost that is open where the reader stands.</summary>
    public OpenSuite? At(XmlReader xml)
    {
        while (_open.TryPeek(out var suite) && suite.Depth >= xml.Depth)
            Leave();
        return _open.TryPeek(out var open) ? open : null;
    }

    /// <summary>A suite begins.</summary>
    /// <param name="xml">Stands on its beginning.</param>
    /// <param name="name">As the file has it.</param>
    /// <param name="where">As people call it.</param>
    /// <param name="isGroup">It only groups suites.</param>
    /// <param name="isFailed">It says of itself that it failed.</param>
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

    /// <param name="tests">How many tests an entry may have been counted as: its tries, or its failures.</param>
    /// <param name="failures">Its failures and errors, with those of its tries.</param>
    /// <param name="isSkip">It neither passed nor failed.</param>
    public void Read(int tests, int failures, bool isSkip = false) =>
        (_tests, _failures, _skipped) = (_tests + tests, _failures + failures, _skipped + (isSkip ? 1 : 0));

    /// <summary>A failure of a suite or of the run itself.</summary>
    public void Outside(TestScope scope, string name, Failure failure)
    {
        Read(1, 1);
        reading.Outside(scope, name, failure.Type, failure.Message, failure.Text, failure.Line, failure.EndLine);
    }

    /// <summary>The file has ended.</summary>
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

    /// <summary>Compares what a head counts with what was read.</summary>
    /// <param name="reading">The file.</param>
    /// <param name="line">Of the head.</param>
    /// <param name="where">What makes the claim.</param>
    /// <param name="claimed">Null where it is not claimed.</param>
    /// <param name="tests">That were read.</param>
    /// <param name="failures">That were read.</param>
    /// <param name="leftOut">Skipped tests that are counted and are not in the file.</param>
    /// <param name="says">Whether a contradiction is to be told; false where another has told it.</param>
    public static bool Contradicts(ResultReading reading, int line, string where, (long? Tests, long? Failures, long? Errors) claimed,
        long tests, long failures, long leftOut = 0, bool says = true)
    {
        reading.HasClaims |= claimed is not (null, null, null);
        var failed = (claimed.Failures ?? 0) + (claimed.Errors ?? 0);
        var most = Math.Max(claimed.Failures ?? 0, claimed.Errors ?? 0);
        // Where failures were read, one may have been counted as a failure and as an error.
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
