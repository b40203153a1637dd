using System.Text;
using Shouldly;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Filing;
using Whybot.Foundation.Storage;
using Whybot.Memory.Causes;
using Whybot.Memory.Deployments;
using Whybot.Memory.Effects;
using Whybot.Memory.Runs;
using Xunit;

namespace Whybot.Bot.Tests.Foundation.Storage;

/// <summary>Runs of deployments and the suites that were started for them.</summary>
public abstract partial class StoreConformance
{
    private DeploymentRuns Runs => new(_database, _time);

    private SuiteRuns Suites => new(_database, _time);

    private Task<DeploymentRun> OpenRunAsync(long deployment, string environment = "staging", char sha = 'a') =>
        Runs.OpenAsync(Here, deployment, environment, new CommitSha(new string(sha, 40)), Cancel);

    private Task DoneAsync(DeploymentRun run, bool green = true) =>
        _database.WriteAsync(session => Runs.DoneAsync(session, run, new DeploymentOutcome(Decision.Go, green, "{}", $"worklog {run.Deployment}")), Cancel);

    private async Task<SuiteRun> AskSuiteAsync(DeploymentRun run, SuiteRequest request, int phase = 1)
    {
        var id = await _database.WriteAsync(session => Suites.AskAsync(session, run, phase, request), Cancel);
        return (await Suites.FindAsync(id, Cancel))!;
    }

    [Fact]
    public async Task A_deployment_has_one_run_in_an_environment_however_often_it_is_opened()
    {
        var run = await OpenRunAsync(7);
        (run.State, run.Phase, run.OpenedAt).ShouldBe(("waiting", 0, Start));
        (await OpenRunAsync(7)).Id.ShouldBe(run.Id);
        (await OpenRunAsync(7, "production")).Id.ShouldNotBe(run.Id);
    }

    [Fact]
    public async Task A_run_is_taken_further_step_by_step_and_each_is_remembered()
    {
        var run = await OpenRunAsync(7);
        await _database.WriteAsync(async session =>
        {
            await DeploymentRuns.PlannedAsync(session, run, "plan", "looks");
            await DeploymentRuns.PhaseAsync(session, run, 2);
            await DeploymentRuns.CountedAsync(session, run, "counts");
            await DeploymentRuns.LookedAsync(session, run, "more looks");
            await DeploymentRuns.StoppedAsync(session, run, "a gate");
            await DeploymentRuns.RecheckingAsync(session, run);
        }, Cancel);

        var now = (await Runs.FindAsync(run.Id, Cancel))!;
        (now.State, now.Plan, now.Looks, now.Phase, now.Counts, now.Note).ShouldBe(("rechecking", "plan", "more looks", 2, "counts", "a gate"));
        await DoneAsync(now, green: false);
        var done = (await Runs.FindAsync(run.Id, Cancel))!;
        (done.Ended, done.Decision, done.Green, done.EndedAt).ShouldBe((true, Decision.Go, 0, Start));
    }

