using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Inputs.Logs;

/// <summary>How severe an event is, according to the platform.</summary>
public enum LogLevel
{
    Unknown,
    Debug,
    Info,
    Warning,
    Error,
    Fatal,
}

/// <summary>Events of one platform log with the same message, ignoring numbers and ids.</summary>
public sealed record LogEvent
{
    public required string Source { get; init; }

    /// <summary>Lines of the first occurrence, including its stack.</summary>
    public required int Line { get; init; }
    public required int EndLine { get; init; }
    public required LogLevel Level { get; init; }
    public required string Message { get; init; }

    /// <summary>The message as written in the log, if that differs from its meaning (JSON escapes).</summary>
    public string? AsWritten { get; init; }

    /// <summary>The last exception line of the stack that belongs to it, and where it is.</summary>
    public string? Exception { get; init; }
    public int ExceptionLine { get; init; }
    public IReadOnlyList<StackFrame> Frames { get; init; } = [];

    /// <summary>Wall-clock times of its occurrences as written; only the first <see cref="PlatformLogScanner.MaxTimes"/>.</summary>
    public IReadOnlyList<DateTime> Times { get; init; } = [];
    public required int Count { get; init; }

    public bool Bad => Level >= LogLevel.Error;

    /// <summary>The most informative words: the exception if there is one.</summary>
    public string Words => Exception ?? Message;

    public Citation Citation => Exception is null ? Citation.OfLines(Source, Line, Line, AsWritten ?? Message)
        : Citation.OfLines(Source, ExceptionLine, ExceptionLine, Exception);
}

/// <summary>The content of one platform log, by kind of event.</summary>
public sealed record PlatformLog(string Source, int Lines, IReadOnlyList<LogEvent> Events);

/// <summary>A numbered line of a job log, without its stamp and colours.</summary>
public sealed record LogLine(int Number, string Text);

/// <summary>What one job log says about the tests that failed, and about the job itself.</summary>
/// <param name="Sections">By the test's name as the runner prints it: the runner's output about its failure.</param>
/// <param name="Errors">Lines that the job's runner marked as errors.</param>
public sealed record JobLog(string Source, int Lines, IReadOnlyDictionary<string, IReadOnlyList<LogLine>> Sections, IReadOnlyList<LogLine> Errors)
{
    /// <summary>How each job of the log ended, as far as the log says; a file may hold several.</summary>
    public IReadOnlyList<JobEnding> Endings { get; init; } = [];

    /// <summary>When its first and last stamped lines were written; null if it has none in GitHub's form.</summary>
    public (DateTimeOffset First, DateTimeOffset Last)? Written { get; init; }

    /// <summary>The worst of the endings.</summary>
    public JobEnd? End => Endings.Select(e => e.End).MaxBy(e => JobEndReader.Rank(e.State));
}
