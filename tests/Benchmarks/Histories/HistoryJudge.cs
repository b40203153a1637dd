using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using Whybot.Testing.GitHub;

namespace Whybot.Benchmarks.Histories;

/// <summary>
/// Holds what lies on the fake GitHub against what really happened. What a run has taken in must be dealt with in the end, and so must a failure whose run
/// was killed, or failed, before it wrote the state: the schedule finds it. Other events that nobody has taken in may be dealt with: GitHub starts no run for
/// them again. The same holds for what was not finished when the state was lost: it was known to nobody else.
/// </summary>
internal sealed partial class HistoryJudge(World world, FakeGitHub github, TimeProvider time)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly List<string> _violations = [];
    private int _losses;
    private DateTimeOffset? _began;

    /// <summary>The schedule looks back a day; it comes within two hours.</summary>
    private static readonly TimeSpan LooksBack = TimeSpan.FromHours(22);

    private FakeRepository Repository => world.Repository;

    public IReadOnlyList<string> Violations => _violations;

    public void Violated(string what)
    {
        if (!_violations.Contains(what))
            _violations.Add(what);
    }

    /// <summary>A run has taken an event in: it is in the state.</summary>
    public void Took(string? subject)
    {
        if (subject is null)
            return;
        _taken.Add(subject);
        if (world.Main.Concat(world.Proposed.Where(c => c.Failing.Count > 0)).Any(c => c.Sha == subject))
            _began ??= time.GetUtcNow();
    }

    /// <summary>The state is about to be lost, and with it everything that does not show on GitHub yet.</summary>
    public void Loses()
    {
        _losses++;
        _began = null;
        _taken.RemoveWhere(t => !IsDone(t));
    }

    private bool IsDone(string subject) => subject.Split(' ') switch
    {
        ["comment", var id] => Replies(id) > 0,
        ["deployment", _] => true,
        _ => world.Main.Concat(world.Proposed).FirstOrDefault(c => c.Sha == subject) is { } commit
            && (commit.Failing.Count == 0 || (Checks(commit.Sha).Any()
                && (commit.Pull is { } pull ? HasComment(pull) : commit.Failing.All(c => Has(c, subject))))),
    };

    private bool Has(WorldCause cause, string sha) => IssuesOf(cause).Any(i => HasMore(i) || Rows(i).Any(r => r.Sha == sha));

    /// <summary>After each moment: what must never be, whatever happens.</summary>
    public void Look()
    {
        foreach (var cause in WorldCause.All)
            if (IssuesOf(cause).Where(i => i.State == "open").ToList() is { Count: > 1 } open)
                Violated($"{cause.Name} has {open.Count} open issues: {string.Join(", ", open.Select(i => $"#{i.Number}"))}");
        foreach (var twice in Repository.CheckRuns.GroupBy(c => $"{c["name"]} on {c["head_sha"]!.ToString()[..8]}").Where(g => g.Count() > 1))
            Violated($"{twice.Count()} check runs {twice.Key}");
        foreach (var (pull, comments) in Repository.PullComments)
            Once($"pull request {pull}", comments);
        foreach (var issue in Repository.Issues)
            Once($"issue {issue.Number}", issue.Comments);
        // Suites only look, so they are started again where nobody knows of them any more.
        foreach (var started in Repository.Dispatched.GroupBy(d => (d.Run.Name, Correlation().Match(d.Inputs["correlation"]).Value))
            .Where(g => g.Count() > (g.Key.Name == "staging.yml" ? 1 + _losses : 1)))
            Violated($"{started.Key.Name} was started {started.Count()} times for {started.Key.Value}: "
                + string.Join(", ", started.Select(d => $"run {d.Run.Id}, {d.Inputs["correlation"]}")));
    }

    /// <summary>After everything has ended, and some wake-ups hours later.</summary>
    /// <param name="before">When the first of these wake-ups was.</param>
    public void Conclude(DateTimeOffset before)
    {
        Look();
        _taken.UnionWith(world.Main.Concat(world.Proposed).Where(c => c.Failing.Count > 0 && c.At > _began && c.At > before - LooksBack).Select(c => c.Sha));
        foreach (var problem in github.Violations)
            Violated(problem);
        foreach (var check in Repository.CheckRuns.Where(c => c["status"]!.ToString() != "completed"))
            Violated($"check run {check["name"]} on {check["head_sha"]!.ToString()[..8]} is {check["status"]} for ever");
        foreach (var commit in world.Main.Concat(world.Proposed.GroupBy(c => c.Pull).Select(g => g.Last()))
            .Where(c => c.Failing.Count > 0 && _taken.Contains(c.Sha)))
            if (Checks(commit.Sha).All(c => c["conclusion"]?.ToString() is null or "success"))
                Violated($"{commit.Sha[..8]} failed, and no check run says so");
            else if (commit.Pull is { } pull && !HasComment(pull))
                Violated($"pull request {pull} failed, and no comment says so");
        foreach (var comment in world.Comments.Where(c => _taken.Contains($"comment {c.Id}") && Replies($"{c.Id}") == 0))
            Violated($"{comment.Command} in #{comment.Thread} was not answered");
        if (world.Deployments is [.., var newest] && Checks(newest.Commit.Sha, ": staging").All(c => c["conclusion"] is null))
            Violated($"deployment {newest.Id} of {newest.Commit.Sha[..8]} is the newest, and nothing was decided about it");
        foreach (var cause in WorldCause.All)
            Sightings(cause);
        StateFile.Ask(Repository, store =>
        {
            Open(store, "effect", "select kind || ' ' || target || ' ' || coalesce(note, '') from effects where state = 'pending'");
            Open(store, "job", "select kind || ' ' || key || ' ' || state || ' ' || coalesce(error, '') from jobs where due_at < "
                + time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
            Open(store, "commit", "select sha from runs where state = 'open'");
            Open(store, "deployment", "select deployment || ' ' || state from deployment_runs where state not in ('done', 'void')");
            return 0;
        });
    }

    private void Open(System.Data.IDbConnection store, string what, string sql)
    {
        foreach (var row in store.Query<string>(sql))
            Violated($"{what} is open for ever: {row}");
    }

    /// <summary>
    /// What the issue says of a cause is what happened: every run in which it was seen, and no other. Beyond the ten runs of the table only their number is
    /// known. After a loss, what the issue had said by then stays, so a run that it did not list yet may be missing, and none may be added.
    /// </summary>
    private void Sightings(WorldCause cause)
    {
        var issues = IssuesOf(cause).ToList();
        var must = world.Main.Where(c => c.Failing.Contains(cause) && _taken.Contains(c.Sha)).Select(c => c.Sha).ToHashSet(StringComparer.Ordinal);
        // Causes that began with one commit may be one issue: it goes on while any of them does.
        var together = WorldCause.All.Where(c => IssuesOf(c).Any(issues.Contains)).ToHashSet();
        var may = world.Main.Where(c => c.Failing.Any(together.Contains)).Select(c => c.Sha).ToHashSet(StringComparer.Ordinal);
        if (issues.Count == 0)
        {
            if (must.Count > 0)
                Violated($"{cause.Name} failed in {must.Count} commits of the default branch, and has no issue");
            return;
        }
        if (issues.Count > 1 && !issues.SkipLast(1).All(i => i.State == "closed"))
            Violated($"{cause.Name} has {issues.Count} issues, and the earlier ones were not closed");
        var rows = issues.SelectMany(Rows).Where(r => r.Failed).Select(r => r.Sha).ToHashSet(StringComparer.Ordinal);
        foreach (var wrong in rows.Except(may))
            Violated($"{cause.Name} is said to have failed at {wrong[..8]}, and did not");
        if (issues is [var issue] && Seen().Match(issue.Body) is { Success: true } seen
            && int.Parse(seen.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is var said && (said < must.Count || said > may.Count))
            Violated($"#{issue.Number} says that {cause.Name} was seen in {said} runs; it failed in {may.Count}, of which {must.Count} were taken in");
        if (!issues.Exists(HasMore))
            foreach (var missing in must.Except(rows))
                Violated($"{cause.Name} failed at {missing[..8]}, and #{string.Join(", #", issues.Select(i => i.Number))} does not say so");
    }

    private void Once(string where, IEnumerable<FakeComment> comments)
    {
        foreach (var twice in comments.Where(IsOwn).GroupBy(c => c.Body.TrimEnd().Split('\n')[^1]).Where(g => g.Count() > 1))
            Violated($"{where} has {twice.Count()} comments {twice.Key}");
    }

    private bool HasComment(int pull) => Repository.PullComments.GetValueOrDefault(pull, []).Exists(IsOwn);

    private static bool IsOwn(FakeComment comment) => comment.AuthorType == "Bot";

    private int Replies(string comment) => Repository.Issues.SelectMany(i => i.Comments).Concat(Repository.PullComments.Values.SelectMany(c => c))
        .Count(c => IsOwn(c) && c.Body.Contains($"<!-- whybot:reply {comment}", StringComparison.Ordinal));

    private IEnumerable<System.Text.Json.Nodes.JsonObject> Checks(string sha, string suffix = "") =>
        Repository.CheckRuns.Where(c => c["head_sha"]!.ToString() == sha && c["name"]!.ToString() == $"Whybot{suffix}");

    /// <summary>Those that are about it, alone or together with others that began at the same time.</summary>
    private IEnumerable<FakeIssue> IssuesOf(WorldCause cause) => Repository.Issues.Where(i => i.Title.Contains(cause.Message, StringComparison.Ordinal)
        || i.Body[Math.Max(0, i.Body.IndexOf("\n## Failing tests", StringComparison.Ordinal))..].Contains($"::{cause.Test}`", StringComparison.Ordinal));

    private static bool HasMore(FakeIssue issue) => issue.Body.Contains("\n| earlier |", StringComparison.Ordinal);

    private static IEnumerable<(string Sha, bool Failed)> Rows(FakeIssue issue) => issue.Body.Split('\n')
        .Where(l => l.StartsWith("| 20", StringComparison.Ordinal))
        .Select(l => l.Split('|', StringSplitOptions.TrimEntries)).Select(c => (c[3], !c[4].StartsWith('✅')));

    [GeneratedRegex(@"Seen in (\d+) run")]
    private static partial Regex Seen();

    /// <summary>The deployment, and which of its starts: its phase, a rollback, a promotion.</summary>
    [GeneratedRegex(@"^whybot-\d+-[a-z0-9]+")]
    private static partial Regex Correlation();
}
