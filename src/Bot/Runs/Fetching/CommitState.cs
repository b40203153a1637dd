using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Trust;

namespace Whybot.Runs.Fetching;

/// <summary>What GitHub says about a commit's checks now.</summary>
/// <param name="DefaultBranch">The repository's default branch.</param>
/// <param name="Origin">Where the commit comes from; this determines what its checks may lead to.</param>
/// <param name="Runs">The latest attempt of each workflow run of that origin, except those that say nothing (cancelled, skipped).</param>
/// <param name="Aside">Failed runs of the same commit that belong to another origin: they are named but not read.</param>
/// <param name="OtherChecks">Check runs of Apps other than Actions and the bot.</param>
/// <param name="Outdated">The commit belongs to open pull requests but is not the newest commit of any.</param>
internal sealed record CommitState(string DefaultBranch, CommitOrigin Origin, IReadOnlyList<WorkflowRun> Runs, IReadOnlyList<WorkflowRun> Aside,
    IReadOnlyList<CheckRun> OtherChecks, bool Outdated)
{
    private const string ActionsApp = "github-actions";

    /// <summary>Runs of that origin that were cancelled, but not because of a newer run of the same workflow: their results are unknown.</summary>
    public IReadOnlyList<WorkflowRun> Cancelled { get; init; } = [];

    public bool Complete => Runs.All(r => r.Status == "completed") && OtherChecks.All(c => c.Status == "completed");

    public bool Failing => Runs.Any(r => Conclusions.IsFailure(r.Conclusion)) || OtherChecks.Any(c => Conclusions.IsFailure(c.Conclusion));

    public bool NothingRan => Runs.Count == 0 && OtherChecks.Count == 0;

    /// <summary>The same for equal states.</summary>
    public string Fingerprint => string.Join(' ', Runs.Select(r => $"{r.Id}.{r.RunAttempt}:{r.Conclusion}")
        .Concat(OtherChecks.Select(c => $"check.{c.Id}:{c.Conclusion}")).Append($"{Origin.Word}:{Origin.Told?.Number}").Order(StringComparer.Ordinal));

    /// <param name="own">Workflow runs that the bot itself started to test a deployment: they do not count as checks of the commit.</param>
    public static async Task<CommitState> ReadAsync(RepositoryRef repository, string sha, ActionsClient actions, ChecksClient checks,
        RepositoriesClient repositories, OriginReader origins, GitHubSettings settings,
        IReadOnlyList<(long? WorkflowRun, string Correlation)> own, CancellationToken cancel)
    {
        var about = await repositories.GetAsync(repository, cancel);
        var all = (await actions.RunsOfAsync(repository, sha, cancel)).Where(r => r.Id != settings.OwnRun && !own.Any(o => IsOwn(r, o))).ToList();
        var runs = all.Where(r => !Conclusions.IsVoid(r.Conclusion)).ToList();
        var others = (await checks.OfAsync(repository, sha, cancel))
            .Where(c => c.App?.Slug != ActionsApp && (settings.AppId is null || c.App?.Id != settings.AppId) && !Conclusions.IsVoid(c.Conclusion)).ToList();
        var reading = await origins.ReadAsync(repository, about, sha, runs, cancel);
        return new CommitState(about.DefaultBranch, reading.Origin, reading.Runs,
            [.. runs.Except(reading.Runs).Where(r => Conclusions.IsFailure(r.Conclusion))], others, reading.Outdated)
        {
            Cancelled = [.. all.Where(r => r.Conclusion == "cancelled" && IsOfOrigin(r, reading.Runs, about)
                && !all.Any(o => o.WorkflowId == r.WorkflowId && o.Id > r.Id))],
        };
    }

    /// <summary>A cancelled run is assigned to an origin by its branch. If the origin has no other runs, only the repository's own count.</summary>
    private static bool IsOfOrigin(WorkflowRun run, IReadOnlyList<WorkflowRun> runs, Repository about) => runs.Count == 0 ? RunSource.IsOwn(run, about)
        : runs.Any(r => r.HeadBranch == run.HeadBranch && string.Equals(r.HeadRepository?.FullName, run.HeadRepository?.FullName,
        StringComparison.OrdinalIgnoreCase));

    /// <summary>A stranger can put text into the title of a run but cannot start one by hand.</summary>
    private static bool IsOwn(WorkflowRun run, (long? WorkflowRun, string Correlation) own) =>
        run.Id == own.WorkflowRun || (run.Event == "workflow_dispatch" && run.DisplayTitle?.Contains(own.Correlation, StringComparison.Ordinal) == true);
}
