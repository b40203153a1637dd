using System.IO.Compression;
using System.Security;
using System.Text;
using System.Text.Json.Nodes;

namespace Whybot.Testing.GitHub;

/// <summary>A repository in which something fails, set up in a few lines, and the webhooks that GitHub would send about it.</summary>
public static class Stage
{
    public const string Repository = "team/shop";
    public static readonly string BaseSha = new('a', 40);
    public static readonly string HeadSha = new('f', 40);

    /// <summary>
    /// A pull request of the repository's own whose tests fail for one cause that its own change does not explain; the settings want issues of pull requests
    /// too.
    /// </summary>
    public static FakeRepository FailingPull(FakeGitHub github, string? message = null)
    {
        var repository = github.Add(Repository);
        repository.Files[".github/whybot.yml"] = "issues: {pull-requests: true}\n";
        repository.Commit(BaseSha, "Base", null);
        repository.Commit(HeadSha, "Change the colours", BaseSha, ("src/colours.py", "@@ -1 +1 @@\n-red\n+blue"));
        repository.Pull("Change the colours", HeadSha, BaseSha);
        repository.Run("ci", HeadSha, "failure").Job("tests", "failure", JobLog("FAILED tests/test_orders.py::test_total"))
            .Artifact("results", Zip(("orders.xml", JUnit(("test_total",
                message ?? "ConnectionRefusedError: [Errno 111] Connection refused: db:5432"), ("test_list", null)))));
        return repository;
    }

    /// <summary>The same failure, with the change on the default branch.</summary>
    public static FakeRepository FailingMain(FakeGitHub github, string? message = null)
    {
        var repository = FailingPull(github, message);
        var proposed = repository.Runs.Single();
        repository.Pulls.Clear();
        repository.Runs.Clear();
        repository.Files.Clear();
        MainRun(repository, HeadSha, "failure", proposed.Artifacts.Single().Zip).Job("tests", "failure", proposed.Jobs.Single().Log);
        return repository;
    }

    /// <summary>A run of the default branch, started by a push of a commit.</summary>
    public static FakeRun MainRun(FakeRepository repository, string sha, string conclusion, byte[] results) =>
        repository.Run("ci", sha, conclusion, repository.DefaultBranch).Artifact("results", results);

    public static string JobLog(params string[] lines) =>
        string.Concat(lines.Append("##[error]Process completed with exit code 1.").Select((l, i) => $"2026-11-20T12:00:{i % 60:00}.0000000Z {l}\n"));

    /// <param name="tests">Names with the message of their failure; null for one that passes.</param>
    public static string JUnit(params (string Name, string? Message)[] tests)
    {
        var text = new StringBuilder($"<testsuites><testsuite name=\"orders\" tests=\"{tests.Length}\" timestamp=\"2026-11-20T12:00:00\">\n");
        foreach (var (name, message) in tests)
            text.Append($"<testcase classname=\"tests.test_orders\" name=\"{SecurityElement.Escape(name)}\" "
                + $"time=\"0.25\">{(message is null ? "" : Failure(message))}</testcase>\n");
        return text.Append("</testsuite></testsuites>\n").ToString();
    }

