using Shouldly;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Actions;

/// <summary>GITHUB_TOKEN has 1,000 requests an hour and repository: how many an event costs. An answer 304 does not count.</summary>
public sealed class RequestTests : ActionsTest
{
    /// <summary>A failing commit of a repository that has fifty open issues of the bot's own.</summary>
    private async Task<IReadOnlyList<string>> CountAsync(bool known)
    {
        var repository = Stage.FailingMain(GitHub);
        repository.Files[".github/whybot.yml"] = "issues: {pull-requests: true}\n";
        for (var i = 0; i < 50; i++)
            repository.Issue($"`KeyError: 'field {i}'` in `orders`", $"What broke: KeyError: 'field {i}'\n\n<!-- whybot:cause w2-{i:x12} -->").Author =
                "github-actions[bot]";
        if (known)
            await RunBaseAsync(repository);
        GitHub.Log.Clear();

        (await RunAsync("workflow_run", Stage.WorkflowRun(Stage.HeadSha))).Code.ShouldBe(0);

        return [.. GitHub.Log.Where(l => l.Status != 304).Select(l => $"{l.Method} {l.Path} {l.Status}")];
    }

    /// <summary>The commit before it was green, and its run was seen.</summary>
    private async Task RunBaseAsync(FakeRepository repository)
    {
        var failing = repository.Runs.Single();
        repository.Runs.Clear();
        Stage.MainRun(repository, Stage.BaseSha, "success", Stage.Zip(("orders.xml", Stage.JUnit(("test_total", null), ("test_list", null)))))
            .Job("tests", "success", Stage.JobLog("2 passed"));
        Stage.MainRun(repository, failing.Sha, "failure", failing.Artifacts.Single().Zip).Job("tests", "failure", failing.Jobs.Single().Log);
        (await RunAsync("workflow_run", Stage.WorkflowRun(Stage.BaseSha, "success"))).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_failing_commit_costs_at_most_25_requests_whatever_issues_are_open()
    {
        var counted = await CountAsync(known: true);
        counted.Count.ShouldBeLessThanOrEqualTo(25, string.Join('\n', counted));
    }

    [Fact]
    public async Task Of_a_pull_request_with_several_changes_each_costs_one_beside_three_to_tell_which_did_it()
    {
        var repository = SourceStage.Pull(GitHub);
        GitHub.Log.Clear();

        (await RunAsync("workflow_run", Stage.WorkflowRun(Stage.HeadSha))).Code.ShouldBe(0);

        repository.PullComments.Values.ShouldHaveSingleItem().ShouldHaveSingleItem().Body.ShouldContain(SourceStage.CulpritSha);
        var counted = GitHub.Log.Where(l => l.Status != 304).Select(l => $"{l.Method} {l.Path} {l.Status}").ToList();
        counted.Count(l => l.Contains("/git/trees/", StringComparison.Ordinal) && l.StartsWith("GET", StringComparison.Ordinal)).ShouldBe(1);
        counted.Count.ShouldBeLessThanOrEqualTo(32 + 3 + 8, string.Join('\n', counted));
    }

    [Fact]
    public async Task The_first_event_of_all_costs_at_most_30()
    {
        var counted = await CountAsync(known: false);
        counted.Count.ShouldBeLessThanOrEqualTo(30, string.Join('\n', counted));
    }
}
