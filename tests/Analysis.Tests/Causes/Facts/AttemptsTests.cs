using Shouldly;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Identity;
using Xunit;

namespace Whybot.Analysis.Tests.Causes.Facts;

/// <summary>What another attempt at the same commit says about a test.</summary>
public sealed class AttemptsTests
{
    private static readonly CommitSha Sha = new(new string('a', 40));
    private static readonly Deployment Now = new(null, null, Sha, null);

    private static HistoricRun At(RunAttempt? attempt, TestOutcome outcome, string job = "ci-unit") =>
        new("99-7-1-2", Sha, null, new Dictionary<string, PastOutcome>
        {
            ["tests::adds up"] = new(outcome, null, null, job, $"history/99-7-1-2/logs/{job}-70001.txt", 3),
        })
        { Attempt = attempt };

    private static TestCase Test(TestOutcome outcome, string job = "ci-unit") =>
        Runs.Test("adds up", outcome, outcome.IsPass() ? null : "no") with { Suite = job };

    private static (Attempts, Incident) Of(HistoricRun attempt, JobState now, params TestCase[] tests)
    {
        var incident = Runs.Of(new ResultFile("logs/unit.txt", "unit", null, null, tests, [])) with
        {
            Deployment = Now,
            History = new RunHistory([]) { Attempts = [attempt] },
            Jobs = [new JobEnd("unit", now, "jobs.json")],
        };
        return (Attempts.Of(incident.History, Now).Attempts, incident);
    }

    private static FlakyAttempt? Flaky(HistoricRun attempt, JobState now, params TestCase[] tests)
    {
        var (attempts, incident) = Of(attempt, now, tests);
        return attempts.PassedNow(incident).SingleOrDefault();
    }

    [Fact]
    public void A_test_that_failed_before_and_passes_now_is_flaky_with_the_attempts_numbers() =>
        Flaky(At(new RunAttempt(1, 2), TestOutcome.Failed), JobState.Failed, Test(TestOutcome.Passed))
            .ShouldBe(new FlakyAttempt("tests::adds up", new RunAttempt(1, 2), OfJob: false));

    [Fact]
    public void Where_no_log_names_it_now_the_pass_of_its_job_counts() =>
        Flaky(At(new RunAttempt(1, 2), TestOutcome.Failed), JobState.Succeeded).ShouldBe(new FlakyAttempt("tests::adds up", new RunAttempt(1, 2), OfJob: true));

    [Fact]
    public void A_job_that_fails_again_says_nothing_about_a_test_that_it_does_not_name() =>
        Flaky(At(new RunAttempt(1, 2), TestOutcome.Failed), JobState.Failed).ShouldBeNull();

    [Fact]
    public void A_test_of_that_name_in_another_job_says_nothing() =>
        Flaky(At(new RunAttempt(1, 2), TestOutcome.Failed), JobState.Failed, Test(TestOutcome.Passed, "ci-windows")).ShouldBeNull();

    [Fact]
    public void A_test_that_fails_again_is_not_flaky() =>
        Flaky(At(new RunAttempt(1, 2), TestOutcome.Failed), JobState.Failed, Test(TestOutcome.Failed)).ShouldBeNull();

    [Theory]
    [InlineData("ci-unit", true)]
    [InlineData("ci-windows", false)]
    public void A_pass_in_an_earlier_attempt_counts_for_the_same_job_only(string job, bool counts)
    {
        var (attempts, _) = Of(At(new RunAttempt(1, 2), TestOutcome.Passed, job), JobState.Failed);

        (attempts.Passed(Test(TestOutcome.Failed)) is not null).ShouldBe(counts);
    }
}
