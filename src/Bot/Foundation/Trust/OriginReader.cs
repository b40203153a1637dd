using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;

namespace Whybot.Foundation.Trust;

/// <summary>A commit's origin and what belongs to it.</summary>
/// <param name="Runs">The workflow runs of that origin; runs of other origins on the same commit are left out.</param>
/// <param name="Outdated">The commit belongs to open pull requests but is not the newest commit of any.</param>
internal sealed record OriginReading(CommitOrigin Origin, IReadOnlyList<WorkflowRun> Runs, bool Outdated);

/// <summary>
/// Decides where a commit comes from, by asking only GitHub. One commit can have runs of several origins (a branch that was merged without a new
/// commit, a fork that copied one). The first match wins: default branch, then pull request, then branch; only that origin's own runs are used.
/// </summary>
internal sealed class OriginReader(RepositoriesClient repositories)
{
    /// <summary>A commit is the head of only a few branches; checking more would only cost requests.</summary>
    private const int MostHeads = 10;

    /// <summary>Pages of 100 open pull requests. They are searched only if the fork itself cannot be queried because it is gone.</summary>
    private const int MostPages = 3;

    /// <param name="runs">All workflow runs of the commit.</param>
    public async Task<OriginReading> ReadAsync(RepositoryRef repository, Repository about, CommitSha sha, IReadOnlyList<WorkflowRun> runs,
        CancellationToken cancel)
    {
        var trunk = runs.Where(r => RunSource.IsOfDefaultBranch(r, about)).ToList();
        if (trunk.Count > 0 && await repositories.HoldsAsync(repository, sha, about.DefaultBranch, cancel))
        {
            var proposal = (await repositories.PullsOfAsync(repository, sha, cancel))
                .FirstOrDefault(p => p.State == "open" && p.Head.Sha == sha && IsOwn(p, about));
            return new OriginReading(new CommitOrigin.DefaultBranch(about.DefaultBranch, proposal is null ? null : Thread(proposal)), trunk, Outdated: false);
        }
        // A run started on the default branch by some other event belongs to no branch; neither does a commit that the default branch does not contain.
        var others = runs.Where(r => !(RunSource.IsOwn(r, about) && r.HeadBranch == about.DefaultBranch)).ToList();
        var pulls = await PullsAsync(repository, about, sha, others, runs.Any(r => RunSource.IsOwn(r, about)), cancel);
        // A fork can propose the same commit as one of the repository's own branches; that must not take it away from that branch's own pull request.
        if (pulls.Where(p => p.Head.Sha == sha).Select(p => (Pull: p, Reading: Of(p, about, others))).OrderByDescending(p => p.Pull.State == "open")
            .ThenByDescending(p => p.Reading.Runs.Count > 0).ThenByDescending(p => IsOwn(p.Pull, about)).ThenByDescending(p => p.Pull.Number)
            .FirstOrDefault() is { Pull: not null } found)
            return found.Reading;
        if (pulls.Any(p => p.State == "open"))
            return new OriginReading(new CommitOrigin.Unknown("its pull request has a newer commit"), others, Outdated: true);
        if (others.Select(r => (Run: r, Queue: RunSource.QueueOf(r, about))).FirstOrDefault(r => r.Queue is not null) is { Queue: var (line, number) } queued)
        {
            var pull = await repositories.PullAsync(repository, number, cancel);
            return new OriginReading(new CommitOrigin.MergeQueue(line, pull is null ? null : Thread(pull)),
                [.. others.Where(r => r.HeadBranch == queued.Run.HeadBranch)], Outdated: false);
        }
        return Without(about, runs, others, trunk.Count > 0);
    }

