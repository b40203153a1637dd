using Shouldly;
using Whybot.Analysis.Explanation.Stability;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Xunit;

namespace Whybot.Analysis.Tests.Explanation.Stability;

public sealed class RecheckReadingTests
{
    private static readonly IReadOnlyList<TestToRecheck> Both = [new("orders", null, "c", "a"), new("orders", null, "c", "b")];

    private static TestCase Test(string name, TestOutcome outcome, string source = "results/orders.xml") => new()
    {
        Id = $"c::{name}",
        ClassName = "c",
        Name = name,
        Suite = "orders",
        Outcome = outcome,
        Source = source,
        Line = 1,
        EndLine = 1,
        Failure = outcome.IsFailure() ? new Failure(null, "boom", "boom", 1, 1) : null,
    };

    private static ResultFile File(string source, params TestCase[] cases) => new(source, "orders", null, null, cases, []);

    private static JobEnd Job(JobState state, int? code = null) => new("orders", state, "jobs.json") { Again = true, Suites = ["orders"], ExitCode = code };

    private static Incident Run(JobEnd? job, IReadOnlyList<TestToRecheck>? asked, params TestCase[] again) => new()
    {
        Deployment = new Deployment(null, null, null, null),
        Results = [File("results/orders.xml", Test("a", TestOutcome.Failed), Test("b", TestOutcome.Failed))],
        Again = again.Length == 0 ? [] : [File("again/results/orders.xml", again)],
        AskedAgain = asked ?? [],
        Jobs = job is null ? [] : [job],
    };

    private static RecheckReading Read(Incident incident) => new(incident, new SuiteLookup(incident.Settings));

    private static IEnumerable<string> Proven(Incident incident) =>
        Read(incident).Proven().SelectMany(f => f.Cases).Where(c => c.Outcome.IsPass()).Select(c => c.Id);

    private static readonly TestCase[] AllPassed = [Test("a", TestOutcome.Passed), Test("b", TestOutcome.Passed)];

    [Fact]
    public void It_is_green_when_the_job_ended_well_and_every_test_that_was_asked_passed()
    {
        var run = Run(Job(JobState.Succeeded), Both, AllPassed);

        Read(run).End().ShouldBe(new RecheckEnd(RecheckState.Green, "2 tests ran once more and passed"));
        Proven(run).ShouldBe(["c::a", "c::b"]);
    }

    [Fact]
    public void Nothing_was_asked_where_nothing_was() => Read(Run(null, null)).End().State.ShouldBe(RecheckState.NotAsked);

    [Theory]
    [InlineData(JobState.Unknown, RecheckState.NotEnded)]
    [InlineData(JobState.Cancelled, RecheckState.Cancelled)]
    [InlineData(JobState.TimedOut, RecheckState.TimedOut)]
    [InlineData(JobState.RunnerLost, RecheckState.Lost)]
    [InlineData(JobState.Killed, RecheckState.Killed)]
    [InlineData(JobState.Aborted, RecheckState.Killed)]
    [InlineData(JobState.Failed, RecheckState.Red)]
    public void Passes_of_a_job_that_did_not_end_well_prove_nothing(JobState state, RecheckState expected)
    {
        var run = Run(Job(state, 3), Both, AllPassed);

        Read(run).End().State.ShouldBe(expected);
        Proven(run).ShouldBeEmpty();
    }

    [Fact]
    public void A_job_that_ended_well_without_results_proves_nothing() =>
        Read(Run(Job(JobState.Succeeded), Both)).End().ShouldBe(
            new RecheckEnd(RecheckState.Unread, "orders ended, and of 2 of 2 tests that had to run once more there is no result: a"));

    [Fact]
    public void A_test_that_was_asked_and_not_read_keeps_the_others_from_proving_anything()
    {
        var run = Run(Job(JobState.Succeeded), Both, Test("a", TestOutcome.Passed));

        Read(run).End().Why.ShouldBe("orders ended, and of 1 of 2 tests that had to run once more there is no result: b");
        Proven(run).ShouldBeEmpty();
    }

    [Fact]
    public void A_test_that_was_skipped_did_not_run_once_more() =>
        Read(Run(Job(JobState.Succeeded), Both, Test("a", TestOutcome.Passed), Test("b", TestOutcome.Skipped))).End().State.ShouldBe(RecheckState.Unread);

    [Fact]
    public void Where_a_test_failed_again_that_is_why_the_job_failed_and_the_other_pass_stands()
    {
        var run = Run(Job(JobState.Failed, 1), Both, Test("a", TestOutcome.Failed), Test("b", TestOutcome.Passed));

        Read(run).End().ShouldBe(new RecheckEnd(RecheckState.Red, "1 test failed again: c::a"));
        Proven(run).ShouldBe(["c::b"]);
    }

    [Fact]
    public void A_failure_counts_whatever_became_of_the_job() =>
        Read(Run(Job(JobState.Killed, 137), Both, Test("a", TestOutcome.Failed))).Proven().SelectMany(f => f.Cases).Single().Bad.ShouldBeTrue();

    [Fact]
    public void A_file_that_breaks_off_proves_nothing()
    {
        var run = Run(Job(JobState.Succeeded), Both, AllPassed);
        run = run with { Again = [run.Again[0] with { Problems = [new InputProblem("again/results/orders.xml", 7, ReadExtent.Partial, "it breaks off")] }] };

        Read(run).End().ShouldBe(new RecheckEnd(RecheckState.Unread, "again/results/orders.xml:7: it breaks off"));
        Proven(run).ShouldBeEmpty();
    }

    [Fact]
    public void Where_a_whole_suite_ran_again_the_tests_of_it_that_had_failed_have_to_be_read()
    {
        Read(Run(Job(JobState.Succeeded), null, Test("a", TestOutcome.Passed))).End().State.ShouldBe(RecheckState.Unread);
        Read(Run(Job(JobState.Succeeded), null, AllPassed)).End().State.ShouldBe(RecheckState.Green);
    }

    [Fact]
    public void How_a_job_of_tests_that_were_asked_ended_has_to_be_known() => Read(Run(null, Both, AllPassed)).End().State.ShouldBe(RecheckState.NotEnded);

    [Fact]
    public void A_folder_that_says_nothing_of_its_jobs_is_taken_by_its_results() => Proven(Run(null, null, AllPassed)).ShouldBe(["c::a", "c::b"]);

    [Fact]
    public void A_test_is_called_as_it_was_called_when_it_failed_among_others_of_its_name()
    {
        var run = Run(Job(JobState.Succeeded), [new("orders", null, "c", "a")], Test("a", TestOutcome.Passed) with { Variant = "webkit" });
        run = run with
        {
            Results = [File("results/orders.xml", Test("a", TestOutcome.Passed) with { Id = "c::a [chromium]", Variant = "chromium" },
                Test("a", TestOutcome.Failed) with { Id = "c::a [webkit]", Variant = "webkit" })],
        };

        Proven(run).ShouldBe(["c::a [webkit]"]);
    }

    [Fact]
    public void A_test_that_could_be_either_of_two_keeps_its_own_name()
    {
        var run = Run(Job(JobState.Succeeded), [new("orders", null, "c", "a")], Test("a", TestOutcome.Passed));
        run = run with
        {
            Results = [File("results/orders.xml", Test("a", TestOutcome.Failed) with { Id = "c::a [1]" },
            Test("a", TestOutcome.Failed) with { Id = "c::a [2]" })]
        };

        Proven(run).ShouldBe(["c::a"]);
    }
}
