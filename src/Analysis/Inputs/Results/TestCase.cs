namespace Whybot.Analysis.Inputs.Results;

/// <summary>How a test ended.</summary>
public enum TestOutcome
{
    Passed,
    Failed,
    Error,

    /// <summary>It was skipped by itself or by a filter while the run went on.</summary>
    Skipped,

    /// <summary>The run ended before it was reached.</summary>
    NotRun,

    /// <summary>It is switched off in the source (gtest's <c>DISABLED_</c>, JUnit's <c>@Disabled</c> if the format distinguishes it from a skip).</summary>
    Disabled,

    /// <summary>It failed as its author expected (pytest's <c>xfail</c>, TAP's <c>TODO</c>): neither a failure nor a pass.</summary>
    ExpectedFailure,

    /// <summary>It passed although its author expected a failure, and its runner accepts that. If the runner does not, it is <see cref="Failed"/>.</summary>
    UnexpectedPass,
}

/// <summary>How an outcome is counted.</summary>
public static class TestOutcomes
{
    public static bool IsFailure(this TestOutcome outcome) => outcome is TestOutcome.Failed or TestOutcome.Error;

    public static bool IsPass(this TestOutcome outcome) => outcome is TestOutcome.Passed or TestOutcome.UnexpectedPass;

    /// <summary>Neither passed nor failed: it proves nothing.</summary>
    public static bool IsSkip(this TestOutcome outcome) => !outcome.IsFailure() && !outcome.IsPass();
}

/// <summary>What passed or failed.</summary>
public enum TestScope
{
    Test,

    /// <summary>
    /// A class, fixture, file or package as a whole: its set-up or tear-down failed, or it could not be loaded or built. Counted as a failure, not as a test.
    /// </summary>
    Suite,

    /// <summary>The run as a whole: its host crashed, a global limit was reached. Counted as a failure, not as a test.</summary>
    Run,

    /// <summary>A job of which only the end is known. It is a cause, but is counted neither as a test nor as a failed one.</summary>
    Job,
}

/// <summary>One test of one result file.</summary>
public sealed record TestCase
{
    internal const string Join = "::";

    private readonly string? _name;

    /// <summary>Class and name, joined by <c>::</c>; the test's name in reports.</summary>
    public required string Id { get; init; }
    public required string ClassName { get; init; }

    /// <summary>The part of the id after the class, unless it is given. It is not stored again, because a large file has very many tests.</summary>
    public string Name
    {
        get => _name ?? (ClassName.Length == 0 ? Id : Id[(ClassName.Length + Join.Length)..]);
        init => _name = value;
    }

    /// <summary>The suite's name: that of the result file without its extension.</summary>
    public required string Suite { get; init; }

    /// <summary>The test's own source file, if the format gives it.</summary>
    public string? File { get; init; }
    public required TestOutcome Outcome { get; init; }
    public TestScope Scope { get; init; }

    /// <summary>1-based number of the file's suite element that contains it; 0 if the format has none. Entries in two suites are never attempts of one
    /// test.</summary>
    public int SuiteNumber { get; init; }

    /// <summary>Where it ran, as far as the format says: browser, project, host, target framework, package; null if unknown. It is added to the id if the id
    /// alone is not unique.</summary>
    public string? Variant { get; init; }

    /// <summary>Seconds; null if the file does not say.</summary>
    public double? Seconds { get; init; }
    public Failure? Failure { get; init; }

    /// <summary>Which tool ran it; only set if it failed.</summary>
    public TestRunner Runner { get; init; }

    /// <summary>Attempts that failed before the final one (surefire's <c>flakyFailure</c>, <c>rerunFailure</c>).</summary>
    public int FailedAttempts { get; init; }

    /// <summary>It failed and then passed in this same run.</summary>
    public bool Flaky => FailedAttempts > 0 && Outcome.IsPass();

    /// <summary>A passing test's output, shortened; used as the negative control for matches.</summary>
    public string? Output { get; init; }

    public static string IdOf(string className, string name) => className.Length == 0 ? name : $"{className}{Join}{name}";

    /// <summary>Path of the result file, and the lines of the case in it.</summary>
    public required string Source { get; init; }
    public required int Line { get; init; }
    public required int EndLine { get; init; }

    public bool Bad => Outcome.IsFailure();

    /// <summary>The name without the parameters of one variant: <c>test_x[a]</c> is <c>test_x</c>.</summary>
    public string BaseName => Name.IndexOf('[', StringComparison.Ordinal) is var at and > 0 && Name.EndsWith(']') ? Name[..at] : Name;
}

/// <summary>A failed test's message.</summary>
/// <param name="Type">The exception's type if the file states it.</param>
/// <param name="Message">The message attribute, or the text up to the first stack frame.</param>
/// <param name="Text">The whole text, cut at <see cref="ReadLimits.MaxFailureText"/>.</param>
/// <param name="Line">First line of the failure in the result file.</param>
/// <param name="EndLine">Last line of it.</param>
public sealed record Failure(string? Type, string Message, string Text, int Line, int EndLine);

/// <summary>How much of an input was read.</summary>
public enum ReadExtent
{
    Complete,

    /// <summary>It breaks off, exceeds a limit, or claims more tests or failures than it contains.</summary>
    Partial,
    None,
}

/// <summary>Why an input is not completely known. A run that has one cannot be go.</summary>
/// <param name="Source">Path relative to the incident's folder, or another name for the input.</param>
/// <param name="Line">1-based; null for none.</param>
/// <param name="Reason">In words, without the location.</param>
public sealed record InputProblem(string Source, int? Line, ReadExtent Extent, string Reason)
{
    /// <summary>The suites that it concerns; empty if unknown.</summary>
    public IReadOnlyList<string> Suites { get; init; } = [];

    public string Place => Line is { } line ? $"{Source}:{line}" : Source;

    public override string ToString() => $"{Place}: {Reason}";
}

/// <summary>One result file that could be read, completely or up to where it broke.</summary>
/// <param name="Source">Path relative to the incident's folder.</param>
/// <param name="StartedAt">Local wall-clock time of the runner, as written in the file.</param>
/// <param name="Seconds">Duration of the suite; null if the file does not say.</param>
public sealed record ResultFile(string Source, string Suite, DateTime? StartedAt, double? Seconds, IReadOnlyList<TestCase> Cases,
    IReadOnlyList<string> Warnings)
{
    /// <summary>Why it is not completely known; empty if it was read completely and does not contradict itself.</summary>
    public IReadOnlyList<InputProblem> Problems { get; init; } = [];

    public ReadExtent Extent => Problems.Count == 0 ? ReadExtent.Complete : Problems.Max(p => p.Extent);

    /// <summary>Hash of its bytes; null if not hashed.</summary>
    public string? Hash { get; init; }

    /// <summary>Tests that failed only because a test inside them did. That is one failure, so they are not among the cases, though most tools count
    /// them.</summary>
    public int FailedParents { get; init; }

    /// <summary>Passed tests that the runner only counted without naming them; in job logs.</summary>
    public int UnnamedPassed { get; init; }
    public int UnnamedSkipped { get; init; }
    public int UnnamedFailed { get; init; }
}
