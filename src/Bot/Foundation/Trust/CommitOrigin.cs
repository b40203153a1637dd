using Whybot.Analysis.Language.Identity;

namespace Whybot.Foundation.Trust;

/// <summary>A pull request whose thread may hear about a commit.</summary>
/// <param name="Base">The branch it will be merged into.</param>
/// <param name="BaseSha">The newest commit of that branch, as the pull request knows it.</param>
/// <param name="Open">Nothing new is posted in a closed one; what was already posted is kept up to date.</param>
internal sealed record PullThread(int Number, string Base, CommitSha BaseSha, bool Open);

/// <summary>
/// Where a commit's checks come from. Only <see cref="OriginReader"/> decides this, from GitHub's answers; it determines what a run may lead to
/// (<see cref="Mandate"/>, <see cref="FilingLeave"/>). If GitHub does not say, it is <see cref="Unknown"/>, which may do no more than a stranger's fork.
/// </summary>
/// <param name="Word">The word for it in the store.</param>
internal abstract record CommitOrigin(string Word)
{
    public const string DefaultBranchWord = "default-branch";
    public const string DeployedWord = "deployed";
    public const string OwnBranchWord = "own-branch";
    public const string PullRequestWord = "pull-request";
    public const string MergeQueueWord = "merge-queue";
    public const string ForkWord = "fork";
    public const string UnknownWord = "unknown";

    /// <summary>Where reports say it was seen: a branch, a pull request or an environment.</summary>
    public abstract string Place { get; }

    /// <summary>The pull request whose newest commit it is; null if none.</summary>
    public virtual PullThread? Pull => null;

    /// <summary>The pull request in whose thread it is reported; null if none.</summary>
    public virtual PullThread? Told => Pull;

    /// <summary>The branch whose earlier runs it is compared with; null if none.</summary>
    public virtual string? Line => Pull?.Base;

    /// <summary>What it is called in a report that names no pull request; null if nothing.</summary>
    public virtual string? Label => Line;

    /// <summary>On the default branch: at least one of that branch's workflow runs is for it, and the branch contains it.</summary>
    /// <param name="Proposal">An open pull request that proposes it to another branch, such as one for releases; null if none.</param>
    internal sealed record DefaultBranch(string Branch, PullThread? Proposal = null) : CommitOrigin(DefaultBranchWord)
    {
        public override string Place => Branch;
        public override string Line => Branch;
        public override PullThread? Told => Proposal;
    }

    /// <summary>Deployed to an environment: someone with permission to deploy has vouched for it, whichever branch it is on.</summary>
    internal sealed record Deployed(string Environment) : CommitOrigin(DeployedWord)
    {
        public override string Place => Environment;
    }

    /// <summary>On another branch of the repository, or a tag, without a pull request.</summary>
    internal sealed record OwnBranch(string Branch) : CommitOrigin(OwnBranchWord)
    {
        public override string Place => Branch;
        public override string Line => Branch;
    }

    /// <summary>The newest commit of a pull request from one of the repository's own branches.</summary>
    internal sealed record PullRequest(PullThread Thread) : CommitOrigin(PullRequestWord)
    {
        public override string Place => $"pull request {Thread.Number}";
        public override PullThread Pull => Thread;
    }

    /// <summary>A temporary commit of the merge queue.</summary>
    /// <param name="Base">The branch that the queue merges into.</param>
    /// <param name="Queued">The pull request that the queue tests with it, the last one of a group; null if it is not known.</param>
    internal sealed record MergeQueue(string Base, PullThread? Queued = null) : CommitOrigin(MergeQueueWord)
    {
        public override string Place => $"merge queue of {Base}";
        public override string Line => Base;
        public override string Label => Place;
    }

    /// <summary>A commit from a fork, whatever its branch is called.</summary>
    /// <param name="Name"><c>owner/name:branch</c>; null for a fork that was deleted.</param>
    /// <param name="Thread">Its pull request; null if none.</param>
    internal sealed record Fork(string? Name, PullThread? Thread) : CommitOrigin(ForkWord)
    {
        public override string Place => Thread is null ? Name ?? "a deleted fork" : $"pull request {Thread.Number}";
        public override PullThread? Pull => Thread;
        public override string? Label => Line ?? Name;
    }

    /// <param name="Why">In words, for the log.</param>
    internal sealed record Unknown(string Why) : CommitOrigin(UnknownWord)
    {
        public override string Place => "an unknown branch";
        public override string? Label => null;
    }
}
