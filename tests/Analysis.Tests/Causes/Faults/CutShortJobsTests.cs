using Shouldly;
using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Xunit;

namespace Whybot.Analysis.Tests.Causes.Faults;

/// <summary>Jobs that were ended from outside get a cause of their own, unless something in them failed before.</summary>
public sealed class CutShortJobsTests
{
    private const string Words = "The runner has received a shutdown signal.";

    private static JobEnd Ended(JobState state) => Runs.Job(state) with { Said = Citation.OfLines("logs/unit.txt", 7, 7, Words) };

    private static ResultFile Log(params TestCase[] cases) => new("logs/unit.txt", "unit", null, null, cases, []);

    [Theory]
    [InlineData(JobState.RunnerLost, true)]
    [InlineData(JobState.TimedOut, true)]
    [InlineData(JobState.Killed, true)]
    [InlineData(JobState.Cancelled, false)]
    [InlineData(JobState.Failed, false)]
    public void A_lost_machine_a_limit_and_a_signal_are_causes_and_a_cancellation_is_not(JobState state, bool told)
    {
        var files = CutShortJobs.Of([], [Ended(state)], null);

        files.SelectMany(f => f.Cases).Select(c => c.Failure!.Message).ShouldBe(told ? [Words] : []);
    }

    [Fact]
    public void A_failing_test_stays_the_cause() =>
        CutShortJobs.Of([Log(Runs.Test("adds_up", TestOutcome.Failed))], [Ended(JobState.RunnerLost)], null).Single().Cases.ShouldHaveSingleItem()
            .Scope.ShouldBe(TestScope.Test);

    [Fact]
    public void Other_words_of_a_job_mean_nothing_if_its_machine_was_lost()
    {
        var waiting = Runs.Test("job unit", TestOutcome.Error, "status is Pending", TestScope.Job);

        CutShortJobs.Of([Log(waiting)], [Ended(JobState.RunnerLost)], null).Single().Cases.Single().Failure!.Message.ShouldBe(Words);
        CutShortJobs.Of([Log(waiting)], [Ended(JobState.Killed)], null).Single().Cases.Single().Failure!.Message.ShouldBe("status is Pending");
    }
}
