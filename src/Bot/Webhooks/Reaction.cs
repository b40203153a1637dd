using Whybot.Analysis.Rules;
using Whybot.Commands;
using Whybot.GitHub;

namespace Whybot.Webhooks;

/// <summary>What an event asks for. Events are hints: what is so is read from GitHub when the job runs.</summary>
internal abstract record Reaction
{
    /// <summary>About one repository.</summary>
    /// <param name="Repository">As the event has it; by the time it is carried out, as it is known.</param>
    internal abstract record OfRepository(RepositoryRef Repository) : Reaction;

    /// <summary>Something about a commit's checks has changed.</summary>
    internal sealed record ChecksChanged(RepositoryRef Repository, string Sha) : OfRepository(Repository);

    /// <summary>A workflow's run is complete.</summary>
    /// <param name="Title">As GitHub shows it.</param>
    internal sealed record RunEnded(RepositoryRef Repository, string Sha, long? Run, string? Title) : OfRepository(Repository);

    /// <summary>A commit is no longer the newest of its branch or pull request.</summary>
    internal sealed record Superseded(RepositoryRef Repository, string Sha) : OfRepository(Repository);

    /// <summary>A deployment has a new state.</summary>
    /// <param name="Run">The run of a workflow that made it; null where another program did.</param>
    internal sealed record Deployed(RepositoryRef Repository, long Deployment, string Environment, string Sha, string State, long? Run = null) : OfRepository(Repository);

    /// <summary>A person wrote a comment that may hold commands.</summary>
    internal sealed record Commented(RepositoryRef Repository, int Thread, CommentRef Comment) : OfRepository(Repository);

    /// <summary>Somebody has changed an issue.</summary>
    internal sealed record IssueChanged(RepositoryRef Repository, int Issue) : OfRepository(Repository);

    /// <summary>Somebody has written, changed or taken out known-issue rules.</summary>
    /// <param name="Login">Who; the event is signed.</param>
    internal sealed record RulesWritten(RepositoryRef Repository, int Issue, string Login, IReadOnlyList<RuleBlock> Blocks) : OfRepository(Repository);

    /// <summary>The repository was renamed, or transferred to another owner.</summary>
    /// <param name="Repository">As it is since.</param>
    /// <param name="Before">Its full name before; null where the event does not say it.</param>
    internal sealed record Renamed(RepositoryRef Repository, string? Before) : Reaction;

    /// <summary>The App may no longer act on these repositories.</summary>
    internal sealed record AccessEnded(long Installation, IReadOnlyList<RepositoryRef> Repositories, AccessEnd End) : Reaction;

    /// <summary>The App may act on these repositories, perhaps again.</summary>
    internal sealed record AccessBegan(IReadOnlyList<RepositoryRef> Repositories) : Reaction;

    /// <summary>All of these.</summary>
    internal sealed record Several(IReadOnlyList<Reaction> Parts) : Reaction;

    /// <param name="Why">For the log and for whoever asks what became of a delivery.</param>
    internal sealed record Nothing(string Why) : Reaction;
}

/// <summary>How the App lost its access.</summary>
internal enum AccessEnd
{
    /// <summary>For a while: nothing is forgotten.</summary>
    Suspended,

    /// <summary>To some of an installation's repositories.</summary>
    SomeRepositories,

    /// <summary>To a repository that was deleted.</summary>
    Deleted,

    /// <summary>To all that the installation had, whether the event names them or not.</summary>
    WholeInstallation,
}
