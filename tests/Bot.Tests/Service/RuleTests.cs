using Shouldly;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>People write known-issue rules into issues.</summary>
public sealed class RuleTests : ServiceTest
{
    private const string Rule = "The database goes away at night.\n\n```whybot\ntext: \"refused: db:5432\"\ntests: [tests/test_orders.py, "
        + "\"*::test_total\"]\n```\n";

    private async Task EditAsync(FakeIssue issue, string body, string by)
    {
        var before = issue.Body;
        issue.Body = body;
        await PostAsync("issues", Stage.Edited(issue, before, by));
        await IdleAsync();
    }

    [Fact]
    public async Task A_rule_is_tried_answered_in_the_thread_and_used_from_then_on()
    {
        var repository = Stage.FailingMain(GitHub);
        repository.Roles["ann"] = "triage";
        await Service.StartAsync();
        await RunEndsAsync(Stage.HeadSha);
        var own = repository.Issues.Single();
        var issue = repository.Issue("Orders cannot be counted", "It happens.");

        await EditAsync(issue, Rule, "ann");

        issue.Comments.ShouldHaveSingleItem().Body.ShouldStartWith(
            "✅ The rule in line 4 is used from now on. In the last 7 days it would have matched 1 failure in 1 of 1 run, and no passing test:\n\n- "
            + "`tests.test_orders::test_total`");
        repository.Runs.Single().Attempt++;
        await RunEndsAsync(Stage.HeadSha);
        repository.CheckRuns.Single()["output"]!["summary"]!.ToString().ShouldContain($"Follow #{issue.Number}; no new issue is needed.");
        own.State.ShouldBe("open");

        await EditAsync(issue, Rule.Replace("text:", "txt:"), "ann");
        issue.Comments.Single(c => c.Body.Contains("whybot:rules", StringComparison.Ordinal))
            .Body.ShouldStartWith("❌ The rule in line 4 is not used:\n\n- line 4: `unknown key 'txt' in the rule; did you mean 'text'?`");
        repository.Runs.Single().Attempt++;
        await RunEndsAsync(Stage.HeadSha);
        repository.CheckRuns.Single()["output"]!["summary"]!.ToString().ShouldContain($"#{own.Number}");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_somebody_writes_who_may_not_is_text_also_after_somebody_who_may_has_corrected_a_word_beside_it()
    {
        var repository = Stage.FailingMain(GitHub);
        (repository.Roles["ann"], repository.Roles["mallory"]) = ("maintain", "read");
        await Service.StartAsync();
        var issue = repository.Issue("Orders cannot be counted", "It happens.");

        await EditAsync(issue, Rule, "mallory");
        await EditAsync(issue, Rule.Replace("at night", "each night"), "ann");
        await RunEndsAsync(Stage.HeadSha);

        issue.Comments.ShouldBeEmpty();
        repository.Issues.Count.ShouldBe(2, "it is a cause of its own");
    }
}
