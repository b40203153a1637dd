using Whybot.Analysis.Filing;

namespace Whybot.Analysis.Upkeep;

/// <summary>An issue of the bot's own as it is now, with all that the ledger knows of its causes: the input of <see cref="IssueUpkeep"/>.</summary>
public sealed record KeptIssue
{
    public required int Number { get; init; }
    public required bool Open { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>A person closed it, or had it closed.</summary>
    public bool ClosedByPerson { get; init; }

    /// <summary>completed, not_planned, duplicate; null while it is open.</summary>
    public string? StateReason { get; init; }
    public IReadOnlyList<string> Labels { get; init; } = [];
    public required IReadOnlyList<KeptCause> Causes { get; init; }

    /// <summary>The pull request that says it fixes it; null for none.</summary>
    public LinkedFix? Fix { get; init; }

    /// <summary>
    /// Of a closed issue: commits at which it failed since and that hold what closed it. A failure of any other commit says nothing: it was never fixed there.
    /// </summary>
    public IReadOnlySet<string> HoldingFix { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>People want to hear nothing of it for now.</summary>
    public bool Muted { get; init; }

    /// <summary>The rule that closes was overturned too often: it only suggests.</summary>
    public bool OnlySuggestClosing { get; init; }

    /// <summary>What people were told last.</summary>
    public Told Told { get; init; } = new();
}

/// <param name="Deployed">Time of the first run on a commit that holds it; null while there is none.</param>
public sealed record LinkedFix(int Pull, bool Merged, DateTimeOffset? Deployed);

/// <summary>A cause with its ledger.</summary>
public sealed record KeptCause
{
    public required SeenCause About { get; init; }

    /// <summary>Newest first, one per commit.</summary>
    public required IReadOnlyList<SeenRow> Rows { get; init; }

    /// <summary>Runs before it was first seen in which its tests ended, and those of them in which one failed alike.</summary>
    public int RanBefore { get; init; }
    public int FailedBefore { get; init; }

    /// <summary>A change was established as what brought it.</summary>
    public bool Brought { get; init; }

    /// <summary>P0 to P6 as a person has set it; null for nobody.</summary>
    public string? RuledPriority { get; init; }

    public SeenRow? LastFailure => Rows.FirstOrDefault(r => !r.Cleared);
    public int Clean => Rows.TakeWhile(r => r.Cleared).Count();
}

/// <summary>What people were told of an issue, so that they are told of changes only.</summary>
public sealed record Told
{
    /// <summary>P0 to P6; null before any was set.</summary>
    public string? Priority { get; init; }

    /// <summary>Why.</summary>
    public string? PriorityReason { get; init; }

    /// <summary>A person's label stands: this is what the bot would have said, and has said, instead.</summary>
    public string? Advised { get; init; }

    /// <summary>Most tests that failed at once.</summary>
    public int Tests { get; init; }

    /// <summary>Places where it was seen.</summary>
    public IReadOnlyList<string> Places { get => field ?? []; init; }

    /// <summary>When a person's close was answered; null for never.</summary>
    public DateTimeOffset? Answered { get; init; }

    /// <summary>When it was suggested to close it; null for never since it failed last.</summary>
    public DateTimeOffset? Suggested { get; init; }
}