    public static byte[] Zip(params (string Name, string Text)[] files) => Zip(files.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text))).ToArray());

    public static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create))
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        return packed.ToArray();
    }

    public static string WorkflowRun(string sha, string conclusion = "failure", string repository = Repository) =>
        Payload(repository, "completed", "workflow_run", new JsonObject { ["id"] = 1, ["head_sha"] = sha, ["conclusion"] = conclusion });

    /// <summary>A deployment that reached its environment.</summary>
    /// <param name="run">The run of a workflow that made it; null where another program did.</param>
    public static string Deployment(int id, string sha, string environment = "staging", string repository = Repository, FakeRun? run = null) =>
        GitHub.Payload.Of("deployment_status", new JsonObject
        {
            ["workflow_run"] = run is null ? null : new JsonObject { ["id"] = run.Id, ["event"] = run.Event },
            ["deployment"] = new JsonObject { ["id"] = id, ["sha"] = sha, ["environment"] = environment, ["ref"] = "" },
            ["deployment_status"] = new JsonObject { ["state"] = "success" },
            ["repository"] = new JsonObject { ["full_name"] = repository },
            ["installation"] = new JsonObject { ["id"] = FakeApps.InstallationId },
        }).ToJsonString();

    /// <summary>That a run which the fake knows is complete.</summary>
    public static string WorkflowRun(FakeRun run) => Payload(Repository, "completed", "workflow_run", new JsonObject
    {
        ["id"] = run.Id,
        ["head_sha"] = run.Sha,
        ["head_branch"] = run.Branch,
        ["event"] = run.Event,
        ["conclusion"] = run.Conclusion,
        ["display_title"] = run.Title,
        ["head_repository"] = run.HeadRepository is { } head ? new JsonObject { ["full_name"] = head, ["fork"] = head != Repository } : null,
        ["pull_requests"] = new JsonArray(),
    });

    /// <summary>A comment that was just written.</summary>
    public static string IssueComment(int thread, FakeComment comment, string action = "created") =>
        Written("issue_comment", action, "issue", thread, "comment", comment);

    /// <summary>A review that was just submitted.</summary>
    public static string Review(int pull, FakeComment review, string action = "submitted") =>
        Written("pull_request_review", action, "pull_request", pull, "review", review);

    /// <summary>A remark on a line of a pull request that was just written.</summary>
    public static string LineComment(int pull, FakeComment comment, string action = "created") =>
        Written("pull_request_review_comment", action, "pull_request", pull, "comment", comment);

    /// <summary>A commit of the merge queue.</summary>
    public static string MergeGroup(string sha) => Payload(Repository, "checks_requested", "merge_group", new JsonObject { ["head_sha"] = sha });

    /// <summary>The App was removed from repositories, or given them: <c>deleted</c>, <c>created</c>, <c>suspend</c>, <c>unsuspend</c>.</summary>
    public static string Installation(string action, params string[] repositories) => GitHub.Payload.Of("installation", new JsonObject
    {
        ["action"] = action,
        ["installation"] = new JsonObject { ["id"] = FakeApps.InstallationId },
        ["repositories"] = new JsonArray([.. repositories.Select(
            r => new JsonObject { ["id"] = RepositoryNumber.Of(r), ["node_id"] = "x", ["name"] = r.Split('/')[^1], ["full_name"] = r, ["private"] = false })]),
    }).ToJsonString();

    /// <summary>Repositories were taken from the App's installation, or given to it: <c>removed</c>, <c>added</c>.</summary>
    public static string InstallationRepositories(string action, long installation, FakeRepository repository) =>
        GitHub.Payload.Of("installation_repositories", new JsonObject
        {
            ["action"] = action,
            ["installation"] = new JsonObject { ["id"] = installation },
            [$"repositories_{action}"] = new JsonArray(new JsonObject
            {
                ["id"] = repository.Id,
                ["node_id"] = "x",
                ["name"] = repository.FullName.Split('/')[1],
                ["full_name"] = repository.FullName,
                ["private"] = false
            }),
        }).ToJsonString();

    /// <summary>A repository has another name.</summary>
    /// <param name="before">Its name before, without the owner.</param>
    public static string Renamed(FakeRepository repository, string before) =>
        OfRepository(repository, "renamed", new JsonObject { ["repository"] = new JsonObject { ["name"] = new JsonObject { ["from"] = before } } });

    /// <summary>A repository has another owner.</summary>
    /// <param name="before">Login of its owner before.</param>
    /// <param name="installation">Of the App at the new owner.</param>
    public static string Transferred(FakeRepository repository, string before, long installation) => OfRepository(repository, "transferred",
        new JsonObject { ["owner"] = new JsonObject { ["from"] = new JsonObject { ["user"] = new JsonObject { ["login"] = before } } } }, installation);

    public static string Deleted(FakeRepository repository) => OfRepository(repository, "deleted", null);

    /// <summary>An event as GitHub sends it of a repository that has another id or name than the one it was made for.</summary>
    /// <param name="fullName">Null for the present one.</param>
    public static string Of(FakeRepository repository, string payload, string? fullName = null, long installation = FakeApps.InstallationId)
    {
        var whole = JsonNode.Parse(payload)!.AsObject();
        whole["installation"]!["id"] = installation;
        (whole["repository"]!["id"], whole["repository"]!["full_name"]) = (repository.Id, fullName ?? repository.FullName);
        return whole.ToJsonString();
    }

    private static string OfRepository(FakeRepository repository, string action, JsonObject? changes, long installation = FakeApps.InstallationId)
    {
        var about = new JsonObject
        {
            ["action"] = action,
            ["repository"] = new JsonObject { ["id"] = repository.Id, ["full_name"] = repository.FullName },
            ["installation"] = new JsonObject { ["id"] = installation },
        };
        if (changes is not null)
            about["changes"] = changes;
        return GitHub.Payload.Of("repository", about).ToJsonString();
    }

    /// <summary>An issue that somebody has changed.</summary>
    public static string Issue(FakeIssue issue, string action) =>
        Payload(Repository, action, "issue", new JsonObject { ["number"] = issue.Number, ["state"] = issue.State });

    /// <summary>An issue whose body somebody has changed.</summary>
    public static string Edited(FakeIssue issue, string before, string by) => GitHub.Payload.Of("issues", new JsonObject
    {
        ["action"] = "edited",
        ["issue"] = new JsonObject { ["number"] = issue.Number, ["state"] = issue.State, ["body"] = issue.Body },
        ["changes"] = new JsonObject { ["body"] = new JsonObject { ["from"] = before } },
        ["sender"] = new JsonObject { ["login"] = by, ["type"] = "User" },
        ["repository"] = new JsonObject { ["full_name"] = Repository },
        ["installation"] = new JsonObject { ["id"] = FakeApps.InstallationId },
    }).ToJsonString();

    public static string CheckSuite(string sha, string repository = Repository) =>
        Payload(repository, "completed", "check_suite", new JsonObject
        {
            ["head_sha"] = sha,
            ["conclusion"] = "failure",
            ["app"] = new JsonObject { ["id"] = 15368 }
        });

    public static string CheckRun(string sha, long app = 15368) =>
        Payload(Repository, "completed", "check_run", new JsonObject
        {
            ["head_sha"] = sha,
            ["conclusion"] = "failure",
            ["app"] = new JsonObject { ["id"] = app }
        });

    /// <param name="name">The field that the event is about.</param>
    public static string Payload(string repository, string action, string name, JsonObject about) =>
        GitHub.Payload.Of(name == "issue" ? "issues" : name, new JsonObject
        {
            ["action"] = action,
            [name] = about,
            ["repository"] = new JsonObject { ["full_name"] = repository },
            ["installation"] = new JsonObject { ["id"] = FakeApps.InstallationId },
        }).ToJsonString();

    private static string Written(string name, string action, string thread, int number, string field, FakeComment comment) =>
        GitHub.Payload.Of(name, new JsonObject
        {
            ["action"] = action,
            [thread] = new JsonObject { ["number"] = number },
            [field] = new JsonObject
            {
                ["id"] = comment.Id,
                ["body"] = comment.Body,
                ["user"] = new JsonObject { ["login"] = comment.Author, ["type"] = comment.AuthorType }
            },
            ["changes"] = new JsonObject { ["body"] = new JsonObject { ["from"] = "" } },
            ["repository"] = new JsonObject { ["full_name"] = Repository },
            ["installation"] = new JsonObject { ["id"] = FakeApps.InstallationId },
        }).ToJsonString();

    private static string Failure(string message) =>
        $"<failure message=\"{SecurityElement.Escape(message)}\">"
        + SecurityElement.Escape($"tests/test_orders.py:12: in test_total\n    total()\nsrc/orders.py:40: in total\n    connect()\nE   {message}")
        + "</failure>";
}
