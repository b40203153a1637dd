using Whybot.GitHub;
using Whybot.GitHub.Clients;
using Whybot.GitHub.Records;

namespace Whybot.Pipeline;

/// <summary>What GitHub says now of a commit's checks.</summary>
/// <param name="Runs">The latest attempt of each workflow run, without those that say nothing (cancelled, skipped).</param>
/// <param name="OtherChecks">Check runs of other Apps than Actions and the bot.</param>
/// <param name="Pull">The open pull request whose newest commit it is; null for none.</param>
/// <param name="Outdated">The commit belongs to open pull requests, of none of which it is the newest.</param>
internal sealed record CommitState(Repository Repository, IReadOnlyList<WorkflowRun> Runs, IReadOnlyList<CheckRun> OtherChecks, PullRequest? Pull, bool Outdated)
{
    private const string ActionsApp = "github-actions";

    /// <summary>Runs that were cancelled, and not for a newer run of the same workflow: what they were to find is not known.</summary>
    public IReadOnlyList<WorkflowRun> Cancelled { get; init; } = [];

    public string? Branch => Pull is null ? Runs.Select(r => r.HeadBranch).FirstOrDefault(b => b is not null) : Pull.Base.Ref;

    public bool OnDefaultBranch => Pull is null && Branch == Repository.DefaultBranch;

    public bool Complete => Runs.All(r => r.Status == "completed") && OtherChecks.All(c => c.Status == "completed");

    public bool Failing => Runs.Any(r => Conclusions.IsFailure(r.Conclusion)) || OtherChecks.Any(c => Conclusions.IsFailure(c.Conclusion));

    public bool NothingRan => Runs.Count == 0 && OtherChecks.Count == 0;

    /// <summary>Equal states have equal ones.</summary>
    public string Fingerprint => string.Join(' ', Runs.Select(r => $"{r.Id}.{r.RunAttempt}:{r.Conclusion}")
        .Concat(OtherChecks.Select(c => $"check.{c.Id}:{c.Conclusion}")).Append($"pull:{Pull?.Number}").Order(StringComparer.Ordinal));

    /// <param name="own">Workflow runs that the bot started itself, to test a deployment: they are no checks of the commit.</param>
    public static async Task<CommitState> ReadAsync(RepositoryRef repository, string sha, ActionsClient actions, ChecksClient checks,
        RepositoriesClient repositories, GitHubSettings settings,
        IReadOnlyList<(long? WorkflowRun, string Correlation)> own, CancellationToken cancel)
    {
        var about = await repositories.GetAsync(repository, cancel);
        var all = (await actions.RunsOfAsync(repository, sha, cancel)).Where(r => r.Id != settings.OwnRun && !own.Any(o => IsOwn(r, o))).ToList();
        var runs = all.Where(r => !Conclusions.IsVoid(r.Conclusion)).ToList();
        var others = (await checks.OfAsync(repository, sha, cancel))
            .Where(c => c.App?.Slug != ActionsApp && (settings.AppId is null || c.App?.Id != settings.AppId) && !Conclusions.IsVoid(c.Conclusion)).ToList();
        var open = (await repositories.PullsOfAsync(repository, sha, cancel)).Where(p => p.State == "open").ToList();
        var pull = open.FirstOrDefault(p => p.Head.Sha == sha);
        return new CommitState(about, runs, others, pull, pull is null && open.Count > 0)
        {
            Cancelled = [.. all.Where(r => r.Conclusion == "cancelled" && !all.Any(o => o.WorkflowId == r.WorkflowId && o.Id > r.Id))],
        };
    }

    private static bool IsOwn(WorkflowRun run, (long? WorkflowRun, string Correlation) own) =>
        run.Id == own.WorkflowRun || run.DisplayTitle?.Contains(own.Correlation, StringComparison.Ordinal) == true;
}
