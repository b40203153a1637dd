using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;

namespace Whybot.Memory.Overviews;

/// <summary>How an environment is doing.</summary>
public sealed record EnvironmentRow
{
    public required RepositoryId Repository { get; init; }
    public required RepositoryName RepositoryName { get; init; }
    public required string EnvironmentKey { get; init; }

    /// <summary>Its newest run.</summary>
    public required long Newest { get; init; }

    /// <summary>The newest run that has a decision; null if none has.</summary>
    public long? Decided { get; init; }

    /// <summary>The decision of that run, in the word of the decision table.</summary>
    public string? DecisionWord { get; init; }
    public Decision? Decision => DecisionTable.Of(DecisionWord)?.Decision;

    /// <summary>
    /// When the first run of those was begun that were not go since the last one that was; null if the last decision is go, or if there is none.
    /// </summary>
    public DateTimeOffset? SinceAt { get; init; }
}

/// <summary>How the newest checks of a repository's default branch went.</summary>
public sealed record BranchRow
{
    public required long Run { get; init; }
    public required RepositoryId Repository { get; init; }
    public required RepositoryName RepositoryName { get; init; }
    public required string Branch { get; init; }
    public required CommitSha Sha { get; init; }
    public required string DecisionWord { get; init; }
    public Decision Decision => DecisionTable.Of(DecisionWord)?.Decision ?? Analysis.Inputs.History.Decision.Inconclusive;
    public required DateTimeOffset OpenedAt { get; init; }
}

/// <summary>A run of an environment, as a chart shows it.</summary>
public sealed record RunPoint
{
    public required long Id { get; init; }
    public required CommitSha Sha { get; init; }
    public required string State { get; init; }
    public string? DecisionWord { get; init; }
    public Decision? Decision => DecisionTable.Of(DecisionWord)?.Decision;

    /// <summary>The suites' results, as JSON.</summary>
    public string? Counts { get; init; }

    /// <summary>1 if a person accepted it.</summary>
    public required long Accepted { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
}
