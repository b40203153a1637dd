using System.Net;
using Shouldly;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.BeyondOctokit;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Foundation.GitHub;

/// <summary>Every call of the clients against the fake, which compares each request and answer with GitHub's description.</summary>
public sealed class ClientsTests : IAsyncLifetime
{
    private static readonly RepositoryRef Shop = new(new RepositoryId(RepositoryNumber.Of(Stage.Repository)), FakeApps.InstallationId, new(Stage.Repository));
    private FakeGitHub _github = null!;
    private GitHubBench _bench = null!;
    private FakeRepository _repository = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _github = await FakeGitHub.StartAsync();
        _repository = Stage.FailingPull(_github);
        _bench = GitHubBench.Of(_github);
    }

    public async ValueTask DisposeAsync()
    {
        await _bench.DisposeAsync();
        await _github.DisposeAsync();
    }

    [Fact]
    public async Task Actions_are_listed_downloaded_started_and_run_again()
    {
        var actions = _bench.Get<ActionsClient>();
        var run = (await actions.RunsOfAsync(Shop, new CommitSha(Stage.HeadSha), Cancel)).ShouldHaveSingleItem();
        (run.Conclusion, run.RunAttempt).ShouldBe(("failure", 1));
        (await actions.RunAsync(Shop, run.Id, Cancel))!.HeadSha.Value.ShouldBe(Stage.HeadSha);
        (await actions.NewestAsync(Shop, Cancel)).Count.ShouldBe(1);
        var job = (await actions.JobsAsync(Shop, run, Cancel)).ShouldHaveSingleItem();
        using (var log = new StreamReader((await actions.LogAsync(Shop, job.Id, Cancel))!))
            (await log.ReadToEndAsync(Cancel)).ShouldContain("##[error]");
        var artifact = (await actions.ArtifactsAsync(Shop, run.Id, Cancel)).ShouldHaveSingleItem();
        await using (var zip = (await actions.ArtifactAsync(Shop, artifact.Id, Cancel))!)
            zip.ReadByte().ShouldBe('P');
        (await actions.LogAsync(Shop, 1, Cancel)).ShouldBeNull();
        await actions.RerunFailedAsync(Shop, run.Id, Cancel);
        _repository.Runs[0].Attempt.ShouldBe(2);
        (await actions.DispatchAsync(Shop, "staging.yml", "main", new Dictionary<string, string> { ["suites"] = "all" }, Cancel))
            .ShouldBe(_repository.Runs[^1].Id);
        _github.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_projects_field_is_read_page_by_page_and_what_may_not_be_read_loses_nothing_else()
    {
        _repository.ProjectField = "Urgency";
        var oldest = _repository.Issue("Orders are lost", "All of them.");
        oldest.Field = "P0 now";
        var hidden = _repository.Issue("Carts are lost", "Some of them.");
        hidden.Field = "P1";
        for (var i = 0; i < 150; i++)
            _repository.Issue($"Colour {i} is wrong", "It should be another one.");
        var fields = _bench.Get<ProjectFields>();

        var all = await fields.OfIssuesAsync(Shop, "Urgency", 5, Cancel);
        (all.Values[oldest.Number], all.Values[hidden.Number], all.Problem).ShouldBe(("P0 now", "P1", null));
        (await fields.OfIssuesAsync(Shop, "Size", 5, Cancel)).Values.ShouldBeEmpty();
        (await fields.OfIssuesAsync(Shop, "Urgency", 1, Cancel)).Values.ShouldBeEmpty();

        _repository.Hidden.Add(hidden.Number);
        var some = await fields.OfIssuesAsync(Shop, "Urgency", 5, Cancel);
        some.Values.ShouldHaveSingleItem().ShouldBe(new(oldest.Number, "P0 now"));
        some.Problem.ShouldBe("Resource not accessible by integration");
    }

    [Fact]
    public async Task A_check_run_goes_on_and_ends()
    {
        var checks = _bench.Get<ChecksClient>();
        var output = new NewCheckRunOutput("Phase 1 of 3", "nothing has ended yet");

        var begun = await checks.CreateAsync(Shop, new NewCheckRun("Whybot", new CommitSha(Stage.HeadSha), "in_progress", null, "7", output), Cancel);
        (begun.Status, begun.Conclusion).ShouldBe(("in_progress", null));
        (await checks.UpdateAsync(Shop, begun.Id, new CheckRunUpdate("in_progress", null, "7", output), Cancel)).Conclusion.ShouldBeNull();
        (await checks.UpdateAsync(Shop, begun.Id, new CheckRunUpdate("completed", "failure", "7", output, "https://whybot.example.com/at/x"), Cancel))
            .Conclusion.ShouldBe("failure");
        (await checks.FindAsync(Shop, begun.Id, Cancel))!.Conclusion.ShouldBe("failure");
        _repository.CheckRuns.Single()["details_url"]!.GetValue<string>().ShouldBe("https://whybot.example.com/at/x");
        _github.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Issues_comments_labels_and_reactions_are_written()
    {
        var issues = _bench.Get<IssuesClient>();
        var issue = await issues.CreateAsync(Shop, new NewIssue("Title", "Body", ["one"]), Cancel);
        await issues.AddLabelsAsync(Shop, issue.Number, ["two"], Cancel);
        await issues.UpdateAsync(Shop, issue.Number, new IssueChange(State: "closed", StateReason: "duplicate"), Cancel);
        var changed = (await issues.FindAsync(Shop, issue.Number, Cancel))!;
        (changed.State, changed.StateReason).ShouldBe(("closed", "duplicate"));
        changed.Labels.Select(l => l.Name).ShouldBe(["one", "two"]);
        (await issues.FindAsync(Shop, 999, Cancel)).ShouldBeNull();
        var comment = await issues.CommentAsync(Shop, issue.Number, "Hello", Cancel);
        (await issues.EditCommentAsync(Shop, comment.Id, "Hello again", Cancel)).Body.ShouldBe("Hello again");
        (await issues.FindCommentAsync(Shop, comment.Id, Cancel))!.User!.Login.ShouldBe($"{FakeApps.Slug}[bot]");
        await issues.ReactAsync(Shop, comment.Id, "eyes", "alice", Cancel);
        var numbers = new List<int>();
        await foreach (var each in issues.NewestAsync(Shop, null, Cancel))
            numbers.Add(each.Number);
        numbers.ShouldBe([2, 1]);
        _github.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Repositories_checks_and_the_app_are_read()
    {
        var repositories = _bench.Get<RepositoriesClient>();
        _repository.Files["docs/a b.md"] = "hello";
        _repository.Roles["ann"] = "admin";
        (await repositories.GetAsync(Shop, Cancel)).DefaultBranch.ShouldBe("main");
        (await repositories.FileAsync(Shop, "docs/a b.md", 100, Cancel)).ShouldBe("hello"u8.ToArray());
        (await repositories.FileAsync(Shop, "docs/a b.md", 2, Cancel)).ShouldBeNull();
        (await repositories.FileAsync(Shop, "none.md", 100, Cancel)).ShouldBeNull();
        (await repositories.PullsOfAsync(Shop, new CommitSha(Stage.HeadSha), Cancel)).ShouldHaveSingleItem().Number.ShouldBe(1);
        (await repositories.PullAsync(Shop, 1, Cancel))!.Head.Sha.Value.ShouldBe(Stage.HeadSha);
        (await repositories.HeadAsync(Shop, Stage.HeadSha, Cancel))!.Parents.Single().Value.ShouldBe(Stage.BaseSha);
        (await repositories.PermissionAsync(Shop, "ann", Cancel))!.RoleName.ShouldBe("admin");
        (await _bench.Get<ChecksClient>().OfAsync(Shop, new CommitSha(Stage.HeadSha), Cancel)).ShouldBeEmpty();
        var apps = _bench.Get<AppsClient>();
        (await apps.CurrentAsync(Cancel)).Slug.ShouldBe(FakeApps.Slug);
        (await _bench.Get<HookDeliveries>().ConfigAsync(Cancel)).ContentType.ShouldBe("json");
        (await apps.InstallationsAsync(Cancel)).ShouldHaveSingleItem().Id.ShouldBe(FakeApps.InstallationId);
        (await apps.RateLimitAsync(FakeApps.InstallationId, Cancel)).Limit.ShouldBe(5000);
        await _bench.Get<HookDeliveries>().RedeliverAsync(7, Cancel);
        _github.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_of_a_branch_are_written_and_read()
    {
        _github.Apps.Permissions["contents"] = "write";
        var contents = _bench.Get<ContentsClient>();
        const string Branch = "whybot/work logs";
        (await contents.HasBranchAsync(Shop, Branch, Cancel)).ShouldBeFalse();
        (await contents.FindAsync(Shop, "logs/a b#1.md", Branch, Cancel)).ShouldBeNull();
        await contents.MakeBranchAsync(Shop, Branch, Cancel);
        (await contents.HasBranchAsync(Shop, Branch, Cancel)).ShouldBeTrue();
        await contents.PutAsync(Shop, "logs/a b#1.md", Branch, "Write", "één"u8.ToArray(), null, Cancel);
        var there = (await contents.FindAsync(Shop, "logs/a b#1.md", Branch, Cancel)).ShouldNotBeNull();
        there.Text.ShouldBe("één");
        await contents.PutAsync(Shop, "logs/a b#1.md", Branch, "Write again", "two"u8.ToArray(), there.Hash, Cancel);
        (await contents.FindAsync(Shop, "logs/a b#1.md", Branch, Cancel))!.Text.ShouldBe("two");
        _github.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_are_followed_and_asking_again_costs_a_304()
    {
        for (var i = 0; i < 250; i++)
            _repository.Issue($"Issue {i}", "");
        var issues = _bench.Get<IssuesClient>();
        var count = 0;
        for (var round = 0; round < 2; round++)
            await foreach (var _ in issues.NewestAsync(Shop, null, Cancel))
                count++;

        count.ShouldBe(502);
        _github.Log.Where(e => e.Path.EndsWith("/issues", StringComparison.Ordinal)).Select(e => e.Status).ShouldBe([200, 200, 200, 304, 304, 304]);
    }

    [Fact]
    public async Task Many_at_once_ask_for_one_token()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _bench.Get<RepositoriesClient>().GetAsync(Shop, Cancel)));

        _github.Apps.TokensGiven.ShouldBe(1);
    }

    [Fact]
    public async Task A_read_is_repeated_when_GitHub_fails_and_a_POST_never_is()
    {
        var failures = 0;
        _github.Faults = r => r.Path.StartsWith("/repos", StringComparison.Ordinal) && failures++ < 2 ? new Fault(FaultKind.FailBefore) : null;
        (await _bench.Get<RepositoriesClient>().GetAsync(Shop, Cancel)).FullName.Value.ShouldBe(Stage.Repository);

        failures = 0;
        _github.Faults = r => r.Path.EndsWith("/issues", StringComparison.Ordinal) && failures++ < 2 ? new Fault(FaultKind.FailAfter) : null;
        await Should.ThrowAsync<GitHubUnreachableException>(() => _bench.Get<IssuesClient>().CreateAsync(Shop, new NewIssue("T", "B", []), Cancel));
        _repository.Issues.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_given_up()
    {
        _github.Faults = r => r.Path.EndsWith("/comments", StringComparison.Ordinal) ? new Fault(FaultKind.None, TimeSpan.FromSeconds(4)) : null;

        (await Should.ThrowAsync<GitHubUnreachableException>(() => _bench.Get<IssuesClient>()
            .CommentAsync(Shop, 1, "x", Cancel))).Message.ShouldContain("no answer in 2 s");
    }

    [Fact]
    public async Task A_refusal_names_GitHubs_reason_and_the_permission_it_wants()
    {
        _github.Apps.Permissions["issues"] = "read";
        var refused = await Should.ThrowAsync<GitHubException>(() => _bench.Get<IssuesClient>().CreateAsync(Shop, new NewIssue("T", "B", []), Cancel));
        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused.Message.ShouldContain("issues=write");

        _github.Apps.Permissions["issues"] = "write";
        (await Should.ThrowAsync<GitHubException>(() => _bench.Get<IssuesClient>()
            .CreateAsync(Shop, new NewIssue(" ", "B", []), Cancel))).Message.ShouldContain("missing_field");
        (await Should.ThrowAsync<GitHubException>(() => _bench.Get<IssuesClient>()
            .CreateAsync(Shop, new NewIssue("T", new string('x', 70_000), []), Cancel))).Message.ShouldContain("too_long");
    }

    [Fact]
    public async Task A_download_whose_URL_has_expired_is_asked_for_once_more()
    {
        var job = _repository.Runs[0].Jobs[0];
        _github.DownloadLifetime = TimeSpan.FromSeconds(-1);
        await Should.ThrowAsync<GitHubUnreachableException>(() => _bench.Get<ActionsClient>().LogAsync(Shop, job.Id, Cancel));
        _github.Log.Count(e => e.Path.EndsWith("/logs", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task A_rate_limit_says_when_to_come_back()
    {
        _github.Remaining = 0;

        var wait = await Should.ThrowAsync<RetryLaterException>(() => _bench.Get<RepositoriesClient>().GetAsync(Shop, Cancel));

        (wait.Until - DateTimeOffset.UtcNow).TotalSeconds.ShouldBeInRange(0, 4);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_in_words()
    {
        using var other = System.Security.Cryptography.RSA.Create(2048);
        await using var bench = new GitHubBench(new GitHubSettings
        {
            ApiUrl = _github.Url.ToString(),
            AppId = FakeApps.AppId,
            PrivateKey = other.ExportRSAPrivateKeyPem()
        });

        (await Should.ThrowAsync<GitHubException>(() => bench.Get<RepositoriesClient>()
            .GetAsync(Shop, Cancel))).Message.ShouldContain("401 A JSON web token could not be decoded");
    }

    [Fact]
    public async Task With_a_plain_token_it_knows_what_it_wrote_itself()
    {
        _github.Apps.PlainToken = "ghs_plain";
        var settings = new GitHubSettings { ApiUrl = _github.Url.ToString(), Token = "ghs_plain", WriteSpacing = TimeSpan.Zero };
        await using var bench = new GitHubBench(settings);
        var comment = await bench.Get<IssuesClient>().CommentAsync(Shop, 1, "x", Cancel);

        var identity = bench.Get<BotIdentity>();

        (await identity.WroteAsync(comment.User, Cancel)).ShouldBeTrue();
        (await identity.WroteAsync(new User("mallory", "User"), Cancel)).ShouldBeFalse();
    }
}
