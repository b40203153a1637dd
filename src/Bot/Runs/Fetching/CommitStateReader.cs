using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Trust;
using Whybot.Memory.Deployments;
using Whybot.Memory.Effects;

namespace Whybot.Runs.Fetching;

/// <summary>Asks GitHub what a commit's checks say now, and where the commit comes from.</summary>
internal sealed class CommitStateReader(RepositoriesClient repositories, ActionsClient actions, ChecksClient checks, OriginReader origins,
    OvertimeReader overtime, SuiteRuns suites, EffectStore effects, GitHubSettings settings)
{
    private const string ActionsApp = "github-actions";

    /// <summary>The kind of effect by which rollbacks and promotions are started.</summary>
    private const string Dispatches = "dispatch";

    private const int MostDispatches = 100;

    public async Task<CommitState> ReadAsync(RepositoryRef repository, CommitSha sha, CancellationToken cancel)
    {
        // Workflow runs that the bot itself started, to test a deployment or to roll it back, do not count as checks of the commit.
        var own = (await suites.OwnAsync(repository.Id, cancel)).ToHashSet();
        var after = await effects.RemoteIdsAsync(repository.Id, Dispatches, MostDispatches, cancel);
        var about = await repositories.GetAsync(repository, cancel);
        var all = (await actions.RunsOfAsync(repository, sha, cancel))
            .Where(r => r.Id != settings.OwnRun && r.Path != settings.OwnWorkflow && !after.Contains(r.Id) && !own.Contains(r.Id) && !IsStarted(r)).ToList();
        var runs = all.Where(r => !Conclusions.IsVoid(r.Conclusion)).ToList();
        var others = (await checks.OfAsync(repository, sha, cancel))
            .Where(c => c.App?.Slug != ActionsApp && (settings.AppId is null || c.App?.Id != settings.AppId) && !Conclusions.IsVoid(c.Conclusion)).ToList();
        var reading = await origins.ReadAsync(repository, about, sha, runs, cancel);
        var cancelled = Cancelled(all, reading.Runs, about);
        if (!reading.Outdated && await overtime.AmongAsync(repository, cancelled, cancel) is { Count: > 0 } late)
        {
            runs = [.. runs, .. late];
            reading = await origins.ReadAsync(repository, about, sha, runs, cancel);
            cancelled = [.. cancelled.Where(c => !late.Any(l => l.Id == c.Id))];
        }
        return new CommitState(about.DefaultBranch, reading.Origin, reading.Runs,
            [.. runs.Except(reading.Runs).Where(r => Conclusions.IsFailure(r.Conclusion))], others, reading.Outdated)
        {
            Cancelled = cancelled,
        };
    }

    /// <summary>Those that no newer run of the same workflow replaced.</summary>
    private static IReadOnlyList<WorkflowRun> Cancelled(IReadOnlyList<WorkflowRun> all, IReadOnlyList<WorkflowRun> ofOrigin, Repository about) =>
        [.. all.Where(r => r.Conclusion == "cancelled" && IsOfOrigin(r, ofOrigin, about) && !all.Any(o => o.WorkflowId == r.WorkflowId && o.Id > r.Id))];

    /// <summary>A cancelled run is assigned to an origin by its branch. If the origin has no other runs, only the repository's own count.</summary>
    private static bool IsOfOrigin(WorkflowRun run, IReadOnlyList<WorkflowRun> runs, Repository about) => runs.Count == 0 ? RunSource.IsOwn(run, about)
        : runs.Any(r => r.HeadBranch == run.HeadBranch && string.Equals(r.HeadRepository?.FullName.Value, run.HeadRepository?.FullName.Value,
            StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Its title shows that the bot has started it, even if the store does not know that any more: it has tested what was deployed, not this commit. A stranger
    /// can put text into the title of a run but cannot start one by hand.
    /// </summary>
    private static bool IsStarted(WorkflowRun run) => run.Event == "workflow_dispatch" && Correlation.IsIn(run.DisplayTitle);
}
