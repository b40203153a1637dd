using Whybot.GitHub.Records;

namespace Whybot.GitHub.Clients;

/// <summary>Issues, their comments, labels and reactions; pull requests are issues too.</summary>
internal sealed class IssuesClient(GitHubConnection connection)
{
    public Task<Issue?> FindAsync(RepositoryRef repository, int number, CancellationToken cancel) =>
        connection.FindAsync(repository, $"issues/{number}", GitHubJson.Default.Issue, cancel);

    /// <summary>Issues and pull requests, newest first, open and closed.</summary>
    /// <param name="label">Only those that bear it; null for all.</param>
    public async IAsyncEnumerable<Issue> NewestAsync(RepositoryRef repository, string? label,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel, int pages = 5)
    {
        var labelled = label is null ? "" : $"&labels={Uri.EscapeDataString(label)}";
        await foreach (var page in connection.PagesAsync(repository, $"issues?state=all&sort=created&direction=desc&per_page=100{labelled}",
            GitHubJson.Default.ListIssue, cancel, pages))
            foreach (var issue in page)
                yield return issue;
    }

    public Task<Issue> CreateAsync(RepositoryRef repository, NewIssue issue, CancellationToken cancel) =>
        connection.WriteAsync(HttpMethod.Post, repository, "issues", issue, GitHubJson.Default.NewIssue, GitHubJson.Default.Issue, cancel);

    public Task<Issue> UpdateAsync(RepositoryRef repository, int number, IssueUpdate update, CancellationToken cancel) =>
        connection.WriteAsync(HttpMethod.Patch, repository, $"issues/{number}", update, GitHubJson.Default.IssueUpdate, GitHubJson.Default.Issue, cancel);

    /// <summary>Adds to the labels; the others stay.</summary>
    public Task AddLabelsAsync(RepositoryRef repository, int number, IReadOnlyList<string> labels, CancellationToken cancel) =>
        connection.WriteAsync(HttpMethod.Post, repository, $"issues/{number}/labels", new NewLabels(labels), GitHubJson.Default.NewLabels, cancel);

    /// <summary>Takes one label off; one that is not there stays not there.</summary>
    public async Task RemoveLabelAsync(RepositoryRef repository, int number, string label, CancellationToken cancel)
    {
        try
        {
            await connection.SendAsync(Requests.Request(HttpMethod.Delete, repository, $"issues/{number}/labels/{Uri.EscapeDataString(label)}"), cancel);
        }
        catch (GitHubException gone) when (gone.Status == System.Net.HttpStatusCode.NotFound)
        {
            // Somebody has taken it off meanwhile.
        }
    }

    /// <summary>Adds to the assignees; GitHub leaves out whoever may not be assigned.</summary>
    public Task AssignAsync(RepositoryRef repository, int number, IReadOnlyList<string> logins, CancellationToken cancel) =>
        connection.WriteAsync(HttpMethod.Post, repository, $"issues/{number}/assignees", new NewAssignees(logins), GitHubJson.Default.NewAssignees, cancel);

    public async Task<bool> IsAssignableAsync(RepositoryRef repository, string login, CancellationToken cancel) =>
        await connection.FindAsync(Requests.Request(HttpMethod.Get, repository, $"assignees/{Uri.EscapeDataString(login)}"), cancel) is not null;

    /// <summary>What has happened to the issue, as far as it tells of a fix.</summary>
    public async Task<IssueTimeline> TimelineAsync(RepositoryRef repository, int number, CancellationToken cancel)
    {
        var events = new List<TimelineEvent>();
        await foreach (var page in connection.PagesAsync(repository, $"issues/{number}/timeline?per_page=100", GitHubJson.Default.ListTimelineEvent, cancel, 5))
            events.AddRange(page);
        var pulls = events.Where(e => e.Event == "cross-referenced").Select(e => e.Source?.Issue).OfType<TimelineIssue>()
            .Where(i => i.PullRequest is not null && (i.Repository is null || string.Equals(i.Repository.FullName, repository.FullName, StringComparison.OrdinalIgnoreCase)))
            .Select(i => new LinkedPull(i.Number, i.State, i.Body, i.PullRequest!.MergedAt, i.AuthorAssociation is "OWNER" or "MEMBER" or "COLLABORATOR"));
        return new IssueTimeline([.. pulls.DistinctBy(p => p.Number)], events.LastOrDefault(e => e.Event == "closed")?.CommitId);
    }

    public async IAsyncEnumerable<IssueComment> CommentsAsync(RepositoryRef repository, int number,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var page in connection.PagesAsync(repository, $"issues/{number}/comments?per_page=100", GitHubJson.Default.ListIssueComment, cancel))
            foreach (var comment in page)
                yield return comment;
    }

    public Task<IssueComment?> FindCommentAsync(RepositoryRef repository, long id, CancellationToken cancel) =>
        connection.FindAsync(repository, $"issues/comments/{id}", GitHubJson.Default.IssueComment, cancel);

    public Task<IssueComment> CommentAsync(RepositoryRef repository, int number, string body, CancellationToken cancel) =>
        connection.WriteAsync(HttpMethod.Post, repository, $"issues/{number}/comments", new NewComment(body), GitHubJson.Default.NewComment,
            GitHubJson.Default.IssueComment, cancel);

    public Task<IssueComment> EditCommentAsync(RepositoryRef repository, long id, string body, CancellationToken cancel) =>
        connection.WriteAsync(HttpMethod.Patch, repository, $"issues/comments/{id}", new NewComment(body), GitHubJson.Default.NewComment,
            GitHubJson.Default.IssueComment, cancel);

    public Task ReactAsync(RepositoryRef repository, long comment, string reaction, CancellationToken cancel) =>
        connection.WriteAsync(HttpMethod.Post, repository, $"issues/comments/{comment}/reactions", new NewReaction(reaction),
            GitHubJson.Default.NewReaction, cancel);
}
