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

    private Task<RunEnd> RunEndsAsync(FakeRepository repository, string? basket, string? carrier) =>
        RunWithAsync(repository, Stage.JUnit(("test_basket", basket), ("test_carrier", carrier), ("test_list", null)), basket ?? carrier);

    private async Task<RunEnd> RunWithAsync(FakeRepository repository, string results, string? fails)
    {
        var sha = $"{++_commits:x8}{new string('d', 32)}";
        Later(TimeSpan.FromMinutes(5));
        repository.Commit(sha, $"Change {_commits}", _last, ("src/shop.py", $"@@ -1 +1 @@\n-red\n+{_commits}"));
        _last = sha;
        var run = Stage.MainRun(repository, sha, fails is null ? "success" : "failure", Stage.Zip(("orders.xml", results)));
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

    [Fact]
    public async Task What_an_issue_of_its_own_describes_is_one_more_sighting_and_no_news()
    {
        var repository = Main();
        string FailsIn(string function) => "<testsuites><testsuite name=\"orders\" timestamp=\"2026-11-20T12:00:00\">"
            + $"<testcase classname=\"tests.test_orders\" name=\"test_carrier\" time=\"0.2\"><failure message=\"{Carrier}\">"
            + $"tests/test_orders.py:12: in test_carrier\n    {function}()\nsrc/{function}.py:40: in {function}\nE   {Carrier}</failure></testcase>"
            + "</testsuite></testsuites>";
        await RunWithAsync(repository, FailsIn("book"), Carrier);

        await RunWithAsync(repository, FailsIn("dispatch_parcel"), Carrier);

        Kept<long>(repository, "select count(*) from causes where issue = 1").ShouldBe(2);
        Kept<string>(repository, "select group_concat(r.rule, ' ') from rule_uses r join causes c on c.cluster = r.subject where c.matched = 1")
            .ShouldBe("known", "the rule that found the issue answers for it");
        var issue = repository.Issues.ShouldHaveSingleItem();
        issue.Body.ShouldContain("Seen in 2 runs");
        issue.Comments.ShouldBeEmpty();
    }
}
