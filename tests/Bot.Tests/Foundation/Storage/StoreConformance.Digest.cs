using Shouldly;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Filing;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Memory.Causes;
using Whybot.Memory.Deployments;
using Whybot.Memory.Runs;
using Xunit;

namespace Whybot.Bot.Tests.Foundation.Storage;

/// <summary>What the digest and the pages read.</summary>
public abstract partial class StoreConformance
{
    private async Task FailsAsync(string cluster, string sha, string verdict = "regression", int? matched = null, bool blocked = false)
    {
        var (explanations, ledger) = (new CauseExplanations(_database, _time), new Ledger(_database, _time));
        var cause = new SeenCause(new ClusterId(cluster), "Broken", 2, VerdictKinds.Parse(verdict)!.Value, null) { Matched = matched };
        await _database.WriteAsync(async session =>
        {
            await ledger.SawAsync(session, Here, Staging, cause, new CommitSha(sha), blocked);
            await explanations.PutAsync(session, Here, Staging, cause, new CommitSha(sha), []);
        }, Cancel);
        _time.Advance(TimeSpan.FromMinutes(1));
    }

    private async Task ContradictedAsync(int issue, string sha)
    {
        var store = new ContradictionStore(_database, _time);
        for (var i = 0; i < 2; i++)
            await _database.WriteAsync(session => store.PutAsync(session, Here, Staging, new ContradictedIssue(issue, $"Issue {issue}", $"because {sha}"),
                new CommitSha(sha)), Cancel);
        _time.Advance(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task An_issue_counts_as_contradicted_since_a_cause_last_belonged_to_it()
    {
        var store = new ContradictionStore(_database, _time);
        var begin = _time.GetUtcNow();
        await ContradictedAsync(7, "s1");
        await FailsAsync("w1-a", "s2", matched: 7);
        await ContradictedAsync(7, "s3");
        await ContradictedAsync(7, "s4");
        await ContradictedAsync(8, "s4");

        (await store.SinceAsync(Here, begin, 10, Cancel)).Select(r => (r.Issue, r.Runs, r.Sha, r.Because))
            .ShouldBe([(7, 2, new CommitSha("s4"), "because s4"), (8, 1, new CommitSha("s4"), "because s4")]);
        (await store.SinceAsync(Here, _time.GetUtcNow(), 10, Cancel)).ShouldBeEmpty();
        (await store.RemoveAsync(_time.GetUtcNow(), Cancel)).ShouldBe(4);
    }

    [Fact]
    public async Task Quiet_issues_are_those_that_no_cause_was_seen_of_lately()
    {
        var ledger = new Ledger(_database, _time);
        await FailsAsync("w1-a", "s1");
        await FailsAsync("w1-b", "s1");
        await FailsAsync("w1-c", "s1");
        await _database.WriteAsync(async session =>
        {
            await Ledger.FiledAsync(session, Here, new ClusterId("w1-a"), 1);
            await Ledger.FiledAsync(session, Here, new ClusterId("w1-b"), 2);
            await Ledger.FiledAsync(session, Here, new ClusterId("w1-c"), 3);
            await new IssueCare(_database, _time).ClosedAsync(session, Here, 3, "ann");
        }, Cancel);
        _time.Advance(TimeSpan.FromDays(20));
        await FailsAsync("w1-b", "s2");
        await _database.WriteAsync(session => ledger.ClearedAsync(session, Here, Staging, new ClusterId("w1-a"), new CommitSha("s2")), Cancel);

        (await ledger.QuietAsync(Here, _time.GetUtcNow().AddDays(-14), 10, Cancel)).ShouldBe([1]);
    }

    [Fact]
    public async Task A_flakes_cost_is_read_from_the_runs_that_it_failed_in()
    {
        var runs = new DeploymentRuns(_database, _time);
        var suites = new SuiteRuns(_database, _time);
        var run = await runs.OpenAsync(Here, 5, "staging", new CommitSha("s1"), Cancel);
        await _database.WriteAsync(session => suites.AskAsync(session, run, 0, new SuiteRequest("local", ["orders"], null)), Cancel);
        _time.Advance(TimeSpan.FromMinutes(3));
        await _database.WriteAsync(async session => await suites.EndedAsync(session, (await SuiteRuns.OfAsync(session, run))[0], "success", null, []), Cancel);
        _time.Advance(TimeSpan.FromMinutes(7));
        await _database.WriteAsync(session => runs.DoneAsync(session, run, new DeploymentOutcome(Decision.NoGo, false, "{}", "")), Cancel);
        await FailsAsync("w1-f", "s1", "flaky", blocked: true);
        await FailsAsync("w1-f", "s2", "flaky");
        await FailsAsync("w1-r", "s2");

        var flake = (await new FlakeCosts(_database, new CauseExplanations(_database, _time), _time).OfAsync(Here, Cancel)).ShouldHaveSingleItem();

        flake.Failures.Select(f => (f.Sha, f.RunMinutes, f.AgainMinutes, f.Blocked)).ShouldBe([(new("s2"), null, 0, false), (new("s1"), 10, 3, true)]);
        flake.Minutes.ShouldBe(13);
    }

    [Fact]
    public async Task A_report_is_kept_whole_and_the_newest_stands()
    {
        var store = new ReportStore(_database, _time);
        await _database.WriteAsync(session => store.PutAsync(session, Here, "commit:1", null, null), Cancel);
        (await store.FindAsync(Here, "commit:1", Cancel)).ShouldBeNull();
        foreach (var text in new[] { "first", "second" })
            await _database.WriteAsync(session => store.PutAsync(session, Here, "commit:1", text, "[]"),
                Cancel);

        (await store.FindAsync(Here, "commit:1", Cancel)).ShouldBe(new StoredReport("second", "[]"));
        (await store.FindAsync(IdOf("team/other"), "commit:1", Cancel)).ShouldBeNull();
        (await store.RemoveAsync(_time.GetUtcNow().AddMinutes(1), Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task A_planned_job_keeps_its_time_over_restarts_also_one_that_was_missed()
    {
        var queue = new JobQueue(_database, _time);
        var job = new JobRequest(RepositoryId.All, "sweep x", "sweep x", "{}", null, "sweep x");
        await queue.ScheduleIfAbsentAsync(job, _time.GetUtcNow().AddDays(3), Cancel);
        _time.Advance(TimeSpan.FromDays(4));

        await queue.ScheduleIfAbsentAsync(job, _time.GetUtcNow().AddDays(6), Cancel);

        var taken = (await queue.ClaimAsync(TimeSpan.FromMinutes(1), Cancel))!;
        taken.Kind.ShouldBe("sweep x");
        await queue.FailAsync(taken, "hopeless", null, Cancel);
        await queue.ScheduleIfAbsentAsync(job, _time.GetUtcNow(), Cancel);
        (await queue.ClaimAsync(TimeSpan.FromMinutes(1), Cancel)).ShouldNotBeNull("one that was given up is planned anew");
    }
}
