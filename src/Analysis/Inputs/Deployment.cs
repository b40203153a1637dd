using Whybot.Analysis.Language.Identity;

namespace Whybot.Analysis.Inputs;

/// <summary>What the run tested: a deployment, or (without an environment) a commit's checks; unknown parts are null.</summary>
public sealed record Deployment(RepositoryName? Repository, string? Environment, CommitSha? Sha, DateTimeOffset? CreatedAt)
{
    public string? Branch { get; init; }

    /// <summary>Number of the pull request whose newest commit this is.</summary>
    public int? Pull { get; init; }

    /// <summary>
    /// Whether a new cause gets an issue. Null if nobody has decided: then a run of a pull request files none, unless the settings ask for it.
    /// </summary>
    public bool? FilesIssues { get; init; }

    /// <summary>Address of the GitHub server, <c>https://github.com</c>; null if it is not known.</summary>
    public string? Server { get; init; }

    /// <summary>The word for earlier ones: <c>deployment</c>, or <c>run</c> if nothing was deployed.</summary>
    public string Occasion => Environment is null ? "run" : "deployment";
}
