using System.Globalization;
using Whybot.Testing.GitHub;

namespace Whybot.Benchmarks.Histories;

/// <summary>
/// A repository in which causes come and go, and what GitHub makes of it: which events start Whybot's workflow, and which do not because a workflow's own token
/// caused them (docs.github.com, "GITHUB_TOKEN": only <c>workflow_dispatch</c> and <c>repository_dispatch</c> do).
/// </summary>
internal sealed class World
{
    public const string Environment = "staging";
    private const string Ann = "ann";

    private static readonly string[] Commands = ["/why", "/status", "/history", "/priority P1", "/close fixed by hand"];

    private readonly Random _random;
    private readonly FakeRepository _repository;
    private readonly TimeProvider _time;
    private readonly HashSet<WorldCause> _present = [];
    private readonly List<FakeRun> _unfinished = [];
    private readonly List<(FakeRun Run, string Sha, IReadOnlySet<string>? Only)> _suites = [];
    private readonly List<WorldCommit> _rollbacks = [];
    private string _last = Stage.BaseSha;
    private int _numbers;

    public World(FakeGitHub github, Random random, TimeProvider time)
    {
        (_random, _time) = (random, time);
        _repository = github.Add(Stage.Repository);
        _repository.IsPrivate = random.Next(3) > 0;
        _repository.Roles[Ann] = "write";
        _repository.Files[".github/whybot.yml"] = $$"""
            environments:
              staging:
                run: {workflow: staging.yml, recheck: {{(random.Next(2) == 0 ? "true" : "false")}}, rollback: rollback.yml, promote: promote.yml}
            suites:
              - {name: orders, category: critical, priority: P1, files: [tests/test_orders.py]}
            gates: {critical: 95%, overall: 90%}
            """;
        _repository.Files[".github/workflows/whybot.yml"] = "on: {workflow_run: {workflows: [ci, lint], types: [completed]}, workflow_dispatch: }\n";
        _repository.OnDispatch = Dispatched;
        _repository.Commit(Stage.BaseSha, "Base", null).At = time.GetUtcNow();
        Main.Add(new WorldCommit(Stage.BaseSha, new HashSet<WorldCause>(), null, time.GetUtcNow()));
    }

    public FakeRepository Repository => _repository;

    /// <summary>Commits of the default branch, oldest first.</summary>
    public List<WorldCommit> Main { get; } = [];

    /// <summary>All commits that pull requests proposed, oldest first.</summary>
    public List<WorldCommit> Proposed { get; } = [];

    public List<WorldDeployment> Deployments { get; } = [];

    public List<WorldComment> Comments { get; } = [];

    /// <summary>Numbers of issues that a person has closed, on the page or by a command.</summary>
    public HashSet<int> ClosedByPeople { get; } = [];

    /// <summary>Something happens.</summary>
    /// <returns>The events for which GitHub starts Whybot's workflow.</returns>
    public IEnumerable<WorldEvent> Happen() => _random.Next(20) switch
    {
        < 8 => Push(),
        < 11 => Propose(),
        < 15 => Deploy(),
        < 17 => Comment(),
        18 => CloseByHand(),
        _ => [WorldEvent.WakeUp],
    };

    /// <summary>What goes on by itself: workflows end, rollbacks deploy.</summary>
    /// <param name="all">Whether everything that is under way ends.</param>
    public IEnumerable<WorldEvent> GoOn(bool all)
    {
        foreach (var run in _unfinished.Where(_ => all || _random.Next(2) == 0).ToList())
        {
            _unfinished.Remove(run);
            (run.Status, run.Conclusion, run.UpdatedAt) = ("completed", "success", _time.GetUtcNow());
            yield return new WorldEvent("other check", "workflow_run", Stage.WorkflowRun(run), run.Sha);
        }
        foreach (var suite in _suites.Where(_ => all || _random.Next(3) > 0).ToList())
        {
            _suites.Remove(suite);
            End(suite.Run, suite.Sha, suite.Only);
            // Some repositories have the suites' workflow tell Whybot that it has ended.
            if (_random.Next(3) > 0)
                yield return new WorldEvent("suites end", "workflow_dispatch", "{}");
        }
        foreach (var commit in _rollbacks.ToList())
        {
            _rollbacks.Remove(commit);
            Deploy(commit);
        }
    }

    private IEnumerable<WorldEvent> Push()
    {
        var files = new List<(string, string)> { ("src/colours.py", $"@@ -1 +1 @@\n-red\n+{_numbers}") };
        if (_random.Next(5) < 2 && WorldCause.All[_random.Next(WorldCause.All.Count)] is var broken && _present.Add(broken))
            files.Add(broken.Breaks);
        else if (_random.Next(5) < 2 && _present.Count > 0 && _present.ElementAt(_random.Next(_present.Count)) is var repaired && _present.Remove(repaired))
            files.Add(repaired.Fixes);
        var commit = Commit(_last, _present, files);
        Main.Add(commit);
        _last = commit.Sha;
        return Checked(commit, _repository.DefaultBranch);
    }

