using Whybot.Pipeline;

namespace Whybot.Publishing;

/// <summary>What drafts are about, and where they may be shown.</summary>
/// <param name="Place">For the ledger: branch, pull request or environment.</param>
/// <param name="Pulls">Pull requests that are commented on.</param>
/// <param name="HasIssues">Whether it is the issue list's business.</param>
/// <param name="Failing">Something fails, whatever the drafts found.</param>
/// <param name="Environment">Null for a commit's checks.</param>
internal sealed record Subject(string Sha, string Place, IReadOnlyList<int> Pulls, bool HasIssues, bool Failing, string? Environment)
{
    /// <summary>Name of the check run.</summary>
    public string Check => Environment is null ? CheckRunSender.Name : $"{CheckRunSender.Name}: {Environment}";

    /// <summary>What the check run is kept by.</summary>
    public string Target => Environment is null ? Sha : $"{Sha}:{Environment}";

    /// <summary>What a comment is kept by: one about a pull request's own checks, and one for each environment.</summary>
    public string Thread(int pull) => Environment is null ? $"{pull}" : $"{pull}:{Environment}";

    /// <summary>
    /// A commit's checks. A branch that is neither the default one nor proposed for it is somebody's work in progress: no business of the issue list.
    /// </summary>
    public static Subject Of(string sha, CommitState state) =>
        new(sha, state.Pull is { } pull ? $"pull request {pull.Number}" : state.Branch ?? "–", state.Pull is { } open ? [open.Number] : [], state.Pull is not null
            || state.OnDefaultBranch, state.Failing, null);

    /// <summary>A deployment to an environment.</summary>
    public static Subject OfDeployment(string sha, string environment, params IReadOnlyList<int> pulls) => new(sha, environment, pulls, true, false, environment);
}
