using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Whybot.Testing.GitHub;

/// <summary>Repositories, files, commits, comparisons, pull requests, permissions of people.</summary>
internal static partial class FakeRepositories
{
    private const string Root = "/repos/{owner}/{repo}";

    public static IEnumerable<FakeRoute> Routes(FakeGitHub github) =>
    [
        FakeRoute.Of("GET", Root, "metadata:read", r => With(github, r, repository => FakeAnswer.Ok(github.Shape("full-repository", new JsonObject
        {
            ["id"] = repository.Id, ["full_name"] = repository.FullName, ["name"] = repository.FullName.Split('/')[1],
                ["default_branch"] = repository.DefaultBranch, ["archived"] = false,
        })))),
        FakeRoute.Of("GET", Root + "/contents/{path*}", "contents:read",
            r => With(github, r, repository => FilesOf(repository, r.Ask("ref"))?.TryGetValue(r.Parts["path"], out var text) == true
            ? FakeAnswer.Ok(Content(github, r.Parts["path"], text)) : FakeAnswer.NotFound)),
        FakeRoute.Of("PUT", Root + "/contents/{path*}", "contents:write", r => With(github, r, repository => Put(github, repository, r))),
        FakeRoute.Of("GET", Root + "/git/ref/{reference*}", "contents:read", r => With(github, r, repository =>
            r.Parts["reference"].Split('/', 2) is ["heads", var branch] && FilesOf(repository, branch) is not null
                ? FakeAnswer.Ok(Reference(github, repository, branch)) : FakeAnswer.NotFound)),
        FakeRoute.Of("POST", Root + "/git/refs", "contents:write", r => With(github, r, repository =>
        {
            var branch = r.Text("ref")!["refs/heads/".Length..];
            if (FilesOf(repository, branch) is not null)
                return FakeAnswer.Error(422, "Reference already exists");
            repository.Branches[branch] = new Dictionary<string, string>(repository.Files, StringComparer.Ordinal);
            return FakeAnswer.Created(Reference(github, repository, branch));
        })),
        FakeRoute.Of("GET", Root + "/commits/{sha}/pulls", "pull_requests:read", r => With(github, r, repository => FakeAnswer.Ok(new JsonArray([
            // Of a commit that lies only in a fork GitHub lists none.
            .. repository.Pulls.Where(p => p.MergeCommit == r.Parts["sha"]
            || (p.HeadRepository == repository.FullName && (p.Head == r.Parts["sha"] || p.Before.Contains(r.Parts["sha"]))))
                .Select(p => Pull(github, repository, p, "pull-request-simple"))])))),
        FakeRoute.Of("GET", Root + "/pulls", "pull_requests:read", r => With(github, r, repository => Page(github, r, [
            .. repository.Pulls.Where(p => (r.Ask("state") ?? "open") is var state && (state == "all" || p.State == state))
                .Where(p => r.Ask("head") is not { } head || (p.HeadRepository is { } from && $"{from.Split('/')[0]}:{p.Branch}" == head))
                .OrderByDescending(p => p.Number).Select(p => Pull(github, repository, p, "pull-request-simple"))]))),
        FakeRoute.Of("POST", "/graphql", "metadata:read", r => GraphQL(github, r, r.Body!.Value.GetProperty("variables"))),
        FakeRoute.Of("GET", Root + "/pulls/{number}", "pull_requests:read", r => With(github, r, repository =>
            repository.Pulls.FirstOrDefault(p => p.Number == r.Number32("number")) is { } pull
                ? FakeAnswer.Ok(Pull(github, repository, pull, "pull-request")) : FakeAnswer.NotFound)),
        FakeRoute.Of("GET", Root + "/compare/{basehead*}", "contents:read", r => With(github, r, repository => Compare(github, repository, r))),
        FakeRoute.Of("GET", Root + "/commits/{sha}", "contents:read", r => With(github, r, repository =>
            repository.Resolve(r.Parts["sha"]) is { } commit ? FakeAnswer.Ok(Commit(github, commit))
                : FakeAnswer.Error(422, $"No commit found for SHA: {r.Parts["sha"]}"))),
        FakeRoute.Of("GET", Root + "/deployments", "deployments:read", r => With(github, r, repository =>
            Page(github, r, [.. repository.Deployments.AsEnumerable().Reverse().Select(d => Deployment(github, d))]))),
        FakeRoute.Of("GET", Root + "/deployments/{id}", "deployments:read", r => With(github, r, repository =>
            repository.Deployments.FirstOrDefault(d => d.Id == r.Long("id")) is { } deployment ? FakeAnswer.Ok(Deployment(github, deployment))
                : FakeAnswer.NotFound)),
        FakeRoute.Of("GET", Root + "/deployments/{id}/statuses", "deployments:read", r => With(github, r, repository =>
            repository.Deployments.FirstOrDefault(d => d.Id == r.Long("id")) is { } deployment
                ? Page(github, r, deployment.State is { } state ? [github.Shape("deployment-status", new JsonObject { ["state"] = state })] : [])
                : FakeAnswer.NotFound)),
        FakeRoute.Of("GET", Root + "/collaborators/{user}/permission", "metadata:read", r => With(github, r, repository =>
            FakeAnswer.Ok(github.Shape("repository-collaborator-permission", new JsonObject
            {
                ["permission"] = repository.Roles.GetValueOrDefault(r.Parts["user"], "read") switch { "maintain" => "write", "triage" => "read",
                    var role => role },
                ["role_name"] = repository.Roles.GetValueOrDefault(r.Parts["user"], "read"),
            })))),
    ];

