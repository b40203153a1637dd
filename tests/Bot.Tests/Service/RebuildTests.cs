using Shouldly;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>The service's store is replaced by an empty one.</summary>
public sealed class RebuildTests : ServiceTest
{
    [Fact]
    public async Task An_empty_store_gets_back_what_the_issues_say_and_the_same_issue_goes_on()
    {
        var repository = Stage.FailingMain(GitHub);
        await Service.StartAsync();
        await RunEndsAsync(Stage.HeadSha);
        var issue = repository.Issues.ShouldHaveSingleItem();
        var next = new string('e', 40);
        repository.Commit(next, "More colours", Stage.HeadSha, ("src/colours.py", "@@ -1 +1 @@\n-blue\n+green"));
        Stage.MainRun(repository, next, "failure", repository.Runs[0].Artifacts[0].Zip).Job("tests", "failure", repository.Runs[0].Jobs[0].Log);
        await using var second = new ServiceInProcess(Directory.CreateDirectory(Path.Combine(Folder, "second")).FullName, GitHub);

        (await second.EndedAsync("rebuild", Stage.Repository)).ShouldBe((0,
            $"1 issue of Whybot's own in {Stage.Repository}, 1 of them new to the store: 1 cause, 1 sighting added.\n", ""));
        (await second.CommandAsync("rebuild", Stage.Repository)).ShouldContain("0 of them new to the store: 1 cause, 0 sightings added.");
        await second.StartAsync();
        await second.PostAsync("workflow_run", "d-2", Stage.WorkflowRun(next));
        while (!await second.IsIdleAsync())
            await second.SaysAsync(Cancel);

        repository.Issues.ShouldHaveSingleItem().Body.Split('\n').Count(l => l.StartsWith("| 20", StringComparison.Ordinal)).ShouldBe(2);
        issue.Comments.ShouldBeEmpty();
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deployment_that_was_being_tested_goes_on()
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Files[".github/whybot.yml"] = "environments: {staging: {run: {workflow: staging.yml, recheck: false}}}\n"
            + "suites:\n  - {name: orders, category: critical, priority: P1, files: [tests/test_orders.py]}\ngates: {critical: 95%, overall: 90%}\n";
        repository.Commit(Stage.HeadSha, "Change the colours", null);
        repository.Deployments.Add(new FakeDeployment(7, "staging", Stage.HeadSha, "success"));
        repository.OnDispatch = (started, _) => (started.Status, started.Conclusion) = ("in_progress", null);
        await using (var first = new ServiceInProcess(Directory.CreateDirectory(Path.Combine(Folder, "first")).FullName, GitHub))
        {
            await first.With("Whybot__Suites__Poll", "00:00:00.200").StartAsync();
            await first.PostAsync("deployment_status", "d-1", Stage.Deployment(7, Stage.HeadSha));
            while (repository.Dispatched.Count == 0 || repository.CheckRuns.Count == 0)
                await first.SaysAsync(Cancel);
        }
        foreach (var (run, _) in repository.Dispatched)
            (run.Status, run.Conclusion) = ("completed", "success");
        repository.OnDispatch = (started, _) => started.Artifact("results", Stage.Zip(("orders.xml", Stage.JUnit(("total", null), ("list", null)))));
        await using var second = new ServiceInProcess(Directory.CreateDirectory(Path.Combine(Folder, "second")).FullName, GitHub);

        var said = await second.CommandAsync("rebuild", Stage.Repository);
        (await second.CommandAsync("rebuild", Stage.Repository)).ShouldNotContain("deployment", Case.Insensitive, "its run is known by now");
        await second.With("Whybot__Suites__Poll", "00:00:00.200").StartAsync();
        while (!await second.IsIdleAsync())
            await second.SaysAsync(Cancel);

        said.ShouldContain("1 deployment was being tested when the store was lost.");
        repository.CheckRuns.ShouldHaveSingleItem()["conclusion"]!.ToString().ShouldBe("success");
    }

    [Fact]
    public async Task A_repository_that_the_App_does_not_have_is_refused()
    {
        (await Service.EndedAsync("rebuild", "nobody/nothing")).ShouldBe((1, "", "whybot: the App is not installed for nobody\n"));
        (await Service.EndedAsync("rebuild", "nothing")).Code.ShouldBe(64);
    }
}
