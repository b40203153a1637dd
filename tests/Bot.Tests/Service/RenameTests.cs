using System.Net;
using Shouldly;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Memory.Causes;
using Whybot.Memory.RepositoryNames;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>A repository is renamed, transferred or deleted, and another one takes its name.</summary>
public sealed class RenameTests : ServiceTest
{
    private const string Now = "team/store";

    private async Task<(FakeRepository Repository, FakeIssue Issue)> StartAsync()
    {
        var repository = Stage.FailingMain(GitHub);
        repository.Roles["ann"] = "triage";
        await Service.StartAsync();
        await RunEndsAsync(Stage.HeadSha);
        return (repository, repository.Issues.ShouldHaveSingleItem());
    }

    private async Task<(FakeRepository Repository, FakeIssue Issue)> RenamedAsync()
    {
        var (repository, issue) = await StartAsync();
        GitHub.Rename(Stage.Repository, Now);
        await PostAsync("repository", Stage.Renamed(repository, "shop"));
        await IdleAsync();
        return (repository, issue);
    }

    private async Task<string> SayAsync(FakeRepository repository, FakeIssue issue, string body)
    {
        var before = issue.Comments.Count;
        var comment = repository.Comment(issue.Number, "ann", body);
        await PostAsync("issue_comment", Stage.Of(repository, Stage.IssueComment(issue.Number, comment)));
        await IdleAsync();
        return string.Join('\n', issue.Comments.Skip(before).Where(c => c.Via is not null).Select(c => c.Body));
    }

    /// <summary>The tests fail once more, on a new commit.</summary>
    /// <param name="named">What the event calls the repository; null for its name.</param>
    /// <param name="installation">That the event comes from.</param>
    private async Task<string> FailAgainAsync(FakeRepository repository, char sha, string? named = null, long installation = FakeApps.InstallationId)
    {
        var head = new string(sha, 40);
        repository.Commit(head, "Change the colours again", Stage.HeadSha, ("src/colours.py", "@@ -1 +1 @@\n-blue\n+green"));
        Stage.MainRun(repository, head, "failure", repository.Runs[0].Artifacts[0].Zip).Job("tests", "failure", repository.Runs[0].Jobs[0].Log);
        await PostAsync("workflow_run", Stage.Of(repository, Stage.WorkflowRun(head), named, installation));
        await IdleAsync();
        return repository.CheckRuns.Single(c => c["head_sha"]!.ToString() == head)["output"]!["summary"]!.ToString();
    }

    private async Task<RepositoryRef?> KnownAsync(string name)
    {
        await using var database = new SqliteDatabase(Service.Store);
        return await new Repositories(database, TimeProvider.System).FindAsync(new RepositoryName(name), Cancel);
    }

