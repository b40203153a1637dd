using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Trust;

namespace Whybot.Runs.Fetching;

/// <summary>What GitHub says about a commit's checks now.</summary>
/// <param name="DefaultBranch">The repository's default branch.</param>
/// <param name="Origin">Where the commit comes from; this determines what its checks may lead to.</param>
/// <param name="Runs">The latest attempt of each workflow run of that origin, except those that say nothing (cancelled, skipped). Those that
/// were cancelled because they ran too long are timed out.</param>
/// <param name="Aside">Failed runs of the same commit that belong to another origin: they are named but not read.</param>
/// <param name="OtherChecks">Check runs of Apps other than Actions and the bot.</param>
/// <param name="Outdated">The commit belongs to open pull requests but is not the newest commit of any.</param>
internal sealed record CommitState(string DefaultBranch, CommitOrigin Origin, IReadOnlyList<WorkflowRun> Runs, IReadOnlyList<WorkflowRun> Aside,
    IReadOnlyList<CheckRun> OtherChecks, bool Outdated)
{
    /// <summary>Runs of that origin that were cancelled, but not because of a newer run of the same workflow: their results are unknown.</summary>
    public IReadOnlyList<WorkflowRun> Cancelled { get; init; } = [];

    public bool Complete => Runs.All(r => r.Status == "completed") && OtherChecks.All(c => c.Status == "completed");

    public bool Failing => Runs.Any(r => Conclusions.IsFailure(r.Conclusion)) || OtherChecks.Any(c => Conclusions.IsFailure(c.Conclusion));

    public bool NothingRan => Runs.Count == 0 && OtherChecks.Count == 0;

    /// <summary>The same for equal states.</summary>
    public string Fingerprint => string.Join(' ', Runs.Select(r => $"{r.Id}.{r.RunAttempt}:{r.Conclusion}")
        .Concat(OtherChecks.Select(c => $"check.{c.Id}:{c.Conclusion}")).Append($"{Origin.Word}:{Origin.Told?.Number}").Order(StringComparer.Ordinal));
}
