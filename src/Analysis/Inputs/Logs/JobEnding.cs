using Whybot.Analysis.Inputs.Evidence;

namespace Whybot.Analysis.Inputs.Logs;

/// <summary>What a log says about how one job ended. The system that ran the job may know better: see <see cref="JobEnds"/>.</summary>
/// <param name="End">The end, as far as the log says.</param>
public sealed record JobEnding(JobEnd End)
{
    /// <summary>The last test that started but did not end; null if none is known.</summary>
    public string? Running { get; init; }

    /// <summary>The last meaningful line; null for none.</summary>
    public Citation? Last { get; init; }

    /// <summary>Everything that failed in it, whether it ended the job or not.</summary>
    public IReadOnlyList<AllowedFailure> Failures { get; init; } = [];

    /// <summary>The log itself says how the whole job ended; in GitHub's logs this only follows from the steps.</summary>
    public bool Stated { get; init; }

    /// <summary>The job as a whole was cancelled, timed out or lost its machine, so this cannot be an allowed failure of a step.</summary>
    public bool WholeJob { get; init; }

    /// <summary>More output followed the last failure: the job went on.</summary>
    public bool WentOn { get; init; }
}
