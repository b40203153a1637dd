using Whybot.Analysis.Inputs.Evidence;

namespace Whybot.Analysis.Inputs.Logs;

/// <summary>How a job ended. Its results only count as complete if it succeeded.</summary>
public enum JobState
{
    /// <summary>Neither its log nor the system that ran it says how it ended.</summary>
    Unknown,
    Succeeded,

    /// <summary>By itself, with an exit code.</summary>
    Failed,

    /// <summary>By a signal: out of memory, a segmentation fault, an abort.</summary>
    Killed,
    TimedOut,
    Cancelled,

    /// <summary>Its test host, or its test runner, crashed or quit before all tests had ended.</summary>
    Aborted,

    /// <summary>For example, the workflow's file is not valid, or the account may not run jobs. The job has tested nothing, so this is not a failure of what
    /// it was to test.</summary>
    NotStarted,

    /// <summary>The machine was lost.</summary>
    RunnerLost,
}

/// <summary>The end of one job, with evidence.</summary>
/// <param name="Name">The job's name.</param>
/// <param name="Source">Its log, or the record that says how it ended, relative to the incident's folder.</param>
public sealed record JobEnd(string Name, JobState State, string Source)
{
    public int? ExitCode { get; init; }

    /// <summary>The command or name of the step that ended it; null if unknown.</summary>
    public string? Step { get; init; }

    /// <summary>The last line of output that says why; null for none. Never a line about a pass.</summary>
    public Citation? Said { get; init; }

    /// <summary>The last test that started but did not end; null if none is known.</summary>
    public string? LastStarted { get; init; }

    /// <summary>Steps that failed but were allowed to, since the job went on and ended well; they are shown only, without effect.</summary>
    public IReadOnlyList<AllowedFailure> Allowed { get; init; } = [];

    /// <summary>The suites that it ran, by their names in the settings; empty if unknown.</summary>
    public IReadOnlyList<string> Suites { get; init; } = [];

    /// <summary>It ran failed tests again.</summary>
    public bool Again { get; init; }

    /// <summary>As <see cref="JobRecord.Page"/>.</summary>
    public string? Page { get; init; }

    /// <summary>The line that says what stopped it from outside: a lost machine, a limit of time, a signal, or what kept it from starting. Null
    /// if nothing did, or no line says so.</summary>
    public Citation? Stop => State is JobState.RunnerLost or JobState.NotStarted or JobState.TimedOut or JobState.Killed && Said is { Line: > 0 } ? Said : null;

    public bool EndedWell => State == JobState.Succeeded;

    /// <summary>It was ended before its tests finished, so their results are incomplete.</summary>
    public bool CutShort => State is JobState.Killed or JobState.TimedOut or JobState.Cancelled or JobState.Aborted or JobState.NotStarted
        or JobState.RunnerLost;
}

/// <summary>A step, or a whole job, that failed and was allowed to.</summary>
public sealed record AllowedFailure(string Step, Citation Said);
