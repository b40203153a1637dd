using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Octokit;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub.BeyondOctokit;
using Whybot.Foundation.GitHub.Http;
using Whybot.Foundation.Identity;
using Issue = Whybot.Foundation.GitHub.Models.Issue;
using IssueComment = Whybot.Foundation.GitHub.Models.IssueComment;
using IssueTimeline = Whybot.Foundation.GitHub.Models.IssueTimeline;
using LinkedPull = Whybot.Foundation.GitHub.Models.LinkedPull;

namespace Whybot.Foundation.GitHub.Clients;

/// <summary>Issues, their comments, labels and reactions; pull requests are issues too.</summary>
internal sealed class IssuesClient(GitHubApi api, RawAnswers raw)
{
    private const int MostTimelinePages = 5;

    public async Task<Issue?> FindAsync(RepositoryRef repository, int number, CancellationToken cancel) =>
        await api.FindAsync(repository, github => github.Issue.Get(repository.Owner, repository.Name, number), cancel) is { } issue
            ? OctokitShapes.Of(issue) : null;

    /// <summary>Issues and pull requests, newest first, open and closed.</summary>
    /// <param name="label">Only those with this label; null for all.</param>
    public async IAsyncEnumerable<Issue> NewestAsync(RepositoryRef repository, string? label, [EnumeratorCancellation] CancellationToken cancel, int pages = 5)
    {
        var labelled = label is null ? "" : $"&labels={Uri.EscapeDataString(label)}";
        await foreach (var page in api.PagesAsync<List<Octokit.Issue>>(repository, $"issues?state=all&sort=created&direction=desc&per_page=100{labelled}",
            cancel, pages))
            foreach (var issue in page)
                yield return OctokitShapes.Of(issue);
    }

