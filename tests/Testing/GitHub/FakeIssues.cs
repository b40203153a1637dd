using System.Text.Json.Nodes;

namespace Whybot.Testing.GitHub;

/// <summary>Issues, comments, labels, reactions. Bodies that are too long are refused; the list of issues holds the pull requests too.</summary>
internal static class FakeIssues
{
    private const int LongestBody = 65_536;
    private const string Root = "/repos/{owner}/{repo}/issues";

    public static IEnumerable<FakeRoute> Routes(FakeGitHub github) =>
    [
        FakeRoute.Of("GET", Root, "issues:read", r => FakeRepositories.With(github, r, repository => List(github, repository, r))),
        FakeRoute.Of("POST", Root, "issues:write", r => FakeRepositories.With(github, r, repository => Create(github, repository, r))),
        FakeRoute.Of("GET", Root + "/comments", "issues:read", r => FakeRepositories.With(github, r, repository => FakeRepositories.Page(github, r,
            [.. repository.Issues.Select(i => (i.Number, i.Comments)).Concat(repository.PullComments.Select(p => (p.Key, p.Value)))
                .SelectMany(t => t.Item2.Select(c => (Thread: t.Item1, Comment: c))).OrderByDescending(c => c.Comment.Id)
                .Select(c => Comment(github, c.Comment, c.Thread))]))),
        FakeRoute.Of("GET", Root + "/comments/{id}", "issues:read", r => WithComment(github, r, comment => FakeAnswer.Ok(Comment(github, comment)))),
        FakeRoute.Of("PATCH", Root + "/comments/{id}", "issues:write", r => WithComment(github, r, comment =>
        {
            if (Refuse(r) is { } refused)
                return refused;
            comment.Body = r.Text("body")!;
            comment.Edits++;
            return FakeAnswer.Ok(Comment(github, comment));
        })),
        FakeRoute.Of("POST", Root + "/comments/{id}/reactions", "issues:write", r => WithComment(github, r, comment =>
        {
            comment.Reactions.Add(r.Text("content")!);
            return FakeAnswer.Created(github.Shape("reaction", new JsonObject { ["content"] = r.Text("content") }));
        })),
        FakeRoute.Of("GET", Root + "/{number}", "issues:read", r => With(github, r, (_, issue) => FakeAnswer.Ok(Issue(github, issue)))),
        FakeRoute.Of("PATCH", Root + "/{number}", "issues:write", r => With(github, r, (_, issue) =>
        {
            if (Refuse(r) is { } refused)
                return refused;
            issue.Body = r.Text("body") ?? issue.Body;
            issue.Title = r.Text("title") ?? issue.Title;
            Change(github, issue, r);
            return FakeAnswer.Ok(Issue(github, issue));
        })),
        FakeRoute.Of("GET", "/repos/{owner}/{repo}/labels", "issues:read", r => FakeRepositories.With(github, r, repository =>
            FakeRepositories.Page(github, r, [.. repository.Issues.SelectMany(i => i.Labels).Distinct().Select(l => (JsonNode)Label(github, l))]))),
        FakeRoute.Of("DELETE", Root + "/{number}/labels/{name}", "issues:write", r => With(github, r, (_, issue) =>
            issue.Labels.Remove(r.Parts["name"]) ? FakeAnswer.Ok(new JsonArray([.. issue.Labels.Select(l => Label(github, l))])) : FakeAnswer.NotFound)),
        FakeRoute.Of("POST", Root + "/{number}/assignees", "issues:write", r => With(github, r, (repository, issue) =>
        {
            issue.Assignees.AddRange(r.Body!.Value.GetProperty("assignees").EnumerateArray().Select(a => a.GetString()!).Where(repository.Roles.ContainsKey)
                .Except(issue.Assignees).ToList());
            return FakeAnswer.Created(Issue(github, issue));
        })),
        FakeRoute.Of("GET", "/repos/{owner}/{repo}/assignees/{login}", "issues:read", r => FakeRepositories.With(github, r,
            repository => repository.Roles.ContainsKey(r.Parts["login"]) ? new FakeAnswer(204, null) : FakeAnswer.NotFound)),
        FakeRoute.Of("POST", Root + "/{number}/labels", "issues:write", r => With(github, r, (_, issue) =>
        {
            issue.Labels.AddRange(r.Body!.Value.GetProperty("labels").EnumerateArray().Select(l => l.GetString()!).Except(issue.Labels).ToList());
            return FakeAnswer.Ok(new JsonArray([.. issue.Labels.Select(l => Label(github, l))]));
        })),
        FakeRoute.Of("GET", Root + "/{number}/timeline", "issues:read", r => FakeRepositories.With(github, r, repository =>
            FakeRepositories.Page(github, r, [.. repository.Pulls.Where(p => p.Body.Contains($"#{r.Number32("number")}", StringComparison.Ordinal))
                .Select(p => (JsonNode)Mention(github, p)),
                .. repository.Issues.Where(i => i.Number == r.Number32("number") && i.State == "closed").Select(i => Closing(github, i))]))),
        FakeRoute.Of("GET", Root + "/{number}/comments", "issues:read", r => FakeRepositories.With(github, r, repository =>
            FakeRepositories.Page(github, r, [.. Thread(repository, r.Number32("number")).Select(c => Comment(github, c))]))),
        FakeRoute.Of("POST", Root + "/{number}/comments", "issues:write", r => FakeRepositories.With(github, r, repository =>
        {
            if (Refuse(r) is { } refused)
                return refused;
            var author = github.Apps.Author(r);
            var comment = new FakeComment(repository.NextId(), r.Text("body")!, author["login"]!.GetValue<string>(),
                author["type"]!.GetValue<string>(), github.Apps.Via(r));
            Thread(repository, r.Number32("number")).Add(comment);
            return FakeAnswer.Created(Comment(github, comment));
        })),
    ];

