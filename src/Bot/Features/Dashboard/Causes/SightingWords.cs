using Whybot.Memory.Causes;

namespace Whybot.Features.Dashboard.Causes;

/// <summary>What was seen of a cause at a commit, in words.</summary>
internal static class SightingWords
{
    public static string Of(Sighting seen) => seen switch
    {
        { Tests: < 0 } => "✔ passed",
        { Tests: 0 } => "✖ not ready",
        { PassedAfter: > 0 } => $"✖ {seen.Tests} failed, and passed once more on the same commit",
        { FailedAfter: > 0 } => $"✖ {seen.Tests} failed, once more too",
        _ => $"✖ {seen.Tests} failed",
    };
}