    /// <summary>GraphQL: files of the default branch, by the names that the query gives them.</summary>
    private static FakeAnswer Texts(FakeGitHub github, string query, JsonElement variables)
    {
        var files = new JsonObject();
        if (!github.Repositories.TryGetValue($"{variables.GetProperty("owner")}/{variables.GetProperty("name")}", out var repository))
            return FakeAnswer.Ok(new JsonObject { ["data"] = new JsonObject { ["repository"] = null } });
        AddTexts(repository, query, files);
        return FakeAnswer.Ok(new JsonObject { ["data"] = new JsonObject { ["repository"] = files } });
    }

    /// <param name="answer">Gets the files that the query asks for.</param>
    internal static void AddTexts(FakeRepository repository, string query, JsonObject answer)
    {
        foreach (Match file in TextField().Matches(query))
            answer[file.Groups[1].Value] = repository.Files.GetValueOrDefault(file.Groups[2].Value) is { } text
                ? new JsonObject { ["text"] = text, ["isTruncated"] = false } : null;
    }

    [GeneratedRegex(@"(f\d+): object\(expression: ""HEAD:([^""]+)""\)")]
    private static partial Regex TextField();

    private static FakeAnswer GraphQL(FakeGitHub github, FakeRequest request, JsonElement variables) => request.Text("query")! switch
    {
        var q when q.Contains("updateRefs", StringComparison.Ordinal) => FakeObjects.Move(github, variables),
        var q when q.Contains("ref(qualifiedName", StringComparison.Ordinal) => FakeObjects.Tip(github, q, variables),
        var q when q.Contains("object(expression: $", StringComparison.Ordinal) => FakeSources.Texts(github, q, variables),
        var q when q.Contains("object(expression", StringComparison.Ordinal) => Texts(github, q, variables),
        var q when q.StartsWith("mutation", StringComparison.Ordinal) => Revert(github, request),
        _ => Projects(github, request),
    };

    public static FakeAnswer With(FakeGitHub github, FakeRequest request, Func<FakeRepository, FakeAnswer> answer) =>
        github.Repositories.TryGetValue($"{request.Parts["owner"]}/{request.Parts["repo"]}", out var repository) ? answer(repository) : FakeAnswer.NotFound;

