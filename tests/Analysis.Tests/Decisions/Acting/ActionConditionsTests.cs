using Shouldly;
using Whybot.Analysis.Decisions.Acting;
using Whybot.Analysis.Explanation.Stability;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Xunit;

namespace Whybot.Analysis.Tests.Decisions.Acting;

public sealed class ActionConditionsTests
{
    private static readonly ActionFacts Well = new() { Jobs = [new JobEnd("orders", JobState.Succeeded, "jobs.json")] };

    private static IEnumerable<(string, string)> Unmet(ActionFacts facts, Decision decision = Decision.Go) =>
        ActionConditions.Promotion(decision, "", facts).Unmet().Select(c => (c.Name, c.Why));

    [Fact]
    public void A_go_with_everything_known_and_well_is_promoted() => Unmet(Well).ShouldBeEmpty();

    [Theory]
    [InlineData(Decision.NoGo, "the decision is no-go")]
    [InlineData(Decision.Inconclusive, "the decision is inconclusive")]
    [InlineData(Decision.NotReady, "the decision is not-ready")]
    public void What_is_not_go_is_not_promoted(Decision decision, string why) => Unmet(Well, decision).ShouldBe([("decision", why)]);

    [Fact]
    public void A_void_decision_is_promoted_by_nobody() =>
        Unmet(Well, Decision.Void).ShouldBe([("decision", "the decision is void"), ("void", "the run is void")]);

    [Fact]
    public void An_input_that_was_not_read_is_named() =>
        Unmet(Well with { Unread = [new InputProblem("results/orders.xml", 31, ReadExtent.Partial, "it breaks off")] })
            .ShouldBe([("inputs", "results/orders.xml:31: it breaks off")]);

    [Fact]
    public void Of_several_inputs_that_were_not_read_the_first_is_named_and_they_are_counted() =>
        Unmet(Well with
        {
            Unread = [new InputProblem("artifact a", null, ReadExtent.None, "it has expired"),
            new InputProblem("b", 1, ReadExtent.Partial, "cut")]
        })
            .ShouldBe([("inputs", "2 inputs were not read completely; artifact a: it has expired")]);

    [Fact]
    public void A_planned_suite_of_which_nothing_is_known_is_named() =>
        Unmet(Well with { Silent = ["orders", "smoke"] }).ShouldBe([("suites", "no test of orders, smoke is known to have run")]);

    [Theory]
    [InlineData(JobState.Unknown, null, "orders ended in a way that is not known")]
    [InlineData(JobState.Failed, 2, "orders failed (exit code 2)")]
    [InlineData(JobState.Killed, 139, "orders was killed (exit code 139)")]
    [InlineData(JobState.TimedOut, null, "orders ran into its time limit")]
    [InlineData(JobState.Cancelled, null, "orders was cancelled")]
    [InlineData(JobState.Aborted, null, "orders was aborted")]
    [InlineData(JobState.RunnerLost, null, "orders lost its runner")]
    public void A_job_that_did_not_end_well_is_named(JobState state, int? code, string why) =>
        Unmet(Well with { Jobs = [.. Well.Jobs, new JobEnd("orders", state, "jobs.json") { ExitCode = code }] }).ShouldBe([("jobs", why)]);

    [Fact]
    public void Without_any_job_it_is_not_known_how_they_ended() => Unmet(Well with { Jobs = [] }).ShouldBe([("jobs", "how its jobs ended is not known")]);

    [Fact]
    public void A_job_that_ran_tests_once_more_is_no_job_of_the_suites() =>
        Unmet(Well with { Jobs = [new JobEnd("orders", JobState.Succeeded, "jobs.json") { Again = true }] })
            .ShouldBe([("jobs", "how its jobs ended is not known")]);

    [Theory]
    [InlineData(RecheckState.NotAsked, true)]
    [InlineData(RecheckState.Green, true)]
    [InlineData(RecheckState.NotEnded, false)]
    [InlineData(RecheckState.Cancelled, false)]
    [InlineData(RecheckState.TimedOut, false)]
    [InlineData(RecheckState.Killed, false)]
    [InlineData(RecheckState.Lost, false)]
    [InlineData(RecheckState.Unread, false)]
    [InlineData(RecheckState.Red, false)]
    public void A_recheck_that_was_asked_for_has_to_be_green(RecheckState state, bool promoted) =>
        Unmet(Well with { Recheck = new RecheckEnd(state, "why") }).ShouldBe(promoted ? [] : [("recheck", "why")]);

