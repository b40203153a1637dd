using Whybot.Analysis.Evidence;

namespace Whybot.Analysis.Logs;

/// <summary>How a job ended. What it ran is only believed as a whole where it succeeded.</summary>
public enum JobState
{
    /// <summary>Neither its log nor who ran it says.</summary>
    Unknown,
    Succeeded,

    /// <summary>By itself, with an exit code.</summary>
    Failed,

    /// <summary>By a signal: out of memory, a segmentation fault, an abort.</summary>
    Killed,
    TimedOut,
    Cancelled,

    /// <summary>Its test host, or its runner of tests, gave up before all tests had ended.</summary>
    Aborted,

    /// <summary>The workflow's file is not valid, say: it has tested nothing, which is no failure of what it was to test.</summary>
    NotStarted,

    /// <summary>The machine went away.</summary>
    RunnerLost,
}

/// <summary>The end of one job, with what shows it.</summary>
/// <param name="Name">The job's name.</param>
/// <param name="Source">Its log, or the record that says it, relative to the incident's folder.</param>
public sealed record JobEnd(string Name, JobState State, string Source)
{
    public int? ExitCode { get; init; }

    /// <summary>The command or name of the step that ended it; null where it is not known.</summary>
    public string? Step { get; init; }

    /// <summary>What it said last that tells why; null where nothing does. A passed line is never this.</summary>
    public Citation? Said { get; init; }

    /// <summary>The test that had started last and did not end; null where none is known.</summary>
    public string? LastStarted { get; init; }

    /// <summary>Steps that failed and were allowed to, since the job went on and ended well; shown, and nothing else.</summary>
    public IReadOnlyList<AllowedFailure> Allowed { get; init; } = [];

    /// <summary>The suites that it ran, as the settings call them; empty where that is not known.</summary>
    public IReadOnlyList<string> Suites { get; init; } = [];

    /// <summary>It ran failed tests once more.</summary>
    public bool Again { get; init; }

    public bool EndedWell => State == JobState.Succeeded;

    /// <summary>It was ended before its tests had: what they say is not all.</summary>
    public bool CutShort => State is JobState.Killed or JobState.TimedOut or JobState.Cancelled or JobState.Aborted or JobState.NotStarted or JobState.RunnerLost;
}

/// <summary>A step, or a whole job, that failed and may.</summary>
public sealed record AllowedFailure(string Step, Citation Said);
