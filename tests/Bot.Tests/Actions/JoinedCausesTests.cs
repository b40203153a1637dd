using Shouldly;
using Whybot.Benchmarks.Histories;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Actions;

/// <summary>One commit breaks two tests in different ways, and only one of them is fixed: what is left is still the same cause, with the same issue.</summary>
public sealed class JoinedCausesTests : ActionsTest
{
    private const string Basket = "KeyError: 'basket'";
    private const string Carrier = "ValueError: no carrier for AB";
    private string _last = Stage.BaseSha;
    private int _commits;

    private FakeRepository Main()
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Commit(Stage.BaseSha, "Base", null);
        return repository;
    }

    private async Task<RunEnd> RunEndsAsync(FakeRepository repository, string? basket, string? carrier)
    {
        var (sha, fails) = ($"{++_commits:x8}{new string('d', 32)}", basket ?? carrier);
        Later(TimeSpan.FromMinutes(5));
        repository.Commit(sha, $"Change {_commits}", _last, ("src/shop.py", $"@@ -1 +1 @@\n-red\n+{_commits}"));
        _last = sha;
        var run = Stage.MainRun(repository, sha, fails is null ? "success" : "failure",
            Stage.Zip(("orders.xml", Stage.JUnit(("test_basket", basket), ("test_carrier", carrier), ("test_list", null)))));
        if (fails is not null)
            run.Job("tests", "failure", Stage.JobLog($"E   {fails}"));
        var ended = await RunAsync("workflow_run", Stage.WorkflowRun(sha, fails is null ? "success" : "failure"));
        ended.Code.ShouldBe(0, ended.Log);
        return ended;
    }

    [Fact]
    public async Task What_is_left_of_a_cause_goes_on_in_its_issue_even_after_the_state_was_lost()
    {
        var repository = Main();
        await RunEndsAsync(repository, null, null);
        await RunEndsAsync(repository, Basket, Carrier);
        await RunEndsAsync(repository, null, Carrier);
        var issue = repository.Issues.ShouldHaveSingleItem();
        issue.Body.ShouldContain("Seen in 2 runs");
        repository.Refs.Remove(Ref).ShouldBeTrue();

        await RunEndsAsync(repository, Basket, null);

        repository.Issues.ShouldHaveSingleItem().Body.ShouldContain("Seen in 3 runs");
        issue.Comments.ShouldBeEmpty();
        for (var i = 0; i < 3; i++)
            await RunEndsAsync(repository, null, null);
        issue.State.ShouldBe("closed");
        issue.Comments.ShouldHaveSingleItem().Body.ShouldContain("Before, it failed in 3 of 3 runs.");
        GitHub.Violations.ShouldBeEmpty();
    }
}
