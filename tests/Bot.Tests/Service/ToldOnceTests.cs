using Shouldly;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>What a pull request hears once: that it broke the branch, or why the merge queue threw it out.</summary>
public sealed class ToldOnceTests : ServiceTest
{
    private const string Missing = "KeyError: 'grand_total'";

    private static readonly byte[] Green = Stage.Zip(("orders.xml", Stage.JUnit(("test_total", null), ("test_list", null))));
    private static readonly byte[] Red = Stage.Zip(("orders.xml", Stage.JUnit(("test_total", Missing), ("test_list", null))));

    /// <summary>The default branch is green, then a pull request is merged that renames what a test reads.</summary>
    private async Task<(FakeRepository Repository, FakePull Merged)> MergedAsync(string patch)
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Commit(Stage.BaseSha, "Base", null);
        var merged = repository.Pull("Rename the total", new string('e', 40), Stage.BaseSha);
        (merged.State, merged.MergeCommit, merged.MergedAt) = ("closed", Stage.HeadSha, DateTimeOffset.UtcNow);
        repository.Commit(Stage.HeadSha, $"Rename the total (#{merged.Number})", Stage.BaseSha, ("src/orders.py", patch));
        Stage.MainRun(repository, Stage.BaseSha, "success", Green);
        await Service.StartAsync();
        await RunEndsAsync(Stage.BaseSha, "success");
        Stage.MainRun(repository, Stage.HeadSha, "failure", Red);
        await RunEndsAsync(Stage.HeadSha);
        return (repository, merged);
    }

    [Fact]
    public async Task The_merged_pull_request_that_certainly_broke_the_default_branch_is_told_once_why_and_what_to_do()
    {
        var (repository, merged) = await MergedAsync("@@ -1,2 +1,2 @@\n def order():\n-    return {'grand_total': 42}\n+    return {'sum': 42}");

        var told = repository.PullComments[merged.Number].ShouldHaveSingleItem();
        Unlinked.Of(told.Body).ShouldStartWith("### ❌ This pull request broke `main` at `ffffffff`: ");
        told.Body.ShouldContain("**Now:** ");
        told.Body.ShouldContain("<details><summary>");
        var again = new string('d', 40);
        repository.Commit(again, "Change the docs", Stage.HeadSha, ("docs/orders.md", "@@ -1 +1 @@\n-a\n+b"));
        Stage.MainRun(repository, again, "failure", Red);
        await RunEndsAsync(again);

        repository.PullComments[merged.Number].ShouldHaveSingleItem().Edits.ShouldBe(0);
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_merged_pull_request_that_may_be_innocent_is_told_nothing()
    {
        var (repository, _) = await MergedAsync("@@ -1 +1 @@\n-colour = 'red'\n+colour = 'blue'");

        repository.PullComments.ShouldBeEmpty();
        repository.CheckRuns.ShouldContain(c => c["head_sha"]!.ToString() == Stage.HeadSha);
    }

    [Fact]
    public async Task A_pull_request_that_fails_in_the_merge_queue_is_told_why_and_its_own_comment_stays()
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Commit(Stage.BaseSha, "Base", null);
        var own = new string('e', 40);
        repository.Commit(own, "Rename", Stage.BaseSha, ("src/orders.py", "@@ -1 +1 @@\n-a\n+b"));
        var pull = repository.Pull("Rename", own, Stage.BaseSha);
        repository.Run("ci", own, "success").Artifact("results", Green);
        var queued = new string('c', 40);
        repository.Commit(queued, "Merge", Stage.BaseSha, ("src/orders.py", "@@ -1 +1 @@\n-a\n+b"));
        var run = repository.Run("ci", queued, "failure", $"gh-readonly-queue/main/pr-{pull.Number}-{Stage.BaseSha}", Stage.Repository);
        run.Event = "merge_group";
        run.Artifact("results", Red);
        await Service.StartAsync();

        await RunEndsAsync(queued);
        await RunEndsAsync(own, "success");

        var told = repository.PullComments[pull.Number].ShouldHaveSingleItem();
        Unlinked.Of(told.Body).ShouldStartWith("### ❌ `merge queue of main` at `cccccccc`: ");
        told.Body.ShouldContain("grand_total");
        told.Body.ShouldNotContain("<!-- whybot:run -->");
        repository.Issues.ShouldBeEmpty();
        GitHub.Violations.ShouldBeEmpty();
    }
}
