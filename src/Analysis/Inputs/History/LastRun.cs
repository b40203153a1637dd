using Whybot.Analysis.Language.Identity;

namespace Whybot.Analysis.Inputs.History;

/// <summary>What the last run of the same environment concluded.</summary>
/// <param name="Decision">go, no-go or inconclusive.</param>
/// <param name="Reason">The rule that decided, in words.</param>
public sealed record LastRun(CommitSha Sha, string Decision, string Reason, DateTimeOffset? EndedAt, IReadOnlyList<PastCause> Causes);

/// <summary>A cause that the last run found.</summary>
/// <param name="Issue">The issue about it; null for none.</param>
/// <param name="Tests">Ids of the tests that failed because of it.</param>
/// <param name="Suspect">The change that was named for it; null for none.</param>
public sealed record PastCause(ClusterId Cluster, string Title, string RootCause, int? Issue, IReadOnlyList<string> Tests, PastSuspect? Suspect)
{
    /// <summary>Other signatures that its failures had, in this run or before; empty if all failed alike.</summary>
    public IReadOnlyList<ClusterId> Signatures { get => field ?? []; init; }
}

public sealed record PastSuspect(CommitSha Sha, string Path, bool Established);
