using Shouldly;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>Pull requests and checks are asked for only of the changes that a report suspects, and then it is written with them.</summary>
public sealed class SuspectFetchTests : ServiceTest
{
    private static readonly string SquashedHead = new('a', 40);

    private List<string> Asked(string what) =>
    [
        .. GitHub.Log.Where(l => l.Path.Contains("/commits/", StringComparison.Ordinal) && l.Path.EndsWith(what, StringComparison.Ordinal))
            .Select(l => l.Path.Split('/')[^2]),
    ];

    /// <summary>One of eight changes renames what the failing test calls. It was squashed, so its checks ran on another commit.</summary>
    private FakeRepository Squashed()
    {
        var repository = SourceStage.Commits(GitHub);
        var at = repository.Commits.FindIndex(c => c.Sha == SourceStage.CulpritSha);
        repository.Commits[at] = repository.Commits[at] with
        {
            Files = [("src/pricing.py", "@@ -1,2 +1,2 @@\n-def discounted(price):\n+def reduced(price):\n     return price * 0.8")],
        };
        var pull = repository.Pull("Cheaper for everybody", SquashedHead, Stage.BaseSha, "cheaper");
        (pull.State, pull.MergeCommit) = ("closed", SourceStage.CulpritSha);
        FakeChecks.Pass(GitHub, repository, "unit-of-cheaper", SquashedHead);
        Stage.MainRun(repository, Stage.BaseSha, "success", SourceStage.Results(null)).Job("tests", "success", Stage.JobLog("2 passed"));
        Stage.MainRun(repository, Stage.HeadSha, "failure", SourceStage.Results("NameError: name 'discounted' is not defined"))
            .Job("tests", "failure", Stage.JobLog("FAILED tests/test_orders.py::test_total"));
        return repository;
    }

    private async Task<string> ExplainAsync(FakeRepository repository)
    {
        await Service.StartAsync();
        GitHub.Log.Clear();
        await RunEndsAsync(Stage.HeadSha);
        return repository.Issues.ShouldHaveSingleItem().Body;
    }

    [Fact]
    public async Task A_squashed_change_that_is_named_is_shown_with_its_pull_request_and_the_checks_of_that()
    {
        var repository = Squashed();

        var body = await ExplainAsync(repository);

        body.ShouldSatisfyAllConditions(b => b.ShouldContain(SourceStage.CulpritSha), b => b.ShouldContain($"#{repository.Pulls[^1].Number}"),
            b => b.ShouldContain("unit-of-cheaper"));
        Asked("check-runs").Distinct().ShouldBe([Stage.HeadSha, SquashedHead], ignoreOrder: true);
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Changes_that_nobody_suspects_are_not_asked_about()
    {
        await ExplainAsync(Squashed());

        Asked("pulls").Distinct().ShouldBe([SourceStage.CulpritSha, Stage.HeadSha], ignoreOrder: true);
    }

    [Theory]
    [InlineData(FaultKind.SecondaryLimit)]
    [InlineData(FaultKind.None)]
    public async Task If_GitHub_refuses_them_the_change_is_named_all_the_same(FaultKind kind)
    {
        var repository = Squashed();
        GitHub.Faults = r => r.Path.EndsWith($"{SourceStage.CulpritSha}/pulls", StringComparison.Ordinal)
            ? new Fault(kind, Answer: FakeAnswer.Error(403, "Resource not accessible by integration")) : null;

        var body = await ExplainAsync(repository);

        body.ShouldSatisfyAllConditions(b => b.ShouldContain(SourceStage.CulpritSha), b => b.ShouldNotContain("unit-of-cheaper"));
    }
}
