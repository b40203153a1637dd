using Whybot.Testing;
using Whybot.Testing.GitHub;

namespace Whybot.Demo;

/// <summary>All that the story takes: staging, a GitHub with open issues, and the real service. Nothing of it leaves this machine.</summary>
public sealed class World : IAsyncDisposable
{
    public const string Repository = "acme/shop";
    public static readonly string Good = new('a', 40);
    public static readonly string Broken = new('b', 40);
    public static readonly string Fixed = new('c', 40);

    private readonly TemporaryFolder _folder = new();
    private int _deliveries;

    private World(FakeGitHub github, Breakage breakage, Func<string, FakeGitHub, TestedService> service)
    {
        GitHub = github;
        Breakage = breakage;
        Staging = new Staging(_folder.Path);
        Shop = Stage(github, breakage, Staging, out var pull);
        Pull = pull;
        Service = Configured(service(_folder.Path, github), Staging);
    }

    public FakeGitHub GitHub { get; }
    public Breakage Breakage { get; }
    public Staging Staging { get; }
    public TestedService Service { get; }
    public FakeRepository Shop { get; }

    /// <summary>The pull request of the change that breaks.</summary>
    public FakePull Pull { get; }

    /// <param name="checks">Whether GitHub's own description is at hand to compare with.</param>
    /// <param name="service">Makes the service for a folder; null for a process with SQLite.</param>
    public static async Task<World> CreateAsync(Breakage breakage, bool checks, Func<string, FakeGitHub, TestedService>? service = null)
    {
        var world = new World(await FakeGitHub.StartAsync(checks), breakage, service ?? ((folder, github) => new ServiceProcess(folder, github)));
        await world.Service.StartAsync();
        return world;
    }

    /// <summary>Puts a revision on staging and tells the service, as GitHub would.</summary>
    public async Task DeployAsync(int deployment, string sha, Breakage? broken)
    {
        await Staging.DeployAsync(sha, broken);
        await Service.PostAsync("deployment_status", $"d-{++_deliveries}", Testing.GitHub.Stage.Deployment(deployment, sha, repository: Repository));
    }

    /// <summary>The environment's check run of a commit; null before there is one.</summary>
    public (string Title, string Summary, string? Conclusion)? Check(string sha) =>
        Shop.CheckRuns.ToList().FirstOrDefault(c => c["head_sha"]!.ToString() == sha && c["name"]!.ToString() == "Whybot: staging") is { } check
            ? (check["output"]!["title"]!.ToString(), check["output"]!["summary"]!.ToString(), check["conclusion"]?.ToString()) : null;

    /// <summary>Waits for the decision and all that follows from it.</summary>
    /// <param name="progress">Told of each title that the check run shows.</param>
    public async Task DecidedAsync(string sha, Action<string> progress)
    {
        var until = DateTime.UtcNow.AddMinutes(2);
        string? shown = null;
        while (Check(sha) is not { Conclusion: not null } || !await Service.IsIdleAsync())
        {
            if (Check(sha) is { } check && check.Title != shown)
                progress(shown = check.Title);
            if (DateTime.UtcNow > until)
                throw new TimeoutException($"no decision on {sha}:\n{Service.Output}");
            await Service.SaysAsync(CancellationToken.None);
        }
    }

    /// <summary>The worklog of the last run, as <c>whybot worklog</c> prints it.</summary>
    public Task<string> WorklogAsync() => Service.CommandAsync("worklog", Repository, "staging");

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        Staging.Dispose();
        await GitHub.DisposeAsync();
        _folder.Dispose();
    }

    private static FakeRepository Stage(FakeGitHub github, Breakage breakage, Staging staging, out FakePull pull)
    {
        var shop = github.Add(Repository);
        shop.Files[".github/whybot.yml"] = Settings.Replace("WEB", $"{staging.WebPort}").Replace("STORE", $"{staging.StorePort}");
        shop.Files[".github/CODEOWNERS"] = "shop/ @acme/shop\n";
        shop.SkipTo(40);
        shop.Issue("P0: the search page is empty for customers in Norway", "`/search` shows nothing since Monday. Not seen on staging.", "P0");
        shop.Issue("P1: reports are late", "The report of the day comes after midnight.", "P1");
        shop.Commit(Good, "Sell things", null);
        shop.Commit(Broken, breakage.Change, Good, (breakage.Path, breakage.Patch));
        shop.Commit(Fixed, $"Revert \"{breakage.Change}\"", Broken, (breakage.Path, Reverse(breakage.Patch)));
        FakeChecks.Pass(github, shop, "build", Broken);
        FakeChecks.Pass(github, shop, "unit", Broken);
        pull = shop.Pull(breakage.Change, Broken, Good, "change");
        pull.State = "closed";
        return shop;
    }

    private static string Reverse(string patch) =>
        string.Join('\n', patch.Split('\n').Select(l => l switch { ['+', ..] => $"-{l[1..]}", ['-', ..] => $"+{l[1..]}", _ => l }));

    private static TestedService Configured(TestedService service, Staging staging)
    {
        service.With("Whybot__Probes__AllowedHosts__0", "localhost").With("Whybot__Probes__AllowedNetworks__0", "127.0.0.0/8")
            .With("Whybot__Probes__AllowedNetworks__1", "::1/128")
            .With("Whybot__Probes__Deadline", "00:00:02").With("Whybot__Probes__Interval", "00:00:00.500")
            .With("Whybot__Suites__Poll", "00:00:01").With("Whybot__Suites__Look", "00:00:01").With("Whybot__Suites__Live", "00:00:01")
            .With("Whybot__Suites__Local__0__Repository", Repository).With("Whybot__Suites__Local__0__Suite", "*")
            .With("Whybot__Suites__Local__0__Logs__0", staging.Log)
            .With("Whybot__Suites__Local__0__Variables__SHOP_URL", $"http://127.0.0.1:{staging.WebPort}");
        string[] command = ["dotnet", Staging.Suites, "-noLogo", "-noColor", "-trait", "suite={suite}", "-result-junit", "{results}/{suite}.xml"];
        string[] recheck = ["dotnet", Staging.Suites, "-noLogo", "-noColor", "-method", "{test}", "-result-junit", "{results}/{suite}.xml"];
        foreach (var (argument, i) in command.Select((a, i) => (a, i)))
            service.With($"Whybot__Suites__Local__0__Command__{i}", argument);
        foreach (var (argument, i) in recheck.Select((a, i) => (a, i)))
            service.With($"Whybot__Suites__Local__0__Recheck__{i}", argument);
        return service;
    }

    private const string Settings = """
        version: 1
        environments:
          staging:
            services:
              - name: shop
                url: http://localhost:WEB
                probes:
                  - {http: /health, json: {status: ok}, within: 2s}
                  - {version: /version, field: sha}
                  - {websocket: /events, subprotocols: [events.v1], messages: [connected]}
              - name: store
                probes: [{tcp: "localhost:STORE"}]
            run: {focus: all}
        suites:
          - {name: connectivity, category: connectivity, priority: P0, files: [suites/ConnectivityTests.cs]}
          - {name: orders, category: critical, priority: P1, files: [suites/OrdersTests.cs]}
          - {name: events, category: critical, priority: P1, files: [suites/EventsTests.cs]}
          - {name: reports, category: reports, priority: P3, files: [suites/ReportsTests.cs]}
        gates: {connectivity: 100%, critical: 100%, reports: 50%, overall: 90%}
        impact: {P0: "nothing works", P1: "customers cannot order"}
        issues: {labels: [staging]}
        """;
}
