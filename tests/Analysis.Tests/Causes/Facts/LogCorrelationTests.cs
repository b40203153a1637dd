using Shouldly;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Signatures;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Causes.Facts;

/// <summary>Which logged errors can be behind a failure: those at its time, if it may be a consequence.</summary>
public sealed class LogCorrelationTests
{
    private const string NoAnswer = "HTTP 503 from /health";

    private static readonly DateTime Start = new(2026, 10, 12, 8, 0, 0, 500);

    /// <summary>A suite of ten seconds from <see cref="Start"/> on.</summary>
    private static LogCorrelation Correlation(LogEvent logged, DateTime? start) => new(Runs.Of(Runs.File("orders", Runs.Test("adds_up")) with
    { StartedAt = start, Seconds = 10 }) with
    { PlatformLogs = [new PlatformLog("logs/api.log", 9, [logged])] });

    private static int During(string message, LogEvent logged, DateTime? start = null, TestOutcome outcome = TestOutcome.Failed)
    {
        var failure = Failing(message, outcome: outcome) with { Source = "results/orders.xml" };
        return Correlation(logged, start ?? Start).During(FailureGroup.Of([failure]).Single(), FactsOf(failure).Symptom).Count;
    }

    [Theory]
    [InlineData(-151, 0)]
    [InlineData(-150, 1)]
    [InlineData(10150, 1)]
    [InlineData(10151, 0)]
    public void An_error_counts_from_the_start_of_the_suite_to_its_end_with_a_little_slack(int milliseconds, int found) =>
        During(NoAnswer, Event("worker stalled", times: Start.AddMilliseconds(milliseconds))).ShouldBe(found);

    [Theory]
    [InlineData(11150, 1)]
    [InlineData(11151, 0)]
    public void A_runner_that_writes_whole_seconds_may_have_started_within_that_second(int milliseconds, int found)
    {
        var whole = new DateTime(2026, 10, 12, 8, 0, 0);

        During(NoAnswer, Event("worker stalled", times: whole.AddMilliseconds(milliseconds)), whole).ShouldBe(found);
    }

    [Fact]
    public void A_log_of_another_clock_or_without_times_may_always_be_behind_it()
    {
        During(NoAnswer, Event("worker stalled", times: Start.AddHours(5))).ShouldBe(1);
        During(NoAnswer, Event("worker stalled")).ShouldBe(1);
        During(NoAnswer, Event("worker stalled", times: Start.AddMinutes(20))).ShouldBe(0);
    }

    [Fact]
    public void A_comparison_of_two_values_does_not_follow_from_an_error_elsewhere_and_a_missing_value_may()
    {
        var logged = Event("connect ECONNREFUSED 10.0.0.5:5432");

        During("expect(received).toBe(expected)\nExpected: 42\nReceived: 41", logged).ShouldBe(0);
        During("expect(received).toBe(expected)\nExpected: 42\nReceived: null", logged).ShouldBe(1);
    }

    [Fact]
    public void Behind_a_clear_message_only_a_known_kind_of_error_or_an_exception_can_be()
    {
        During("KeyError: 'total'", Event("worker is odd")).ShouldBe(0);
        During("KeyError: 'total'", Event("worker is odd", exception: "ShelfError: no shelf")).ShouldBe(1);
        During("KeyError: 'total'", Event("connect ECONNREFUSED 10.0.0.5:5432")).ShouldBe(1);
        During(NoAnswer, Event("worker is odd")).ShouldBe(1);
    }

    [Fact]
    public void Only_errors_count_and_no_warnings() => During(NoAnswer, Event("worker stalled", level: LogLevel.Warning)).ShouldBe(0);

    [Fact]
    public void An_error_is_before_the_tests_if_all_of_its_times_are()
    {
        bool Before(params DateTime[] times) => Event("worker stalled", times: times) is var logged && Correlation(logged, Start).BeforeTests(logged);

        Before(Start.AddSeconds(-3)).ShouldBeTrue();
        Before(Start.AddSeconds(3)).ShouldBeFalse();
        Before(Start.AddSeconds(-3), Start.AddSeconds(3)).ShouldBeFalse();
    }
}
