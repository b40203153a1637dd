using System.Text.Json;
using Whybot.Analysis.Language.Identity;
using Whybot.Features.Commands;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Json;
using Whybot.Intake.Webhooks.Events;

namespace Whybot.Intake.Webhooks;

/// <summary>
/// Takes from an event that Octokit's types cannot read (an older Enterprise Server, a changed field, damage) what it is about: the repository and
/// the commits or the thread. Those are read from GitHub again, so one hint too many costs a request, and one too few costs an answer.
/// </summary>
/// <param name="app">The bot's own App, whose checks it does not explain; null if there is no App.</param>
internal sealed class RoughReader(long? app)
{
    private const int MostCommits = 5;

    /// <summary>The places where events name commits whose checks may have changed.</summary>
    private static readonly string[][] Commits =
    [
        ["check_run", "head_sha"], ["check_suite", "head_sha"], ["workflow_run", "head_sha"], ["workflow_job", "head_sha"], ["deployment", "sha"],
        ["merge_group", "head_sha"], ["pull_request", "head", "sha"], ["after"], ["head_commit", "id"], ["head_sha"], ["sha"], ["before"],
    ];

    /// <returns>Null if nothing in it says what it is about.</returns>
    public WebhookIntent? Read(string name, JsonElement root)
    {
        if (name is "installation" or "installation_repositories")
            return Access(name, root);
        if (!RepositoryName.TryParse(root.Field("repository")?.Text("full_name"), out var full))
            return null;
        var repository = EventFields.Of(Id(root.Field("repository")), Id(root.Field("installation")), full);
        if (name == "repository")
            return Repository(repository, root);
        if (app is not null && Id(root.Field("check_run")?.Field("app") ?? root.Field("check_suite")?.Field("app")) == app)
            return new WebhookIntent.Nothing("the bot's own checks");
        return Thread(name, repository, root) ?? Deployment(repository, root) ?? Run(name, repository, root) ?? Checks(repository, root);
    }

    private static WebhookIntent.AccessEnded? Access(string name, JsonElement root)
    {
        if (Id(root.Field("installation")) is not { } installation || root.Text("action") is not ("deleted" or "removed"))
            return null;
        var (field, end) = name == "installation" ? ("repositories", AccessEnd.WholeInstallation) : ("repositories_removed", AccessEnd.SomeRepositories);
        var repositories = root.Field(field).Items().Select(r => (Id(r.Item), r.Item.Text("full_name")));
        return new WebhookIntent.AccessEnded(installation, EventFields.RepositoriesOf(repositories, installation), end);
    }

    private static WebhookIntent Repository(RepositoryRef repository, JsonElement root)
    {
        var changes = root.Field("changes");
        var owner = changes?.Field("owner")?.Field("from");
        return RepositoryReader.Of(repository, root.Text("action"), changes?.Field("repository")?.Field("name")?.Text("from"),
            owner?.Field("user")?.Text("login") ?? owner?.Field("organization")?.Text("login"));
    }

    /// <summary>Commands in edited or deleted comments are ignored.</summary>
    private static bool IsNew(JsonElement root) => root.Text("action") is null or "created" or "submitted";

    private static WebhookIntent? Thread(string name, RepositoryRef repository, JsonElement root)
    {
        if (name is "issue_comment" or "pull_request_review" or "pull_request_review_comment" && !IsNew(root))
            return new WebhookIntent.Nothing($"{name} {root.Text("action")}: only new comments command");
        var number = root.Field("issue")?.Integer("number") ?? root.Field("pull_request")?.Integer("number");
        return (name, number, Id(root.Field("comment")), Id(root.Field("review"))) switch
        {
            ("issues", { } issue, _, _) => IssuesReader.Of(repository, issue, root.Text("action"), root.Field("sender")?.Text("login"),
                root.Field("issue")?.Text("body"), root.Field("changes")?.Field("body")?.Text("from")),
            ("issue_comment", { } thread, { } comment, _) => new WebhookIntent.Commented(repository, thread, new CommentRef(comment)),
            ("pull_request_review_comment", { } pull, { } comment, _) =>
                new WebhookIntent.Commented(repository, pull, new CommentRef(comment, CommentKind.Line)),
            ("pull_request_review", { } pull, _, { } review) =>
                new WebhookIntent.Commented(repository, pull, CommentRef.Review(review, root.Field("review")?.Text("body"))),
            _ => null,
        };
    }

    private static WebhookIntent.Deployed? Deployment(RepositoryRef repository, JsonElement root) =>
        root.Field("deployment") is { } deployment && Id(deployment) is { } id && CommitSha.TryParse(deployment.Text("sha"), out var sha)
            && deployment.Text("environment") is { } environment && EventFields.IsName(environment)
            && root.Field("deployment_status")?.Text("state") is { } state && EventFields.IsName(state)
            ? new WebhookIntent.Deployed(repository, id, environment, sha, state, Id(root.Field("workflow_run"))) : null;

    private static WebhookIntent.RunEnded? Run(string name, RepositoryRef repository, JsonElement root) =>
        name == "workflow_run" && root.Text("action") == "completed" && root.Field(name) is { } run && CommitSha.TryParse(run.Text("head_sha"), out var sha)
            ? new WebhookIntent.RunEnded(repository, sha, Id(run), EventFields.Title(run.Text("display_title"))) : null;

    private static WebhookIntent? Checks(RepositoryRef repository, JsonElement root)
    {
        var commits = Commits.Select(p => p[..^1].Aggregate((JsonElement?)root, (e, field) => e?.Field(field))?.Text(p[^1]))
            .Select(CommitSha.Find).OfType<CommitSha>().Where(s => !s.IsZero).Distinct().Take(MostCommits)
            .Select(s => (WebhookIntent)new WebhookIntent.ChecksChanged(repository, s)).ToList();
        return commits.Count switch
        {
            0 => null,
            1 => commits[0],
            _ => new WebhookIntent.Several(commits),
        };
    }

    private static long? Id(JsonElement? element) => element?.Long("id");
}
