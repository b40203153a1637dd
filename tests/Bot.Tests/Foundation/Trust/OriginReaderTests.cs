using Shouldly;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Bot.Tests.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Trust;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Foundation.Trust;

/// <summary>Where a commit comes from, as GitHub's answers say it.</summary>
public sealed class OriginReaderTests : IAsyncLifetime
{
    private const string Fork = "stranger/shop";
    private static readonly RepositoryRef Shop = new(new RepositoryId(RepositoryNumber.Of(Stage.Repository)), FakeApps.InstallationId, new(Stage.Repository));
    private static readonly string Old = new('1', 40);
    private static readonly string Tip = new('2', 40);
    private static readonly string Topic = new('3', 40);
    private static readonly string Newer = new('4', 40);
    private FakeGitHub _github = null!;
    private GitHubBench _bench = null!;
    private FakeRepository _repository = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _github = await FakeGitHub.StartAsync();
        _repository = _github.Add(Stage.Repository);
        _repository.Commit(Old, "Old", null);
        _repository.Commit(Tip, "Tip", Old);
        _repository.Commit(Topic, "Topic", Old);
        _repository.Commit(Newer, "Newer", Topic);
        _repository.Push("main", Tip);
        _bench = GitHubBench.Of(_github);
    }

    public async ValueTask DisposeAsync()
    {
        await _bench.DisposeAsync();
        await _github.DisposeAsync();
    }

    private async Task<OriginReading> ReadAsync(string sha)
    {
        var repositories = _bench.Get<RepositoriesClient>();
        var reading = await new OriginReader(repositories).ReadAsync(Shop, await repositories.GetAsync(Shop, Cancel), new CommitSha(sha),
            await _bench.Get<ActionsClient>().RunsOfAsync(Shop, new CommitSha(sha), Cancel), Cancel);
        _github.Violations.ShouldBeEmpty();
        return reading;
    }

    private FakeRun Run(string sha, string branch, string head, string @event)
    {
        var run = _repository.Run("ci", sha, "failure", branch, head);
        run.Event = @event;
        return run;
    }

    private static int Number(CommitOrigin origin) => origin.Told!.Number;

    [Theory]
    [InlineData("push")]
    [InlineData("schedule")]
    [InlineData("workflow_dispatch")]
    [InlineData("deployment_status")]
    public async Task A_commit_that_the_default_branch_holds_and_was_tested_for_it_is_the_default_branchs(string @event)
    {
        Run(Old, "main", Stage.Repository, @event);

        (await ReadAsync(Old)).Origin.ShouldBe(new CommitOrigin.DefaultBranch("main"));
    }

    [Theory]
    [InlineData("pull_request_target")]
    [InlineData("workflow_run")]
    [InlineData("issue_comment")]
    [InlineData("repository_dispatch")]
    [InlineData("an_event_of_the_future")]
    public async Task What_strangers_can_start_on_the_default_branch_says_nothing_of_it(string @event)
    {
        Run(Tip, "main", Stage.Repository, @event);

        Mandate.Of((await ReadAsync(Tip)).Origin.ShouldBeOfType<CommitOrigin.Unknown>()).ShouldBeNull();
    }

    [Fact]
    public async Task A_commit_that_was_pushed_off_the_default_branch_is_nobodys()
    {
        Run(Topic, "main", Stage.Repository, "push");

        (await ReadAsync(Topic)).Origin.ShouldBe(new CommitOrigin.Unknown("main does not hold it"));
    }

    [Fact]
    public async Task What_GitHub_cannot_compare_is_not_on_the_default_branch()
    {
        Run(new string('9', 40), "main", Stage.Repository, "push");

        (await ReadAsync(new string('9', 40))).Origin.ShouldBeOfType<CommitOrigin.Unknown>();
    }

    [Theory]
    [InlineData("pull_request")]
    [InlineData("pull_request_target")]
    [InlineData("push")]
    public async Task A_forks_main_is_a_fork_and_its_pull_request_is_found(string @event)
    {
        var pull = _repository.Pull("Topic", Topic, Old, "main", Fork);
        Run(Topic, "main", Fork, @event);

        var origin = (await ReadAsync(Topic)).Origin.ShouldBeOfType<CommitOrigin.Fork>();

        (origin.Name, Number(origin), origin.Thread!.Open, origin.Place).ShouldBe(($"{Fork}:main", pull.Number, true, $"pull request {pull.Number}"));
        Mandate.Of(origin).ShouldBeNull();
        FilingLeave.Of(origin, new RepositorySettings { IssuesForPullRequests = true }).ShouldBeNull();
    }

    [Fact]
    public async Task A_forks_main_at_a_commit_of_the_default_branch_adds_nothing_to_it()
    {
        Run(Tip, "main", Fork, "pull_request");
        (await ReadAsync(Tip)).Origin.ShouldBe(new CommitOrigin.Fork($"{Fork}:main", null));

        var own = Run(Tip, "main", Stage.Repository, "push");
        var reading = await ReadAsync(Tip);

        reading.Origin.ShouldBe(new CommitOrigin.DefaultBranch("main"));
        reading.Runs.Select(r => r.Id).ShouldBe([own.Id]);
    }

    [Fact]
    public async Task Of_two_forks_with_a_branch_of_one_name_each_has_its_own_pull_request()
    {
        var one = _repository.Pull("One", Topic, Old, "patch-1", "ann/shop");
        var other = _repository.Pull("Other", Newer, Old, "patch-1", "bob/shop");
        Run(Topic, "patch-1", "ann/shop", "pull_request");
        Run(Newer, "patch-1", "bob/shop", "pull_request");

        Number((await ReadAsync(Topic)).Origin).ShouldBe(one.Number);
        Number((await ReadAsync(Newer)).Origin).ShouldBe(other.Number);
    }

    [Fact]
    public async Task A_commit_that_was_force_pushed_away_is_outdated()
    {
        _repository.Pull("Topic", Newer, Old, "main", Fork);
        Run(Topic, "main", Fork, "pull_request");

        (await ReadAsync(Topic)).Outdated.ShouldBeTrue();
    }

    [Fact]
    public async Task A_fork_that_was_deleted_is_found_by_its_open_pull_request_alone()
    {
        Run(Topic, "main", Fork, "pull_request").HeadRepository = null;
        (await ReadAsync(Topic)).Origin.ShouldBeOfType<CommitOrigin.Unknown>();

        var pull = _repository.Pull("Topic", Topic, Old, "main", Fork);
        pull.HeadRepository = null;
        var origin = (await ReadAsync(Topic)).Origin;

        origin.ShouldBeOfType<CommitOrigin.Fork>().Name.ShouldBeNull();
        Number(origin).ShouldBe(pull.Number);
    }

    [Theory]
    [InlineData("feature")]
    [InlineData("v1.0")]
    [InlineData("release/1.x")]
    public async Task An_own_branch_or_tag_without_a_pull_request_is_just_that(string branch)
    {
        Run(Topic, branch, Stage.Repository, "push");

        var origin = (await ReadAsync(Topic)).Origin;

        origin.ShouldBe(new CommitOrigin.OwnBranch(branch));
        Mandate.Of(origin).ShouldBeNull();
    }

    [Fact]
    public async Task An_own_branchs_pull_request_may_file_where_the_settings_ask_for_it_and_do_no_more()
    {
        var pull = _repository.Pull("Topic", Topic, Old);
        Run(Topic, "feature", Stage.Repository, "push");
        Run(Topic, "feature", Stage.Repository, "pull_request");

        var reading = await ReadAsync(Topic);

        reading.Runs.Count.ShouldBe(2);
        Number(reading.Origin.ShouldBeOfType<CommitOrigin.PullRequest>()).ShouldBe(pull.Number);
        Mandate.Of(reading.Origin).ShouldBeNull();
        FilingLeave.Of(reading.Origin, RepositorySettings.Default).ShouldBeNull();
        FilingLeave.Of(reading.Origin, new RepositorySettings { IssuesForPullRequests = true }).ShouldNotBeNull();
        pull.State = "closed";
        FilingLeave.Of((await ReadAsync(Topic)).Origin, new RepositorySettings { IssuesForPullRequests = true }).ShouldBeNull();
    }

    [Fact]
    public async Task A_fork_that_proposes_an_own_branchs_commit_takes_nothing_from_its_pull_request()
    {
        var own = _repository.Pull("Topic", Topic, Old);
        _repository.Pull("Copied", Topic, Old, "main", Fork);
        Run(Topic, "feature", Stage.Repository, "pull_request");
        Run(Topic, "main", Fork, "pull_request");

        var reading = await ReadAsync(Topic);

        Number(reading.Origin.ShouldBeOfType<CommitOrigin.PullRequest>()).ShouldBe(own.Number);
        reading.Runs.ShouldHaveSingleItem().HeadRepository!.FullName.Value.ShouldBe(Stage.Repository);
    }

    [Theory]
    [InlineData("main")]
    [InlineData("release/1.x")]
    public async Task The_merge_queues_commits_are_the_queues(string @base)
    {
        var branch = $"gh-readonly-queue/{@base}/pr-1-{Tip}";
        Run(Newer, branch, Stage.Repository, "merge_group");
        Run(Topic, branch, Fork, "pull_request");

        (await ReadAsync(Newer)).Origin.ShouldBe(new CommitOrigin.MergeQueue(@base));
        (await ReadAsync(Topic)).Origin.ShouldBe(new CommitOrigin.Fork($"{Fork}:{branch}", null), "a fork's branch may be called anything");
    }

    [Fact]
    public async Task The_merge_queue_names_the_pull_request_that_it_tests()
    {
        var queued = _repository.Pull("Feature", Topic, Old);
        Run(Newer, $"gh-readonly-queue/main/pr-{queued.Number}-{Tip}", Stage.Repository, "merge_group");

        var origin = (await ReadAsync(Newer)).Origin.ShouldBeOfType<CommitOrigin.MergeQueue>();

        origin.Queued.ShouldNotBeNull().Number.ShouldBe(queued.Number);
        origin.Told.ShouldBeNull("the comment about the pull request's own checks is about another commit");
    }

    [Fact]
    public async Task A_commit_of_the_merge_queue_that_was_merged_counts_by_the_runs_of_the_branch()
    {
        Run(Tip, $"gh-readonly-queue/main/pr-1-{Old}", Stage.Repository, "merge_group");
        (await ReadAsync(Tip)).Origin.ShouldBe(new CommitOrigin.MergeQueue("main"));
        var pushed = Run(Tip, "main", Stage.Repository, "push");

        var reading = await ReadAsync(Tip);

        reading.Origin.ShouldBe(new CommitOrigin.DefaultBranch("main"));
        reading.Runs.ShouldHaveSingleItem().Id.ShouldBe(pushed.Id);
    }

    [Fact]
    public async Task A_pull_request_from_the_default_branch_is_told_and_takes_nothing_from_it()
    {
        var release = _repository.Pull("Release", Tip, Old, "main");
        Run(Tip, "main", Stage.Repository, "push");

        var origin = (await ReadAsync(Tip)).Origin.ShouldBeOfType<CommitOrigin.DefaultBranch>();

        (Number(origin), origin.Pull, origin.Place).ShouldBe((release.Number, null, "main"));
    }

    [Fact]
    public async Task A_pull_request_that_was_closed_is_known_as_closed()
    {
        _repository.Pull("Topic", Topic, Old, "main", Fork).State = "closed";
        Run(Topic, "main", Fork, "pull_request");

        (await ReadAsync(Topic)).Origin.ShouldBeOfType<CommitOrigin.Fork>().Thread!.Open.ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_workflow_run_only_a_pull_request_tells_whose_a_commit_is()
    {
        (await ReadAsync(Tip)).Origin.ShouldBe(new CommitOrigin.Unknown("no workflow ran on it"));
        var pull = _repository.Pull("Topic", Topic, Old, "main", Fork);

        Number((await ReadAsync(Topic)).Origin.ShouldBeOfType<CommitOrigin.Fork>()).ShouldBe(pull.Number);
    }

    [Fact]
    public async Task Names_of_repositories_are_compared_without_regard_to_case()
    {
        Run(Tip, "main", "Team/Shop", "push");
        Run(Old, "Main", Stage.Repository, "push");

        (await ReadAsync(Tip)).Origin.ShouldBe(new CommitOrigin.DefaultBranch("main"));
        (await ReadAsync(Old)).Origin.ShouldBe(new CommitOrigin.OwnBranch("Main"), "branches are not");
    }
}
