using Whybot.Pipeline;

namespace Whybot.Publishing;

/// <summary>What drafts are about, and where they may be shown.</summary>
/// <param name="Place">For the ledger: branch, pull request or environment.</param>
/// <param name="Pull">The open pull request that is commented on; null for none.</param>
/// <param name="HasIssues">Whether it is the issue list's business.</param>
/// <param name="Failing">Something fails, whatever the drafts found.</param>
/// <param name="Check">Name of the check run.</param>
/// <param name="Target">What the check run is kept by.</param>
internal sealed record Subject(string Sha, string Place, int? Pull, bool HasIssues, bool Failing, string Check, string Target)
{
    /// <summary>
    /// A commit's checks. A branch that is neither the default one nor proposed for it is somebody's work in progress: no business of the issue list.
    /// </summary>
    public static Subject Of(string sha, CommitState state) =>
        new(sha, state.Pull is { } pull ? $"pull request {pull.Number}" : state.Branch ?? "–", state.Pull?.Number, state.Pull is not null
            || state.OnDefaultBranch, state.Failing, CheckRunSender.Name, sha);

    /// <summary>A deployment to an environment.</summary>
    public static Subject OfDeployment(string sha, string environment) =>
        new(sha, environment, null, true, false, $"{CheckRunSender.Name}: {environment}", $"{sha}:{environment}");
}
