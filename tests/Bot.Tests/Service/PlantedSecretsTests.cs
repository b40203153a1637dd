using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Whybot.Bot.Tests.Service.Planting;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Whybot.Testing.Secrets;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>
/// Secrets of all kinds go in wherever words from outside do, and are looked for wherever words come out. <c>WHYBOT_PLANTED_SEED</c> plants others.
/// </summary>
public sealed class PlantedSecretsTests : ServiceTest
{
    private const string Settings = """
        environments:
          staging:
            services:
              - {name: gateway, url: "http://localhost:PORT", probes: [{http: /health}]}
            run: {focus: all}
          canary:
            services:
              - {name: store, url: "http://localhost:PORT", probes: [{http: /broken}, {version: /version}, {http: {path: /json, json: {ready: "yes"}}}]}
        suites:
          - {name: smoke, category: connectivity, priority: P0}
          - {name: orders, category: critical, priority: P1}
        gates: {connectivity: 100%, critical: 95%, overall: 90%}
        issues: {pull-requests: true}
        """;

    /// <summary>Some hundred secrets for each.</summary>
    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("WHYBOT_PLANTED_SEED") ?? "1", CultureInfo.InvariantCulture);

    private static readonly string[] Commands =
        ["/cause", "/accept", "/status", "/why", "/mute 3d", "/same-as", "/rollback", "/evidence", "/priority", "/assign", "/rerun", "/frob", "/flaky"];

    private readonly TemporaryFolder _laid = new();
    private readonly TemporaryFolder _raw = new();
    private int _deployments;

    [Fact]
    public async Task No_secret_of_any_kind_comes_out_by_any_channel()
    {
        var source = new SecretSource(Seed);
        await using var probed = await ProbedServer.StartAsync();
        probed.Answer = path => path switch
        {
            "/health" => (200, source.Line("probe answer, healthy")),
            "/version" => (200, source.Line("probe answer, version")),
            "/json" => (200, new JsonObject { ["ready"] = source.Line("probe answer, field"), ["why"] = source.Line("probe answer, JSON") }.ToJsonString()),
            _ => (500, source.Line("probe answer, broken")),
        };
        probed.Headers["X-Debug"] = source.Name("probe header");
        var repository = await StartAsync(probed, source);
        await PlayAsync(repository, source);

        LayRaw(source);

        var leaks = await LeaksAsync(source);

        repository.CheckRuns.Count.ShouldBeGreaterThan(2, Service.Output);
        repository.Issues.ShouldContain(i => i.Via != null, Service.Output);
        source.Planted.Count.ShouldBeGreaterThan(400);
        leaks.Count.ShouldBe(0, Said(source, leaks));
    }

    private async Task<FakeRepository> StartAsync(ProbedServer probed, SecretSource source)
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Files[".github/whybot.yml"] = $"{Settings.Replace("PORT", $"{probed.Port}")}\n# {source.Line("settings")}\n";
        repository.Files["CODEOWNERS"] = $"# {source.Line("code owners")}\n* @team/all\n";
        repository.Roles["ann"] = "write";
        repository.Commit(Stage.BaseSha, "Base", null);
        BeProcess().With("Whybot__Publishing__NewIssuesPerHour", "1000").With("Whybot__Probes__AllowedHosts__0", "localhost")
            .With("Whybot__Probes__AllowedNetworks__0", "127.0.0.0/8")
            .With("Whybot__Probes__AllowedNetworks__1", "::1/128").With("Whybot__Probes__Deadline", "00:00:01").With("Whybot__Suites__Poll", "00:00:00.300")
            .With("Whybot__Suites__Look", "00:00:00.300").With("Whybot__Suites__Live", "00:00:00")
            .With("Whybot__Suites__Local__0__Repository", Stage.Repository)
            .With("Whybot__Suites__Local__0__Suite", "*").With("Whybot__Suites__Local__0__Folder", _laid.Path);
        var command = new[] { "/bin/sh", "-c", "cat \"$1/$2.out\"; cat \"$1/$2.err\" >&2; cp -r \"$1/$2/.\" \"$3\"; cp \"$1/$2.log\" \"$4\"; exit 1", "sh",
            _laid.Path, "{suite}", "{results}", "{logs}" };
        foreach (var (argument, i) in command.Select((a, i) => (a, i)))
            Service.With($"Whybot__Suites__Local__0__Command__{i}", argument);
        await Service.StartAsync();
        return repository;
    }

    /// <summary>A pull request and a commit of the default branch whose checks fail, two deployments, and people who write.</summary>
    private async Task PlayAsync(FakeRepository repository, SecretSource source)
    {
        var (proposed, merged) = (Sha('e'), Sha('f'));
        for (var i = 0; i < 8; i++)
            repository.Issue($"Orders fail {source.Line("issue title")}", source.Text("issue body"), "P1");
        Commit(repository, source, proposed, repository.Commits[0].Sha);
        var branch = $"fix/{source.Name("branch")}";
        var pull = repository.Pull($"Fix {source.Line("pull request title")}", proposed, repository.Commits[0].Sha, branch);
        pull.Body = source.Text("pull request body");
        Run(repository.Run($"ci {source.Line("workflow name")}", proposed, "failure", branch), source, PlantedFiles.JUnit(source, "orders"));
        await PostAsync("workflow_run", Stage.WorkflowRun(repository.Runs[^1]));
        await IdleAsync();

        Commit(repository, source, merged, repository.Commits[0].Sha);
        Run(repository.Run("ci", merged, "failure", repository.DefaultBranch), source, PlantedFiles.Trx(source), "carts.trx");
        repository.Run("nightly", merged, "failure", repository.DefaultBranch)
            .Job($"logged {source.Line("job name")}", "failure", PlantedFiles.JobLog(source, "job log"), source.Line("step name"));
        await PostAsync("workflow_run", Stage.WorkflowRun(repository.Runs[^1]));
        await IdleAsync();

        Lay(source, "smoke");
        Lay(source, "orders");
        foreach (var environment in new[] { "staging", "canary", $"review-{source.Name("environment")}" })
            await DeployAsync(source, merged, environment);
        var threads = new[] { pull.Number, repository.Issues.First(i => i.Via is not null).Number };
        foreach (var (command, i) in Commands.Select((c, i) => (c, i)))
            await SayAsync(repository, threads[i % 2], $"{command} {source.Line($"comment, {command}")}\n\n{source.Text("comment, prose")}");
        Commit(repository, source, Sha('d'), merged);
        await DeployAsync(source, Sha('d'), "staging");
    }

    private static void Commit(FakeRepository repository, SecretSource source, string sha, string parent) =>
        repository.Commit(sha, $"Change {source.Line("commit title")}\n\n{source.Text("commit body")}", parent,
            ("src/orders.py", $"@@ -1 +1 @@\n-old\n+{source.Line("patch")}"),
            ($"src/{source.Name("changed file")}.py", "@@ -1 +1 @@\n-old\n+new")).Author = source.Line("commit author");

    private static void Run(FakeRun run, SecretSource source, string results, string name = "orders.xml") =>
        run.Job($"tests {source.Line("job name")}", "failure", PlantedFiles.JobLog(source, "job log"), source.Line("step name"))
            .Artifact($"results-{source.Name("artifact name")}", PlantedFiles.Zip(source, (name, results)))
            .Artifact($"broken-{source.Name("name of a broken artifact")}", Encoding.UTF8.GetBytes("not a ZIP file"));

    private void Lay(SecretSource source, string suite)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_laid.Path, suite)).FullName;
        File.WriteAllText(Path.Combine(folder, $"{source.Name("file of a suite")}.xml"), PlantedFiles.JUnit(source, suite));
        foreach (var (end, channel) in new[] { ("out", "suite output"), ("err", "suite errors"), ("log", "suite log") })
            File.WriteAllText(Path.Combine(_laid.Path, $"{suite}.{end}"), string.Concat(Enumerable.Range(0, 8).Select(_ => $"ERROR {source.Text(channel)}\n")));
    }

    /// <summary>What somebody has downloaded and has analysed without the service: nothing in it was masked.</summary>
    private void LayRaw(SecretSource source)
    {
        foreach (var (below, text) in new[] { ("results", PlantedFiles.JUnit(source, "raw")), ("results", "<testsuites><testsuite name=\"x\"><testc"),
            ("logs", PlantedFiles.JobLog(source, "raw job log")) })
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_raw.Path, below)).FullName,
                $"{source.Name($"raw file in {below}")}.{(below == "logs" ? "txt" : "xml")}"), text);
        File.WriteAllText(Path.Combine(_raw.Path, "run.json"),
            new JsonObject { ["repository"] = Stage.Repository, ["sha"] = Stage.HeadSha, ["branch"] = source.Name("raw branch") }.ToJsonString());
    }

    private async Task DeployAsync(SecretSource source, string sha, string environment)
    {
        var payload = JsonNode.Parse(Stage.Deployment(++_deployments, sha, environment))!;
        payload["deployment"]!["description"] = source.Line("deployment description");
        payload["deployment_status"]!["description"] = source.Line("deployment status description");
        await PostAsync("deployment_status", payload.ToJsonString());
        await IdleAsync();
    }

    private async Task SayAsync(FakeRepository repository, int thread, string body)
    {
        await PostAsync("issue_comment", Stage.IssueComment(thread, repository.Comment(thread, "ann", body)));
        await IdleAsync();
    }

    private async Task<IReadOnlyList<(PlantedSecret Secret, string Out)>> LeaksAsync(SecretSource source)
    {
        var search = new LeakSearch(source.Planted);
        var leaks = new HashSet<(PlantedSecret, string)>();
        await foreach (var (channel, text) in Outlets.ReadAsync(GitHub, Service, Folder))
            leaks.UnionWith(search.Find(text).Select(s => (s, channel)));
        foreach (var (channel, text) in await Outlets.AnalysedAsync(Service, _raw.Path, "text", "json", "markdown"))
            leaks.UnionWith(search.Find(text).Select(s => (s, $"{channel} on a folder as it came")));
        return [.. leaks];
    }

    private static string Said(SecretSource source, IReadOnlyList<(PlantedSecret Secret, string Out)> leaks) =>
        string.Join('\n', leaks.GroupBy(l => (In: source.ChannelOf(l.Secret), l.Out)).OrderBy(g => g.Key.In).ThenByDescending(g => g.Count())
            .Select(g => $"{g.Count(),4} × {g.Key.In} → {g.Key.Out}: {Kinds(g.Select(l => l.Secret))}")
            .Prepend($"{leaks.Select(l => l.Secret).Distinct().Count()} of {source.Planted.Count} came out"));

    private static string Kinds(IEnumerable<PlantedSecret> secrets) =>
        string.Join(", ", secrets.Select(s => $"{s.Kind} ({s.Split}: {JsonEncodedText.Encode(s.Text)})").Distinct().Take(3));

    private static string Sha(char with) => new(with, 40);
}