    [Fact]
    public void What_was_found_to_be_void_is_not_promoted() =>
        Unmet(Well with { Void = "staging served 1a2b3c4d while 5e6f7a8b was tested" })
            .ShouldBe([("void", "staging served 1a2b3c4d while 5e6f7a8b was tested")]);

    [Fact]
    public void What_is_no_longer_the_newest_deployment_is_not_promoted() =>
        Unmet(Well with { Replaced = "deployment 8 took its place" }).ShouldBe([("newest", "deployment 8 took its place")]);

    [Fact]
    public void All_that_is_missing_is_named_at_once() =>
        Unmet(ActionFacts.None with { Replaced = "deployment 8 took its place", Silent = ["orders"] }, Decision.Inconclusive).Select(u => u.Item1)
            .ShouldBe(["decision", "suites", "jobs", "newest"]);

    /// <summary>Job end states, inputs, rechecks, decisions, standings, each with each.</summary>
    [Fact]
    public void Whatever_the_run_a_promotion_follows_only_where_all_conditions_hold()
    {
        var (seen, promoted) = (0, 0);
        var jobs = Enum.GetValues<JobState>().SelectMany(one => Enum.GetValues<JobState>().Select(other => (one, other))).ToList();
        foreach (var decision in Enum.GetValues<Decision>())
            foreach (var (one, other) in jobs)
                foreach (var extent in Enum.GetValues<ReadExtent>())
                    foreach (var recheck in Enum.GetValues<RecheckState>())
                        for (var rest = 0; rest < 8; rest++)
                        {
                            var (silent, isVoid, replaced) = ((rest & 1) > 0, (rest & 2) > 0, (rest & 4) > 0);
                            var facts = new ActionFacts
                            {
                                Jobs = [new JobEnd("a", one, "jobs.json"), new JobEnd("b", other, "jobs.json")],
                                Unread = extent == ReadExtent.Complete ? [] : [new InputProblem("results/a.xml", 1, extent, "why")],
                                Recheck = new RecheckEnd(recheck, "why"),
                                Silent = silent ? ["a"] : [],
                                Void = isVoid ? "why" : null,
                                Replaced = replaced ? "why" : null,
                            };
                            var expected = decision == Decision.Go && one == JobState.Succeeded && other == JobState.Succeeded && extent == ReadExtent.Complete
                                && recheck is RecheckState.NotAsked or RecheckState.Green && rest == 0;
                            var unmet = ActionConditions.Promotion(decision, "", facts).Unmet();
                            (unmet.Count == 0).ShouldBe(expected, $"{decision} {one} {other} {extent} {recheck} {rest}");
                            unmet.ShouldAllBe(c => c.Why.Length > 0);
                            if (isVoid || decision == Decision.Void || (extent != ReadExtent.Complete) || replaced || decision != Decision.NoGo)
                                ActionConditions.Rollback(decision, "", facts).Unmet().ShouldNotBeEmpty();
                            seen++;
                            promoted += unmet.Count == 0 ? 1 : 0;
                        }
        (seen, promoted).ShouldBe((5 * 81 * 3 * 9 * 8, 2));
    }

    [Fact]
    public void A_rollback_needs_a_no_go_whose_results_were_read_about_the_newest_deployment()
    {
        ActionConditions.Rollback(Decision.NoGo, "2 tests failed", ActionFacts.None).Unmet().ShouldBeEmpty();
        ActionConditions.Rollback(Decision.Inconclusive, "", ActionFacts.None).Unmet().Select(c => c.Name).ShouldBe(["decision"]);
        var partial = ActionFacts.None with { Unread = [new InputProblem("results/orders.xml", 3, ReadExtent.Partial, "it breaks off")] };
        ActionConditions.Rollback(Decision.NoGo, "", partial).Unmet().Select(c => (c.Name, c.Why))
            .ShouldBe([("results", "results/orders.xml:3: it breaks off")]);
        ActionConditions.Rollback(Decision.NoGo, "", ActionFacts.None with { Void = "why" }).Unmet().Select(c => c.Name).ShouldBe(["void"]);
        ActionConditions.Rollback(Decision.NoGo, "", ActionFacts.None with { Replaced = "why" }).Unmet().Select(c => c.Name).ShouldBe(["newest"]);
    }

    [Fact]
    public void A_log_that_was_cut_keeps_no_rollback_back() =>
        ActionConditions.Rollback(Decision.NoGo, "", ActionFacts.None with
        {
            Unread =
            [new InputProblem("logs/orders.out.txt", null, ReadExtent.Partial, "it is cut")]
        }).Unmet().ShouldBeEmpty();
}