    /// <summary>The comments of an issue or of a pull request.</summary>
    public static List<FakeComment> Thread(FakeRepository repository, int number)
    {
        if (repository.Issues.FirstOrDefault(i => i.Number == number) is { } issue)
            return issue.Comments;
        if (!repository.PullComments.TryGetValue(number, out var thread))
            repository.PullComments[number] = thread = [];
        return thread;
    }

    private static void Change(FakeGitHub github, FakeIssue issue, FakeRequest request)
    {
        if (request.Text("state") is not { } state || state == issue.State)
            return;
        issue.State = state;
        issue.StateReason = request.Text("state_reason") ?? (state == "closed" ? "completed" : "reopened");
        issue.ClosedBy = state == "closed" ? github.Apps.Author(request)["login"]!.GetValue<string>() : null;
        issue.ClosedAt = state == "closed" ? github.Now() : null;
    }

    private static FakeAnswer With(FakeGitHub github, FakeRequest request, Func<FakeRepository, FakeIssue, FakeAnswer> answer) =>
        FakeRepositories.With(github, request, repository => repository.Issues.FirstOrDefault(i => i.Number == request.Number32("number")) is { } issue
            ? answer(repository, issue) : FakeAnswer.NotFound);

    private static FakeAnswer WithComment(FakeGitHub github, FakeRequest request, Func<FakeComment, FakeAnswer> answer) =>
        FakeRepositories.With(github, request, repository =>
            repository.Issues.SelectMany(i => i.Comments).Concat(repository.PullComments.Values.SelectMany(c => c))
                .FirstOrDefault(c => c.Id == request.Long("id")) is { } comment ? answer(comment) : FakeAnswer.NotFound);

    private static FakeAnswer List(FakeGitHub github, FakeRepository repository, FakeRequest request)
    {
        var issues = repository.Issues.Where(i => request.Ask("state") is "all" || i.State == (request.Ask("state") ?? "open"))
            .Where(i => request.Ask("creator") is not { } login || i.Author == login)
            .Where(i => request.Ask("labels") is not { } labels || labels.Split(',').All(i.Labels.Contains)).Select(i => (i.Number, Json: Issue(github, i)));
        var pulls = repository.Pulls.Where(_ => request.Ask("creator") is null or "author").Select(p => (p.Number, Json: PullAsIssue(github, p)));
        return FakeRepositories.Page(github, request, [.. issues.Concat(pulls).OrderByDescending(i => i.Number).Select(i => i.Json)]);
    }

