using Shouldly;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>People ask about causes and correct the bot.</summary>
public sealed class RulingTests : ServiceTest
{
    private async Task<(FakeRepository Repository, FakeIssue Issue)> StartAsync()
    {
        var repository = Stage.FailingMain(GitHub);
        repository.Roles["ann"] = "triage";
        await Service.StartAsync();
        await RunEndsAsync(Stage.HeadSha);
        return (repository, repository.Issues.Single());
    }

    private async Task<string> SayAsync(FakeRepository repository, int thread, string body)
    {
        var before = FakeIssues(repository, thread).Count;
        var comment = repository.Comment(thread, "ann", body);
        await PostAsync("issue_comment", Stage.IssueComment(thread, comment));
        await IdleAsync();
        return string.Join('\n', FakeIssues(repository, thread).Skip(before).Where(c => c.Via is not null).Select(c => c.Body));
    }

    private static List<FakeComment> FakeIssues(FakeRepository repository, int thread) =>
        repository.Issues.FirstOrDefault(i => i.Number == thread)?.Comments ?? repository.PullComments.GetValueOrDefault(thread) ?? [];

    /// <summary>The same tests fail once more, on a new commit.</summary>
    /// <returns>What the check says of it.</returns>
    private async Task<string> FailAgainAsync(FakeRepository repository, char sha)
    {
        var head = new string(sha, 40);
        repository.Commit(head, "Change the colours again", Stage.HeadSha, ("src/colours.py", "@@ -1 +1 @@\n-blue\n+green"));
        Stage.MainRun(repository, head, "failure", repository.Runs[0].Artifacts[0].Zip).Job("tests", "failure", repository.Runs[0].Jobs[0].Log);
        await RunEndsAsync(head);
        return repository.CheckRuns.Single(c => c["head_sha"]!.ToString() == head)["output"]!["summary"]!.ToString();
    }

    /// <summary>The same tests fail in a pull request.</summary>
    private async Task<int> ProposeAsync(FakeRepository repository)
    {
        var head = new string('d', 40);
        repository.Commit(head, "Proposed", Stage.HeadSha, ("src/colours.py", "@@ -1 +1 @@\n-blue\n+green"));
        repository.Run("ci", head, "failure").Artifact("results", repository.Runs[0].Artifacts[0].Zip);
        var pull = repository.Pull("Proposed", head, Stage.HeadSha).Number;
        await RunEndsAsync(head);
        return pull;
    }

    [Fact]
    public async Task The_chain_its_rungs_and_their_evidence_can_be_asked_for()
    {
        var (repository, issue) = await StartAsync();
        var pull = await ProposeAsync(repository);

        (await SayAsync(repository, issue.Number, "/why")).ShouldContain("1. **What do the failing tests have in common");
        (await SayAsync(repository, pull, "/why 2")).ShouldContain("```\nConnectionRefusedError: [Errno 111] Connection refused: db:5432\n```");
        (await SayAsync(repository, pull, "/why 9")).ShouldContain("This chain has 6 rungs.");
        (await SayAsync(repository, issue.Number, "/evidence")).ShouldContain("results/orders.xml:");
        (await SayAsync(repository, issue.Number, "/explain-match")).ShouldContain("No open issue describes it, and none comes near.");
        (await SayAsync(repository, issue.Number, "/history")).ShouldContain("Seen in 1 run");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_thread_about_no_cause_says_so()
    {
        var (repository, _) = await StartAsync();

        (await SayAsync(repository, repository.Issue("Another", "").Number, "/why")).ShouldContain("This thread is about no cause that was seen");
    }

    [Fact]
    public async Task The_same_as_another_issue_moves_the_cause_for_good_closes_the_duplicate_and_can_be_taken_back()
    {
        var (repository, issue) = await StartAsync();
        var other = repository.Issue("The database is away at night", "Ops know of it.");

        (await SayAsync(repository, issue.Number, $"/same-as #{other.Number} preview")).ShouldContain("Nothing was done.");
        issue.State.ShouldBe("open");
        (await SayAsync(repository, issue.Number, $"/same-as #{other.Number}")).ShouldContain($"Moved to #{other.Number}");
        (issue.State, issue.StateReason).ShouldBe(("closed", "duplicate"));
        (await FailAgainAsync(repository, 'e')).ShouldContain($"#{other.Number}");
        repository.Issues.Count.ShouldBe(2);

        (await SayAsync(repository, issue.Number, "/undo")).ShouldContain("Taken back: same-as by `ann`");
        issue.State.ShouldBe("open");
        (await SayAsync(repository, issue.Number, "/undo")).ShouldContain("Nothing that was ruled in this thread still stands.");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cause_that_does_not_belong_here_gets_an_issue_of_its_own()
    {
        var (repository, issue) = await StartAsync();

        (await SayAsync(repository, issue.Number, "/not-this")).ShouldContain($"No longer belongs to #{issue.Number}");
        var check = await FailAgainAsync(repository, 'e');

        repository.Issues.Count.ShouldBe(2);
        issue.State.ShouldBe("open");
        check.ShouldContain($"#{repository.Issues[1].Number} (new)");
    }

    [Fact]
    public async Task What_people_say_of_cause_and_flakiness_stands_in_the_next_report()
    {
        var (repository, issue) = await StartAsync();
        (await SayAsync(repository, issue.Number, "/accuracy")).ShouldContain("| new issue | 1 | 0 (0%) | too few to tell (10 needed) |");

        (await SayAsync(repository, issue.Number, "/cause the pool of `db` is too small <!-- whybot:cause x -->\n/flaky\n/priority P1"))
            .ShouldContain("Noted, for");
        var comment = await FailAgainAsync(repository, 'e');

        comment.Split('\n')[0].ShouldEndWith("(flaky)");
        comment.ShouldContain("flaky: `ann` says so");
        comment.ShouldContain("`ann` says: `the pool of db is too small");
        comment.ShouldNotContain("<!-- whybot:cause x");
        issue.Labels.ShouldContain("P1");
        (await SayAsync(repository, issue.Number, "/history")).ShouldContain("`ann` ruled priority `P1`");
    }

    [Fact]
    public async Task Assigning_closing_and_reopening_are_done_on_GitHub_and_mistakes_are_explained()
    {
        var (repository, issue) = await StartAsync();

        (await SayAsync(repository, issue.Number, "/assign @ann")).ShouldContain("Assigned `ann`.");
        (await SayAsync(repository, issue.Number, "/assign nobody")).ShouldContain("GitHub does not let `nobody` be assigned here");
        (await SayAsync(repository, issue.Number, "/close")).ShouldContain("For which reason? Write `/close [not-planned] REASON`");
        (await SayAsync(repository, issue.Number, "/close not-planned the feature goes")).ShouldContain("Closed as not planned by `ann`: `the feature goes`.");
        (issue.State, issue.StateReason, issue.Assignees).ShouldSatisfyAllConditions(i => i.State.ShouldBe("closed"),
            i => i.StateReason.ShouldBe("not_planned"), i => i.Assignees.ShouldBe(["ann"]));
        (await SayAsync(repository, issue.Number, "/reopen")).ShouldContain("Open again.");
        issue.State.ShouldBe("open");
        (await SayAsync(repository, issue.Number, "/mute 100d x")).ShouldContain("At most 90d.");
        (await SayAsync(repository, issue.Number, "/mute 2d deploy freeze")).ShouldContain("Muted until");
        GitHub.Violations.ShouldBeEmpty();
    }
}
