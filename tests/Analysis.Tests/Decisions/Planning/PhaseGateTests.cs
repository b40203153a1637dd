using Shouldly;
using Whybot.Analysis.Decisions.Planning;
using Whybot.Analysis.Inputs.Plans;
using Xunit;

namespace Whybot.Analysis.Tests.Decisions.Planning;

public sealed class PhaseGateTests
{
    private static readonly PlannedPhase Phase = new(1, "first", [new PlannedPart("orders", "critical", [], null, [])],
        new Dictionary<string, double> { ["critical"] = 0.9 });

    private static string? WhyClosed(params SuiteCount[] counts) => PhaseGate.WhyClosed(Phase, counts);

    [Fact]
    public void It_opens_on_a_suite_that_passed() => WhyClosed(new SuiteCount("orders", "critical", 10, 0, 0)).ShouldBeNull();

    [Fact]
    public void It_stays_closed_on_a_suite_that_is_not_fully_known_however_many_of_its_tests_passed() =>
        WhyClosed(new SuiteCount("orders", "critical", 10, 0, 0) { Partial = "orders was killed (exit code 137)" })
            .ShouldBe("critical: orders is not fully known: orders was killed (exit code 137)");

    [Fact]
    public void That_failures_are_flaky_opens_nothing_for_a_suite_that_is_not_fully_known() =>
        WhyClosed(new SuiteCount("orders", "critical", 9, 1, 0, 1) { Partial = "it breaks off" }.WithoutFlaky).ShouldNotBeNull();
}
