namespace Whybot.Analysis.Results;

/// <summary>How a test ended.</summary>
public enum TestOutcome
{
    Passed,
    Failed,
    Error,
    Skipped,
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

    /// <summary>Seconds; null when the file does not say.</summary>
    public double? Seconds { get; init; }
    public Failure? Failure { get; init; }

    /// <summary>Attempts that failed before the one that counts (surefire's <c>flakyFailure</c>, <c>rerunFailure</c>).</summary>
    public int FailedAttempts { get; init; }

    /// <summary>What a passing test printed, cut; the negative control of a match reads it.</summary>
    public string? Output { get; init; }

    public static string IdOf(string className, string name) => className.Length == 0 ? name : $"{className}{Join}{name}";

    /// <summary>Path of the result file and the lines of the case in it.</summary>
    public required string Source { get; init; }
    public required int Line { get; init; }
    public required int EndLine { get; init; }

    public bool Bad => Outcome is TestOutcome.Failed or TestOutcome.Error;

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

/// <summary>One result file that could be read, wholly or up to where it broke.</summary>
/// <param name="Source">Path relative to the incident's folder.</param>
/// <param name="StartedAt">Local wall-clock time of the runner, as written in the file.</param>
/// <param name="Seconds">Duration of the suite; null when the file does not say.</param>
public sealed record ResultFile(string Source, string Suite, DateTime? StartedAt, double? Seconds, IReadOnlyList<TestCase> Cases,
    IReadOnlyList<string> Warnings)
{
    /// <summary>Tests that passed and of which the runner printed only how many; in job logs.</summary>
    public int UnnamedPassed { get; init; }
    public int UnnamedSkipped { get; init; }
    public int UnnamedFailed { get; init; }
}
