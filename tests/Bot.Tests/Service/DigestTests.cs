using Shouldly;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>The weekly digest: one issue, edited.</summary>
public sealed class DigestTests : ServiceTest
{
    private const string Settings = """
        environments:
          staging:
            run: {workflow: staging.yml, recheck: false}
        suites:
          - {name: orders, category: critical, files: [tests/test_orders.py]}
        gates: {critical: 95%, overall: 90%}
        issues: {labels: [staging]}
        """;

    private int _deployments;

    private async Task<FakeRepository> StartAsync()
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Files[".github/whybot.yml"] = Settings;
        repository.OnDispatch = (started, _) =>
        {
            (started.Status, started.Conclusion) = ("completed", "success");
            started.Artifact("results", Stage.Zip(("orders.xml", Stage.JUnit(("test_total", null), ("test_list", null)))));
        };
        await Service.With("Whybot__Suites__Poll", "00:00:00.200").With("Whybot__Suites__Live", "00:00:00").StartAsync();
        return repository;
    }

    private async Task DeployAsync(FakeRepository repository)
    {
        var sha = $"{++_deployments:x8}{new string('d', 32)}";
        repository.Commit(sha, $"Change {_deployments}", null);
        await PostAsync("deployment_status", Stage.Deployment(_deployments, sha));
        await IdleAsync();
    }

    private async Task DigestAsync()
    {
        (await Service.CommandAsync("digest", Stage.Repository)).ShouldStartWith("Asked for");
        await IdleAsync();
    }

    private static FakeIssue? Digest(FakeRepository repository) => repository.Issues.SingleOrDefault(i => i.Title == "Whybot: weekly digest");

    [Fact]
    public async Task A_P0_whose_test_has_passed_three_times_is_named_in_one_issue_that_is_edited()
    {
        var repository = await StartAsync();
        var stale = repository.Issue("P0: test_list fails on staging", "`tests.test_orders::test_list` fails, nobody can list orders.", "P0");
        await DeployAsync(repository);
        await DigestAsync();
        Digest(repository)!.Body.ShouldStartWith("**1 other contradicted issue.**\n\n`staging`: 1 deployment tested, 1 go, 0 no-go, 0 inconclusive.");

        await DeployAsync(repository);
        await DeployAsync(repository);
        await DigestAsync();

        var digest = Digest(repository)!;
        digest.Body.ShouldStartWith("**1 stale P0.**");
        digest.Body.ShouldContain(
            $"- #{stale.Number} `P0: test_list fails on staging` **stale P0**: 3 runs since it last held, the newest at `00000003` on `staging`");
        (digest.Labels, digest.Comments.Count).ShouldSatisfyAllConditions(d => d.Labels.ShouldBe(["staging"]), d => d.Count.ShouldBe(0));

        stale.State = "closed";
        await DigestAsync();
        Digest(repository)!.Body.ShouldStartWith("**Nothing needs attention this week.**");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_nothing_wants_a_person_there_is_no_digest_and_a_closed_one_stays_closed()
    {
        var repository = await StartAsync();
        await DeployAsync(repository);
        await DigestAsync();
        Digest(repository).ShouldBeNull();

        repository.Issue("P0: test_list fails on staging", "`tests.test_orders::test_list` fails.", "P0");
        await DeployAsync(repository);
        await DigestAsync();
        var digest = Digest(repository)!;
        digest.State = "closed";
        var before = digest.Body;
        await DeployAsync(repository);
        await DigestAsync();

        (digest.State, digest.Body).ShouldBe(("closed", before));
        repository.Issues.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_repository_that_wants_none_gets_none_and_one_that_is_not_known_is_an_error()
    {
        var repository = await StartAsync();
        repository.Files[".github/whybot.yml"] = Settings.Replace("labels: [staging]", "digest: false");
        repository.Issue("P0: test_list fails on staging", "`tests.test_orders::test_list` fails.", "P0");
        await DeployAsync(repository);
        await DigestAsync();

        Digest(repository).ShouldBeNull();
        (await Service.CommandAsync("digest", "nobody/nothing")).ShouldContain("nothing is known of nobody/nothing: write owner/name");
    }
}
