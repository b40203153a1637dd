using Dapper;
using Whybot.Testing;
using Whybot.Testing.GitHub;

namespace Whybot.Benchmarks.Stores;

/// <summary>
/// What happens to a store before it is upgraded: checks that fail on the default branch and in pull requests, deployments, commands, rules; at last GitHub is
/// away, so that jobs and effects wait, and the program is killed. Every program gets all of these events, and ignores those it does not know yet.
/// </summary>
internal sealed class StoreStory
{
    /// <summary>The first schema: the program stored deliveries in SQLite, and did no more.</summary>
    public const int OnlySqlite = 1;

    private const string Settings = """
        environments:
          staging:
            services:
              - {name: gateway, url: "http://localhost:PORT", probes: [{http: /health}]}
            run: {focus: all}
        suites:
          - {name: orders, category: critical, priority: P1}
          - {name: reports, category: later, priority: P2}
        gates: {critical: 95%, later: 50%, overall: 90%}
        """;

    private const string Rule = "It is away at night.\n\n```whybot\ntext: \"refused: db:5432\"\ntests: [tests/test_orders.py, \"*::test_total\"]\n```\n";

    private readonly int _schema;
    private readonly MadeStore _store;
    private readonly FakeGitHub _github;
    private readonly ServiceProcess _service;
    private readonly CancellationToken _cancel;
    private int _deliveries;

    private StoreStory(int schema, MadeStore store, FakeGitHub github, ServiceProcess service, CancellationToken cancel) =>
        (_schema, _store, _github, _service, _cancel) = (schema, store, github, service, cancel);

    public static async Task TellAsync(string program, int schema, MadeStore store, CancellationToken cancel)
    {
        await using var github = await FakeGitHub.StartAsync(checks: false);
        await using var gateway = await ProbedServer.StartAsync();
        using var service = new ServiceProcess(store.Folder, github, store.Postgres) { Program = program };
        await new StoreStory(schema, store, github, service, cancel).TellAsync(gateway);
    }

    private async Task TellAsync(ProbedServer gateway)
    {
        Configure();
        // Until origins were told apart pull requests filed issues, and the default branch did not alone.
        var repository = _schema < 11 ? Stage.FailingPull(_github) : Stage.FailingMain(_github);
        repository.Files.Clear();
        if (_schema >= 5)
            repository.Files[".github/whybot.yml"] = Settings.Replace("PORT", $"{gateway.Port}", StringComparison.Ordinal);
        repository.Roles["ann"] = "maintain";
        await _service.StartAsync();
        if (_schema == OnlySqlite)
        {
            await ChecksAsync(repository);
            await _service.PostAsync("workflow_run", "form", "payload=%7B%7D");
            _service.Kill();
            return;
        }
        await ChecksAsync(repository);
        await DeploymentsAsync(repository);
        await PeopleAsync(repository);
        await _service.PostAsync("workflow_run", "form", "payload=%7B%7D");
        await IdleAsync();
        await GitHubAwayAsync(repository);
        _service.Kill();
    }

    private void Configure()
    {
        if (_schema < 11)
            _service.Without("Whybot__Dashboard");
        if (_schema < 3)
            _service.Without("Whybot__Queue__FirstBackoff");
        if (_schema == OnlySqlite)
            _service.Without("Whybot__Evidence").Without("Whybot__GitHub").Without("Whybot__Queue");
        if (_schema < 5)
            return;
        Directory.CreateDirectory(Path.Combine(_store.Folder, "suites"));
        _service.With("Whybot__Probes__AllowedHosts__0", "localhost")
            .With("Whybot__Probes__AllowedNetworks__0", "127.0.0.0/8").With("Whybot__Probes__AllowedNetworks__1", "::1/128")
            .With("Whybot__Suites__Poll", "00:00:00.300").With("Whybot__Suites__Look", "00:00:00.300").With("Whybot__Suites__Live", "00:00:00")
            .With("Whybot__Suites__Local__0__Repository", Stage.Repository).With("Whybot__Suites__Local__0__Suite", "*")
            .With("Whybot__Suites__Local__0__Folder", _store.Folder);
        foreach (var (argument, i) in new[] { "cp", "suites/{suite}.xml", "{results}" }.Select((a, i) => (a, i)))
            _service.With($"Whybot__Suites__Local__0__Command__{i}", argument);
    }

    /// <summary>The first run fails; then a pull request of the repository's own and one of a fork fail for the same cause.</summary>
    private async Task ChecksAsync(FakeRepository repository)
    {
        await PostAsync("workflow_run", Stage.WorkflowRun(repository.Runs.Single()));
        await ProposeAsync(repository, 'd', Stage.Repository);
        await ProposeAsync(repository, 'e', "stranger/shop");
    }

