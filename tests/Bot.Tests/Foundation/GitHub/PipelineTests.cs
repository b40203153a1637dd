using System.Diagnostics;
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

/// <summary>What stands between the clients and GitHub: redirects, limits, waits and answers that are none.</summary>
public sealed class PipelineTests : IAsyncLifetime
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

    [Theory]
    [InlineData("team/boutique", true)]
    [InlineData("team/boutique", false)]
    [InlineData("others/shop", true)]
    [InlineData("others/shop", false)]
    public async Task A_renamed_or_transferred_repository_is_read_written_and_downloaded_from_under_its_old_name(string name, bool known)
    {
        var job = _repository.Runs[0].Jobs[0];
        var shop = known ? Shop : Shop with { Id = new RepositoryId(-2) };
        _github.Rename(Stage.Repository, name);

        (await _bench.Get<RepositoriesClient>().HeadAsync(shop, Stage.HeadSha, Cancel))!.Sha.Value.ShouldBe(Stage.HeadSha);
        (await _bench.Get<IssuesClient>().CreateAsync(shop, new NewIssue("T", "B", ["one"]), Cancel)).Title.ShouldBe("T");
        await _bench.Get<IssuesClient>().UpdateAsync(shop, _repository.Issues[0].Number, new IssueChange(Body: "C"), Cancel);
        _repository.Issues.ShouldHaveSingleItem().Body.ShouldBe("C");
        using var log = new StreamReader((await _bench.Get<ActionsClient>().LogAsync(shop, job.Id, Cancel))!);
        (await log.ReadToEndAsync(Cancel)).ShouldContain("##[error]");
        _github.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_301_on_POST_is_followed_with_the_same_method_and_body()
    {
        Redirect("POST", 301, _ => $"{_github.Url}repos/{Stage.Repository}/issues?moved", once: true);

        await _bench.Get<IssuesClient>().CreateAsync(Shop, new NewIssue("T", "B", ["one"]), Cancel);

        _repository.Issues.ShouldHaveSingleItem().Labels.ShouldBe(["one"]);
    }

    [Fact]
    public async Task A_circle_of_redirects_ends()
    {
        Redirect("GET", 302, r => $"{_github.Url}repos/{Stage.Repository}?round={r.Number}", once: false);

        (await Should.ThrowAsync<GitHubException>(() => _bench.Get<RepositoriesClient>().GetAsync(Shop, Cancel))).Status.ShouldBe(HttpStatusCode.LoopDetected);

        _github.Log.Count(e => e.Path == $"/repositories/{_repository.Id}").ShouldBe(6);
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_not_followed()
    {
        await using var other = await FakeGitHub.StartAsync(checks: false);
        Redirect("GET", 301, _ => $"{other.Url}repos/{Stage.Repository}", once: false);

        (await Should.ThrowAsync<GitHubException>(() => _bench.Get<RepositoriesClient>().GetAsync(Shop, Cancel))).Message.ShouldContain("another host");

        other.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_download_that_falls_silent_is_given_up()
    {
        _github.Stall = TimeSpan.FromMinutes(5);
        var began = Stopwatch.StartNew();

        using var log = new StreamReader((await _bench.Get<ActionsClient>().LogAsync(Shop, _repository.Runs[0].Jobs[0].Id, Cancel))!);
        (await Should.ThrowAsync<GitHubUnreachableException>(() => log.ReadToEndAsync(Cancel))).Message.ShouldContain("no byte for 1 s");

        began.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_download_that_is_read_without_await_is_given_up_too()
    {
        _github.Stall = TimeSpan.FromMinutes(5);
        await using var log = (await _bench.Get<ActionsClient>().LogAsync(Shop, _repository.Runs[0].Jobs[0].Id, Cancel))!;

        (await Should.ThrowAsync<GitHubUnreachableException>(() => Task.Run(() =>
        {
            while (log.ReadByte() >= 0)
            {
                // To the end, which does not come.
            }
        }, Cancel))).Message.ShouldContain("no byte for 1 s");
    }

    [Fact]
    public async Task A_slow_download_is_read_to_its_end()
    {
        _github.Stall = TimeSpan.FromMilliseconds(700);

        using var log = new StreamReader((await _bench.Get<ActionsClient>().LogAsync(Shop, _repository.Runs[0].Jobs[0].Id, Cancel))!);

        (await log.ReadToEndAsync(Cancel)).ShouldContain("##[error]");
    }

    [Theory]
    [InlineData(403)]
    [InlineData(429)]
    public async Task Retry_after_may_be_a_date(int status)
    {
        var until = DateTimeOffset.UtcNow.AddMinutes(7);
        _github.Faults = r => r.Path.StartsWith("/repos", StringComparison.Ordinal)
            ? new Fault(FaultKind.None, Answer: FakeAnswer.Error(status, "slow down") with { Headers = new() { ["retry-after"] = $"{until:R}" } }) : null;

        var limited = await Should.ThrowAsync<RetryLaterException>(() => _bench.Get<RepositoriesClient>().GetAsync(Shop, Cancel));

        (limited.Until - until).Duration().ShouldBeLessThan(TimeSpan.FromSeconds(2));
        var asked = _github.Log.Count;
        await Should.ThrowAsync<RetryLaterException>(() => _bench.Get<RepositoriesClient>().GetAsync(Shop, Cancel));
        _github.Log.Count.ShouldBe(asked, "nobody asks while it is limited");
    }

    [Theory]
    [InlineData("<html>The unicorn is tired</html>")]
    [InlineData("{\"id\":")]
    [InlineData("[]")]
    [InlineData("{\"id\":\"many\",\"created_at\":\"yesterday\"}")]
    [InlineData("")]
    public async Task Garbage_instead_of_JSON_is_told_as_an_answer_that_cannot_be_read(string garbage)
    {
        _github.Faults = r => r.Path.EndsWith("/issues/1", StringComparison.Ordinal)
            ? new Fault(FaultKind.None, Answer: FakeAnswer.Ok(new System.Text.Json.Nodes.JsonObject()) with { Garbage = garbage }) : null;

        var failure = await Record.ExceptionAsync(() => _bench.Get<IssuesClient>().FindAsync(Shop, 1, Cancel));

        failure.ShouldBeOfType<GitHubUnreachableException>().Message.ShouldContain("cannot be read");
    }

    [Fact]
    public async Task The_jobs_cancellation_ends_a_call_of_Octokits()
    {
        _github.Faults = _ => new Fault(FaultKind.None, TimeSpan.FromSeconds(1.5));
        using var job = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var call = _bench.Get<RepositoriesClient>().GetAsync(Shop, job.Token);

        job.CancelAfter(TimeSpan.FromMilliseconds(300));

        await Should.ThrowAsync<OperationCanceledException>(() => call);
        _github.Log.Count.ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task A_token_is_good_for_one_repository_and_for_what_is_done_with_it()
    {
        _github.Apps.Permissions["administration"] = "write";
        await _bench.Get<RepositoriesClient>().GetAsync(Shop, Cancel);
        await _bench.Get<IssuesClient>().CommentAsync(Shop, 1, "x", Cancel);

        var scopes = _github.Written.Where(w => w.Path.EndsWith("/access_tokens", StringComparison.Ordinal))
            .Select(w => System.Text.Json.Nodes.JsonNode.Parse(w.Body)!).ToList();

        scopes.Select(s => s["repository_ids"]!.ToJsonString()).ShouldBe([$"[{_repository.Id}]", $"[{_repository.Id}]"]);
        scopes.Select(s => (string?)s["permissions"]!["issues"]).ShouldBe(["read", "write"]);
        scopes.ShouldAllBe(s => s["permissions"]!["administration"] == null);
        _github.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_repository_that_has_another_name_by_now_is_asked_by_its_id()
    {
        _github.Rename(Stage.Repository, "team/boutique");

        (await Should.ThrowAsync<RetryLaterException>(() => _bench.Get<RepositoriesClient>().GetAsync(Shop, Cancel)))
            .Message.ShouldBe($"{Stage.Repository} is team/boutique, repository {_repository.Id}");

        _github.Log.Select(e => (e.Path, e.Status)).Last().ShouldBe(($"/repositories/{_repository.Id}", 200));
        _github.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_whose_id_is_not_known_is_found_by_its_name_and_by_where_that_leads()
    {
        _github.Rename(Stage.Repository, "team/boutique");

        (await Should.ThrowAsync<RetryLaterException>(() => _bench.Get<RepositoriesClient>().GetAsync(Shop with { Id = new RepositoryId(-2) }, Cancel)))
            .Message.ShouldBe($"{Stage.Repository} is team/boutique, repository {_repository.Id}");

        _github.Log.Select(e => e.Path).TakeLast(2).ShouldBe([$"/repos/{Stage.Repository}", $"/repositories/{_repository.Id}"]);
    }

    private void Redirect(string method, int status, Func<FakeRequest, string> to, bool once)
    {
        var done = false;
        _github.Faults = request =>
        {
            if (done || request.Method != method || !request.Path.StartsWith("/repositories/", StringComparison.Ordinal))
                return null;
            done = once;
            return new Fault(FaultKind.None, Answer: FakeAnswer.Error(status, "Moved") with { Headers = new() { ["location"] = to(request) } });
        };
    }
}
