using Shouldly;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>A promotion after suites that the service ran itself: it is started only where all that it needs holds.</summary>
public sealed class LocalPromotionTests : ServiceTest
{
    private const string Settings = """
        environments:
          staging:
            run: {RUN}
        suites:
          - {name: smoke, category: connectivity, priority: P0}
          - {name: orders, category: critical, priority: P1}
        gates: {connectivity: 50%, critical: 50%, overall: 50%}
        """;

    private FakeRepository Repository(string run = "promote: promote.yml, rollback: rollback.yml")
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Files[".github/whybot.yml"] = Settings.Replace("RUN", run);
        repository.Roles["ann"] = "maintain";
        repository.Commit(Stage.BaseSha, "Base", null);
        repository.Commit(Stage.HeadSha, "Change the colours", Stage.BaseSha, ("src/colours.py", "@@ -1 +1 @@\n-red\n+blue"));
        Lay("smoke", ("connects", null));
        Lay("orders", ("total", null), ("list", null), ("sum", null));
        return repository;
    }

    private void Lay(string suite, params (string Name, string? Message)[] tests) =>
        File.WriteAllText(Path.Combine(Folder, $"{suite}.xml"), Stage.JUnit(tests).Replace("tests.test_orders", $"tests.test_{suite}"));

    /// <param name="script">$1 is the suite's file, $2 the folder for its results; WHYBOT_SUITE and WHYBOT_TESTS say what runs.</param>
    private async Task RunAsync(string script, string timeout = "00:00:30")
    {
        Service.With("Whybot__Suites__Poll", "00:00:00.300").With("Whybot__Suites__Live", "00:00:00")
            .With("Whybot__Suites__Local__0__Repository", Stage.Repository).With("Whybot__Suites__Local__0__Suite", "*")
            .With("Whybot__Suites__Local__0__Folder", Folder).With("Whybot__Suites__Local__0__Timeout", timeout);
        foreach (var (argument, i) in new[] { "/bin/sh", "-c", script, "sh", Path.Combine(Folder, "{suite}.xml"), "{results}" }.Select((a, i) => (a, i)))
            Service.With($"Whybot__Suites__Local__0__Command__{i}", argument);
        await Service.StartAsync();
        await PostAsync("deployment_status", Stage.Deployment(7, Stage.HeadSha));
        await IdleAsync();
    }

    private static IEnumerable<string> Started(FakeRepository repository) => repository.Dispatched.Select(d => d.Run.Name);

    private static string Title(FakeRepository repository) => repository.CheckRuns.Single()["output"]!["title"]!.ToString();

    private static string Summary(FakeRepository repository) => repository.CheckRuns.Single()["output"]!["summary"]!.ToString();

    [Fact]
    public async Task A_go_of_which_everything_is_known_is_promoted()
    {
        var repository = Repository();

        await RunAsync("cp \"$1\" \"$2\"");

        Title(repository).ShouldStartWith("Go for ");
        Started(repository).ShouldBe(["promote.yml"], Summary(repository));
        Summary(repository).ShouldNotContain("Not started");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("cp \"$1\" \"$2\"; kill -SEGV $$", "- jobs: `orders was killed (exit code 139)")]
    [InlineData("head -c 330 \"$1\" >\"$2/$WHYBOT_SUITE.xml\"; kill -SEGV $$", "orders was killed (exit code 139)")]
    [InlineData("cp \"$1\" \"$2\"; kill -KILL $$", "- jobs: `orders was killed (exit code 137)")]
    [InlineData("cp \"$1\" \"$2\"; exit 3", "a job failed: `orders` failed (exit code 3)")]
    [InlineData("cp \"$1\" \"$2\"; sleep 30", "- jobs: `orders ran into its time limit")]
    [InlineData("cp \"$1\" \"$2\"; echo '{\"total\": 3, \"na' >\"$2/report.json\"", "- inputs: `results/orders/report.json:1: not valid JSON")]
    [InlineData("head -c 330 \"$1\" >\"$2/$WHYBOT_SUITE.xml\"", "- inputs: `results/orders.xml:")]
    [InlineData("cp \"$1\" \"$2\"; : >\"$2/report.json\"", "- inputs: `results/orders/report.json:1: the file is empty`")]
    [InlineData("true", "- suites: `no test of orders is known to have run`")]
    public async Task A_suite_that_did_not_end_well_or_was_not_read_is_not_promoted(string script, string said)
    {
        var repository = Repository();

        await RunAsync($"if [ $WHYBOT_SUITE = smoke ]; then cp \"$1\" \"$2\"; exit 0; fi; {script}", timeout: "00:00:02");

        Title(repository).ShouldNotStartWith("Go ");
        Started(repository).ShouldNotContain("promote.yml");
        Summary(repository).ShouldContain(said);
        Service.Output.ShouldContain("promote.yml is not started");
    }

    [Fact]
    public async Task A_killed_suite_opens_no_gate_to_the_next_phase()
    {
        var repository = Repository();

        await RunAsync("cp \"$1\" \"$2\"; kill -SEGV $$");

        Summary(repository).ShouldContain("(`connectivity: smoke is not fully known: smoke was killed (exit code 139)");
        Service.Output.ShouldNotContain("Suite orders:");
        Started(repository).ShouldBeEmpty();
    }

    /// <summary>One of three fails and a share may: go, but for what running it once more comes to.</summary>
    [Theory]
    [InlineData("cp \"$1.green\" \"$2/orders.xml\"", null)]
    [InlineData("cp \"$1\" \"$2\"", "- recheck: `1 test failed again: tests.test_orders::total`")]
    [InlineData("cp \"$1.green\" \"$2/orders.xml\"; exit 4", "- recheck: `when it ran once more, orders failed (exit code 4)")]
    [InlineData("cp \"$1.green\" \"$2/orders.xml\"; kill -KILL $$", "- recheck: `when it ran once more, orders was killed (exit code 137)")]
    [InlineData("cp \"$1.green\" \"$2/orders.xml\"; sleep 30", "- recheck: `when it ran once more, orders ran into its time limit")]
    [InlineData("true", "- recheck: `orders ended, and of 1 of 1 test that had to run once more there is no result: total`")]
    public async Task A_recheck_has_to_end_to_be_read_and_to_be_green(string once, string? said)
    {
        var repository = Repository();
        Lay("orders", ("total", "AssertionError: 3 != 4"), ("list", null), ("sum", null));
        File.WriteAllText(Path.Combine(Folder, "orders.xml.green"), Stage.JUnit(("total", null)));

        await RunAsync($"if [ -z \"$WHYBOT_TESTS\" ]; then cp \"$1\" \"$2\"; exit 0; fi; {once}", timeout: "00:00:02");

        Started(repository).ShouldBe(said is null ? ["promote.yml"] : [], Summary(repository));
        Summary(repository).ShouldContain(said ?? "**Promote** (`promote.yml`): asked for.");
        if (said?.Contains("failed again", StringComparison.Ordinal) == false)
            Summary(repository).ShouldNotContain("passed when they ran once more");
    }

    [Fact]
    public async Task A_person_may_promote_all_the_same_and_what_was_passed_over_is_written_down()
    {
        var repository = Repository();
        var pull = repository.Pull("Change the colours", Stage.HeadSha, Stage.BaseSha);
        await RunAsync("cp \"$1\" \"$2\"; [ $WHYBOT_SUITE = smoke ] || kill -SEGV $$");
        Started(repository).ShouldBeEmpty();

        var comment = repository.Comment(pull.Number, "ann", "/accept staging the crash is in the tear-down");
        await PostAsync("issue_comment", Stage.IssueComment(pull.Number, comment));
        await IdleAsync();

        Started(repository).ShouldBe(["promote.yml"], Summary(repository));
        var reply = repository.PullComments[pull.Number].Select(c => c.Body).Single(b => b.Contains($"whybot:reply {comment.Id}.", StringComparison.Ordinal));
        reply.ShouldContain("Overridden for it:\n\n- `decision: the decision is inconclusive");
        reply.ShouldContain("- `jobs: orders was killed (exit code 139)");
        Summary(repository).ShouldContain("- `jobs: orders was killed (exit code 139)");
        (await Service.CommandAsync("worklog", Stage.Repository, "staging")).ShouldContain("The gate failed and was overridden by `ann`.");
    }

    [Fact]
    public async Task A_no_go_beside_results_that_were_not_read_is_not_rolled_back()
    {
        var repository = Repository("rollback: rollback.yml, recheck: false");
        Lay("orders", ("total", "AssertionError: 3 != 4"), ("list", "AssertionError: 1 != 2"), ("sum", null));

        await RunAsync("cp \"$1\" \"$2\"; [ $WHYBOT_SUITE = smoke ] || echo '{\"total\": 3, \"na' >\"$2/report.json\"");

        Title(repository).ShouldStartWith("No-go for ", customMessage: Summary(repository));
        Started(repository).ShouldBeEmpty();
        Summary(repository).ShouldContain("**Not started:** the rollback workflow `rollback.yml`.\n\n- results: `results/orders/report.json:1: not valid JSON");
    }
}
