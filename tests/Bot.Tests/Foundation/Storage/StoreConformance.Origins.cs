using Shouldly;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Filing;
using Whybot.Foundation.Storage;
using Whybot.Foundation.Trust;
using Whybot.Memory.Causes;
using Whybot.Memory.Deployments;
using Whybot.Memory.Runs;
using Xunit;

namespace Whybot.Bot.Tests.Foundation.Storage;

/// <summary>Whose rows count, and how environments are found by their names.</summary>
public abstract partial class StoreConformance
{
    private static readonly Mandate Main = Mandate.Of(new CommitOrigin.DefaultBranch("main"))!;
    private static readonly Mandate Staging = Mandate.OfDeployment("staging");

    private static SeenCause Broken(string cluster, string title = "Broken") => new(new ClusterId(cluster), title, 2, VerdictKind.Regression, null);

    private Task<IReadOnlyList<Sighting>> SightingsAsync(string cluster) =>
        _database.ReadAsync(session => Ledger.SightingsAsync(session, Here, new ClusterId(cluster)), Cancel);

    /// <summary>As a version without origins wrote it.</summary>
    private Task OldSightingAsync(string cluster, string sha, string place, int tests = 2) => _database.WriteAsync(session => session.ExecuteAsync("""
        insert into sightings (repository, cluster, sha, place, place_key, tests, seen_at) values (@Here, @cluster, @sha, @place, @place, @tests, @now)
        """, new { Here, cluster, sha, place, tests = (long)tests, now = _time.GetUtcNow() }), Cancel);

