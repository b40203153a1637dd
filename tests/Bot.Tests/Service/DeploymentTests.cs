using Shouldly;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>A deployment reaches an environment, and the service looks at it with real probes.</summary>
public sealed class DeploymentTests : ServiceTest
{
    private async Task StartAsync(string deadline = "00:00:01") =>
        await Service.With("Whybot__Probes__AllowedHosts__0", "localhost").With("Whybot__Probes__AllowedNetworks__0", "127.0.0.0/8")
        .With("Whybot__Probes__AllowedNetworks__1", "::1/128")
        .With("Whybot__Probes__Deadline", deadline).With("Whybot__Probes__Interval", "00:00:00.200").StartAsync();

    private FakeRepository Repository(string services)
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Files[".github/whybot.yml"] = $"environments:\n  staging:\n    services:\n{services}\nissues:\n  labels: [staging]\n";
        return repository;
    }

    private async Task DeployAsync(int id, string sha, string environment = "staging")
    {
        await PostAsync("deployment_status", Stage.Deployment(id, sha, environment));
        await IdleAsync();
    }

    [Fact]
    public async Task An_environment_that_is_not_ready_is_one_check_and_one_issue_however_often_it_is_deployed()
    {
        await using var gateway = await ProbedServer.StartAsync();
        var port = Ports.Free();
        var repository = Repository($"      - {{name: gateway, url: \"http://localhost:{gateway.Port}\", probes: [{{http: /health}}]}}\n      - {{name: "
            + $"cache, probes: [{{redis: \"localhost:{port}\"}}]}}");
        await StartAsync();

        await DeployAsync(1, Stage.HeadSha);
        await DeployAsync(2, new string('e', 40));

        repository.CheckRuns.Select(c => (c["name"]!.ToString(), c["head_sha"]!.ToString()))
            .ShouldBe([("Whybot: staging", Stage.HeadSha), ("Whybot: staging", new string('e', 40))]);
        var summary = repository.CheckRuns[0]["output"]!["summary"]!.ToString();
        Unlinked.Of(summary).ShouldStartWith("### ⏳ Not ready for `staging` at `ffffffff`: no test ran: `cache` is not ready");
        summary.ShouldContain($"`connection refused: localhost:{port}`");
        var issue = repository.Issues.ShouldHaveSingleItem();
        issue.Title.ShouldBe($"staging is not ready: cache, redis localhost:{port}: connection refused: localhost:{port}");
        issue.Labels.ShouldBe(["staging", "P0"]);
        issue.Body.ShouldContain("Seen in 2 runs");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_ready_environment_is_nothing_to_speak_of_and_the_old_revision_is_not_ready()
    {
        await using var gateway = await ProbedServer.StartAsync();
        gateway.Answer = _ => (200, Stage.HeadSha);
        var repository = Repository($"      - {{name: gateway, url: \"http://localhost:{gateway.Port}\", probes: [{{version: /version}}]}}");
        await StartAsync();

        await DeployAsync(1, Stage.HeadSha);
        repository.CheckRuns.ShouldBeEmpty();
        await DeployAsync(2, new string('e', 40));

        repository.CheckRuns.ShouldHaveSingleItem()["output"]!["summary"]!.ToString()
            .ShouldContain("`serves revision ffffffffffffffffffffffffffffffffffffffff, not the deployed eeeeeeeeeeee`");
    }

    [Fact]
    public async Task A_service_that_warms_up_in_time_is_ready()
    {
        await using var gateway = await ProbedServer.StartAsync();
        var asked = 0;
        gateway.Answer = _ => ++asked < 3 ? (503, "warming up") : (200, "ok");
        var repository = Repository($"      - {{name: gateway, url: \"http://localhost:{gateway.Port}\", probes: [{{http: /health}}]}}");
        await StartAsync(deadline: "00:00:30");

        await DeployAsync(1, Stage.HeadSha);
        await Wait.UntilAsync(() => Service.Output.Contains($"staging with {Stage.HeadSha}: Ready", StringComparison.Ordinal), () => Service.Output);

        (asked, repository.CheckRuns.Count).ShouldBe((3, 0));
    }

    [Fact]
    public async Task Where_probes_may_not_go_nobody_is_told_that_a_service_is_down()
    {
        var repository = Repository("      - {name: cache, probes: [{redis: \"cache.example:6379\"}]}");
        await StartAsync();

        await DeployAsync(1, Stage.HeadSha);

        (repository.CheckRuns.Count, repository.Issues.Count).ShouldBe((0, 0));
        Service.Output.ShouldContain("cache.example is not among the hosts that the server's settings allow");
    }

    [Fact]
    public async Task An_environment_without_services_in_the_settings_is_left_alone()
    {
        var repository = Repository("      - {name: cache, probes: [{redis: \"localhost:1\"}]}");
        await StartAsync();

        await DeployAsync(1, Stage.HeadSha, "production");

        repository.CheckRuns.ShouldBeEmpty();
        Service.Output.ShouldContain("was deployed to production, which its .github/whybot.yml does not name (it has staging)");
    }
}
