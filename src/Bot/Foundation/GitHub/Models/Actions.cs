using Whybot.Analysis.Language.Identity;

namespace Whybot.Foundation.GitHub.Models;

/// <summary>A run of a workflow. It is identified by <see cref="Id"/> and <see cref="RunAttempt"/>.</summary>
/// <param name="HeadBranch">Branch or tag that it ran for; in the fork if <paramref name="HeadRepository"/> is one.</param>
/// <param name="Event">push, pull_request, schedule, merge_group and so on: what started it.</param>
/// <param name="HeadRepository">Where the commit comes from: this repository, or a fork of it; null for a fork that was deleted.</param>
/// <param name="Status">queued, in_progress, completed, waiting, requested, pending.</param>
/// <param name="Conclusion">
/// success, failure, cancelled, skipped, timed_out, action_required, neutral, stale, startup_failure; null before it is complete.
/// </param>
internal sealed record WorkflowRun(long Id, string? Name, string? DisplayTitle, string? Path, string? HeadBranch, CommitSha HeadSha, string Event,
    string Status, string? Conclusion,
    long WorkflowId, int RunAttempt, string? HtmlUrl, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, HeadRepository? HeadRepository = null);

internal sealed record WorkflowJob(long Id, long RunId, string Name, string Status, string? Conclusion, string? HtmlUrl, DateTimeOffset? StartedAt,
    DateTimeOffset? CompletedAt, IReadOnlyList<WorkflowStep> Steps);

/// <param name="Conclusion">success, failure, cancelled, skipped; null before it is complete. A step that is allowed to fail always ends with success.</param>
internal sealed record WorkflowStep(string Name, string? Conclusion, int Number);

internal sealed record Artifact(long Id, string Name, long SizeInBytes, bool Expired);
