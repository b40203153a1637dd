using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Filing;

namespace Whybot.Analysis.Output.IssueLifecycle;

/// <summary>
/// One of the bot's own issues as it is now, with everything that the ledger knows about its causes: the input of <see cref="IssueLifecycleRules"/>.
/// </summary>
public sealed record TrackedIssue
{
    public required int Number { get; init; }
    public required bool Open { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>A person closed it, or had it closed.</summary>
    public bool ClosedByPerson { get; init; }

    /// <summary>completed, not_planned, duplicate; null while it is open.</summary>
    public string? StateReason { get; init; }
    public IReadOnlyList<string> Labels { get; init; } = [];
    public required IReadOnlyList<TrackedCause> Causes { get; init; }

    /// <summary>The pull request that claims to fix it; null for none.</summary>
    public LinkedFix? Fix { get; init; }

    /// <summary>
    /// For a closed issue: commits that contain the fix that closed it, and at which it has failed since. A failure at any other commit says nothing, because
    /// it was never fixed there.
    /// </summary>
    public IReadOnlySet<CommitSha> HoldingFix { get; init; } = new HashSet<CommitSha>();

    /// <summary>People do not want to hear about it for now.</summary>
    public bool Muted { get; init; }

    /// <summary>The closing rule was overturned too often, so it only suggests.</summary>
    public bool OnlySuggestClosing { get; init; }

    /// <summary>What people were told last.</summary>
    public NotifiedState Told { get; init; } = new();
}

/// <param name="Deployed">Time of the first run on a commit that contains it; null until there is one.</param>
public sealed record LinkedFix(int Pull, bool Merged, DateTimeOffset? Deployed);

/// <summary>A cause with its ledger.</summary>
public sealed record TrackedCause
{
    public required SeenCause About { get; init; }

    /// <summary>Newest first, one per commit.</summary>
    public required IReadOnlyList<SeenRow> Rows { get; init; }

    /// <summary>How many runs before it was first seen had a result for its tests, and how many of those had the same failure.</summary>
    public int RanBefore { get; init; }
    public int FailedBefore { get; init; }

    /// <summary>A change was established as its origin.</summary>
    public bool Brought { get; init; }

    /// <summary>As set by a person; null for none.</summary>
    public Priority? RuledPriority { get; init; }

    public SeenRow? LastFailure => Rows.FirstOrDefault(r => !r.Cleared);
    public int Clean => Rows.TakeWhile(r => r.Cleared).Count();
}

/// <summary>What people were told about an issue, so they are only told about changes.</summary>
public sealed record NotifiedState
{
    /// <summary>Null before any was set.</summary>
    public Priority? Priority { get; init; }

    /// <summary>Why it has that priority.</summary>
    public string? PriorityReason { get; init; }

    /// <summary>The priority that the bot advised, because a person's label is kept instead.</summary>
    public Priority? Advised { get; init; }

    /// <summary>Most tests that failed at once.</summary>
    public int Tests { get; init; }

    /// <summary>Places where it was seen.</summary>
    public IReadOnlyList<string> Places { get => field ?? []; init; }

    /// <summary>When a person's close was answered; null for never.</summary>
    public DateTimeOffset? Answered { get; init; }

    /// <summary>When the bot suggested closing it; null if it has not since the last failure.</summary>
    public DateTimeOffset? Suggested { get; init; }
}
