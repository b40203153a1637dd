using Whybot.Analysis.Language.Identity;
using Whybot.Memory.RepositoryNames;

namespace Whybot.Benchmarks.Pages;

/// <summary>
/// The rows of a large store, as SQL for both engines: half a year of runs. Each statement reads the table <c>numbers</c>, which has n from 0. The run with
/// number n is of repository n % @repositories, so that every repository is as busy as the others; its commit's id begins with digits made from n.
/// </summary>
internal static class StoreRows
{
    private const string Repository = "1000 + n % @repositories";
    private const string Digits = "(10000000 + (n * 7919) % 90000000)";
    private const string DeploymentSha = $"{Digits} || 'dddddddddddddddddddddddddddddddd'";
    private const string CommitSha = $"{Digits} || 'cccccccccccccccccccccccccccccccc'";
    private const string Turn = "(n / @repositories)";

    /// <summary>Every fifth repository has a second environment, which gets every sixth of its deployments.</summary>
    private const string Environment = $"case when {Turn} % 6 = 5 and (n % @repositories) % 5 = 0 then 'production' else 'staging' end";

    /// <summary>Three in four are go; the newest of a repository is one of all kinds.</summary>
    private const string Kind = $"(({Turn} + n % @repositories) % 20)";

    private const string Decision = $"case when {Kind} < 15 then 'go' when {Kind} < 18 then 'no-go' when {Kind} = 18 then 'inconclusive' else 'not-ready' end";

    /// <summary>The cluster of the cause that a failed run names.</summary>
    private const string NamedCluster =
        "'w2-' || (10000000 + ((n % @repositories + @repositories * ((n / @repositories) % (@causes / @repositories))) * 7919) % 90000000)";

    private const string Conclusion = $$"""
        '{"run":{"sha":"' || {{DeploymentSha}} || '","decision":"no-go","reason":"2 gates not met: critical, overall","endedAt":null,"causes":[{"cluster":"' ||
        {{NamedCluster}} || '","title":"the order has no field ''total''","rootCause":"the field total was renamed","issue":null,"tests":["tests.orders::total"],"suspect":null}]},"pulls":[]}'
        """;

    private static readonly string Verdicts = string.Join(' ', Enumerable.Range(0, 10).Select(digit => $"when {digit} then @verdict{digit}"));

    public static readonly IReadOnlyList<string> All =
    [
        "insert into repositories (id, name, installation, named_at) "
            + "select 1000 + n, 'team-' || (n / 10) || '/service-' || n, 1, 1 from numbers where n < @repositories",
        "insert into repository_names (name, repository) select name, id from repositories where id > 0",
        $"""
        insert into deployment_runs (repository, deployment, environment, environment_key, sha, state, plan, phase, counts, decision, green, conclusion, worklog, opened_at, ended_at)
        select {Repository}, n + 1, {Environment}, {Environment}, {DeploymentSha}, 'done', @plan, 2,
            case when {Kind} < 15 then @passed when {Kind} < 19 then @failed end, {Decision}, case when {Kind} < 15 then 1 else 0 end,
            case when {Kind} < 15 then null else {Conclusion} end, @worklog, @start + n * (@span / @deployments), @start + n * (@span / @deployments) + 420000
        from numbers where n < @deployments order by n
        """,
        $"""
        insert into runs (repository, sha, branch, pull, origin, state, decision, green, opened_at, finished_at)
        select {Repository}, {CommitSha}, case when n % 5 = 0 then null else 'main' end, case when n % 5 = 0 then n / 200 + 1 end,
            case when n % 5 = 0 then 'pull-request' else 'default-branch' end, 'analysed', {Decision}, case when {Kind} < 15 then 1 else 0 end,
            @start + n * (@span / @commits), @start + n * (@span / @commits) + 60000 from numbers where n < @commits order by n
        """,
        $"""
        insert into causes (repository, cluster, title, issue, first_at, first_sha, verdict, priority)
        select {Repository}, 'w2-' || {Digits}, 'KeyError: the answer has no field ''part_' || n || '''', case when n % 3 = 0 then n / @repositories + 1 end,
            @start + n * (@span / @causes), {CommitSha}, case n % 10 {Verdicts} end, 'P1' from numbers where n < @causes
        """,
        SeenAt("0", "3"),
        SeenAt("1", "2"),
        SeenAt("2", "case when n % 10 < 7 then -1 else 1 end"),
        CauseFigures.Count,
        CauseFigures.Since,
        "insert into environments (repository, environment_key) select distinct repository, environment_key from deployment_runs",
        .. Enumerable.Range(0, 10).Select(Explained),
        $"""
        insert into effects (repository, kind, target, draft, state, remote_id, sent_at, due_at, created_at)
        select {Repository}, 'check', {DeploymentSha}, @draft, 'sent', n + 1, @start + n * (@span / @deployments), 0, @start + n * (@span / @deployments)
        from numbers where n < @deployments order by n
        """,
        $"""
        insert into deliveries (guid, hook_target, event, received_at, state, note)
        select 'made-' || n, 1, 'workflow_run', @now - (@commits - n) * 10000, case when n % 5000 = 0 then 'failed' else 'done' end, 'looks at ' || {CommitSha}
        from numbers where n < @commits order by n
        """,
        $"""
        insert into jobs (repository, key, kind, arguments, state, created_at, asked_at, due_at, attempts, error)
        select {Repository}, 'explain:' || {CommitSha}, 'explain', '@', case when n < 30 then 'dead' else 'pending' end, @now, @now, @now + 8640000000, 0,
            case when n < 30 then 'GitHub answered 502 Bad Gateway' end from numbers where n < 400
        """,
    ];

    /// <summary>Two thirds of the causes are seen by checks of the default branch, a third at deployments.</summary>
    private static string SeenAt(string time, string tests) => $"""
        insert into sightings (repository, cluster, sha, place, place_key, origin, tests, seen_at, blocked)
        select {Repository}, 'w2-' || {Digits}, case when n % 3 = 0 then {Seen("@deployments", time)} || 'dddddddddddddddddddddddddddddddd'
            else {Seen("@commits", time)} || 'cccccccccccccccccccccccccccccccc' end, case when n % 3 = 0 then 'staging' else 'main' end,
            case when n % 3 = 0 then 'staging' else 'main' end, case when n % 3 = 0 then 'deployed' else 'default-branch' end, {tests},
            @start + n * (@span / @causes) + {time} * 3600000, case when n % 3 = 0 then 1 else 0 end from numbers where n < @causes
        """;

    /// <summary>The digits of the commit of one of the repository's runs.</summary>
    private static string Seen(string runs, string time) =>
        $"(10000000 + ((n % @repositories + @repositories * (({Turn} + {time}) % ({runs} / @repositories))) * 7919) % 90000000)";

    private static string Explained(int digit) => $"""
        insert into dossiers (repository, cluster, sha, place, place_key, seen_at, about)
        select {Repository}, 'w2-' || {Digits}, {CommitSha}, 'main', 'main', @start + n * (@span / @causes), @about{digit} from numbers where n < @causes and n % 10 = {digit}
        """;
}
