using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Language.Identity;

namespace Whybot.Features.Dashboard.Home;

/// <summary>An environment or a default branch whose last decision is not go.</summary>
/// <param name="Repository">Its full name.</param>
/// <param name="Place">The environment or the branch.</param>
/// <param name="Since">When the first of the runs began that were not go since the last one that was.</param>
/// <param name="Run">The address of the decided run.</param>
public sealed record WrongNow(RepositoryName Repository, string Place, Decision Decision, DateTimeOffset Since, string Run)
{
    /// <summary>Whether it is an environment, not a branch.</summary>
    public bool IsDeployed { get; init; }

    /// <summary>A person has overridden the gate.</summary>
    public bool Accepted { get; init; }

    /// <summary>The commit that was tested.</summary>
    public required CommitSha Sha { get; init; }

    /// <summary>What is wrong, in words.</summary>
    public required string Cause { get; init; }

    /// <summary>More about it; null for none.</summary>
    public string? Because { get; init; }

    /// <summary>The address of the cause's page; null if it has none.</summary>
    public string? CauseAddress { get; init; }

    /// <summary>How many causes there are besides.</summary>
    public int More { get; init; }
    public long? Issue { get; init; }

    /// <summary>P0 to P6; null for none.</summary>
    public string? Priority { get; init; }
    public SuspectedChange? Suspect { get; init; }

    /// <summary>
    /// Worst first: by priority, then by decision (no-go, not ready, the rest), environments before branches, and what has lasted longest. What a person has
    /// accepted comes last.
    /// </summary>
    public static IReadOnlyList<WrongNow> Worst(IEnumerable<WrongNow> all) =>
        [.. all.OrderBy(w => w.Accepted).ThenBy(w => w.Priority ?? "P9", StringComparer.Ordinal).ThenBy(w => Rank(w.Decision)).ThenBy(w => !w.IsDeployed)
            .ThenBy(w => w.Since).ThenBy(w => w.Repository.Value, StringComparer.Ordinal).ThenBy(w => w.Place, StringComparer.Ordinal)];

    private static int Rank(Decision decision) => decision switch { Decision.NoGo => 0, Decision.NotReady => 1, _ => 2 };
}

/// <summary>The change that is suspected, and whose it is.</summary>
/// <param name="Title">The commit's first line; null if it is not kept.</param>
/// <param name="Author">Null if it is not kept.</param>
public sealed record SuspectedChange(CommitSha Sha, bool Established, string? Title, string? Author, long? Pull);
