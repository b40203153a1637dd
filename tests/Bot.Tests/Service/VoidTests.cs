using System.Text.Json.Nodes;
using Shouldly;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>What was tested is not what is deployed: nothing is concluded, filed or started from it.</summary>
public sealed class VoidTests : ServiceTest
{
    private const string Settings = """
        environments:
          staging:
            SERVICES
            run: {workflow: staging.yml, recheck: false, promote: promote.yml, rollback: rollback.yml}
        suites:
          - {name: orders, category: critical, priority: P1, files: [tests/test_orders.py]}
        """;

    private static readonly string Other = new('e', 40);
    private static readonly string Green = Stage.JUnit(("total", null), ("list", null));
    private static readonly string Red = Stage.JUnit(("total", "KeyError: 'total'"), ("list", null));

    private FakeRepository Repository(string results, ProbedServer? gateway = null)
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Files[".github/whybot.yml"] = Settings.Replace("SERVICES", gateway is null ? "services: []"
            : $"services: [{{name: gateway, url: \"http://localhost:{gateway.Port}\", probes: [{{version: /version}}]}}]");
        repository.Commit(Stage.BaseSha, "Base", null);
        repository.Commit(Stage.HeadSha, "Change the colours", Stage.BaseSha, ("src/colours.py", "@@ -1 +1 @@\n-red\n+blue"));
        repository.Commit(Other, "Change the fonts", Stage.HeadSha, ("src/fonts.py", "@@ -1 +1 @@\n-thin\n+bold"));
        repository.Pull("Change the colours", Stage.HeadSha, Stage.BaseSha).State = "closed";
        repository.Deployments.Add(new FakeDeployment(7, "staging", Stage.HeadSha, "success"));
        repository.OnDispatch = (started, inputs) =>
        {
            if (inputs.ContainsKey("suites"))
                started.Artifact("results", Stage.Zip(("orders.xml", results)));
        };
        return repository;
    }

    private Task StartAsync() => Service.With("Whybot__Suites__Poll", "00:00:00.200").With("Whybot__Suites__Look", "00:00:00.200")
        .With("Whybot__Suites__Live", "00:00:00")
        .With("Whybot__Probes__AllowedHosts__0", "localhost").With("Whybot__Probes__AllowedNetworks__0", "127.0.0.0/8")
        .With("Whybot__Probes__AllowedNetworks__1", "::1/128").StartAsync();

    private async Task DeployAsync()
    {
        await StartAsync();
        await PostAsync("deployment_status", Stage.Deployment(7, Stage.HeadSha));
        await IdleAsync();
    }

    private static JsonObject Check(FakeRepository repository, string sha) => repository.CheckRuns.Single(c => c["head_sha"]!.ToString() == sha);

    private static IEnumerable<string> Started(FakeRepository repository) => repository.Dispatched.Select(d => d.Run.Name).Where(n => n != "staging.yml");

    /// <summary>Its check, and nothing else, tells of it.</summary>
    private async Task IsVoidAsync(FakeRepository repository, string why)
    {
        (Check(repository, Stage.HeadSha)["conclusion"]?.ToString(), Check(repository, Stage.HeadSha)["output"]!["title"]!.ToString())
            .ShouldBe(("cancelled", $"Void: {why}"), Service.Output);
        (repository.Issues.Count, repository.PullComments.Count).ShouldBe((0, 0));
        Started(repository).ShouldBeEmpty();
        (await Service.CommandAsync("worklog", Stage.Repository, "staging", "7")).ShouldNotContain("KeyError");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_that_serves_another_revision_while_suites_run_voids_the_run()
    {
        await using var gateway = await ProbedServer.StartAsync();
        gateway.Answer = _ => (200, Stage.HeadSha);
        var repository = Repository(Red, gateway);
        var finish = repository.OnDispatch;
        repository.OnDispatch = (started, inputs) =>
        {
            finish(started, inputs);
            (started.Status, started.Conclusion) = ("in_progress", null);
            gateway.Answer = _ => (200, Other);
        };

        await DeployAsync();

        await IsVoidAsync(repository, "staging served eeeeeeee while ffffffff was tested");
    }

    [Fact]
    public async Task A_service_that_serves_another_revision_after_the_suites_voids_the_run()
    {
        await using var gateway = await ProbedServer.StartAsync();
        gateway.Answer = _ => (200, Stage.HeadSha);
        var repository = Repository(Red, gateway);
        var finish = repository.OnDispatch;
        repository.OnDispatch = (started, inputs) =>
        {
            finish(started, inputs);
            gateway.Answer = _ => (200, Other);
        };

        await DeployAsync();

        await IsVoidAsync(repository, "staging served eeeeeeee while ffffffff was tested");
    }

    [Fact]
    public async Task A_newer_deployment_of_which_no_event_came_voids_the_run_and_gets_its_own()
    {
        var repository = Repository(Red);
        var finish = repository.OnDispatch;
        repository.OnDispatch = (started, inputs) =>
        {
            finish(started, inputs);
            if (repository.Deployments.Count == 1)
                repository.Deployments.Add(new FakeDeployment(8, "Staging", Other, "success"));
        };

        await DeployAsync();

        (Check(repository, Stage.HeadSha)["conclusion"]?.ToString(), Check(repository, Stage.HeadSha)["output"]!["title"]!.ToString())
            .ShouldBe(("cancelled", "Void: staging served eeeeeeee (deployment 8) while ffffffff was tested"));
        repository.Dispatched.Where(d => d.Run.Name == "staging.yml").Select(d => d.Inputs["sha"]).ShouldBe([Stage.HeadSha, Other]);
        Check(repository, Other)["output"]!["title"]!.ToString().ShouldStartWith("No-go for ");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_newer_deployment_that_has_begun_voids_the_run()
    {
        var repository = Repository(Red);
        var finish = repository.OnDispatch;
        repository.OnDispatch = (started, inputs) =>
        {
            finish(started, inputs);
            repository.Deployments.Add(new FakeDeployment(8, "staging", Other, "in_progress"));
        };

        await DeployAsync();

        await IsVoidAsync(repository, "deployment 8 of eeeeeeee to staging began while ffffffff was tested");
    }

    [Theory]
    [InlineData("staging", "pending")]
    [InlineData("staging", "queued")]
    [InlineData("staging", null)]
    [InlineData("production", "success")]
    public async Task A_newer_deployment_that_waits_or_goes_elsewhere_changes_nothing(string environment, string? state)
    {
        var repository = Repository(Green);
        repository.Deployments.Add(new FakeDeployment(8, environment, Other, state));

        await DeployAsync();

        Check(repository, Stage.HeadSha)["output"]!["title"]!.ToString().ShouldStartWith("Go for ");
        Started(repository).ShouldBe(["promote.yml"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_newer_deployment_that_failed_results_stand_and_nothing_is_started(bool fails)
    {
        var repository = Repository(fails ? Red : Green);
        repository.Deployments.Add(new FakeDeployment(8, "staging", Other, "failure"));

        await DeployAsync();

        Check(repository, Stage.HeadSha)["output"]!["title"]!.ToString().ShouldStartWith(fails ? "No-go for " : "Go for ");
        Started(repository).ShouldBeEmpty();
        Check(repository, Stage.HeadSha)["output"]!["summary"]!.ToString()
            .ShouldContain("- newest: `deployment 8 of eeeeeeee to staging began after it and failed; what staging serves is not certain`");
    }

    [Fact]
    public async Task Where_GitHub_does_not_say_which_deployment_is_the_newest_nothing_is_started()
    {
        var repository = Repository(Green);
        GitHub.Apps.Permissions.Remove("deployments");

        await DeployAsync();

        Check(repository, Stage.HeadSha)["output"]!["title"]!.ToString().ShouldStartWith("Go for ");
        Started(repository).ShouldBeEmpty();
        Check(repository, Stage.HeadSha)["output"]!["summary"]!.ToString()
            .ShouldContain("- newest: `GitHub does not say which deployment of staging is the newest");
    }

    [Fact]
    public async Task A_no_go_whose_environment_gets_another_deployment_while_it_is_concluded_is_void()
    {
        var repository = Repository(Red);
        GitHub.Faults = r =>
        {
            // The issues are read to conclude, after the suites have ended.
            if (r.Path.EndsWith("/issues", StringComparison.Ordinal) && repository is { Dispatched.Count: 1, Deployments.Count: 1 })
                repository.Deployments.Add(new FakeDeployment(8, "staging", Other, "in_progress"));
            return null;
        };

        await DeployAsync();

        await IsVoidAsync(repository, "deployment 8 of eeeeeeee to staging began while ffffffff was tested");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_decided_is_not_started_once_another_deployment_is_there(bool fails)
    {
        var repository = Repository(fails ? Red : Green);
        GitHub.Faults = r =>
        {
            if (r.Writes && r.Path.Contains("/check-runs", StringComparison.Ordinal) && r.Text("status") == "completed" && repository.Deployments.Count == 1)
                repository.Deployments.Add(new FakeDeployment(8, "staging", Other, "success"));
            return null;
        };

        await DeployAsync();

        Started(repository).ShouldBeEmpty();
        Service.Output.ShouldContain("not written, staging served eeeeeeee (deployment 8) while ffffffff was tested");
    }

    [Fact]
    public async Task A_void_run_can_be_accepted_by_nobody()
    {
        var repository = Repository(Red);
        repository.Roles["ann"] = "maintain";
        var finish = repository.OnDispatch;
        repository.OnDispatch = (started, inputs) =>
        {
            finish(started, inputs);
            repository.Deployments.Add(new FakeDeployment(8, "staging", Other, "in_progress"));
        };
        await DeployAsync();

        var comment = repository.Comment(1, "ann", "/accept staging it is fine");
        await PostAsync("issue_comment", Stage.IssueComment(1, comment));
        await IdleAsync();

        repository.PullComments[1].Select(c => c.Body).ShouldContain(
            b => b.Contains("has made no decision that could be accepted (void)", StringComparison.Ordinal));
        Started(repository).ShouldBeEmpty();
    }
}