    private static FakeAnswer Create(FakeGitHub github, FakeRepository repository, FakeRequest request)
    {
        if (Refuse(request) is { } refused)
            return refused;
        if (string.IsNullOrWhiteSpace(request.Text("title")))
            return FakeAnswer.Invalid("Issue", "title", "missing_field");
        var author = github.Apps.Author(request);
        var issue = new FakeIssue(repository.NextNumber(), repository.NextId(), request.Text("title")!, request.Text("body") ?? "",
            author["login"]!.GetValue<string>(), author["type"]!.GetValue<string>(), github.Apps.Via(request));
        if (request.Body!.Value.TryGetProperty("labels", out var labels))
            issue.Labels.AddRange(labels.EnumerateArray().Select(l => l.GetString()!));
        repository.Issues.Add(issue);
        return FakeAnswer.Created(Issue(github, issue));
    }

    private static FakeAnswer? Refuse(FakeRequest request) =>
        request.Text("body") is { Length: > LongestBody } ? FakeAnswer.Invalid("Issue", "body", "too_long") : null;

    private static JsonNode Issue(FakeGitHub github, FakeIssue issue) => github.Shape("issue", new JsonObject
    {
        ["id"] = issue.Id,
        ["number"] = issue.Number,
        ["title"] = issue.Title,
        ["body"] = issue.Body,
        ["state"] = issue.State,
        ["user"] = github.Apps.User(issue.Author, issue.AuthorType),
        ["performed_via_github_app"] = issue.Via?.DeepClone(),
        ["labels"] = new JsonArray([.. issue.Labels.Select(l => Label(github, l))]),
        ["closed_at"] = issue.State == "closed" ? issue.ClosedAt?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ") ?? "2026-11-01T00:00:00Z" : null,
        ["state_reason"] = issue.StateReason,
        ["closed_by"] = issue.State == "closed" ? github.Apps.User(issue.ClosedBy ?? "somebody",
            issue.ClosedBy?.EndsWith("[bot]", StringComparison.Ordinal) == true ? "Bot" : "User") : null,
        ["assignees"] = new JsonArray([.. issue.Assignees.Select(a => github.Apps.User(a))]),
    });

    private static JsonNode PullAsIssue(FakeGitHub github, FakePull pull) => github.Shape("issue", new JsonObject
    {
        ["number"] = pull.Number,
        ["title"] = pull.Title,
        ["body"] = "",
        ["state"] = pull.State,
        ["user"] = github.Apps.User("author"),
        ["labels"] = new JsonArray(),
        ["pull_request"] = new JsonObject
        {
            ["url"] = "https://api.github.com/x",
            ["html_url"] = "https://x",
            ["diff_url"] = "https://x",
            ["patch_url"] = "https://x"
        },
    });

    private static JsonNode Closing(FakeGitHub github, FakeIssue issue) => github.Shape("state-change-issue-event", new JsonObject
    {
        ["event"] = "closed",
        ["commit_id"] = issue.ClosedByCommit,
        ["commit_url"] = issue.ClosedByCommit is null ? null : "https://api.github.com/x",
        ["actor"] = github.Apps.User(issue.ClosedBy ?? "somebody"),
    });

    private static JsonObject Mention(FakeGitHub github, FakePull pull)
    {
        var issue = PullAsIssue(github, pull);
        issue["body"] = pull.Body;
        issue["author_association"] = pull.Association;
        issue["pull_request"]!["merged_at"] = pull.MergeCommit is null ? null : pull.MergedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ");
        return new JsonObject
        {
            ["event"] = "cross-referenced",
            ["created_at"] = "2026-11-20T10:00:00Z",
            ["updated_at"] = "2026-11-20T10:00:00Z",
            ["source"] = new JsonObject { ["type"] = "issue", ["issue"] = issue }
        };
    }

    private static JsonNode Comment(FakeGitHub github, FakeComment comment, int thread = 1) => github.Shape("issue-comment", new JsonObject
    {
        ["id"] = comment.Id,
        ["html_url"] = $"https://github.com/x/x/issues/{thread}#issuecomment-{comment.Id}",
        ["body"] = comment.Body,
        ["user"] = github.Apps.User(comment.Author, comment.AuthorType),
        ["performed_via_github_app"] = comment.Via?.DeepClone(),
        ["author_association"] = comment.Association,
        ["created_at"] = "2026-11-20T10:00:00Z",
        ["updated_at"] = comment.Edits > 0 ? "2026-11-20T10:05:00Z" : "2026-11-20T10:00:00Z",
    });

    private static JsonNode Label(FakeGitHub github, string name) => github.Shape("label", new JsonObject { ["name"] = name });
}
