using Whybot.Analysis.Inputs.Evidence;

namespace Whybot.Analysis.Inputs.Readiness;

/// <summary>An incident that GitHub has published on its status page.</summary>
/// <param name="Components">The parts of GitHub that it is about, in the page's words: <c>Actions</c>, <c>Git Operations</c>.</param>
/// <param name="Ended">Null while it is going on.</param>
/// <param name="Shown">Its name, in the page's answer.</param>
public sealed record PlatformIncident(IReadOnlyList<string> Components, DateTimeOffset Began, DateTimeOffset? Ended, Citation Shown)
{
    public bool Overlaps(DateTimeOffset from, DateTimeOffset to) => Began <= to && (Ended is not { } ended || ended >= from);
}
