using Whybot.GitHub;
using Whybot.GitHub.Clients;
using Whybot.GitHub.Models;

namespace Whybot.Foundation.Origins;

/// <summary>A commit's origin and what belongs to it.</summary>
/// <param name="Runs">The workflow runs of that origin; runs of others on the same commit are not among them.</param>
/// <param name="Outdated">It belongs to open pull requests, of none of which it is the newest commit.</param>
internal sealed record OriginReading(CommitOrigin Origin, IReadOnlyList<WorkflowRun> Runs, bool Outdated);

/// <summary>
/// Decides where a commit comes from, by asking GitHub and nobody else. One commit can have runs of several origins (a branch that was merged without a new
/// commit, a fork that copied one): the first that holds counts, the default branch before a pull request before a branch, and only with its own runs.
/// </summary>
internal sealed class OriginReader(RepositoriesClient repositories)
{
    /// <summary>A commit is the head of few branches; more would only cost requests.</summary>
    private const int MostHeads = 10;

    /// <summary>Of 100 open pull requests each; looked through only where the fork cannot be asked for, because it is gone.</summary>
    private const int MostPages = 3;

    /// <param name="runs">All workflow runs of the commit.</param>
    public async Task<OriginReading> ReadAsync(RepositoryRef repository, Repository about, string sha, IReadOnlyList<WorkflowRun> runs, CancellationToken cancel)
    {
        var trunk = runs.Where(r => RunSource.IsOfDefaultBranch(r, about)).ToList();
        if (trunk.Count > 0 && await repositories.HoldsAsync(repository, sha, about.DefaultBranch, cancel))
        {
            var proposal = (await repositories.PullsOfAsync(repository, sha, cancel)).FirstOrDefault(p => p.State == "open" && p.Head.Sha == sha && IsOwn(p, about));
            return new OriginReading(new CommitOrigin.DefaultBranch(about.DefaultBranch, proposal is null ? null : Thread(proposal)), trunk, Outdated: false);
        }
        // What was started by something else than the branch is nobody's branch; nor is a commit that the default branch does not hold.
        var others = runs.Where(r => !(RunSource.IsOwn(r, about) && r.HeadBranch == about.DefaultBranch)).ToList();
        var pulls = await PullsAsync(repository, about, sha, others, runs.Any(r => RunSource.IsOwn(r, about)), cancel);
        // A fork can propose the very commit of one of the repository's own branches: it takes nothing from that branch's own pull request.
        if (pulls.Where(p => p.Head.Sha == sha).Select(p => (Pull: p, Reading: Of(p, about, others))).OrderByDescending(p => p.Pull.State == "open")
            .ThenByDescending(p => p.Reading.Runs.Count > 0).ThenByDescending(p => IsOwn(p.Pull, about)).ThenByDescending(p => p.Pull.Number).FirstOrDefault() is { Pull: not null } found)
            return found.Reading;
        if (pulls.Any(p => p.State == "open"))
            return new OriginReading(new CommitOrigin.Unknown("its pull request has a newer commit"), others, Outdated: true);
        return Without(about, runs, others, trunk.Count > 0);
    }

    private static OriginReading Of(PullRequest pull, Repository about, IReadOnlyList<WorkflowRun> runs)
    {
        var thread = Thread(pull);
        if (pull.Head.Repo is not { } from)
            return new OriginReading(new CommitOrigin.Fork(null, thread), [.. runs.Where(r => !RunSource.IsOwn(r, about))], Outdated: false);
        var theirs = runs.Where(r => Same(r.HeadRepository?.FullName, from.FullName)).ToList();
        // The branch may have been renamed since; then its runs bear its old name.
        var ofBranch = theirs.Where(r => r.HeadBranch == pull.Head.Ref).ToList();
        CommitOrigin origin = IsOwn(pull, about) ? new CommitOrigin.PullRequest(thread) : new CommitOrigin.Fork($"{from.FullName}:{pull.Head.Ref}", thread);
        return new OriginReading(origin, ofBranch.Count > 0 ? ofBranch : theirs, Outdated: false);
    }

    /// <summary>No pull request has it as its newest commit.</summary>
    private static OriginReading Without(Repository about, IReadOnlyList<WorkflowRun> all, List<WorkflowRun> others, bool leftTrunk)
    {
        if (others.FirstOrDefault(r => RunSource.QueueOf(r, about) is not null) is { } queued)
            return new OriginReading(new CommitOrigin.MergeQueue(RunSource.QueueOf(queued, about)!), [.. others.Where(r => r.HeadBranch == queued.HeadBranch)], Outdated: false);
        var own = others.Where(r => RunSource.IsOwn(r, about) && r.HeadBranch is { Length: > 0 }).ToList();
        if (own is [var first, ..])
            return new OriginReading(new CommitOrigin.OwnBranch(first.HeadBranch!), own, Outdated: false);
        if (others.FirstOrDefault(r => r.HeadRepository is not null && !RunSource.IsOwn(r, about)) is { } stranger)
            return new OriginReading(new CommitOrigin.Fork($"{stranger.HeadRepository!.FullName}:{stranger.HeadBranch}", null),
                [.. others.Where(r => Same(r.HeadRepository?.FullName, stranger.HeadRepository.FullName))], Outdated: false);
        var why = leftTrunk ? $"{about.DefaultBranch} does not hold it" : all.Count == 0 ? "no workflow ran on it" : "GitHub does not say which branch it is on";
        return new OriginReading(new CommitOrigin.Unknown(why), all, Outdated: false);
    }

    /// <summary>
    /// Pull requests that the commit may belong to. Of an own commit GitHub lists them; of a fork's it lists none, and they are found by its branch. Where the
    /// fork is gone, or no run tells of it, the open ones are looked through.
    /// </summary>
    /// <param name="ownRuns">Some of the commit's runs are for the repository's own branches, so it is no fork's alone.</param>
    private async Task<IReadOnlyList<PullRequest>> PullsAsync(RepositoryRef repository, Repository about, string sha, IReadOnlyList<WorkflowRun> runs, bool ownRuns, CancellationToken cancel)
    {
        var pulls = new List<PullRequest>(await repositories.PullsOfAsync(repository, sha, cancel));
        foreach (var (head, branch) in runs.Where(r => r is { HeadRepository: not null, HeadBranch.Length: > 0 } && RunSource.QueueOf(r, about) is null)
            .Select(r => (r.HeadRepository!.FullName, r.HeadBranch!)).Distinct().Take(MostHeads))
            // A fork's owner may have another fork with such a branch.
            pulls.AddRange((await repositories.PullsFromAsync(repository, head.Split('/')[0], branch, cancel)).Where(p => p.Head.Repo is null || Same(p.Head.Repo.FullName, head)));
        if (ownRuns || pulls.Exists(p => p.Head.Sha == sha))
            return [.. pulls.DistinctBy(p => p.Number)];
        await foreach (var open in repositories.OpenPullsAsync(repository, MostPages, cancel))
            if (open.Head.Sha == sha)
                return [.. pulls.Append(open).DistinctBy(p => p.Number)];
        return [.. pulls.DistinctBy(p => p.Number)];
    }

    private static PullThread Thread(PullRequest pull) => new(pull.Number, pull.Base.Ref, pull.Base.Sha, pull.State == "open");

    private static bool IsOwn(PullRequest pull, Repository about) => Same(pull.Head.Repo?.FullName, about.FullName);

    private static bool Same(string? one, string? other) => one is not null && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
