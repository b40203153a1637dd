using System.Globalization;
using System.Text.RegularExpressions;
using Whybot.Foundation.GitHub.Models;

namespace Whybot.Foundation.Trust;

/// <summary>
/// Where one workflow run comes from. A run of a fork's pull request is a run in the base repository, and a fork's branch may be called <c>main</c>: only
/// the event, head repository and head branch together tell (docs.github.com, "Workflow runs" and "Events that trigger workflows").
/// </summary>
internal static partial class RunSource
{
    /// <summary>
    /// Events that test the branch itself. The others that run on the default branch (issue_comment, workflow_run, pull_request_target, repository_dispatch …)
    /// can be triggered by strangers, and often process what strangers wrote, so their results say nothing about the branch.
    /// </summary>
    private static readonly HashSet<string> Branch = ["push", "schedule", "workflow_dispatch", "deployment", "deployment_status"];

    public static bool IsOwn(WorkflowRun run, Repository repository) =>
        run.HeadRepository is { } head && head.FullName.IsSame(repository.FullName);

    public static bool IsOfDefaultBranch(WorkflowRun run, Repository repository) =>
        IsOwn(run, repository) && run.HeadBranch == repository.DefaultBranch && Branch.Contains(run.Event);

    /// <summary>
    /// Whether a stranger wrote the workflow that ran. The workflow of a fork's <c>pull_request</c> comes from the fork; that of a <c>pull_request_target</c>
    /// comes from the repository itself, whatever it processes.
    /// </summary>
    public static bool IsStrangers(WorkflowRun run, Repository repository) => !IsOwn(run, repository) && run.Event != "pull_request_target";

    /// <summary>The branch that a merge queue's run will be merged into, and the number of the pull request; null for any other run.</summary>
    public static (string Base, int Pull)? QueueOf(WorkflowRun run, Repository repository) =>
        IsOwn(run, repository) && run.HeadBranch is { } branch && OfQueue().Match(branch) is { Success: true } queue
            && int.TryParse(queue.Groups["pull"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var pull)
            ? (queue.Groups["base"].Value, pull) : null;

    [GeneratedRegex(@"\Agh-readonly-queue/(?<base>.{1,250})/pr-(?<pull>\d{1,9})-[0-9a-f]{7,64}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex OfQueue();
}