    [Fact]
    public async Task Earlier_runs_are_found_open_or_finished_of_the_same_environment_only()
    {
        foreach (var deployment in new[] { 1, 2, 3, 4 })
            await OpenRunAsync(deployment);
        var other = await OpenRunAsync(2, "production");
        await DoneAsync(other);
        await DoneAsync(await OpenRunAsync(1));
        await DoneAsync(await OpenRunAsync(3));
        var four = await OpenRunAsync(4);

        (await Runs.OpenBeforeAsync(four, Cancel)).Select(r => r.Deployment).ShouldBe([2]);
        (await Runs.HistoryAsync(four, 10, Cancel)).Select(r => r.Deployment).ShouldBe([1, 3]);
        (await Runs.HistoryAsync(four, 1, Cancel)).Select(r => r.Deployment).ShouldBe([3]);
        await _database.WriteAsync(session => Runs.VoidAsync(session, four, "superseded"), Cancel);
        (await OpenRunAsync(4)).ShouldSatisfyAllConditions(r => r.State.ShouldBe("void"), r => r.Note.ShouldBe("superseded"));
        (await Runs.WorklogAsync(Here, "staging", null, Cancel)).ShouldBe("worklog 3");
        (await Runs.WorklogAsync(Here, "staging", 1, Cancel)).ShouldBe("worklog 1");
        (await Runs.WorklogAsync(Here, "qa", null, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task An_open_run_without_a_job_is_found_and_one_with_a_job_is_left_to_it()
    {
        var lost = await OpenRunAsync(1);
        var held = await OpenRunAsync(2, "production");
        await Jobs().EnqueueAsync(held.ToJob(null), Start, Cancel);

        (await Runs.ForgottenAsync(Start.AddMinutes(1), Cancel)).Select(r => r.Id).ShouldBe([lost.Id]);
        (await Runs.ForgottenAsync(Start, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Suites_end_together_with_their_files_and_go_with_their_run()
    {
        var run = await OpenRunAsync(1);
        var suite = await AskSuiteAsync(run, new SuiteRequest("local", ["orders"], [new TestToRecheck("orders", null, "C", "t")]), 0);
        (suite.State, suite.Names, suite.Only, suite.AskedAt).ShouldSatisfyAllConditions(s => s.State.ShouldBe("asked"), s => s.Names.ShouldBe(["orders"]),
            s => s.Only.ShouldBe([new TestToRecheck("orders", null, "C", "t")]), s => s.AskedAt.ShouldBe(Start));
        (await AskSuiteAsync(run, new SuiteRequest("local", ["orders"], null))).Correlation.ShouldNotBe(suite.Correlation);

        await _database.WriteAsync(session => Suites.EndedAsync(session, suite, "failure", "why", [new StoredResult("results/a.xml", "one"u8.ToArray())]),
            Cancel);
        await _database.WriteAsync(session => Suites.EndedAsync(session, suite, "success", null, [new StoredResult("results/b.xml", "two"u8.ToArray())]),
            Cancel);

        var ended = (await Suites.OfAsync(run, Cancel))[0];
        (ended.Ended, ended.Outcome, ended.Note).ShouldBe((true, "success", null));
        (await Suites.FilesAsync(suite.Id, Cancel)).ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(f => f.File.ShouldBe("results/b.xml"), f => Encoding.UTF8.GetString(f.Content).ShouldBe("two"));
        await DoneAsync(run);
        (await Runs.RemoveAsync(Start.AddDays(1), Cancel)).ShouldBe(1);
        (await Suites.FindAsync(suite.Id, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_workflows_run_is_known_by_its_id_or_by_the_correlation_in_its_title()
    {
        var run = await OpenRunAsync(1);
        var known = await AskSuiteAsync(run, new SuiteRequest("actions", ["a"], null));
        var lost = await AskSuiteAsync(run, new SuiteRequest("actions", ["b"], null), 2);
        await _database.WriteAsync(session => SuiteRuns.StartedAsync(session, known, 4711), Cancel);
        await _database.WriteAsync(session => SuiteRuns.StartedAsync(session, lost, null), Cancel);

        (await Suites.OwnAsync(Here, Cancel)).ShouldBe([4711L]);
        (Correlation.IsIn($"suites {lost.Correlation}"), Correlation.IsIn("suites whybot-1-2"), Correlation.IsIn(null)).ShouldBe((true, false, false));
        (await OwnerAsync(4711, "staging suites")).ShouldBe(run.Id);
        (await OwnerAsync(5000, $"staging suites {lost.Correlation}")).ShouldBe(run.Id);
        (await OwnerAsync(5000, "staging suites")).ShouldBeNull();
        (await OwnerAsync(null, null)).ShouldBeNull();
        await _database.WriteAsync(session => Suites.EndedAsync(session, known, "success", null, []), Cancel);
        (await OwnerAsync(4711, null)).ShouldBeNull();
    }

    private Task<long?> OwnerAsync(long? workflowRun, string? title) =>
        _database.ReadAsync(async session => (await SuiteRuns.OwnerAsync(session, Here, workflowRun, title))?.Id, Cancel);

    [Fact]
    public async Task An_effect_that_was_written_a_moment_ago_waits_its_time()
    {
        var effects = new EffectStore(_database, _time);
        var spacing = TimeSpan.FromSeconds(15);
        EffectRequest Live(string draft) => new(Here, "check", "sha", draft);
        await _database.WriteAsync(session => effects.PutAsync(session, Live("1"), spacing), Cancel);
        var first = (await effects.PendingAsync(Here, Cancel)).Single();
        first.DueAt.ShouldBe(Start);
        await _database.WriteAsync(session => effects.SentAsync(session, first, 1, "hash", created: true), Cancel);

        await _database.WriteAsync(session => effects.PutAsync(session, Live("2"), spacing), Cancel);

        (await effects.PendingAsync(Here, Cancel)).Single().DueAt.ShouldBe(Start + spacing);
        await _database.WriteAsync(session => effects.PutAsync(session, Live("3")), Cancel);
        (await effects.PendingAsync(Here, Cancel)).Single().DueAt.ShouldBe(Start);
    }

    [Fact]
    public async Task A_cause_is_cleared_only_where_it_was_seen_and_never_at_the_commit_that_failed_for_it()
    {
        var ledger = new Ledger(_database, _time);
        await _database.WriteAsync(async session =>
        {
            await ledger.SawAsync(session, Here, Staging, new SeenCause(new("c1"), "Title", 3, VerdictKind.Regression, null), new("s1"), blocked: true);
            await ledger.ClearedAsync(session, Here, Staging, new ClusterId("c1"), new CommitSha("s1"));
            await ledger.ClearedAsync(session, Here, Staging, new ClusterId("c1"), new CommitSha("s2"));
            await ledger.ClearedAsync(session, Here, Staging, new ClusterId("unknown"), new CommitSha("s2"));
        }, Cancel);

        (await _database.ReadAsync(session => Ledger.SightingsAsync(session, Here, new ClusterId("c1")), Cancel)).Select(s => (s.Sha.Value, s.Tests)).Order()
            .ShouldBe([("s1", 3L), ("s2", -1L)]);
        (await _database.ReadAsync(session => Ledger.SightingsAsync(session, Here, new ClusterId("unknown")), Cancel)).ShouldBeEmpty();
    }
}
