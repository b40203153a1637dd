using Octokit;
using Whybot.Analysis.Language.Identity;

namespace Whybot.Foundation.GitHub.Clients;

/// <summary>Converts Octokit's shapes, which stop here, to what the rest of the bot sees. Octokit's types promise values that GitHub may leave out.</summary>
internal static class OctokitShapes
{
    public static Models.User? Of(User? user) => user?.Login is { } login ? new Models.User(login, user.Type is { } type ? $"{type}" : "User") : null;

    public static Models.Issue Of(Issue issue) =>
        new(issue.Number, issue.Title, issue.Body, issue.State.StringValue, Of(issue.User), [.. issue.Labels.Select(l => new Models.Label(l.Name))],
            issue.PullRequest is not null,
            issue.StateReason?.StringValue, issue.ClosedAt, Of(issue.ClosedBy), issue.CreatedAt);

    public static Models.IssueComment Of(IssueComment comment) =>
        new(comment.Id, comment.Body, Of(comment.User), comment.CreatedAt, comment.UpdatedAt, IsOfTeam(comment.AuthorAssociation),
            Uri.TryCreate(comment.HtmlUrl, UriKind.Absolute, out var page) && int.TryParse(page.Segments[^1], out var thread) ? thread : null);

    public static bool IsOfTeam(StringEnum<AuthorAssociation> author) => author.StringValue is "OWNER" or "MEMBER" or "COLLABORATOR";

    public static Models.WorkflowRun Of(WorkflowRun run) =>
        new(run.Id, run.Name, run.DisplayTitle, run.Path, run.HeadBranch, CommitSha.Parse(run.HeadSha), run.Event, run.Status.StringValue,
            run.Conclusion?.StringValue, run.WorkflowId, (int)run.RunAttempt, run.HtmlUrl, run.CreatedAt, run.UpdatedAt, Head(run.HeadRepository));

    public static Models.WorkflowJob Of(WorkflowJob job) =>
        new(job.Id, job.RunId, job.Name, job.Status.StringValue, job.Conclusion?.StringValue, job.HtmlUrl, job.StartedAt == default ? null : job.StartedAt,
            job.CompletedAt,
            [.. (job.Steps ?? []).Select(s => new Models.WorkflowStep(s.Name, s.Conclusion?.StringValue, s.Number))]);

    public static Models.CheckRun Of(CheckRun check) =>
        new(check.Id, check.Name, CommitSha.Parse(check.HeadSha), check.Status.StringValue, check.Conclusion?.StringValue, check.ExternalId,
            check.App is { } app ? new Models.CheckApp(app.Id, app.Slug) : null, check.Output?.AnnotationsCount ?? 0);

    public static NewCheckRunOutput Of(Models.NewCheckRunOutput output) => new(output.Title, output.Summary)
    {
        Text = output.Text,
        Annotations = output.Annotations?.Select(a => new NewCheckRunAnnotation(a.Path, a.StartLine, a.EndLine, Level(a.AnnotationLevel),
            a.Message)
        { Title = a.Title }).ToList(),
    };

    public static Models.Repository Of(Repository repository) => new(repository.Id, new RepositoryName(repository.FullName),
        repository.DefaultBranch, repository.Archived);

    public static Models.PullRequest Of(PullRequest pull) =>
        new(pull.Number, pull.State.StringValue, pull.Title, Of(pull.Head), Of(pull.Base), Of(pull.User), pull.Draft, pull.NodeId, pull.MergedAt,
            CommitSha.Find(pull.MergeCommitSha));

    public static Models.PullRequest Of(CommitPullRequest pull) =>
        new(pull.Number, pull.State.StringValue, pull.Title, Of(pull.Head), Of(pull.Base), Of(pull.User), pull.Draft, pull.NodeId, pull.MergedAt,
            CommitSha.Find(pull.MergeCommitSha));

    public static Models.GitHubCommit Of(GitHubCommit commit) =>
        new(CommitSha.Parse(commit.Sha), [.. (commit.Parents ?? []).Select(p => CommitSha.Parse(p.Sha))],
            commit.Commit?.Committer?.Date is { } date && date != default ? date : null);

    private static Models.GitReference Of(GitReference reference) =>
        new(reference.Label, reference.Ref, CommitSha.Parse(reference.Sha), Head(reference.Repository));

    private static Models.HeadRepository? Head(Repository? repository) =>
        repository?.FullName is { } name ? new Models.HeadRepository(new RepositoryName(name)) : null;

    private static CheckAnnotationLevel Level(string level) => level switch
    {
        "failure" => CheckAnnotationLevel.Failure,
        "warning" => CheckAnnotationLevel.Warning,
        _ => CheckAnnotationLevel.Notice,
    };
}
