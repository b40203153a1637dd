using Shouldly;
using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Filing;
using Whybot.Foundation.Storage;
using Whybot.Foundation.Trust;
using Whybot.Memory.Causes;
using Whybot.Memory.Deployments;
using Whybot.Memory.Overviews;
using Whybot.Memory.RepositoryNames;
using Xunit;

namespace Whybot.Bot.Tests.Foundation.Storage;

/// <summary>What the pages list.</summary>
public abstract partial class StoreConformance
{
    private CauseListings Causes => new(_database);

    private EnvironmentListings Environments => new(_database);

    private async Task SeenAsync(string cluster, string sha, Mandate mandate, string verdict = "regression", string? priority = null, string title = "Broken")
    {
        var (ledger, explanations) = (new Ledger(_database, _time), new CauseExplanations(_database, _time));
        var cause = new SeenCause(new ClusterId(cluster), title, 2, VerdictKinds.Parse(verdict)!.Value, null) { Priority = Priorities.Parse(priority) };
        await _database.WriteAsync(async session =>
        {
            await ledger.SawAsync(session, Here, mandate, cause, new CommitSha(sha), blocked: true);
            await explanations.PutAsync(session, Here, mandate, cause, new CommitSha(sha), []);
        }, Cancel);
        _time.Advance(TimeSpan.FromHours(1));
    }

