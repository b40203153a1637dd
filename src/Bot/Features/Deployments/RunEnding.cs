using Whybot.Analysis.Output.Filing;
using Whybot.Memory.Deployments;
using Whybot.Runs.Analyzing;
using Whybot.Runs.Fetching;

namespace Whybot.Features.Deployments;

/// <summary>How a run ends, with all that follows from it.</summary>
internal sealed record RunEnding
{
    /// <summary>What the drafts are about, and where they may be shown.</summary>
    public required Subject Subject { get; init; }

    /// <summary>What should be said, including what is started and who accepted the run.</summary>
    public required RunDrafts Drafts { get; init; }

    /// <summary>What is passed on to the next run.</summary>
    public required Conclusion Conclusion { get; init; }

    /// <summary>Workflows that are started after the run, and those that are not.</summary>
    public required FollowUps FollowUps { get; init; }

    /// <summary>Null if nobody has overridden the gate.</summary>
    public required Acceptance? Acceptance { get; init; }

    /// <summary>Markdown, with what is started and who accepted the run.</summary>
    public required string Worklog { get; init; }

    /// <summary>What the analysis left behind.</summary>
    public required AnalysisOutput Output { get; init; }
}
