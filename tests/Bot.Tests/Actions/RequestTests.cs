using Shouldly;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Actions;

/// <summary>GITHUB_TOKEN has 1,000 requests an hour and repository: how many an event costs. An answer 304 does not count.</summary>
public sealed class RequestTests : ActionsTest
{
    [Fact]
    public async Task A_failing_commit_costs_at_most_26_requests_whatever_issues_are_open()
    {
        var repository = Stage.FailingMain(GitHub);
        repository.Files[".github/whybot.yml"] = "issues: {pull-requests: true}\n";
        for (var i = 0; i < 50; i++)
            repository.Issue($"`KeyError: 'field {i}'` in `orders`", $"What broke: KeyError: 'field {i}'\n\n<!-- whybot:cause w2-{i:x12} -->").Author =
                "github-actions[bot]";

        // Events of Actions have no installation.
        var payload = Stage.WorkflowRun(Stage.HeadSha).Replace("\"installation\":{\"id\":99}", "\"sender\":{}", StringComparison.Ordinal);
        (await RunAsync("workflow_run", payload)).Code.ShouldBe(0);

        var counted = GitHub.Log.Where(l => l.Status != 304).Select(l => $"{l.Method} {l.Path} {l.Status}").ToList();
        counted.Count.ShouldBeLessThanOrEqualTo(26, string.Join('\n', counted));
    }
}