    private async Task<string> PageAsync(string path)
    {
        using var http = new HttpClient();
        var answer = await http.GetAsync(new Uri(Service.Pages, path), Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private async Task<string> ClusterAsync(FakeRepository repository)
    {
        await using var database = new SqliteDatabase(Service.Store);
        return (await new Ledger(database, TimeProvider.System).FiledAsync(new RepositoryId(repository.Id), Cancel)).ShouldHaveSingleItem().Cluster.Value;
    }

    [Fact]
    public async Task After_a_rename_issues_rulings_and_history_are_still_the_repositorys()
    {
        var (repository, issue) = await StartAsync();
        (await SayAsync(repository, issue, "/cause the pool is too small")).ShouldContain("Noted");

        GitHub.Rename(Stage.Repository, Now);
        await PostAsync("repository", Stage.Renamed(repository, "shop"));
        (await FailAgainAsync(repository, 'e')).ShouldContain($"#{issue.Number}");

        repository.Issues.ShouldHaveSingleItem();
        (await SayAsync(repository, issue, "/why")).ShouldNotContain("about no cause that was seen");
        var history = await SayAsync(repository, issue, "/history");
        history.ShouldContain("Seen in 2 runs");
        history.ShouldContain("`ann` ruled cause");
        (await KnownAsync(Now))!.FullName.Value.ShouldBe(Now);
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rename_that_nobody_told_of_is_learned_from_the_next_event()
    {
        var (repository, issue) = await StartAsync();
        GitHub.Rename(Stage.Repository, Now);

        (await FailAgainAsync(repository, 'e')).ShouldContain($"#{issue.Number}");

        repository.Issues.ShouldHaveSingleItem();
        (await KnownAsync(Stage.Repository)).ShouldBe(new RepositoryRef(new RepositoryId(repository.Id), FakeApps.InstallationId, new RepositoryName(Now)));
    }

    [Fact]
    public async Task A_rename_that_nobody_told_of_is_learned_from_what_GitHub_answers()
    {
        var (repository, issue) = await StartAsync();
        GitHub.Rename(Stage.Repository, Now);

        (await FailAgainAsync(repository, 'e', Stage.Repository)).ShouldContain($"#{issue.Number}");

        (await KnownAsync(Stage.Repository))!.FullName.Value.ShouldBe(Now);
    }

    [Fact]
    public async Task An_event_with_the_old_name_that_comes_late_is_the_repositorys_and_does_not_rename_it_back()
    {
        var (repository, issue) = await RenamedAsync();
        // GitHub does not say its name any more: nothing puts right what an event has set.
        GitHub.Faults = r => r.Method == "GET" && r.Path == $"/repositories/{repository.Id}" ? new Fault(FaultKind.FailBefore) : null;
        await PostAsync("issues", Stage.Of(repository, Stage.Issue(issue, "labeled"), Stage.Repository));
        await IdleAsync();

        (await KnownAsync(Now))!.FullName.Value.ShouldBe(Now);
        (await KnownAsync(Stage.Repository))!.Id.Value.ShouldBe(repository.Id);
    }

    [Fact]
    public async Task A_page_that_was_linked_by_the_old_name_opens()
    {
        var (repository, _) = await RenamedAsync();
        var cluster = await ClusterAsync(repository);

        (await PageAsync($"/causes/team/shop/{cluster}")).ShouldContain($"<dd>{Now}</dd>");
        (await PageAsync($"/causes/{Now}/{cluster}")).ShouldContain($"<dd>{Now}</dd>");
        (await PageAsync("/record/Team/Shop")).ShouldContain(Now);
        (await PageAsync($"/at/team/shop/{Stage.HeadSha}?place=main")).ShouldContain(Now);
        (await Service.EndedAsync("digest", Stage.Repository)).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Another_repository_that_takes_the_old_name_gets_nothing_of_the_first_ones()
    {
        var (first, issue) = await RenamedAsync();
        var second = GitHub.Add(Stage.Repository, 5);
        second.Roles["ann"] = "triage";
        second.Commit(Stage.HeadSha, "Begin", null);
        second.Commit(Stage.BaseSha, "Base", null);
        Stage.MainRun(second, Stage.HeadSha, "failure", first.Runs[0].Artifacts[0].Zip).Job("tests", "failure", first.Runs[0].Jobs[0].Log);

        await PostAsync("workflow_run", Stage.Of(second, Stage.WorkflowRun(Stage.HeadSha)));
        await IdleAsync();

        var own = second.Issues.ShouldHaveSingleItem();
        (await SayAsync(second, own, "/history")).ShouldContain("Seen in 1 run");
        (await FailAgainAsync(first, 'e')).ShouldContain($"#{issue.Number}");
        (first.Issues.Count, second.Issues.Count, second.CheckRuns.Count).ShouldBe((1, 1, 1));
        (await KnownAsync(Stage.Repository))!.Id.Value.ShouldBe(second.Id);
        (await PageAsync($"/causes/{Now}/{await ClusterAsync(first)}")).ShouldContain("Seen");
    }

    /// <summary>The bot has not heard that it was renamed: what it does for it must not reach whoever has its name.</summary>
    [Fact]
    public async Task What_is_done_for_a_repository_never_goes_to_one_that_has_taken_its_name()
    {
        var (first, issue) = await StartAsync();
        GitHub.Rename(Stage.Repository, Now);
        var second = GitHub.Add(Stage.Repository, 5);

        (await FailAgainAsync(first, 'e', Stage.Repository)).ShouldContain($"#{issue.Number}");

        (second.Issues.Count, second.CheckRuns.Count).ShouldBe((0, 0));
        GitHub.Log.ShouldNotContain(l => l.Path.StartsWith("/repos/", StringComparison.Ordinal), "all goes by the id");
        (await KnownAsync(Now))!.Id.Value.ShouldBe(first.Id);
    }

    [Fact]
    public async Task After_a_transfer_the_new_owners_installation_is_asked_and_that_the_old_one_has_lost_it_forgets_nothing()
    {
        var (repository, issue) = await StartAsync();
        const long Theirs = 100;
        GitHub.Apps.Installations.Add(Theirs);
        GitHub.Rename(Stage.Repository, "crew/shop");

        await PostAsync("repository", Stage.Transferred(repository, "team", Theirs));
        await PostAsync("installation_repositories", Stage.InstallationRepositories("removed", FakeApps.InstallationId, repository));
        GitHub.Apps.Installations.Remove(FakeApps.InstallationId);
        GitHub.Apps.ForgetTokens();
        (await FailAgainAsync(repository, 'e', installation: Theirs)).ShouldContain($"#{issue.Number}");

        (await KnownAsync(Stage.Repository)).ShouldBe(new RepositoryRef(new RepositoryId(repository.Id), Theirs, new RepositoryName("crew/shop")));
        await using var database = new SqliteDatabase(Service.Store);
        (await database.ReadAsync(session => session.FirstAsync<long>("select count(*) from forgotten_repositories"), Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_known_of_a_repository_that_was_deleted_goes_after_a_while()
    {
        Service.With("Whybot__Queue__SweepRuns", "00:00:00.200").With("Whybot__Evidence__KeepForgotten", "00:00:00.100");
        var (repository, _) = await StartAsync();

        await PostAsync("repository", Stage.Deleted(repository));

        await Wait.UntilAsync(() => Service.Output.Contains("what was known of it is removed", StringComparison.Ordinal), () => Service.Output);
        (await KnownAsync(Stage.Repository)).ShouldBeNull();
    }
}
