using Whybot.Analysis.Evidence;
using Whybot.Analysis.Signatures;

namespace Whybot.Analysis.Logs;

/// <summary>How bad a platform says an event is.</summary>
public enum LogLevel
{
    Unknown,
    Debug,
    Info,
    Warning,
    Error,
    Fatal,
}

/// <summary>Events of one platform log that say the same, numbers and ids aside.</summary>
public sealed record LogEvent
{
    public required string Source { get; init; }

    /// <summary>Lines of the first occurrence, its stack included.</summary>
    public required int Line { get; init; }
    public required int EndLine { get; init; }
    public required LogLevel Level { get; init; }
    public required string Message { get; init; }

    /// <summary>The message as it stands in the log, where that differs from what it means (JSON escapes).</summary>
    public string? AsWritten { get; init; }

    /// <summary>The last exception line of the stack that belongs to it, and where that stands.</summary>
    public string? Exception { get; init; }
    public int ExceptionLine { get; init; }
    public IReadOnlyList<StackFrame> Frames { get; init; } = [];

    /// <summary>Wall-clock times of its occurrences as written; the first <see cref="PlatformLogScanner.MaxTimes"/> of them.</summary>
    public IReadOnlyList<DateTime> Times { get; init; } = [];
    public required int Count { get; init; }

    public bool Bad => Level >= LogLevel.Error;

    /// <summary>The words that say most: the exception where there is one.</summary>
    public string Words => Exception ?? Message;

    public Citation Citation => Exception is null ? Citation.OfLines(Source, Line, Line, AsWritten ?? Message)
        : Citation.OfLines(Source, ExceptionLine, ExceptionLine, Exception);
}

/// <summary>What one platform log holds, by kind of event.</summary>
public sealed record PlatformLog(string Source, int Lines, IReadOnlyList<LogEvent> Events);

/// <summary>A numbered line of a job log, without its stamp and colours.</summary>
public sealed record LogLine(int Number, string Text);

/// <summary>What one job log says about the tests that failed, and about the job itself.</summary>
/// <param name="Sections">By the test's name as the runner prints it: what the runner printed about its failure.</param>
/// <param name="Errors">Lines that the runner of the job marked as errors.</param>
public sealed record JobLog(string Source, int Lines, IReadOnlyDictionary<string, IReadOnlyList<LogLine>> Sections, IReadOnlyList<LogLine> Errors)
{
    /// <summary>How each job of the log ended, as far as it says; a file may hold several.</summary>
    public IReadOnlyList<JobEnding> Endings { get; init; } = [];

    /// <summary>The worst of them.</summary>
    public JobEnd? End => Endings.Select(e => e.End).MaxBy(e => JobEndReader.Rank(e.State));
}
