namespace Whybot.Analysis.Upkeep;

/// <summary>What a week has left behind for people, as values.</summary>
public sealed record Digest
{
    /// <summary>Its end; it looks back by <see cref="Back"/>.</summary>
    public required DateTimeOffset Until { get; init; }

    public static readonly TimeSpan Back = TimeSpan.FromDays(7);

    public IReadOnlyList<DigestPlace> Places { get; init; } = [];
    public IReadOnlyList<RefutedIssue> Refuted { get; init; } = [];
    public IReadOnlyList<LingeringIssue> Lingering { get; init; } = [];
    public IReadOnlyList<UnclassifiedCause> Unclassified { get; init; } = [];

    /// <summary>The most expensive first.</summary>
    public IReadOnlyList<FlakeCost> Flakes { get; init; } = [];
    public IReadOnlyList<RuleRecord> Record { get; init; } = [];

    /// <summary>Things that want a person; a digest without any is not worth an issue of its own.</summary>
    public int Open => Refuted.Count + Lingering.Count + Unclassified.Count + Flakes.Count + Record.Count(r => r.IsDoubted);
}

/// <summary>How the runs of an environment ended.</summary>
public sealed record DigestPlace(string Name, int Go, int NoGo, int Inconclusive);

/// <summary>An open issue whose claim runs have refuted since it was last seen to hold.</summary>
/// <param name="Priority">P0 to P6; null where it bears no such label.</param>
/// <param name="Runs">In how many.</param>
/// <param name="Because">In the newest of them: the bot's own sentence, with words from outside in it.</param>
public sealed record RefutedIssue(int Issue, string Title, string? Priority, int Runs, string Sha, string Place, string Because)
{
    /// <summary>Fewer runs might be chance.</summary>
    public const int Enough = 3;

    /// <summary>A P0 that nothing speaks for any more: every run is held up by it in people's minds.</summary>
    public bool IsStale => Priority == "P0" && Runs >= Enough;
}

/// <summary>An issue of the bot's own that is quiet, yet by its figures not known to be over.</summary>
/// <param name="Clean">Runs since it failed last.</param>
/// <param name="Needed">Runs after which it counts as over.</param>
public sealed record LingeringIssue(int Issue, string Title, DateTimeOffset FailedLast, int Failed, int Clean, int Needed)
{
    /// <summary>Before that it is nobody's worry.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromDays(14);
}

/// <summary>A cause of which the bot could not tell what it is.</summary>
/// <param name="Issue">Null where none is about it.</param>
public sealed record UnclassifiedCause(string Cluster, string Title, int? Issue, string Verdict, string Place, string Sha);
