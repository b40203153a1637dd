namespace Whybot.Analysis.Results;

/// <summary>How a test ended.</summary>
public enum TestOutcome
{
    Passed,
    Failed,
    Error,

    /// <summary>It was skipped by itself or by a filter while the run went on.</summary>
    Skipped,

    /// <summary>The run ended before its turn.</summary>
    NotRun,

    /// <summary>It is switched off in the source (gtest's <c>DISABLED_</c>, JUnit's <c>@Disabled</c> where the format tells it from a skip).</summary>
    Disabled,

    /// <summary>It failed as its author said it would (pytest's <c>xfail</c>, TAP's <c>TODO</c>): no failure, and no pass.</summary>
    ExpectedFailure,

    /// <summary>It passed although its author said it would fail, and its runner lets that pass. Where the runner does not, it is <see cref="Failed"/>.</summary>
    UnexpectedPass,
}

/// <summary>What an outcome counts as.</summary>
public static class TestOutcomes
{
    public static bool IsFailure(this TestOutcome outcome) => outcome is TestOutcome.Failed or TestOutcome.Error;

    public static bool IsPass(this TestOutcome outcome) => outcome is TestOutcome.Passed or TestOutcome.UnexpectedPass;

    /// <summary>Neither passed nor failed: it proves nothing.</summary>
    public static bool IsSkip(this TestOutcome outcome) => !outcome.IsFailure() && !outcome.IsPass();
}

/// <summary>What it is that passed or failed.</summary>
public enum TestScope
{
    Test,

    /// <summary>A class, fixture, file or package as a whole: its set-up or tear-down failed, or it could not be loaded or built. Counted as a failure, not as a test.</summary>
    Suite,

    /// <summary>The run as a whole: its host crashed, a global limit was reached. Counted as a failure, not as a test.</summary>
    Run,

    /// <summary>A job of which only the end is known. It is a cause, and is counted neither as a test nor among failed ones.</summary>
    Job,
}

/// <summary>One test of one result file.</summary>
public sealed record TestCase
{
    private const string Join = "::";

    private readonly string? _name;

    /// <summary>Class and name, joined by <c>::</c>; what reports call the test.</summary>
    public required string Id { get; init; }
    public required string ClassName { get; init; }

    /// <summary>What stands behind the class in the id, unless it is given. Not kept twice: a large file has very many.</summary>
    public string Name
    {
        get => _name ?? (ClassName.Length == 0 ? Id : Id[(ClassName.Length + Join.Length)..]);
        init => _name = value;
    }

    /// <summary>The suite's name: that of the result file without its extension.</summary>
    public required string Suite { get; init; }

    /// <summary>The test's own source file where the format says it.</summary>
    public string? File { get; init; }
    public required TestOutcome Outcome { get; init; }
    public TestScope Scope { get; init; }

    /// <summary>Number of the suite element of the file that holds it, from 1; 0 where the format has none. Entries of two suites are never tries of one test.</summary>
    public int SuiteNumber { get; init; }

    /// <summary>Where it ran, as far as the format says it: browser, project, host, target framework, package; null for unknown. It is added to the id where the id alone is not unique.</summary>
    public string? Variant { get; init; }

    /// <summary>Seconds; null when the file does not say.</summary>
    public double? Seconds { get; init; }
    public Failure? Failure { get; init; }

    /// <summary>Tries that failed before the one that counts (surefire's <c>flakyFailure</c>, <c>rerunFailure</c>).</summary>
    public int FailedAttempts { get; init; }

    /// <summary>It failed and then passed in this very run.</summary>
    public bool Flaky => FailedAttempts > 0 && Outcome.IsPass();

    /// <summary>What a passing test printed, cut; the negative control of a match reads it.</summary>
    public string? Output { get; init; }

    public static string IdOf(string className, string name) => className.Length == 0 ? name : $"{className}{Join}{name}";

    /// <summary>Path of the result file and the lines of the case in it.</summary>
    public required string Source { get; init; }
    public required int Line { get; init; }
    public required int EndLine { get; init; }

    public bool Bad => Outcome.IsFailure();

    /// <summary>The name without the parameters of one variant: <c>test_x[a]</c> is <c>test_x</c>.</summary>
    public string BaseName => Name.IndexOf('[', StringComparison.Ordinal) is var at and > 0 && Name.EndsWith(']') ? Name[..at] : Name;
}

/// <summary>What a failed test said.</summary>
/// <param name="Type">The exception's type where the file states it.</param>
/// <param name="Message">The message attribute, or the text up to the first stack frame.</param>
/// <param name="Text">The whole text, cut at <see cref="ReadLimits.MaxFailureText"/>.</param>
/// <param name="Line">First line of the failure in the result file.</param>
/// <param name="EndLine">Last line of it.</param>
public sealed record Failure(string? Type, string Message, string Text, int Line, int EndLine);

/// <summary>How much of an input was read.</summary>
public enum ReadExtent
{
    Complete,

    /// <summary>It breaks off, is past a limit, or claims more tests or more failures than stand in it.</summary>
    Partial,
    None,
}

/// <summary>Why an input is not known as a whole. No go rests on a run that has one.</summary>
/// <param name="Source">Path relative to the incident's folder, or what else the input is called.</param>
/// <param name="Line">From 1; null where there is none.</param>
/// <param name="Reason">In words, without the place.</param>
public sealed record InputProblem(string Source, int? Line, ReadExtent Extent, string Reason)
{
    /// <summary>The suites that it speaks of; empty where that is not known.</summary>
    public IReadOnlyList<string> Suites { get; init; } = [];

    public string Place => Line is { } line ? $"{Source}:{line}" : Source;

    public override string ToString() => $"{Place}: {Reason}";
}

/// <summary>One result file that could be read, wholly or up to where it broke.</summary>
/// <param name="Source">Path relative to the incident's folder.</param>
/// <param name="StartedAt">Local wall-clock time of the runner, as written in the file.</param>
/// <param name="Seconds">Duration of the suite; null when the file does not say.</param>
public sealed record ResultFile(string Source, string Suite, DateTime? StartedAt, double? Seconds, IReadOnlyList<TestCase> Cases,
    IReadOnlyList<string> Warnings)
{
    /// <summary>Why it is not known as a whole; none where it was read completely and does not contradict itself.</summary>
    public IReadOnlyList<InputProblem> Problems { get; init; } = [];

    public ReadExtent Extent => Problems.Count == 0 ? ReadExtent.Complete : Problems.Max(p => p.Extent);

    /// <summary>Hash of its bytes; null where they were not hashed.</summary>
    public string? Hash { get; init; }

    /// <summary>Tests that failed only because a test inside them did. That is one failure: they are not among the cases, though most tools count them.</summary>
    public int FailedParents { get; init; }

    /// <summary>Tests that passed and of which the runner printed only how many; in job logs.</summary>
    public int UnnamedPassed { get; init; }
    public int UnnamedSkipped { get; init; }
    public int UnnamedFailed { get; init; }
}