    private async Task ProposeAsync(FakeRepository repository, char sha, string fork)
    {
        var head = new string(sha, 40);
        repository.Commit(head, "Proposed", Stage.HeadSha, ("src/colours.py", "@@ -1 +1 @@\n-blue\n+green"));
        var run = repository.Run("ci", head, "failure", $"branch-{sha}", fork).Artifact("results", repository.Runs[0].Artifacts[0].Zip);
        repository.Pull("Proposed", head, Stage.HeadSha, $"branch-{sha}", fork);
        await PostAsync("workflow_run", Stage.WorkflowRun(run));
    }

    /// <summary>One that passes, one that fails, and one of an environment that the settings do not name.</summary>
    private async Task DeploymentsAsync(FakeRepository repository)
    {
        repository.Issue("P0: test_list fails on staging", "`tests.test_orders::test_list` fails, nobody can list orders.", "P0");
        await DeployAsync(1, Stage.BaseSha, null);
        await DeployAsync(2, Stage.HeadSha, "KeyError: 'total'");
        await PostAsync("deployment_status", Stage.Deployment(3, Stage.HeadSha, "qa"));
    }

    private async Task DeployAsync(int id, string sha, string? broken)
    {
        if (_schema >= 5)
        {
            await LayAsync("orders", ("test_total", broken), ("test_list", null));
            await LayAsync("reports", ("test_daily", null));
        }
        await PostAsync("deployment_status", Stage.Deployment(id, sha));
    }

    private Task LayAsync(string suite, params (string Name, string? Message)[] tests) =>
        File.WriteAllTextAsync(Path.Combine(_store.Folder, "suites", $"{suite}.xml"), Stage.JUnit(tests), _cancel);

    /// <summary>They ask, rule, pass a gate, and write a rule.</summary>
    private async Task PeopleAsync(FakeRepository repository)
    {
        var issue = repository.Issues.FirstOrDefault(i => i.Via is not null) ?? throw new InvalidOperationException(_service.Output);
        string[] commands =
        [
            "/why", "/priority P1", "/undo", "/cause the pool of db is too small", "/mute 20d deploy freeze", "/rerun failed", "/accept staging it is known",
        ];
        foreach (var words in commands)
            await PostAsync("issue_comment", Stage.IssueComment(issue.Number, repository.Comment(issue.Number, "ann", words)));
        var ruled = repository.Issue("Orders cannot be counted", "It happens.");
        var before = ruled.Body;
        ruled.Body = Rule;
        await PostAsync("issues", Stage.Edited(ruled, before, "ann"));
        repository.Runs[0].Attempt++;
        await PostAsync("workflow_run", Stage.WorkflowRun(repository.Runs[0]));
    }

    /// <summary>Another commit fails: GitHub takes no writes, so effects wait. One more, and it does not answer at all, so its job waits.</summary>
    private async Task GitHubAwayAsync(FakeRepository repository)
    {
        _github.Faults = request => request.Writes && request.Path.StartsWith("/repos", StringComparison.Ordinal) ? new Fault(FaultKind.FailBefore) : null;
        await FailAsync(repository, '8');
        await UntilAsync("select count(*) from effects where state = 'pending' and attempts > 0");
        _github.Faults = _ => new Fault(FaultKind.FailBefore);
        await FailAsync(repository, '7');
        await UntilAsync("select count(*) from jobs where kind = 'explain' and attempts > 0 and state = 'pending'");
    }

    private async Task FailAsync(FakeRepository repository, char sha)
    {
        var head = new string(sha, 40);
        repository.Commit(head, "Change the colours again", Stage.HeadSha, ("src/colours.py", "@@ -1 +1 @@\n-blue\n+green"));
        var run = Stage.MainRun(repository, head, "failure", Stage.Zip(("orders.xml", Stage.JUnit(("test_total", "KeyError: 'colour'"), ("test_list", null)))));
        await _service.PostAsync("workflow_run", $"made-{++_deliveries}", Stage.WorkflowRun(run));
    }

    private async Task PostAsync(string name, string body)
    {
        await _service.PostAsync(name, $"made-{++_deliveries}", body);
        await IdleAsync();
    }

    private Task IdleAsync() => _schema == OnlySqlite ? Task.CompletedTask : UntilAsync("""
        select case when (select count(*) from deliveries where state = 'pending') + (select count(*) from effects where state = 'pending')
            + (select count(*) from jobs where state <> 'dead' and kind not like 'sweep%') = 0 then 1 else 0 end
        """);

    /// <summary>Waits until a query gives more than zero.</summary>
    private async Task UntilAsync(string sql)
    {
        var until = DateTime.UtcNow.AddMinutes(1);
        await using var connection = await _store.OpenAsync(_cancel);
        while (await connection.ExecuteScalarAsync<long>(sql) == 0)
        {
            if (DateTime.UtcNow > until)
                throw new TimeoutException($"{sql}\n{_service.Output}");
            await Task.Delay(50, _cancel);
        }
    }
}
