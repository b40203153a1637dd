using Whybot.Analysis.Explanation.Rules;
using Whybot.Analysis.Language.Identity;
using Whybot.Features.Commands;
using Whybot.Foundation.Identity;

namespace Whybot.Intake.Webhooks;

/// <summary>What an event asks for. Events are only hints: the facts are read from GitHub when the job runs.</summary>
internal abstract record WebhookIntent
{
    /// <summary>Concerns one repository.</summary>
    /// <param name="Repository">As in the event; by the time it is carried out, as the store knows it.</param>
    internal abstract record OfRepository(RepositoryRef Repository) : WebhookIntent;

    /// <summary>Something about a commit's checks has changed.</summary>
    internal sealed record ChecksChanged(RepositoryRef Repository, CommitSha Sha) : OfRepository(Repository);

    /// <summary>A workflow run is complete.</summary>
    /// <param name="Title">As GitHub shows it.</param>
    internal sealed record RunEnded(RepositoryRef Repository, CommitSha Sha, long? Run, string? Title) : OfRepository(Repository);

    /// <summary>A commit is no longer the newest of its branch or pull request.</summary>
    internal sealed record Superseded(RepositoryRef Repository, CommitSha Sha) : OfRepository(Repository);

    /// <summary>A deployment has a new state.</summary>
    /// <param name="Run">The workflow run that created it; null if another program did.</param>
    internal sealed record Deployed(RepositoryRef Repository, long Deployment, string Environment, CommitSha Sha, string State, long? Run = null)
        : OfRepository(Repository);

    /// <summary>A person wrote a comment that may contain commands.</summary>
    internal sealed record Commented(RepositoryRef Repository, int Thread, CommentRef Comment) : OfRepository(Repository);

    /// <summary>Somebody has changed an issue.</summary>
    internal sealed record IssueChanged(RepositoryRef Repository, int Issue) : OfRepository(Repository);

    /// <summary>Somebody has written, changed or removed known-issue rules.</summary>
    /// <param name="Login">Who did it; the event is signed.</param>
    internal sealed record RulesWritten(RepositoryRef Repository, int Issue, string Login, IReadOnlyList<RuleBlock> Blocks) : OfRepository(Repository);

    /// <summary>The repository was renamed, or transferred to another owner.</summary>
    /// <param name="Repository">The repository after the change.</param>
    /// <param name="Before">Its previous full name; null if the event does not contain it.</param>
    internal sealed record Renamed(RepositoryRef Repository, RepositoryName? Before) : WebhookIntent;

    /// <summary>The App may no longer act on these repositories.</summary>
    internal sealed record AccessEnded(long Installation, IReadOnlyList<RepositoryRef> Repositories, AccessEnd End) : WebhookIntent;

    /// <summary>The App may act on these repositories, perhaps again.</summary>
    internal sealed record AccessBegan(IReadOnlyList<RepositoryRef> Repositories) : WebhookIntent;

    /// <summary>All of these.</summary>
    internal sealed record Several(IReadOnlyList<WebhookIntent> Parts) : WebhookIntent;

    /// <param name="Why">For the log, and for anyone who wants to know what happened to a delivery.</param>
    internal sealed record Nothing(string Why) : WebhookIntent;
}

/// <summary>How the App lost its access.</summary>
internal enum AccessEnd
{
    /// <summary>Temporarily: nothing is forgotten.</summary>
    Suspended,

    /// <summary>Lost for some of an installation's repositories.</summary>
    SomeRepositories,

    /// <summary>Lost for a repository that was deleted.</summary>
    Deleted,

    /// <summary>Lost for everything the installation had, whether or not the event names it.</summary>
    WholeInstallation,
}
