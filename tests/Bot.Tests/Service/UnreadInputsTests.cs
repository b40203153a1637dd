using Shouldly;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>A commit's check that can be required passes only on what was read.</summary>
public sealed class UnreadInputsTests : ServiceTest
{
    private static readonly string Green = Stage.JUnit(("test_total", null), ("test_list", null));

    private FakeRepository Repository()
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Files[".github/whybot.yml"] = "check: {gates: true}\n";
        repository.Commit(Stage.BaseSha, "Base", null);
        repository.Commit(Stage.HeadSha, "Change the colours", Stage.BaseSha, ("src/colours.py", "@@ -1 +1 @@\n-red\n+blue"));
        repository.Pull("Change the colours", Stage.HeadSha, Stage.BaseSha);
        return repository;
    }

    private static FakeRun Passed(FakeRepository repository) =>
        repository.Run("ci", Stage.HeadSha, "success").Job("tests", "success", "").Artifact("results", Stage.Zip(("orders.xml", Green)));

    private async Task<(string Conclusion, string Title, string Summary)> CheckAsync(FakeRepository repository)
    {
        await Service.StartAsync();
        await RunEndsAsync(Stage.HeadSha, "success");
        var check = repository.CheckRuns.ShouldHaveSingleItem();
        return (check["conclusion"]!.ToString(), check["output"]!["title"]!.ToString(), check["output"]!["summary"]!.ToString());
    }

    [Fact]
    public async Task What_was_read_and_passed_passes()
    {
        var repository = Repository();
        Passed(repository);

        (await CheckAsync(repository)).Conclusion.ShouldBe("success");
    }

    [Fact]
    public async Task A_commit_without_any_results_does_not_where_earlier_ones_had_some()
    {
        var repository = Repository();
        repository.Run("ci", Stage.BaseSha, "success", "main").Job("tests", "success", "").Artifact("results", Stage.Zip(("orders.xml", Green)));
        await Service.StartAsync();
        await RunEndsAsync(Stage.BaseSha, "success");
        repository.CheckRuns.Clear();
        repository.Run("ci", Stage.HeadSha, "success").Job("tests", "success", "");

        await RunEndsAsync(Stage.HeadSha, "success");

        var check = repository.CheckRuns.ShouldHaveSingleItem();
        check["conclusion"]!.ToString().ShouldBe("failure");
        check["output"]!["title"]!.ToString().ShouldStartWith("Inconclusive");
    }

    [Fact]
    public async Task One_whose_jobs_succeeded_and_that_never_had_any_passes_and_says_so()
    {
        var repository = Repository();
        repository.Run("ci", Stage.HeadSha, "success").Job("tests", "success", "");

        var (conclusion, _, summary) = await CheckAsync(repository);

        conclusion.ShouldBe("success");
        summary.ShouldContain("none left test results");
    }

    [Fact]
    public async Task A_strangers_cancelled_workflow_keeps_nothing_back()
    {
        var repository = Repository();
        Passed(repository);
        repository.Run("nightly", Stage.HeadSha, "cancelled", "main", "stranger/shop");

        (await CheckAsync(repository)).Conclusion.ShouldBe("success");
    }

    [Fact]
    public async Task Nor_one_beside_whose_results_an_artifact_has_expired()
    {
        var repository = Repository();
        Passed(repository).Artifact("more", Stage.Zip(("unit.xml", Green)));
        repository.Runs[0].Artifacts[^1].Expired = true;

        var (conclusion, _, summary) = await CheckAsync(repository);

        conclusion.ShouldBe("failure");
        summary.ShouldContain("not fully read: `artifact more` (`it has expired; GitHub no longer has it`)");
    }

    [Fact]
    public async Task Nor_one_with_a_damaged_report_in_an_artifact()
    {
        var repository = Repository();
        Passed(repository).Artifact("more", Stage.Zip(("jest.json", "{\"numTotalTests\": 3, \"numFailedTests\": 1, \"testResults\": [{\"na")));

        (await CheckAsync(repository)).Conclusion.ShouldBe("failure");
    }

    [Fact]
    public async Task Nor_one_of_which_a_workflow_was_cancelled()
    {
        var repository = Repository();
        Passed(repository);
        repository.Run("nightly", Stage.HeadSha, "cancelled");

        var (conclusion, _, summary) = await CheckAsync(repository);

        conclusion.ShouldBe("failure");
        summary.ShouldContain("`nightly` was cancelled");
    }
}