    /// <summary>Issues and pull requests that somebody wrote, newest first, open and closed.</summary>
    /// <param name="pages">Maximum number of pages of 100.</param>
    public async IAsyncEnumerable<Issue> WrittenByAsync(RepositoryRef repository, string login, int pages, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var page in api.PagesAsync<List<Octokit.Issue>>(repository,
            $"issues?creator={Uri.EscapeDataString(login)}&state=all&sort=created&direction=desc&per_page=100", cancel, pages))
            foreach (var issue in page)
                yield return OctokitShapes.Of(issue);
    }

    public async Task<Issue> CreateAsync(RepositoryRef repository, Models.NewIssue issue, CancellationToken cancel)
    {
        var made = new NewIssue(issue.Title) { Body = issue.Body };
        foreach (var label in issue.Labels)
            made.Labels.Add(label);
        return OctokitShapes.Of(await api.CallAsync(repository, github => github.Issue.Create(repository.Owner, repository.Name, made), cancel));
    }

    public Task UpdateAsync(RepositoryRef repository, int number, IssueChange change, CancellationToken cancel) =>
        raw.SendAsync(HttpMethod.Patch, $"repos/{repository.FullName}/issues/{number}", Caller.For(repository),
            JsonSerializer.SerializeToUtf8Bytes(change, HandWrittenJson.Default.IssueChange), cancel);

    /// <summary>Adds labels; the existing ones stay.</summary>
    public Task AddLabelsAsync(RepositoryRef repository, int number, IReadOnlyList<string> labels, CancellationToken cancel) =>
        raw.SendAsync(HttpMethod.Post, $"repos/{repository.FullName}/issues/{number}/labels", Caller.For(repository),
            JsonSerializer.SerializeToUtf8Bytes(new AddedLabels(labels), HandWrittenJson.Default.AddedLabels), cancel);

    /// <summary>Removes one label; does nothing if it is not there.</summary>
    public async Task RemoveLabelAsync(RepositoryRef repository, int number, string label, CancellationToken cancel)
    {
        try
        {
            await api.CallAsync(repository, github => github.Issue.Labels.RemoveFromIssue(repository.Owner, repository.Name, number, UrlPart.Of(label)),
                cancel);
        }
        catch (GitHubException gone) when (gone.Status == HttpStatusCode.NotFound)
        {
            // Somebody removed it in the meantime.
        }
    }

    /// <summary>Adds assignees; GitHub ignores logins that cannot be assigned.</summary>
    public Task AssignAsync(RepositoryRef repository, int number, IReadOnlyList<string> logins, CancellationToken cancel) =>
        api.CallAsync(repository, github => github.Issue.Assignee.AddAssignees(repository.Owner, repository.Name, number, new AssigneesUpdate([.. logins])),
            cancel);

    public async Task<bool> IsAssignableAsync(RepositoryRef repository, string login, CancellationToken cancel)
    {
        try
        {
            return await api.CallAsync(repository, github => github.Issue.Assignee.CheckAssignee(repository.Owner, repository.Name, UrlPart.Of(login)), cancel);
        }
        catch (GitHubException none) when (none.IsMissing)
        {
            return false;
        }
    }

    /// <summary>Events in the issue's history that may point to a fix.</summary>
    public async Task<IssueTimeline> TimelineAsync(RepositoryRef repository, int number, CancellationToken cancel)
    {
        var events = new List<TimelineEvent>();
        await foreach (var page in raw.PagesAsync(repository, $"issues/{number}/timeline?per_page=100", MostTimelinePages, cancel))
            events.AddRange(RawAnswers.Read(page.Body, HandWrittenJson.Default.ListTimelineEvent));
        var pulls = events.Where(e => e.Event == "cross-referenced").Select(e => e.Source?.Issue).OfType<TimelineIssue>()
            .Where(i => i.PullRequest is not null && (i.Repository is null || i.Repository.FullName.IsSame(repository.FullName)))
            .Select(i => new LinkedPull(i.Number, i.State, i.Body, i.PullRequest!.MergedAt, i.AuthorAssociation is "OWNER" or "MEMBER" or "COLLABORATOR"));
        return new IssueTimeline([.. pulls.DistinctBy(p => p.Number)], CommitSha.Find(events.LastOrDefault(e => e.Event == "closed")?.CommitId));
    }

    public async IAsyncEnumerable<IssueComment> CommentsAsync(RepositoryRef repository, int number, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var page in api.PagesAsync<List<Octokit.IssueComment>>(repository, $"issues/{number}/comments?per_page=100", cancel))
            foreach (var comment in page)
                yield return OctokitShapes.Of(comment);
    }

    /// <summary>Comments of all issues and pull requests, most recently changed first.</summary>
    /// <param name="pages">Maximum number of pages of 100.</param>
    public async IAsyncEnumerable<IssueComment> NewestCommentsAsync(RepositoryRef repository, int pages, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var page in api.PagesAsync<List<Octokit.IssueComment>>(repository, "issues/comments?sort=updated&direction=desc&per_page=100", cancel,
            pages))
            foreach (var comment in page)
                yield return OctokitShapes.Of(comment);
    }

    public async Task<IssueComment?> FindCommentAsync(RepositoryRef repository, long id, CancellationToken cancel) =>
        await api.FindAsync(repository, github => github.Issue.Comment.Get(repository.Owner, repository.Name, id), cancel) is { } comment
            ? OctokitShapes.Of(comment) : null;

    /// <param name="answers">Login of the person this answers; null if nobody.</param>
    public async Task<IssueComment> CommentAsync(RepositoryRef repository, int number, string body, CancellationToken cancel, string? answers = null) =>
        OctokitShapes.Of(await api.CallAsync(Caller.For(repository) with { Answers = answers },
            github => github.Issue.Comment.Create(repository.Owner, repository.Name, number, body), cancel));

    /// <param name="answers">Login of the person this answers; null if nobody.</param>
    public async Task<IssueComment> EditCommentAsync(RepositoryRef repository, long id, string body, CancellationToken cancel, string? answers = null) =>
        OctokitShapes.Of(await api.CallAsync(Caller.For(repository) with { Answers = answers },
            github => github.Issue.Comment.Update(repository.Owner, repository.Name, id, body), cancel));

    /// <param name="reaction">+1, -1, laugh, confused, heart, hooray, rocket, eyes.</param>
    /// <param name="answers">Login of the comment's author.</param>
    public Task ReactAsync(RepositoryRef repository, long comment, string reaction, string answers, CancellationToken cancel) =>
        api.CallAsync(Caller.For(repository) with { Answers = answers },
            github => github.Reaction.IssueComment.Create(repository.Owner, repository.Name, comment,
            new NewReaction(new StringEnum<ReactionType>(reaction).Value)), cancel);
}
