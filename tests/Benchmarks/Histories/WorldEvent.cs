namespace Whybot.Benchmarks.Histories;

/// <summary>An event for which GitHub starts Whybot's workflow.</summary>
/// <param name="Kind">What it is called in the figures.</param>
/// <param name="Name">GitHub's name of it.</param>
/// <param name="Subject">What has to be handled because of it: a commit, a deployment, a comment; null for nothing in particular.</param>
internal sealed record WorldEvent(string Kind, string Name, string Payload, string? Subject = null)
{
    public static WorldEvent WakeUp { get; } = new("wake-up", "schedule", "{}");
}

/// <summary>A commit as it really is.</summary>
/// <param name="Failing">The causes that its tests fail for.</param>
/// <param name="Pull">The pull request that proposes it; null for one of the default branch.</param>
/// <param name="At">When it was pushed, and its tests ended.</param>
internal sealed record WorldCommit(string Sha, IReadOnlySet<WorldCause> Failing, int? Pull, DateTimeOffset At);

/// <summary>A deployment as it really was.</summary>
internal sealed record WorldDeployment(long Id, WorldCommit Commit);

/// <summary>A comment with a command.</summary>
internal sealed record WorldComment(int Thread, long Id, string Command);
