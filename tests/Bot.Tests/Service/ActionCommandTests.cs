using Shouldly;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>People have things done after a deployment or a failing check.</summary>
public sealed class ActionCommandTests : ServiceTest
{
    private const string Settings = """
        environments:
          staging:
            run: {workflow: staging.yml, recheck: false, rollback: undo.yml, promote: go.yml}
        suites:
          - {name: orders, category: critical, priority: P1, files: [tests/test_orders.py]}
        gates: {critical: 95%, overall: 90%}
        """;

    private string _results = Stage.JUnit(("test_total", "KeyError: 'colour'"), ("test_list", null));

    /// <summary>Deployed with a test that fails for what the pull request that was merged has changed.</summary>
    private async Task<FakeRepository> DeployedAsync()
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Files[".github/whybot.yml"] = Settings;
        (repository.Roles["ann"], repository.Roles["bob"]) = ("maintain", "write");
        repository.Commit(Stage.BaseSha, "Base", null);
        repository.Commit(Stage.HeadSha, "Rename colour", Stage.BaseSha,
            ("src/orders.py", "@@ -38,3 +38,3 @@ def total():\n-    return {'colour': 1}\n+    return {'color': 1}"));
        repository.Pull("Rename colour", Stage.HeadSha, Stage.BaseSha).MergeCommit = Stage.HeadSha;
        repository.OnDispatch = (started, inputs) =>
        {
            (started.Status, started.Conclusion) = ("completed", "success");
            if (inputs.ContainsKey("suites"))
                started.Artifact("results", Stage.Zip(("orders.xml", _results)));
        };
        await Service.With("Whybot__Suites__Poll", "00:00:00.200").With("Whybot__Suites__Live", "00:00:00").StartAsync();
        await PostAsync("deployment_status", Stage.Deployment(7, Stage.HeadSha));
        await IdleAsync();
        return repository;
    }

    private async Task<string> SayAsync(FakeRepository repository, int thread, string author, string body)
    {
        var comment = repository.Comment(thread, author, body);
        await PostAsync("issue_comment", Stage.IssueComment(thread, comment));
        await IdleAsync();
        return (repository.Issues.FirstOrDefault(i => i.Number == thread)?.Comments ?? repository.PullComments[thread])
            .Where(c => c.Via is not null && c.Body.Contains($"whybot:reply {comment.Id}.", StringComparison.Ordinal)).Select(c => c.Body)
            .ShouldHaveSingleItem();
    }

    private static string Check(FakeRepository repository) => repository.CheckRuns.Single()["output"]!["title"]!.ToString();

    [Fact]
    public async Task What_passes_when_a_person_runs_it_again_was_flaky_and_the_decision_is_made_anew()
    {
        var repository = await DeployedAsync();
        var issue = repository.Issues.ShouldHaveSingleItem();
        Check(repository).ShouldStartWith("No-go for ");
        _results = Stage.JUnit(("test_total", null), ("test_list", null));

        (await SayAsync(repository, issue.Number, "bob", "/rerun orders")).ShouldContain("Running `orders` again on `staging` at `ffffffff`");

        Check(repository).ShouldNotStartWith("No-go", Case.Sensitive, repository.CheckRuns.Single()["output"]!["summary"]!.ToString());
        repository.CheckRuns.Single()["output"]!["summary"]!.ToString().ShouldContain("passed when they ran once more on the same commit");
        repository.Dispatched.Count(d => d.Inputs.ContainsKey("suites")).ShouldBe(2);
        (await SayAsync(repository, issue.Number, "bob", "/rerun nothing")).ShouldContain("There is no suite `nothing`; the plan has `orders`.");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_commit_is_run_again_only_so_often()
    {
        var repository = await DeployedAsync();
        var issue = repository.Issues.Single().Number;

        for (var i = 0; i < 5; i++)
            (await SayAsync(repository, issue, "bob", "/retest")).ShouldContain("again on `staging`");

        (await SayAsync(repository, issue, "bob", "/retest")).ShouldContain("was run again 5 times already");
        repository.Dispatched.Count(d => d.Inputs.ContainsKey("suites")).ShouldBe(6);
    }

    [Fact]
    public async Task A_person_passes_the_gate_with_a_reason_and_everybody_can_read_it()
    {
        var repository = await DeployedAsync();
        var issue = repository.Issues.Single().Number;

        (await SayAsync(repository, issue, "bob", "/accept it is only the demo page")).ShouldContain("requires maintain access");
        (await SayAsync(repository, issue, "ann", "/accept staging")).ShouldContain("For which reason?");
        (await SayAsync(repository, issue, "ann", "/accept staging it is only the demo page"))
            .ShouldContain("is accepted by `ann`: `it is only the demo page`");

        Check(repository).ShouldStartWith("Accepted by ann: No-go for staging at ffffffff: ");
        repository.CheckRuns.Single()["conclusion"]!.ToString().ShouldBe("success");
        repository.Dispatched.Count(d => d.Run.Name.Contains("go.yml", StringComparison.Ordinal)).ShouldBe(0, "it was rolled back when it was no-go");
        (await Service.CommandAsync("worklog", Stage.Repository, "staging")).ShouldContain("**Accepted by `ann`**");
        (await SayAsync(repository, issue, "ann", "/accept again")).ShouldContain("was accepted already");
        (await SayAsync(repository, issue, "ann", "/rerun")).ShouldContain("again on `staging`");
        Check(repository).ShouldStartWith("Accepted by ann: ");
        repository.CheckRuns.Single()["conclusion"]!.ToString().ShouldBe("success", "what a person has passed stays passed");
        (await Service.CommandAsync("worklog", Stage.Repository, "staging")).ShouldContain("**Accepted by `ann`**");
        (await SayAsync(repository, issue, "ann", "/rollback once more")).ShouldContain("was asked for already; it is started once");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_suspects_pull_request_is_reverted_as_a_draft_once()
    {
        var repository = await DeployedAsync();
        var issue = repository.Issues.Single().Number;

        var reply = await SayAsync(repository, issue, "bob", "/revert");
        await SayAsync(repository, issue, "bob", "/revert");

        var revert = repository.Pulls.Single(p => p.Branch.StartsWith("revert-", StringComparison.Ordinal));
        (revert.Draft, revert.Title).ShouldBe((true, "Revert \"Rename colour\""));
        reply.ShouldContain($"Draft pull request that reverts it: #{revert.Number}.");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_plan_of_an_environment_can_be_asked_for()
    {
        var repository = await DeployedAsync();
        var issue = repository.Issues.Single().Number;

        (await SayAsync(repository, issue, "ann", "/plan category:critical staging")).ShouldContain("## Plan: 1 suite in 1 phase, focus `category:critical`");
        (await SayAsync(repository, issue, "ann", "/plan nonsense")).ShouldContain("`nonsense` is neither a focus nor an environment");
    }

    [Fact]
    public async Task In_a_pull_request_the_failed_jobs_of_its_newest_commit_run_again()
    {
        var repository = Stage.FailingPull(GitHub);
        repository.Roles["bob"] = "write";
        await Service.StartAsync();
        await RunEndsAsync(Stage.HeadSha);

        (await SayAsync(repository, repository.Pulls.Single().Number, "bob", "/retest")).ShouldContain("- `ci`: started");

        repository.Runs.Single().Attempt.ShouldBe(2);
        GitHub.Violations.ShouldBeEmpty();
    }
}