    private IEnumerable<WorldEvent> Propose()
    {
        HashSet<WorldCause> failing = [.. _present];
        if (_random.Next(2) == 0)
            failing.Add(WorldCause.All[_random.Next(WorldCause.All.Count)]);
        (string, string)[] files = [.. failing.Except(_present).Select(c => c.Breaks), ("src/shapes.py", $"@@ -1 +1 @@\n-round\n+{_numbers}")];
        var pull = _repository.Pulls.Count > 0 && _random.Next(2) == 0 ? _repository.Pulls[^1] : null;
        var sha = Commit(pull?.Head ?? _last, failing, files);
        if (pull is null)
            pull = _repository.Pull($"Proposal {_numbers}", sha.Sha, _last, $"feature-{_numbers}");
        else
        {
            pull.Before.Add(pull.Head);
            pull.Head = sha.Sha;
        }
        Proposed.Add(sha with { Pull = pull.Number });
        return Checked(sha, pull.Branch);
    }

    private IEnumerable<WorldEvent> Deploy()
    {
        var deployment = Deploy(Main[^1]);
        // One that a workflow's own token made causes no event.
        return _random.Next(3) == 0 ? []
            : [new WorldEvent("deployment", "deployment_status", Stage.Deployment((int)deployment.Id, deployment.Commit.Sha), $"deployment {deployment.Id}")];
    }

    private WorldDeployment Deploy(WorldCommit commit)
    {
        var deployment = new WorldDeployment(100 + Deployments.Count, commit);
        Deployments.Add(deployment);
        for (var i = 0; i < _repository.Deployments.Count; i++)
            _repository.Deployments[i] = _repository.Deployments[i] with { State = "inactive" };
        _repository.Deployments.Add(new FakeDeployment(deployment.Id, Environment, commit.Sha, "success"));
        return deployment;
    }

    private IEnumerable<WorldEvent> Comment()
    {
        var threads = _repository.Issues.Select(i => i.Number).Concat(_repository.Pulls.Select(p => p.Number)).ToList();
        if (threads.Count == 0)
            return [];
        var thread = threads[_random.Next(threads.Count)];
        var command = Commands[_random.Next(Commands.Length)];
        var comment = _repository.Comment(thread, Ann, command);
        Comments.Add(new WorldComment(thread, comment.Id, command));
        if (command.StartsWith("/close", StringComparison.Ordinal))
            ClosedByPeople.Add(thread);
        return [new WorldEvent("comment", "issue_comment", Stage.IssueComment(thread, comment), $"comment {comment.Id}")];
    }

    private IEnumerable<WorldEvent> CloseByHand()
    {
        if (_repository.Issues.FirstOrDefault(i => i.State == "open") is not { } issue)
            return [];
        issue.Close(Ann, "completed", _time.GetUtcNow());
        ClosedByPeople.Add(issue.Number);
        return [new WorldEvent("issue", "issues", Stage.Issue(issue, "closed"))];
    }

    private WorldCommit Commit(string parent, IEnumerable<WorldCause> failing, IEnumerable<(string, string)> files)
    {
        var sha = (++_numbers).ToString("x8", CultureInfo.InvariantCulture) + new string('d', 32);
        _repository.Commit(sha, $"Change {_numbers}", parent, [.. files]).At = _time.GetUtcNow();
        return new WorldCommit(sha, failing.ToHashSet(), null, _time.GetUtcNow());
    }

    private IEnumerable<WorldEvent> Checked(WorldCommit commit, string branch)
    {
        var conclusion = commit.Failing.Count == 0 ? "success" : "failure";
        var run = _repository.Run("ci", commit.Sha, conclusion, branch).Job("tests", conclusion, WorldResults.Log(commit.Failing))
            .Artifact("results", WorldResults.Of(commit.Failing, _time.GetUtcNow()));
        run.UpdatedAt = _time.GetUtcNow();
        if (_random.Next(6) == 0)
        {
            var lint = _repository.Run("lint", commit.Sha, "success", branch);
            (lint.Status, lint.Conclusion) = ("in_progress", null);
            _unfinished.Add(lint);
        }
        var kind = commit.Failing.Count == 0 ? "green commit" : _repository.CheckRuns.Count == 0 ? "first failure" : "failing commit";
        return [new WorldEvent(kind, "workflow_run", Stage.WorkflowRun(run), commit.Sha)];
    }

    private void Dispatched(FakeRun run, IReadOnlyDictionary<string, string> inputs)
    {
        if (run.Name == "rollback.yml")
            _rollbacks.Add(Main.FindLast(c => c.Failing.Count == 0)!);
        if (!inputs.ContainsKey("suites"))
            return;
        (run.Status, run.Conclusion) = ("in_progress", null);
        var only = inputs["tests"].Length == 0 ? null : inputs["tests"].Split('\n').Select(t => t.Split("::")[^1].Split('.')[^1])
            .ToHashSet(StringComparer.Ordinal);
        _suites.Add((run, inputs["sha"], only));
    }

    private void End(FakeRun run, string sha, IReadOnlySet<string>? only)
    {
        (run.Status, run.Conclusion) = ("completed", "success");
        run.Artifact("results", WorldResults.Of(Main.Single(c => c.Sha == sha).Failing, _time.GetUtcNow(), only));
    }
}
