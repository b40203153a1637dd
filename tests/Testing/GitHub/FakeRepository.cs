using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Whybot.Testing.GitHub;

/// <summary>What the fake remembers of one repository.</summary>
public sealed class FakeRepository(string fullName, long id)
{
    private int _issues;
    private long _ids = 1000;

    public long Id => id;

    /// <summary>Its name now; <see cref="FakeGitHub.Rename"/> changes it.</summary>
    public string FullName { get; internal set; } = fullName;
    public string DefaultBranch { get; init; } = "main";

    /// <summary>Files of the default branch.</summary>
    public Dictionary<string, string> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Files of single commits, by SHA; other commits have those of the default branch.</summary>
    public Dictionary<string, Dictionary<string, FakeSource>> Sources { get; } = new(StringComparer.Ordinal);

    /// <summary>There are more files than GitHub lists.</summary>
    public bool HasMoreSources { get; set; }

    /// <summary>All commits that GitHub knows of the repository and of its forks, oldest first.</summary>
    public List<FakeCommit> Commits { get; } = [];

    /// <summary>Newest commits of the repository's own branches.</summary>
    public Dictionary<string, string> Heads { get; } = new(StringComparer.Ordinal);
    public List<FakePull> Pulls { get; } = [];
    public List<FakeRun> Runs { get; } = [];

    /// <summary>Deployments, oldest first.</summary>
    public List<FakeDeployment> Deployments { get; } = [];
    public List<JsonObject> CheckRuns { get; } = [];
    public List<FakeIssue> Issues { get; } = [];

    /// <summary>The field of a project that the App may read; null where it may read none.</summary>
    public string? ProjectField { get; set; }

    /// <summary>Issues that are in a project that the App may not read.</summary>
    public HashSet<int> Hidden { get; } = [];

    /// <summary>Workflows that were started by a program, with their inputs.</summary>
    public List<(FakeRun Run, IReadOnlyDictionary<string, string> Inputs)> Dispatched { get; } = [];

    /// <summary>Workflows that can be started; null for all.</summary>
    public IReadOnlyList<string>? Workflows { get; set; }

    /// <summary>What becomes of a workflow that was started; as it is, it passes at once.</summary>
    public Action<FakeRun, IReadOnlyDictionary<string, string>> OnDispatch { get; set; } = (_, _) => { };

    /// <summary>Files of branches other than the default one.</summary>
    public Dictionary<string, Dictionary<string, string>> Branches { get; } = new(StringComparer.Ordinal);

    /// <summary>Comments of pull requests, by number.</summary>
    public Dictionary<int, List<FakeComment>> PullComments { get; } = [];

    /// <summary>Reviews of all pull requests.</summary>
    public List<FakeComment> Reviews { get; } = [];

    /// <summary>Remarks on lines of all pull requests.</summary>
    public List<FakeComment> LineComments { get; } = [];

    /// <summary>Objects of git that were stored one by one, by SHA.</summary>
    public Dictionary<string, byte[]> Objects { get; } = new(StringComparer.Ordinal);

    /// <summary>Commits by the whole names of the refs that GraphQL has moved.</summary>
    public Dictionary<string, string> Refs { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether only members may read it.</summary>
    public bool IsPrivate { get; set; } = true;

    /// <summary>Role names by login.</summary>
    public Dictionary<string, string> Roles { get; } = new(StringComparer.Ordinal);

    /// <summary>Downloads that were offered: by key, the bytes and until when.</summary>
    internal ConcurrentDictionary<string, (byte[] Content, DateTimeOffset Until)> Offers { get; } = new(StringComparer.Ordinal);

    public long NextId() => ++_ids;

    public int NextNumber() => ++_issues;

    /// <summary>Issues and pull requests share their numbers.</summary>
    public void SkipTo(int number) => _issues = Math.Max(_issues, number);

    public FakeCommit Commit(string sha, string message, string? parent, params (string Path, string Patch)[] files)
    {
        var commit = new FakeCommit(sha, message, parent, files);
        Commits.Add(commit);
        return commit;
    }

    /// <summary>A pull request from a branch of the repository itself.</summary>
    public FakePull Pull(string title, string head, string @base, string branch = "feature") => Pull(title, head, @base, branch, FullName);

    /// <summary>A pull request from a fork.</summary>
    /// <param name="fork"><c>owner/name</c>.</param>
    public FakePull Pull(string title, string head, string @base, string branch, string fork)
    {
        var pull = new FakePull(NextNumber(), title, head, @base, branch) { HeadRepository = fork };
        Pulls.Add(pull);
        return pull;
    }

    /// <summary>A run for a branch of the repository itself; one for the default branch was started by a push, which has moved the branch there.</summary>
    public FakeRun Run(string name, string sha, string conclusion, string branch = "feature")
    {
        var run = Run(name, sha, conclusion, branch, FullName);
        if (branch != DefaultBranch)
            return run;
        run.Event = "push";
        Push(branch, sha);
        return run;
    }

    /// <summary>A run for a fork's pull request.</summary>
    /// <param name="fork"><c>owner/name</c>.</param>
    public FakeRun Run(string name, string sha, string conclusion, string branch, string fork)
    {
        var run = new FakeRun(NextId(), name, sha, branch) { Conclusion = conclusion, HeadRepository = fork };
        Runs.Add(run);
        return run;
    }

    /// <summary>Moves a branch of the repository, as a push does; a run of an older commit moves none back.</summary>
    public void Push(string branch, string sha)
    {
        if (!Heads.TryGetValue(branch, out var head) || !Ancestors(head).Contains(sha))
            Heads[branch] = sha;
    }

    /// <summary>The commit that a branch, or a commit's id, stands for; null for none.</summary>
    public FakeCommit? Resolve(string reference)
    {
        var sha = Heads.TryGetValue(reference, out var head) ? head : reference == DefaultBranch ? Trunk() : reference;
        return Commits.FirstOrDefault(c => c.Sha == sha);
    }

    /// <summary>A commit and all that it holds.</summary>
    public HashSet<string> Ancestors(string sha)
    {
        var (found, open) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>([sha]));
        while (open.TryDequeue(out var next))
            if (Commits.FirstOrDefault(c => c.Sha == next) is { } commit && found.Add(next))
                foreach (var parent in commit.Parents)
                    open.Enqueue(parent);
        return found;
    }

