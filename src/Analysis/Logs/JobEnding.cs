using Whybot.Analysis.Evidence;

namespace Whybot.Analysis.Logs;

/// <summary>What a log says of how one job ended. Who ran the job may know better: see <see cref="JobEnds"/>.</summary>
/// <param name="End">As far as the log says.</param>
public sealed record JobEnding(JobEnd End)
{
    /// <summary>The test that had started last and did not end; null where none is known.</summary>
    public string? Running { get; init; }

    /// <summary>The last line that tells something; null for none.</summary>
    public Citation? Last { get; init; }

    /// <summary>All that failed in it, whether it ended the job or not.</summary>
    public IReadOnlyList<AllowedFailure> Failures { get; init; } = [];

    /// <summary>The log itself says how the whole job ended; of GitHub's it only follows from its steps.</summary>
    public bool Stated { get; init; }

    /// <summary>The job as a whole was cancelled, took too long or lost its machine: no step of it could have been allowed to.</summary>
    public bool WholeJob { get; init; }

    /// <summary>Something came after the last failure: the job went on.</summary>
    public bool WentOn { get; init; }
}
