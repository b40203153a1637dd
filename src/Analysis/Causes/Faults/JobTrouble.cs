using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Readiness;

namespace Whybot.Analysis.Causes.Faults;

/// <summary>Something outside the code that stopped a job, as its own log says: a registry, the network, a full disk, a lost machine.</summary>
/// <param name="Kind">The same commit may pass when it runs again, or when somebody has fixed it.</param>
/// <param name="Said">The line that says so.</param>
internal sealed record JobTrouble(Mechanism Kind, Citation Said)
{
    /// <summary>An incident that GitHub reported for the part of it that failed, while the job ran; null for none.</summary>
    public PlatformIncident? Reported { get; init; }

    /// <summary>Who says so, in words.</summary>
    public string Witness => LogNames.IsNotes(Said.Source) ? "GitHub's note about the job" : "the job's own log";

    public IReadOnlyList<Citation> Citations => Reported is { } reported ? [Said, reported.Shown] : [Said];
}