    /// <summary>One page of a list, with links to the others.</summary>
    public static FakeAnswer Page(FakeGitHub github, FakeRequest request, IReadOnlyList<JsonNode> all, Func<JsonArray, JsonNode>? wrap = null)
    {
        var size = int.Parse(request.Ask("per_page") ?? "30");
        var page = int.Parse(request.Ask("page") ?? "1");
        var some = new JsonArray([.. all.Skip((page - 1) * size).Take(size)]);
        var answer = FakeAnswer.Ok(wrap is null ? some : wrap(some));
        if (page * size >= all.Count)
            return answer;
        var query = string.Join('&', request.Query.Where(q => q.Key != "page").Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value)}"));
        answer.Headers["link"] = $"<{github.Url.ToString().TrimEnd('/')}{request.Path}?{query}&page={page + 1}>; rel=\"next\"";
        return answer;
    }

    private static JsonNode Deployment(FakeGitHub github, FakeDeployment deployment) => github.Shape("deployment", new JsonObject
    {
        ["id"] = deployment.Id,
        ["sha"] = deployment.Sha,
        ["environment"] = deployment.Environment,
        ["created_at"] = $"{github.Now():yyyy-MM-ddTHH:mm:ssZ}",
    });

    private static Dictionary<string, string>? FilesOf(FakeRepository repository, string? branch) =>
        branch is null || branch == repository.DefaultBranch ? repository.Files : repository.Branches.GetValueOrDefault(branch);

    /// <summary>A file that is there takes its id to be overwritten.</summary>
    private static FakeAnswer Put(FakeGitHub github, FakeRepository repository, FakeRequest request)
    {
        if (FilesOf(repository, request.Text("branch")) is not { } files)
            return FakeAnswer.Error(404, $"Branch {request.Text("branch")} not found");
        var path = request.Parts["path"];
        if (files.ContainsKey(path) && request.Text("sha") is null)
            return FakeAnswer.Error(422, "Invalid request.\n\n\"sha\" wasn't supplied.");
        var isNew = !files.ContainsKey(path);
        files[path] = Encoding.UTF8.GetString(Convert.FromBase64String(request.Text("content")!));
        var answer = github.Shape("file-commit", new JsonObject());
        return isNew ? FakeAnswer.Created(answer) : FakeAnswer.Ok(answer);
    }

    private static JsonNode Reference(FakeGitHub github, FakeRepository repository, string branch)
    {
        var shape = github.Shape("git-ref", new JsonObject { ["ref"] = $"refs/heads/{branch}" });
        shape["object"]!["sha"] = repository.Commits.LastOrDefault()?.Sha ?? new string('c', 40);
        return shape;
    }

    private static JsonNode Content(FakeGitHub github, string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return github.Shape("content-file", new JsonObject
        {
            ["type"] = "file",
            ["encoding"] = "base64",
            ["size"] = bytes.Length,
            ["path"] = path,
            ["name"] = Path.GetFileName(path),
            ["content"] = string.Join('\n', Convert.ToBase64String(bytes).Chunk(60).Select(c => new string(c))) + "\n",
        });
    }

    private static JsonNode Pull(FakeGitHub github, FakeRepository repository, FakePull pull, string schema)
    {
        var shape = github.Shape(schema, new JsonObject
        {
            ["number"] = pull.Number,
            ["title"] = pull.Title,
            ["state"] = pull.State,
            ["draft"] = pull.Draft,
            ["node_id"] = $"PR_{repository.FullName}_{pull.Number}",
            ["merged_at"] = pull.MergeCommit is null ? null : "2026-11-20T09:00:00Z",
            ["merge_commit_sha"] = pull.MergeCommit,
            ["user"] = github.Apps.User("author")
        });
        shape["head"]!["sha"] = pull.Head;
        shape["head"]!["ref"] = pull.Branch;
        shape["head"]!["label"] = $"{pull.HeadRepository?.Split('/')[0] ?? "unknown"}:{pull.Branch}";
        shape["head"]!["repo"] = pull.HeadRepository is { } from
            ? github.Shape("repository", new JsonObject { ["full_name"] = from, ["name"] = from.Split('/')[1], ["fork"] = from != repository.FullName }) : null;
        shape["base"]!["sha"] = pull.Base;
        shape["base"]!["ref"] = repository.DefaultBranch;
        return shape;
    }

    /// <summary>The one mutation that the bot knows: a pull request that reverts a merged one.</summary>
    private static FakeAnswer Revert(FakeGitHub github, FakeRequest request)
    {
        var node = request.Body!.Value.GetProperty("variables").GetProperty("id").GetString()!;
        var (repository, pull) = github.Repositories.Values.SelectMany(r => r.Pulls.Select(p => (Repository: r, Pull: p)))
            .FirstOrDefault(p => $"PR_{p.Repository.FullName}_{p.Pull.Number}" == node);
        if (pull?.MergeCommit is null)
            return FakeAnswer.Ok(new JsonObject
            {
                ["data"] = null,
                ["errors"] = new JsonArray(new JsonObject { ["message"] = "Could not revert this pull request" })
            });
        var revert = repository.Pull($"Revert \"{pull.Title}\"", new string('9', 40), pull.MergeCommit, $"revert-{pull.Number}-{pull.Branch}");
        (revert.Draft, revert.Body) = (true, request.Body!.Value.GetProperty("variables").GetProperty("body").GetString()!);
        return FakeAnswer.Ok(new JsonObject
        {
            ["data"] = new JsonObject
            {
                ["revertPullRequest"] =
            new JsonObject { ["revertPullRequest"] = new JsonObject { ["number"] = revert.Number } }
            }
        });
    }

    /// <summary>
    /// A page of open issues with what a project's field says of each. An App that may not read projects gets none, with an error beside each.
    /// </summary>
    private static FakeAnswer Projects(FakeGitHub github, FakeRequest request)
    {
        var variables = request.Body!.Value.GetProperty("variables");
        if (!github.Repositories.TryGetValue($"{variables.GetProperty("owner").GetString()}/{variables.GetProperty("name").GetString()}", out var repository)
            || repository.ProjectField is null)
            return FakeAnswer.Ok(new JsonObject
            {
                ["data"] = null,
                ["errors"] = new JsonArray(new JsonObject { ["type"] = "FORBIDDEN", ["message"] = "Resource not accessible by integration" })
            });
        var from = variables.TryGetProperty("after", out var after) ? int.Parse(after.GetString()!) : 0;
        var open = repository.Issues.Where(i => i.State == "open").Reverse().ToList();
        JsonObject? Value(FakeIssue issue) => variables.GetProperty("field").GetString() == repository.ProjectField && issue.Field is { } value
            ? new JsonObject { ["name"] = value } : null;
        var nodes = open.Skip(from).Take(100).Select(i => new JsonObject
        {
            ["number"] = i.Number,
            ["projectItems"] = new JsonObject
            {
                ["nodes"] = repository.Hidden.Contains(i.Number) ? new JsonArray((JsonNode?)null)
                    : i.Field is null ? [] : new JsonArray(new JsonObject { ["fieldValueByName"] = Value(i) }),
            },
        });
        var issues = new JsonObject
        {
            ["pageInfo"] = new JsonObject { ["endCursor"] = $"{from + 100}", ["hasNextPage"] = open.Count > from + 100 },
            ["nodes"] = new JsonArray([.. nodes]),
        };
        var answer = new JsonObject { ["data"] = new JsonObject { ["repository"] = new JsonObject { ["issues"] = issues } } };
        // GraphQL answers with what may be read, and with an error for each place that may not.
        var hidden = open.Skip(from).Take(100).Where(i => repository.Hidden.Contains(i.Number)).ToList();
        if (hidden.Count > 0)
            answer["errors"] = new JsonArray([.. hidden.Select(i =>
                new JsonObject { ["type"] = "FORBIDDEN", ["message"] = "Resource not accessible by integration" })]);
        return FakeAnswer.Ok(answer);
    }

    private static JsonNode Commit(FakeGitHub github, FakeCommit commit)
    {
        var shape = github.Shape("commit", new JsonObject
        {
            ["sha"] = commit.Sha,
            ["author"] = github.Apps.User("author"),
            ["committer"] = github.Apps.User("author"),
            ["parents"] = new JsonArray([.. commit.Parents.Select(p => new JsonObject { ["sha"] = p, ["url"] = "https://api.github.com/x" })]),
            ["files"] = new JsonArray([.. commit.Files.Select(f => github.Shape("diff-entry", new JsonObject
            {
                ["sha"] = new string('b', 40), ["filename"] = f.Path, ["status"] = "modified", ["patch"] = f.Patch, ["additions"] = 1, ["deletions"] = 1,
                    ["changes"] = 2,
            }))]),
        });
        shape["commit"]!["message"] = commit.Message;
        foreach (var who in new[] { "author", "committer" })
            shape["commit"]![who] = new JsonObject
            {
                ["name"] = commit.Author,
                ["email"] = "a@example.com",
                ["date"] = commit.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ")
            };
        return shape;
    }

    /// <summary>
    /// What lies between two branches or commits, of forks too: <c>ahead</c> where the second holds the first, <c>behind</c> where the first holds the second,
    /// <c>diverged</c> where both hold a third.
    /// </summary>
    private static FakeAnswer Compare(FakeGitHub github, FakeRepository repository, FakeRequest request)
    {
        if (request.Parts["basehead"].Split("...") is not [var first, var second] || repository.Resolve(first) is not { } from
            || repository.Resolve(second) is not { } to)
            return FakeAnswer.NotFound;
        var (ofBase, ofHead) = (repository.Ancestors(from.Sha), repository.Ancestors(to.Sha));
        if (repository.Commits.LastOrDefault(c => ofBase.Contains(c.Sha) && ofHead.Contains(c.Sha)) is not { } merged)
            return FakeAnswer.Error(404, $"No common ancestor between {first} and {second}.");
        var between = repository.Commits.Where(c => ofHead.Contains(c.Sha) && !ofBase.Contains(c.Sha)).ToList();
        var behind = ofBase.Count(c => !ofHead.Contains(c));
        var most = int.Parse(request.Ask("per_page") ?? "250");
        return FakeAnswer.Ok(github.Shape("commit-comparison", new JsonObject
        {
            ["status"] = (between.Count, behind) switch { (0, 0) => "identical", (_, 0) => "ahead", (0, _) => "behind", _ => "diverged" },
            ["ahead_by"] = between.Count,
            ["behind_by"] = behind,
            ["total_commits"] = between.Count,
            ["base_commit"] = Commit(github, from),
            ["merge_base_commit"] = Commit(github, merged),
            ["commits"] = new JsonArray([.. between.Take(most).Select(c => Commit(github, c))]),
            ["files"] = new JsonArray(),
        }));
    }
}