    private async Task ClearedAsync(string cluster, string sha)
    {
        await _database.WriteAsync(session => new Ledger(_database, _time).ClearedAsync(session, Here, Main, new(cluster), new(sha)), Cancel);
        _time.Advance(TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task A_cause_has_failed_since_its_tests_passed_last_and_is_quiet_since_they_passed_again()
    {
        await SeenAsync("w1-a", "s1", Main, "regression", "P1");
        await ClearedAsync("w1-a", "s2");
        await SeenAsync("w1-a", "s3", Main);
        await SeenAsync("w1-a", "s4", Main, "flaky", "P2");

        var failing = (await Causes.FindAsync(Here, new ClusterId("w1-a"), Cancel))!;
        (failing.SinceAt, failing.QuietAt, failing.LastAt).ShouldBe((Start.AddHours(2), null, Start.AddHours(3)));
        (failing.Failed, failing.Passed, failing.Verdict, failing.Priority).ShouldBe((3, 1, "flaky", "P2"));

        await ClearedAsync("w1-a", "s5");
        await ClearedAsync("w1-a", "s6");

        var quiet = (await Causes.FindAsync(Here, new ClusterId("w1-a"), Cancel))!;
        (quiet.SinceAt, quiet.QuietAt, quiet.LastAt, quiet.Passed).ShouldBe((null, Start.AddHours(4), Start.AddHours(3), 3));
    }

    [Fact]
    public async Task Causes_are_filtered_by_what_is_known_of_them()
    {
        await SeenAsync("w1-a", "s1", Main, "regression", title: "the order has no field 'total'");
        await SeenAsync("w1-b", "s2", Main, "flaky", title: "100% of the answers were late_ly");
        await SeenAsync("w1-c", "s3", Staging, "environment", title: "refused: db:5432");
        await ClearedAsync("w1-b", "s4");

        async Task<IEnumerable<string>> Of(CauseFilter filter) => (await Causes.ListAsync(filter, 10, 0, Cancel)).Select(c => c.Cluster.Value);
        (await Of(CauseFilter.All)).ShouldBe(["w1-c", "w1-b", "w1-a"]);
        (await Of(new CauseFilter(Verdict: "flaky"))).ShouldBe(["w1-b"]);
        (await Of(new CauseFilter(State: CauseState.Failing))).ShouldBe(["w1-c", "w1-a"]);
        (await Of(new CauseFilter(State: CauseState.Quiet))).ShouldBe(["w1-b"]);
        (await Of(new CauseFilter(Text: "ORDER"))).ShouldBe(["w1-a"]);
        (await Of(new CauseFilter(Text: "%"))).ShouldBe(["w1-b"]);
        (await Of(new CauseFilter(Text: "_"))).ShouldBe(["w1-b"]);
        (await Of(new CauseFilter(Text: "w1-c"))).ShouldBe(["w1-c"]);
        (await Of(new CauseFilter(Repository: "SHOP", Verdict: "environment"))).ShouldBe(["w1-c"]);
        (await Of(new CauseFilter(Repository: "nowhere"))).ShouldBeEmpty();
        (await Causes.ListAsync(CauseFilter.All, 1, 1, Cancel)).ShouldHaveSingleItem().Cluster.Value.ShouldBe("w1-b");
        (await Causes.AtAsync([(Here, new CommitSha("s1")), (Here, new CommitSha("s4"))], Cancel)).Select(c => c.Count).ShouldBe([1, 0]);
        (await Causes.SightingsAsync(Here, "staging", [new CommitSha("s1"), new CommitSha("s3")], Cancel)).ShouldHaveSingleItem().Tests.ShouldBe(2);
    }

    [Fact]
    public async Task Figures_of_causes_are_those_of_their_sightings_however_they_came_about()
    {
        await SeenAsync("w1-a", "s1", Main);
        await ClearedAsync("w1-a", "s2");
        await OldSightingAsync("w1-a", "s3", "main");
        await _database.WriteAsync(session => Ledger.SettleAsync(session, Here, new CommitSha("s3"), new CommitOrigin.DefaultBranch("main")), Cancel);
        var kept = await Causes.ListAsync(CauseFilter.All, 10, 0, Cancel);

        await _database.WriteAsync(session => session.ExecuteAsync($"{CauseFigures.Count}; {CauseFigures.Since}"), Cancel);

        kept.ShouldBe(await Causes.ListAsync(CauseFilter.All, 10, 0, Cancel));
        kept.ShouldHaveSingleItem().Failed.ShouldBe(2);
    }

    [Fact]
    public async Task An_environment_has_its_last_decision_also_while_a_run_is_going_on()
    {
        (await Environments.AllAsync(Cancel)).ShouldBeEmpty();
        foreach (var (deployment, decision) in new[] { (1L, "go"), (2L, "no-go"), (3L, "not-ready") })
        {
            var run = await OpenRunAsync(deployment);
            await _database.WriteAsync(session => Runs.DoneAsync(session, run,
                new DeploymentOutcome(DecisionTable.Of(decision)!.Decision, decision == "go", "{}", "")), Cancel);
            _time.Advance(TimeSpan.FromHours(1));
        }
        var now = await OpenRunAsync(4);
        var other = await OpenRunAsync(5, "Production");

        var all = await Environments.AllAsync(Cancel);
        all.Select(e => (e.EnvironmentKey, e.Newest, e.Decision, e.SinceAt)).ShouldBe(
            [("production", other.Id, null, null), ("staging", now.Id, Decision.NotReady, Start.AddHours(1))]);
        all[1].RepositoryName.Value.ShouldBe("team/shop");
        (await Environments.RunsAsync([all[1].Decided!.Value], Cancel)).Values.ShouldHaveSingleItem().Deployment.ShouldBe(3);
        (await Environments.PointsAsync(all, 2, Cancel))[1].Select(p => (p.State, p.Decision)).ShouldBe([("waiting", null), ("done", Decision.NotReady)]);
        (await Environments.RunAtAsync(Here, "STAGING", now.Sha, Cancel)).ShouldBe(now.Id);
    }

    [Fact]
    public async Task Only_the_newest_checks_of_a_default_branch_say_how_it_is()
    {
        async Task CheckedAsync(string sha, string decision, string origin) => await _database.WriteAsync(session => session.ExecuteAsync("""
            insert into runs (repository, sha, branch, origin, state, decision, opened_at) values (@Here, @sha, 'main', @origin, 'analysed', @decision, 1)
            """, new { Here, sha, origin, decision }), Cancel);
        await CheckedAsync("s1", "no-go", "default-branch");
        (await Environments.FailingBranchesAsync(Cancel)).ShouldHaveSingleItem().Branch.ShouldBe("main");
        await CheckedAsync("s2", "go", "default-branch");
        await CheckedAsync("s3", "no-go", "pull-request");

        (await Environments.FailingBranchesAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_flaky_cause_costs_the_runs_that_it_kept_from_passing_and_what_ran_again()
    {
        var run = await OpenRunAsync(1);
        await SeenAsync("w1-f", run.Sha.Value, Staging, "flaky");
        await SeenAsync("w1-g", "s2", Main, "flaky");
        _time.Advance(TimeSpan.FromMinutes(30));
        await DoneAsync((await Runs.FindAsync(run.Id, Cancel))!);
        await ClearedAsync("w1-f", "s3");
        var flakes = new FlakeListings(_database);

        var listed = await flakes.ListAsync(null, Start, Start.AddMinutes(30), 10, 0, Cancel);
        listed.Select(f => (f.Cluster, f.Failed, f.Passed, f.Recent, f.Blocked, f.Cost)).ShouldBe(
            [(new ClusterId("w1-f"), 1, 1, 0, 1, 9_000_000), (new ClusterId("w1-g"), 1, 0, 1, 1, 0)]);
        (await flakes.ListAsync(Here, Start, Start, 10, 1, Cancel)).ShouldHaveSingleItem().Cluster.Value.ShouldBe("w1-g");
        (await flakes.WeeksAsync(Here, Start, Start.AddDays(8), Cancel)).ShouldBe([(1, 9_000_000)]);
        (await flakes.RepositoriesAsync(Start, Cancel)).ShouldBe([("team/shop", 2)]);
    }
}