    [Fact]
    public async Task A_row_without_an_origin_counts_for_nothing_until_GitHub_has_said_where_its_commit_is()
    {
        var ledger = new Ledger(_database, _time);
        await _database.WriteAsync(session => ledger.SawAsync(session, Here, Main, Broken("w1-o"), new CommitSha("s9"), blocked: false), Cancel);
        await _database.WriteAsync(session => Ledger.FiledAsync(session, Here, new ClusterId("w1-o"), 7), Cancel);
        foreach (var sha in new[] { "s1", "s2", "s3" })
            await OldSightingAsync("w1-o", sha, "main");
        (await SightingsAsync("w1-o")).Select(s => s.Sha).ShouldBe([new CommitSha("s9")]);
        (await ledger.UnsettledAsync(Here, 7, 10, Cancel)).Select(s => s.Value).Order().ShouldBe(["s1", "s2", "s3"]);

        await _database.WriteAsync(async session =>
        {
            await Ledger.SettleAsync(session, Here, new CommitSha("s1"), new CommitOrigin.DefaultBranch("main"));
            await Ledger.SettleAsync(session, Here, new CommitSha("s2"), new CommitOrigin.Fork("stranger/shop:main", null));
            await Ledger.SettleAsync(session, Here, new CommitSha("s3"), new CommitOrigin.DefaultBranch("trunk"));
        }, Cancel);

        (await SightingsAsync("w1-o")).Select(s => s.Sha.Value).Order().ShouldBe(["s1", "s9"]);
        (await ledger.UnsettledAsync(Here, 7, 10, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_that_counts_takes_the_place_of_one_that_does_not()
    {
        var ledger = new Ledger(_database, _time);
        await OldSightingAsync("w1-p", "s1", "pull request 3");
        await _database.WriteAsync(session => ledger.SawAsync(session, Here, Main, Broken("w1-p"), new CommitSha("s1"), blocked: false), Cancel);
        await OldSightingAsync("w1-p", "s2", "pull request 3");
        await _database.WriteAsync(session => ledger.ClearedAsync(session, Here, Main, new ClusterId("w1-p"), new CommitSha("s2")), Cancel);

        (await SightingsAsync("w1-p")).Select(s => (s.Sha.Value, s.Place, s.Tests)).Order().ShouldBe([("s1", "main", 2L), ("s2", "main", -1L)]);
        (await ledger.FlippedAsync(Here, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Old_runs_of_a_branch_are_no_history_until_they_are_settled()
    {
        var runs = new RunStore(_database, _time);
        foreach (var sha in new[] { "o1", "o2" })
        {
            await _database.WriteAsync(session => runs.OpenAsync(session, Here, new CommitSha(sha)), Cancel);
            await _database.WriteAsync(session => session.ExecuteAsync("update runs set state = 'analysed', branch = 'main' where sha = @sha", new { sha }),
                Cancel);
        }
        (await runs.HistoryAsync(Here, "main", trunk: true, except: new CommitSha(""), 10, Cancel)).ShouldBeEmpty();
        (await runs.UnsettledAsync(Here, "main", 10, Cancel)).ShouldBe([new CommitSha("o2"), new CommitSha("o1")]);

        await _database.WriteAsync(async session =>
        {
            await RunStore.SettleAsync(session, Here, new CommitSha("o1"), new CommitOrigin.DefaultBranch("main"));
            await RunStore.SettleAsync(session, Here, new CommitSha("o2"), new CommitOrigin.Fork("stranger/shop:main", null));
        }, Cancel);

        (await runs.HistoryAsync(Here, "main", trunk: true, except: new CommitSha(""), 10, Cancel)).Select(r => r.Sha).ShouldBe([new CommitSha("o1")]);
        (await runs.UnsettledAsync(Here, "main", 10, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_pull_requests_checks_found_is_known_in_its_own_thread_and_nowhere_else()
    {
        var (explanations, ledger) = (new CauseExplanations(_database, _time), new Ledger(_database, _time));
        await _database.WriteAsync(async session =>
        {
            await ledger.SawAsync(session, Here, Main, Broken("w1-a", "As main has it"), new CommitSha("s1"), blocked: false);
            await explanations.PutAsync(session, Here, Main, Broken("w1-a", "As main has it"), new CommitSha("s1"), []);
            await Ledger.FiledAsync(session, Here, new ClusterId("w1-a"), 7);
        }, Cancel);
        _time.Advance(TimeSpan.FromMinutes(1));

        var fork = new CommitOrigin.Fork("stranger/shop:main", new PullThread(12, "main", new CommitSha("b"), Open: true));
        await _database.WriteAsync(session => explanations.PutFindingAsync(session, Here, fork, 12, Broken("w1-a", "As a stranger has it"), new("f1")), Cancel);

        (await explanations.OfThreadAsync(Here, 12, Cancel)).ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(c => c.About.Title.ShouldBe("As a stranger has it"), c => c.Issue.ShouldBe(7),
            c => c.Place.ShouldBe("pull request 12"));
        (await explanations.OfThreadAsync(Here, 7, Cancel)).ShouldHaveSingleItem().About.Title.ShouldBe("As main has it");
        (await explanations.FindAsync(Here, new ClusterId("w1-a"), Cancel))!.About.Title.ShouldBe("As main has it");
        (await SightingsAsync("w1-a")).Select(s => s.Sha).ShouldBe([new CommitSha("s1")]);
        (await explanations.RemoveAsync(_time.GetUtcNow().AddMinutes(1), Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task An_issue_that_a_pull_request_filed_knows_its_cause_and_no_figures()
    {
        var (explanations, ledger) = (new CauseExplanations(_database, _time), new Ledger(_database, _time));
        var thread = new PullThread(12, "main", new CommitSha("b"), Open: true);
        await _database.WriteAsync(async session =>
        {
            await explanations.PutFindingAsync(session, Here, new CommitOrigin.PullRequest(thread), 12, Broken("w1-own"), new CommitSha("f1"));
            await Ledger.FiledAsync(session, Here, new ClusterId("w1-own"), 8, "Broken");
            await explanations.PutFindingAsync(session, Here, new CommitOrigin.Fork(null, thread with { Number = 13 }), 13, Broken("w1-own", "Lies"),
                new("f2"));
        }, Cancel);

        (await explanations.OfThreadAsync(Here, 8, Cancel)).ShouldHaveSingleItem().About.Title.ShouldBe("Broken");
        (await ledger.FiledAsync(Here, Cancel)).ShouldContain(c => c.Cluster == new ClusterId("w1-own") && c.Issue == 8);
        (await SightingsAsync("w1-own")).ShouldBeEmpty();
        await _database.WriteAsync(session => ledger.SawAsync(session, Here, Main, Broken("w1-own", "Broken on main") with { RanBefore = 9 }, new("s1"),
            blocked: false), Cancel);
        (await ledger.BeforeAsync(Here, new ClusterId("w1-own"), Cancel)).Ran.ShouldBe(9);
    }

    [Fact]
    public async Task Three_spellings_of_an_environment_are_one_and_each_is_shown_as_it_was_written()
    {
        var runs = new DeploymentRuns(_database, _time);
        var store = new RunStore(_database, _time);
        var repository = Here;
        foreach (var (deployment, name) in new[] { (1, "Staging EU"), (2, "staging eu"), (3, "STAGING EU") })
        {
            await _database.WriteAsync(session => store.DeployedAsync(session, Here,
                new StoredDeployment(deployment, name, new CommitSha($"s{deployment}"), "success", null)), Cancel);
            var run = await runs.OpenAsync(repository, deployment, name, new CommitSha($"s{deployment}"), Cancel);
            run.Environment.ShouldBe(name);
            (await runs.OpenAsync(repository, deployment, name.ToLowerInvariant(), new CommitSha($"s{deployment}"), Cancel)).Id.ShouldBe(run.Id);
            if (deployment < 3)
                await _database.WriteAsync(session => runs.DoneAsync(session, run,
                    new DeploymentOutcome(Decision.Go, true, "{}", $"worklog {deployment}")), Cancel);
        }
        await runs.OpenAsync(repository, 4, "staging-eu", new CommitSha("s4"), Cancel);

        (await runs.NewestAsync(Here, Cancel)).Select(r => r.Environment).ShouldBe(["STAGING EU", "staging-eu"]);
        var newest = (await runs.FindAsync(Here, 3, "Staging EU", Cancel))!;
        (await runs.HistoryAsync(newest, 10, Cancel)).Select(r => r.Deployment).ShouldBe([1, 2]);
        (await runs.WorklogAsync(Here, "STAGING eu", null, Cancel)).ShouldBe("worklog 2");
        (await store.NewestDeploymentAsync(Here, "staging EU", Cancel)).ShouldBe(new StoredDeployment(3, "STAGING EU", new CommitSha("s3"), "success", null));
        await store.RefuseAsync(Here, 3, Cancel);
        (await store.NewestDeploymentAsync(Here, "staging EU", Cancel))!.Deployment.ShouldBe(2);
        (await store.DeploymentAsync(Here, 3, Cancel))!.State.ShouldBe(StoredDeployment.Refused);
        (await runs.ForgottenAsync(_time.GetUtcNow().AddMinutes(1), Cancel)).Select(r => r.Deployment).Order().ShouldBe([3, 4]);
        await Jobs().EnqueueAsync(newest.ToJob(null), _time.GetUtcNow(), Cancel);
        (await runs.ForgottenAsync(_time.GetUtcNow().AddMinutes(1), Cancel)).Select(r => r.Deployment).ShouldBe([4]);
    }

    [Fact]
    public async Task An_unknown_environment_is_new_once_however_it_is_spelled()
    {
        var unknown = new UnknownEnvironments(_database, _time);

        (await unknown.PutAsync(Here, "Preview", 1, new CommitSha("s1"), Cancel)).ShouldBeTrue();
        _time.Advance(TimeSpan.FromMinutes(1));
        (await unknown.PutAsync(Here, "preview", 2, new CommitSha("s2"), Cancel)).ShouldBeFalse();
        (await unknown.PutAsync(Here, "pre view", 3, new CommitSha("s3"), Cancel)).ShouldBeTrue();

        (await unknown.ListAsync(Cancel)).Where(u => u.RepositoryName.Value == "team/shop").Select(u => (u.Name, u.Deployment))
            .ShouldBe([("preview", 2L), ("pre view", 3L)], ignoreOrder: true);
        await unknown.RemoveAsync(Here, "PREVIEW", Cancel);
        (await unknown.PutAsync(Here, "Preview", 4, new CommitSha("s4"), Cancel)).ShouldBeTrue();
    }
}
