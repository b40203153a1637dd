using System.Text;
using Shouldly;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.BeyondOctokit;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Foundation.GitHub;

/// <summary>The clients against a GitHub that others made: what the project's own fake takes for granted, this one may not.</summary>
[Needs("processes")]
public sealed class EmulatedGitHubTests : IAsyncLifetime
{
    private static readonly RepositoryRef Shop = new(RepositoryId.Unknown, EmulatedGitHub.InstallationId, new RepositoryName(EmulatedGitHub.Repository));
    private EmulatedGitHub _github = null!;
    private GitHubBench _bench = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _github = await EmulatedGitHub.StartAsync();
        _bench = new GitHubBench(new GitHubSettings
        {
            ApiUrl = _github.Url.ToString(),
            AppId = EmulatedGitHub.AppId,
            PrivateKey = _github.PrivateKey,
            WriteSpacing = TimeSpan.Zero,
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _bench.DisposeAsync();
        await _github.DisposeAsync();
    }

    [Fact]
    public async Task The_Apps_tokens_are_good_for_the_repository_and_for_what_is_done_with_it()
    {
        await _bench.Get<RepositoriesClient>().HeadAsync(Shop, "main", Cancel);
        await _bench.Get<IssuesClient>().CreateAsync(Shop, new NewIssue("It fails", "Six tests fail.", []), Cancel);

        var tokens = await _github.TokensAsync();

        tokens.Select(t => (string?)t!["permissions"]!["issues"]).ShouldBe(["read", "write"]);
        tokens.ShouldAllBe(t => t!["permissions"]!["administration"] == null && (string?)t["repository_selection"] == "selected");
        tokens.ShouldAllBe(t => t!["repository_ids"]!.AsArray().Count == 1);
    }

    [Fact]
    public async Task Files_are_written_to_a_branch_and_the_branch_is_compared()
    {
        var (contents, repositories) = (_bench.Get<ContentsClient>(), _bench.Get<RepositoriesClient>());
        var main = (await repositories.HeadAsync(Shop, "main", Cancel))!.Sha;

        await contents.MakeBranchAsync(Shop, "whybot/rules", Cancel);
        await contents.PutAsync(Shop, "whybot.yml", "whybot/rules", "Add the settings", "gates: {}\n"u8.ToArray(), null, Cancel);
        var file = (await contents.FindAsync(Shop, "whybot.yml", "whybot/rules", Cancel))!;
        file.Text.ShouldBe("gates: {}\n");
        await contents.PutAsync(Shop, "whybot.yml", "whybot/rules", "Change them", "gates: {smoke: 1}\n"u8.ToArray(), file.Hash, Cancel);

        (await contents.FindAsync(Shop, "whybot.yml", "whybot/rules", Cancel))!.Text.ShouldBe("gates: {smoke: 1}\n");
        (await contents.FindAsync(Shop, "whybot.yml", "main", Cancel)).ShouldBeNull();
        (await contents.HasBranchAsync(Shop, "whybot/rules", Cancel)).ShouldBeTrue();
        var head = (await repositories.HeadAsync(Shop, "whybot/rules", Cancel))!.Sha;
        (await repositories.HoldsAsync(Shop, main, head.Value, Cancel)).ShouldBeTrue("main's commit is in the branch");
        (await repositories.HoldsAsync(Shop, head, main.Value, Cancel)).ShouldBeFalse();
        (await repositories.MergeBaseAsync(Shop, new CommitSha("main"), head, Cancel)).ShouldBe(main);
        Encoding.UTF8.GetString((await repositories.FileAsync(Shop, "README.md", 10_000, Cancel))!).ShouldContain("shop");
    }

    [Fact]
    public async Task A_check_run_is_begun_and_ended()
    {
        var checks = _bench.Get<ChecksClient>();
        var sha = (await _bench.Get<RepositoriesClient>().HeadAsync(Shop, "main", Cancel))!.Sha;

        var begun = await checks.CreateAsync(Shop, new NewCheckRun("whybot", sha, "in_progress", null, "one", new NewCheckRunOutput("Looking", "It runs.")),
            Cancel);
        (begun.Status, begun.Conclusion).ShouldBe(("in_progress", null));
        var ended = await checks.UpdateAsync(Shop, begun.Id, new CheckRunUpdate("completed", "failure", "one",
            new NewCheckRunOutput("No-go", "It failed.", "Details",
            [new NewCheckRunAnnotation("README.md", 1, 1, "failure", "here")])), Cancel);

        (ended.Status, ended.Conclusion).ShouldBe(("completed", "failure"));
        (await checks.FindAsync(Shop, begun.Id, Cancel))!.Conclusion.ShouldBe("failure");
        (await checks.OfAsync(Shop, sha, Cancel)).ShouldHaveSingleItem().ExternalId.ShouldBe("one");
    }

    [Fact]
    public async Task An_issue_is_filed_labelled_commented_on_and_closed()
    {
        var issues = _bench.Get<IssuesClient>();

        var issue = await issues.CreateAsync(Shop, new NewIssue("Cache refuses connections", "Six tests fail.", ["bug"]), Cancel);
        await issues.AddLabelsAsync(Shop, issue.Number, ["P0"], Cancel);
        var comment = await issues.CommentAsync(Shop, issue.Number, "It fails again.", Cancel);
        await issues.EditCommentAsync(Shop, comment.Id, "It fails still.", Cancel);
        await issues.UpdateAsync(Shop, issue.Number, new IssueChange(State: "closed", StateReason: "completed"), Cancel);

        var closed = (await issues.FindAsync(Shop, issue.Number, Cancel))!;
        (closed.State, closed.StateReason, closed.Body).ShouldBe(("closed", "completed", "Six tests fail."));
        closed.Labels.Select(l => l.Name).ShouldBe(["bug", "P0"], ignoreOrder: true);
        (await issues.CommentsAsync(Shop, issue.Number, Cancel).ToListAsync(Cancel)).ShouldHaveSingleItem().Body.ShouldBe("It fails still.");
        (await issues.NewestAsync(Shop, "P0", Cancel).ToListAsync(Cancel)).ShouldHaveSingleItem().Number.ShouldBe(issue.Number);
        (await issues.FindAsync(Shop, 4711, Cancel)).ShouldBeNull();
    }
}
