namespace Whybot.Analysis.Inputs.Logs;

/// <summary>What the system that ran a job recorded about its end: one entry of <c>jobs.json</c>, or a check run of the commit.</summary>
/// <param name="Name">The job's name, as shown by its platform.</param>
/// <param name="Conclusion">One of <see cref="JobConclusions"/>; any other word is ignored.</param>
public sealed record JobRecord(string Name, string Conclusion)
{
    /// <summary>Its log, relative to the incident's folder (<c>logs/unit.txt</c>); null to find it by the job's name.</summary>
    public string? Log { get; init; }

    /// <summary>As the shell reports it; null if unknown.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The signal that ended it: <c>SIGKILL</c>, <c>KILL</c> or <c>9</c>; null for none.</summary>
    public string? Signal { get; init; }

    /// <summary>The step or command that ended it.</summary>
    public string? Step { get; init; }

    /// <summary>The suites that it ran, by their names in the settings.</summary>
    public IReadOnlyList<string> Suites { get; init; } = [];

    /// <summary>It ran failed tests again.</summary>
    public bool Again { get; init; }

    /// <summary>Its failure does not fail the run: <c>continue-on-error</c> of the whole job.</summary>
    public bool MayFail { get; init; }

    /// <summary>Its page on GitHub, relative to the repository's address (<c>actions/runs/7/job/12</c>); null if unknown.</summary>
    public string? Page { get; init; }

    /// <summary>Why it ended this way, in words; null if there is nothing to add.</summary>
    public string? Note { get; init; }
}

/// <summary>The words for how a job ended: GitHub's words, and those that only the program that started the command can know.</summary>
public static class JobConclusions
{
    public const string Success = "success";
    public const string Failure = "failure";
    public const string Cancelled = "cancelled";
    public const string TimedOut = "timed_out";
    public const string Skipped = "skipped";
    public const string Neutral = "neutral";
    public const string StartupFailure = "startup_failure";

    /// <summary>By a signal.</summary>
    public const string Killed = "killed";

    /// <summary>Its test runner crashed or quit.</summary>
    public const string Aborted = "aborted";

    /// <summary>Its machine, or the process that watched it, was lost.</summary>
    public const string Lost = "lost";

    public static IReadOnlyList<string> All { get; } = [Success, Failure, Cancelled, TimedOut, Skipped, Neutral, StartupFailure, Killed, Aborted, Lost];
}
