using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;

namespace Whybot.Analysis.Output.IssueLifecycle;

/// <summary>What needs people's attention after a week, as values.</summary>
public sealed record Digest
{
    /// <summary>The end of the week; it looks back by <see cref="Back"/>.</summary>
    public required DateTimeOffset Until { get; init; }

    public static readonly TimeSpan Back = TimeSpan.FromDays(7);

    public IReadOnlyList<DigestPlace> Places { get; init; } = [];
    public IReadOnlyList<RefutedIssue> Refuted { get; init; } = [];
    public IReadOnlyList<LingeringIssue> Lingering { get; init; } = [];
    public IReadOnlyList<UnclassifiedCause> Unclassified { get; init; } = [];

    /// <summary>The most expensive first.</summary>
    public IReadOnlyList<FlakeCost> Flakes { get; init; } = [];
    public IReadOnlyList<RuleRecord> Record { get; init; } = [];

    /// <summary>How many things need attention; a digest without any does not need its own issue.</summary>
    public int Open => Refuted.Count + Lingering.Count + Unclassified.Count + Flakes.Count + Record.Count(r => r.IsDoubted);
}

/// <summary>How the runs of an environment ended.</summary>
public sealed record DigestPlace(string Name, int Go, int NoGo, int Inconclusive);

/// <summary>An open issue whose claim has been proved wrong by runs since it was last confirmed.</summary>
/// <param name="Priority">Null if it has no such label.</param>
/// <param name="Runs">How many runs proved it wrong.</param>
/// <param name="Because">The reason in the newest of them: the bot's own sentence, including words from outside.</param>
public sealed record RefutedIssue(int Issue, string Title, Priority? Priority, int Runs, CommitSha Sha, string Place, string Because)
{
    /// <summary>Fewer runs might be chance.</summary>
    public const int Enough = 3;

    /// <summary>A P0 without any evidence left: people think that it blocks every run.</summary>
    public bool IsStale => Priority == Inputs.Settings.Priority.P0 && Runs >= Enough;
}

/// <summary>One of the bot's own issues that is quiet, but not yet over according to its figures.</summary>
/// <param name="Clean">Runs since the last failure.</param>
/// <param name="Needed">Runs after which it counts as over.</param>
public sealed record LingeringIssue(int Issue, string Title, DateTimeOffset FailedLast, int Failed, int Clean, int Needed)
{
    /// <summary>Before that, it needs no attention.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromDays(14);
}

/// <summary>A cause that the bot could not classify.</summary>
/// <param name="Issue">The issue about it; null for none.</param>
public sealed record UnclassifiedCause(ClusterId Cluster, string Title, int? Issue, VerdictKind Verdict, string Place, CommitSha Sha);