    private static OriginReading Of(PullRequest pull, Repository about, IReadOnlyList<WorkflowRun> runs)
    {
        var thread = Thread(pull);
        if (pull.Head.Repo is not { } from)
            return new OriginReading(new CommitOrigin.Fork(null, thread), [.. runs.Where(r => !RunSource.IsOwn(r, about))], Outdated: false);
        var theirs = runs.Where(r => Same(r.HeadRepository?.FullName, from.FullName)).ToList();
        // The branch may have been renamed since; its runs then still have the old name.
        var ofBranch = theirs.Where(r => r.HeadBranch == pull.Head.Ref).ToList();
        CommitOrigin origin = IsOwn(pull, about) ? new CommitOrigin.PullRequest(thread) : new CommitOrigin.Fork($"{from.FullName}:{pull.Head.Ref}", thread);
        return new OriginReading(origin, ofBranch.Count > 0 ? ofBranch : theirs, Outdated: false);
    }

    /// <summary>For a commit that is not the newest commit of any pull request.</summary>
    private static OriginReading Without(Repository about, IReadOnlyList<WorkflowRun> all, List<WorkflowRun> others, bool leftTrunk)
    {
        var own = others.Where(r => RunSource.IsOwn(r, about) && r.HeadBranch is { Length: > 0 }).ToList();
        if (own is [var first, ..])
            return new OriginReading(new CommitOrigin.OwnBranch(first.HeadBranch!), own, Outdated: false);
        if (others.FirstOrDefault(r => r.HeadRepository is not null && !RunSource.IsOwn(r, about)) is { } stranger)
            return new OriginReading(new CommitOrigin.Fork($"{stranger.HeadRepository!.FullName}:{stranger.HeadBranch}", null),
                [.. others.Where(r => Same(r.HeadRepository?.FullName, stranger.HeadRepository.FullName))], Outdated: false);
        var why = leftTrunk ? $"{about.DefaultBranch} does not hold it" : all.Count == 0
            ? "no workflow ran on it" : "GitHub does not say which branch it is on";
        return new OriginReading(new CommitOrigin.Unknown(why), all, Outdated: false);
    }

    /// <summary>
    /// Pull requests that the commit may belong to. GitHub lists them for the repository's own commits but not for a fork's, so those are found by branch. If
    /// the fork is gone, or no run mentions it, the open pull requests are searched.
    /// </summary>
    /// <param name="ownRuns">Some of the commit's runs are for the repository's own branches, so it does not exist only in a fork.</param>
    private async Task<IReadOnlyList<PullRequest>> PullsAsync(RepositoryRef repository, Repository about, CommitSha sha, IReadOnlyList<WorkflowRun> runs,
        bool ownRuns, CancellationToken cancel)
    {
        var pulls = new List<PullRequest>(await repositories.PullsOfAsync(repository, sha, cancel));
        foreach (var (head, branch) in runs.Where(r => r is { HeadRepository: not null, HeadBranch.Length: > 0 } && RunSource.QueueOf(r, about) is null)
            .Select(r => (r.HeadRepository!.FullName, r.HeadBranch!)).Distinct().Take(MostHeads))
            // The owner of the fork may have another fork with a branch of that name.
            pulls.AddRange((await repositories.PullsFromAsync(repository, head.Owner, branch, cancel))
                .Where(p => p.Head.Repo is null || Same(p.Head.Repo.FullName, head)));
        if (ownRuns || pulls.Exists(p => p.Head.Sha == sha))
            return [.. pulls.DistinctBy(p => p.Number)];
        await foreach (var open in repositories.OpenPullsAsync(repository, MostPages, cancel))
            if (open.Head.Sha == sha)
                return [.. pulls.Append(open).DistinctBy(p => p.Number)];
        return [.. pulls.DistinctBy(p => p.Number)];
    }

    private static PullThread Thread(PullRequest pull) => new(pull.Number, pull.Base.Ref, pull.Base.Sha, pull.State == "open");

    private static bool IsOwn(PullRequest pull, Repository about) => Same(pull.Head.Repo?.FullName, about.FullName);

    private static bool Same(RepositoryName? one, RepositoryName other) => one?.IsSame(other) is true;
}