    /// <summary>Where nobody has pushed by a run: the last commit that no pull request proposes.</summary>
    private string? Trunk() => (Commits.LastOrDefault(c => !Pulls.Exists(p => p.Head == c.Sha || p.Before.Contains(c.Sha))) ?? Commits.LastOrDefault())?.Sha;

    /// <summary>A comment that a person, or a bot, wrote.</summary>
    public FakeComment Comment(int thread, string author, string body, string type = "User")
    {
        var comment = new FakeComment(NextId(), body, author, type, null);
        FakeIssues.Thread(this, thread).Add(comment);
        return comment;
    }

    /// <summary>A review, or a remark on a line, that a person wrote.</summary>
    public FakeComment Write(List<FakeComment> among, string author, string body)
    {
        var comment = new FakeComment(NextId(), body, author, "User", null);
        among.Add(comment);
        return comment;
    }

    /// <summary>An issue that a person wrote.</summary>
    public FakeIssue Issue(string title, string body, params string[] labels)
    {
        var issue = new FakeIssue(NextNumber(), NextId(), title, body, "somebody", "User", null);
        issue.Labels.AddRange(labels);
        Issues.Add(issue);
        return issue;
    }
}

/// <param name="State">Of its newest status; null for one without.</param>
public sealed record FakeDeployment(long Id, string Environment, string Sha, string? State);

public sealed record FakeCommit(string Sha, string Message, string? Parent, IReadOnlyList<(string Path, string Patch)> Files)
{
    /// <summary>The other parent of a merge.</summary>
    public string? Merged { get; set; }

    /// <summary>The name in the commit, which is whatever whoever made it has set.</summary>
    public string Author { get; set; } = "author";

    public DateTimeOffset At { get; set; } = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    public IEnumerable<string> Parents => new[] { Parent, Merged }.OfType<string>();
}

public sealed class FakePull(int number, string title, string head, string @base, string branch)
{
    public int Number => number;
    public string Title => title;
    public string Head { get; set; } = head;

    /// <summary>Earlier newest commits.</summary>
    public List<string> Before { get; } = [];
    public string Base => @base;
    public string Branch => branch;
    public string State { get; set; } = "open";

    /// <summary><c>owner/name</c> of where its branch is; null for a fork that was deleted.</summary>
    public string? HeadRepository { get; set; }

    /// <summary>Commit by which it was merged; null while it is not.</summary>
    public string? MergeCommit { get; set; }
    public DateTimeOffset MergedAt { get; set; }
    public string Association { get; set; } = "MEMBER";
    public string Body { get; set; } = "";
    public bool Draft { get; set; }
}

public sealed class FakeIssue(int number, long id, string title, string body, string author, string authorType, JsonNode? via)
{
    public int Number => number;
    public long Id => id;
    public string Title { get; set; } = title;
    public string Body { get; set; } = body;
    public string Author { get; set; } = author;
    public string AuthorType => authorType;
    public JsonNode? Via => via;
    public string State { get; set; } = "open";
    public string? StateReason { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Login of whoever closed it; null while it is open.</summary>
    public string? ClosedBy { get; set; }

    /// <summary>The commit whose message closed it; null where a person did, or a pull request.</summary>
    public string? ClosedByCommit { get; set; }
    public List<string> Assignees { get; } = [];

    /// <summary>What the project's field says of it; null where it is in no project.</summary>
    public string? Field { get; set; }
    public List<string> Labels { get; } = [];

    /// <summary>As a person does it on the page.</summary>
    public void Close(string login, string reason, DateTimeOffset at) => (State, StateReason, ClosedBy, ClosedAt) = ("closed", reason, login, at);
    public List<FakeComment> Comments { get; } = [];
}

public sealed class FakeComment(long id, string body, string author, string authorType, JsonNode? via)
{
    public long Id => id;
    public string Body { get; set; } = body;
    public string Author => author;
    public string AuthorType => authorType;
    public JsonNode? Via => via;
    public List<string> Reactions { get; } = [];

    /// <summary>As GitHub says it, which is wrong for private members.</summary>
    public string Association { get; set; } = "NONE";

    /// <summary>How often it was changed.</summary>
    public int Edits { get; set; }
}
