using Shouldly;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Foundation.WriteLimits;
using Whybot.Memory.Effects;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>People command in threads.</summary>
public sealed class CommandTests : ServiceTest
{
    private async Task<(FakeRepository Repository, int Thread)> StartAsync()
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Roles["ann"] = "write";
        await Service.StartAsync();
        return (repository, repository.Issue("Orders are lost", "").Number);
    }

    private async Task<FakeComment> SayAsync(FakeRepository repository, int thread, string author, string body, string type = "User")
    {
        var comment = repository.Comment(thread, author, body, type);
        await PostAsync("issue_comment", Stage.IssueComment(thread, comment));
        await IdleAsync();
        return comment;
    }

    private static List<string> Replies(FakeRepository repository, int thread) =>
        [.. repository.Issues.Single(i => i.Number == thread).Comments.Where(c => c.Via is not null).Select(c => c.Body)];

    [Fact]
    public async Task A_command_is_answered_once_however_often_it_is_delivered()
    {
        var (repository, thread) = await StartAsync();

        var comment = await SayAsync(repository, thread, "ann", "Hm.\n/help status\n/status");
        await PostAsync("issue_comment", Stage.IssueComment(thread, comment));
        await IdleAsync();

        Replies(repository, thread).ShouldBe([
            $"`/help status`\n\n`/status`: Shows the last decision for each environment, and which recent causes are open. Requires "
                + $"read access.\n\nFor example `/status`.\n\n<!-- whybot:reply {comment.Id}.1 -->\n",
            $"`/status`\n\nNo deployment of this repository has been looked at yet.\n\n<!-- whybot:reply {comment.Id}.2 -->\n"]);
        comment.Reactions.Distinct().ShouldBe(["eyes", "rocket"]);
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Why_code_does_not_compile_is_answered_with_file_line_name_and_the_commit_that_wrote_it()
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Roles["ann"] = "write";
        repository.Commit(Stage.BaseSha, "Base", null);
        repository.Commit(Stage.HeadSha, "Sum up by the new rule", Stage.BaseSha,
            ("cart/cart.go", "@@ -10,3 +10,3 @@ func Sum() int {\n \tx := 1\n \ty := 2\n-\treturn total(x, y)\n+\treturn totl(x, y)"));
        var thread = repository.Pull("Sum up by the new rule", Stage.HeadSha, Stage.BaseSha).Number;
        repository.Run("ci", Stage.HeadSha, "failure").Job("build", "failure",
            Stage.JobLog("##[group]Run go build ./...", "##[endgroup]", "# example.com/shop/cart", "cart/cart.go:12:9: undefined: totl"));
        await Service.StartAsync();
        await RunEndsAsync(Stage.HeadSha);

        await SayAsync(repository, thread, "ann", "/why");

        repository.PullComments[thread].Last(c => c.Via is not null).Body.ShouldSatisfyAllConditions(
            b => b.ShouldContain("At `cart/cart.go`:12, as the log says; the error names `totl`."),
            b => b.ShouldContain("`ffffffff` `Sum up by the new rule`"),
            b => b.ShouldContain("it wrote the line that the compiler refuses (`cart/cart.go`:12)"));
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Strangers_who_flood_a_public_repository_cost_a_twentieth_of_the_budget_and_the_team_is_answered()
    {
        var (repository, thread) = await StartAsync();
        for (var i = 0; i < 40; i++)
        {
            repository.Roles[$"stranger-{i % 5}"] = "read";
            await PostAsync("issue_comment", Stage.IssueComment(thread, repository.Comment(thread, $"stranger-{i % 5}", "/help", "User")));
        }
        await IdleAsync();

        var flooded = repository.Issues.Single(i => i.Number == thread).Comments;
        Replies(repository, thread).Count.ShouldBe(8);
        (Replies(repository, thread).Count + flooded.Sum(c => c.Reactions.Count)).ShouldBe(24, "writes of the 25 that strangers have");

        var comment = await SayAsync(repository, thread, "ann", "/status");
        Replies(repository, thread).Count.ShouldBe(9);
        comment.Reactions.Distinct().ShouldBe(["eyes", "rocket"]);
        Service.Output.ShouldContain("isn't answered: strangers have had the 25 writes that they get within an hour");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_command_is_carried_out_although_its_answer_must_wait_for_the_share_of_whoever_asks()
    {
        var (repository, thread) = await StartAsync();
        await using var database = new SqliteDatabase(Service.Store);
        var slots = new WriteSlots(database, TimeProvider.System);
        for (var i = 0; i < WriteBudget.MostAnHour * WriteBudget.Person / 100; i++)
            (await slots.TakeAsync(new WriteRequest(FakeApps.InstallationId, Person: "ann"), TimeSpan.Zero, TimeSpan.FromHours(1), Cancel))
                .Taken.ShouldBeTrue();
        // As if it had been ten minutes ago: what GitHub allows in a minute is free again.
        await database.WriteAsync(session => session.ExecuteAsync("update write_slots set at = at - 600000"), Cancel);

        var comment = repository.Comment(thread, "ann", "/close it was the network", "User");
        await PostAsync("issue_comment", Stage.IssueComment(thread, comment));
        await Wait.UntilAsync(() => repository.Issues.Single(i => i.Number == thread).State == "closed", () => Service.Output);
        await Wait.UntilAsync(() => Service.Output.Contains("waits for its share of the write limit", StringComparison.Ordinal), () => Service.Output);

        Replies(repository, thread).ShouldBeEmpty();
        comment.Reactions.ShouldBeEmpty();
        (await new EffectStore(database, TimeProvider.System).PendingAsync(new RepositoryId(repository.Id), Cancel)).ShouldHaveSingleItem()
            .Kind.ShouldBe("reply");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Reviews_and_remarks_on_lines_command_like_comments_and_are_answered_in_the_thread()
    {
        var repository = Stage.FailingPull(GitHub);
        repository.Roles["ann"] = "write";
        await Service.StartAsync();
        var pull = repository.Pulls.Single().Number;

        var review = repository.Write(repository.Reviews, "ann", "Hm.\n\n/status");
        await PostAsync("pull_request_review", Stage.Review(pull, review));
        await IdleAsync();
        var remark = repository.Write(repository.LineComments, "ann", "/help status");
        await PostAsync("pull_request_review_comment", Stage.LineComment(pull, remark));
        await IdleAsync();

        var replies = repository.PullComments[pull].Select(c => c.Body).ToList();
        replies.Count.ShouldBe(2);
        replies[0].ShouldContain($"<!-- whybot:reply review-{review.Id}.1 -->");
        replies[1].ShouldContain($"<!-- whybot:reply line-{remark.Id}.1 -->");
        review.Reactions.ShouldBeEmpty("GitHub has no reactions to reviews");
        remark.Reactions.Distinct().ShouldBe(["eyes", "rocket"]);
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_review_that_says_something_else_than_it_was_submitted_with_commands_nothing()
    {
        var repository = Stage.FailingPull(GitHub);
        repository.Roles["ann"] = "write";
        await Service.StartAsync();
        var pull = repository.Pulls.Single().Number;

        var review = repository.Write(repository.Reviews, "ann", "/status");
        var submitted = Stage.Review(pull, review);
        review.Body = "/close";
        await PostAsync("pull_request_review", submitted);
        await IdleAsync();

        repository.PullComments.ShouldNotContainKey(pull);
    }

    [Fact]
    public async Task Only_causes_whose_issue_is_still_open_are_called_open()
    {
        var repository = Stage.FailingPull(GitHub);
        await Service.StartAsync();
        await RunEndsAsync(Stage.HeadSha);
        var issue = repository.Issues.Single();

        await SayAsync(repository, issue.Number, "ann", "/status");
        Replies(repository, issue.Number).ShouldHaveSingleItem().ShouldContain($"- open: #{issue.Number} `");
        issue.State = "closed";
        await SayAsync(repository, issue.Number, "ann", "/status");

        Replies(repository, issue.Number)[1].ShouldNotContain($"#{issue.Number}");
    }

    [Fact]
    public async Task A_mistake_after_the_bots_own_name_is_corrected_and_a_command_of_another_bot_is_left_alone()
    {
        var (repository, thread) = await StartAsync();

        (await SayAsync(repository, thread, "ann", "/deploy now")).Reactions.ShouldBeEmpty();
        var comment = await SayAsync(repository, thread, "ann", "/whybot stauts");

        Replies(repository, thread).ShouldHaveSingleItem().ShouldContain("There is no command `stauts`; did you mean 'status'?");
        comment.Reactions.ShouldBe(["eyes", "confused"]);
    }

    [Theory]
    [InlineData("helper[bot]", "Bot", "/status", "created")]
    [InlineData("ann", "User", "> /status", "created")]
    [InlineData("ann", "User", "/status", "edited")]
    [InlineData("ann", "User", "/status", "deleted")]
    public async Task Bots_quotes_edits_and_deletions_command_nothing(string author, string type, string body, string action)
    {
        var (repository, thread) = await StartAsync();
        var comment = repository.Comment(thread, author, body, type);

        await PostAsync("issue_comment", Stage.IssueComment(thread, comment, action));
        await IdleAsync();

        Replies(repository, thread).ShouldBeEmpty();
        comment.Reactions.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_comment_that_was_edited_before_it_was_read_commands_nothing()
    {
        var (repository, thread) = await StartAsync();
        var comment = repository.Comment(thread, "ann", "/status");
        comment.Edits = 1;

        await PostAsync("issue_comment", Stage.IssueComment(thread, comment));
        await IdleAsync();

        Replies(repository, thread).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_GitHub_does_not_say_who_somebody_is_the_answer_is_no()
    {
        var (repository, thread) = await StartAsync();
        GitHub.Apps.Permissions.Remove("metadata");

        var comment = await SayAsync(repository, thread, "ann", "/status");

        Replies(repository, thread).ShouldHaveSingleItem().ShouldContain("`/status` requires read access; GitHub reports that you don't have it.");
        comment.Reactions.ShouldBe(["eyes", "confused"]);
    }
}
