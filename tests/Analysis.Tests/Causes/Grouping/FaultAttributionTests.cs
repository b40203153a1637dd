using Shouldly;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Causes.Grouping;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Inputs.Results;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Causes.Grouping;

/// <summary>Whether failures were caused by something broken around them.</summary>
public sealed class FaultAttributionTests
{
    private const string NoAnswer = "HTTP 503 from /health";

    private static readonly EnvironmentFault NeverUp = Down("api", "missing-setting") with { OwnError = true };

    private static bool Blamed(GroupFacts facts, EnvironmentFault fault, Suspect? suspect = null) => FaultAttribution.Of(facts, [fault], suspect) == fault;

    private static bool Blamed(string message, EnvironmentFault fault, Suspect? suspect = null) => Blamed(FactsOf(message), fault, suspect);

    [Fact]
    public void Where_nothing_is_broken_nothing_is_blamed() => FaultAttribution.Of(FactsOf(NoAnswer), [], null).ShouldBeNull();

    [Fact]
    public void A_failure_that_names_the_faults_address_follows_from_it_even_beside_an_established_suspect()
    {
        Blamed("AssertionError: no row from 10.0.0.5:5432", Down(mentions: "10.0.0.5:5432"), Suspect(established: true)).ShouldBeTrue();
        Blamed("AssertionError: no row from 10.0.0.5:54321", Down(mentions: "10.0.0.5:5432"), Suspect(established: true)).ShouldBeFalse();
    }

    [Fact]
    public void The_faults_name_counts_only_beside_the_same_kind_of_fault()
    {
        Blamed("the store: connection refused", Down(), Suspect(established: true)).ShouldBeTrue();
        Blamed("AssertionError: the store has 41 lamps instead of 42", Down()).ShouldBeFalse();
        Blamed("the restore: connection refused", Down(), Suspect(established: true)).ShouldBeFalse();
    }

    [Fact]
    public void A_name_of_two_letters_may_mean_anything() =>
        Blamed("db: connection refused", Down("db"), Suspect(established: true)).ShouldBeFalse();

    [Theory]
    [InlineData("lost a lease", true)]
    [InlineData("lost leases", false)]
    public void A_failure_that_repeats_what_was_logged_follows_from_it_if_the_words_are_long_enough(string logged, bool blamed) =>
        Blamed($"AssertionError: {logged} and gave up", Fault("deadlock", Event(logged)), Suspect(established: true)).ShouldBe(blamed);

    [Fact]
    public void A_change_that_the_error_names_explains_a_wrong_value_better_than_a_fault_logged_meanwhile()
    {
        var logged = Event("worker stalled");
        var facts = FactsOf().Logged(logged);

        Blamed(facts, Fault("deadlock", logged)).ShouldBeTrue();
        Blamed(facts, Fault("deadlock", logged), Suspect()).ShouldBeFalse();
        Blamed(facts, Fault("deadlock", logged), Suspect(byName: true)).ShouldBeTrue();
    }

    [Fact]
    public void A_failure_that_may_be_a_consequence_follows_from_a_fault_unless_the_suspect_is_established_or_very_likely()
    {
        Blamed(NoAnswer, Down(), Suspect()).ShouldBeTrue();
        Blamed(NoAnswer, Down(), Suspect(established: true)).ShouldBeFalse();
        Blamed(NoAnswer, Down(), Suspect(likely: 0.95)).ShouldBeFalse();
        Blamed(NoAnswer, Down(), Suspect(likely: 0.95, byName: true)).ShouldBeTrue();
    }

    [Fact]
    public void A_service_that_never_started_explains_every_failure()
    {
        Blamed(NoAnswer, NeverUp, Suspect(established: true)).ShouldBeTrue();
        Blamed("AssertionError: 41 is not 42", NeverUp).ShouldBeTrue();
    }

    [Fact]
    public void A_service_that_answers_with_an_error_did_start() =>
        Blamed("AssertionError: 41 is not 42", NeverUp with { Probes = [Probe(status: 503)] }).ShouldBeFalse();

    [Fact]
    public void A_service_that_is_down_explains_errors_and_missing_answers_but_no_wrong_values()
    {
        Blamed(NoAnswer, Down()).ShouldBeTrue();
        Blamed(NoAnswer, Down() with { Down = false }).ShouldBeFalse();
        Blamed(Unlike, Down()).ShouldBeFalse();
    }

    [Fact]
    public void Tests_that_all_broke_follow_from_a_service_that_is_down_and_one_that_only_failed_speaks_against_it()
    {
        var broke = Failing(name: "one", outcome: TestOutcome.Error);

        Blamed(FactsOf(broke), Down()).ShouldBeTrue();
        Blamed(FactsOf(broke, Failing(name: "two")), Down()).ShouldBeFalse();
    }

    [Fact]
    public void A_slow_dependency_explains_a_timeout_and_nothing_else()
    {
        var slow = Fault("slow-dependency");

        Blamed("asyncio.exceptions.TimeoutError", slow).ShouldBeTrue();
        Blamed(NoAnswer, slow).ShouldBeFalse();
    }

    [Fact]
    public void Of_two_faults_the_one_that_was_logged_while_the_tests_ran_is_blamed()
    {
        var logged = Event("worker stalled");
        EnvironmentFault[] faults = [Down("cache"), Fault("deadlock", logged)];

        FaultAttribution.Of(FactsOf(NoAnswer).Logged(logged), faults, null).ShouldBe(faults[1]);
        FaultAttribution.Of(FactsOf(NoAnswer), faults, null).ShouldBe(faults[0]);
    }

    [Fact]
    public void Of_two_faults_the_one_that_the_tests_name_is_blamed()
    {
        EnvironmentFault[] faults = [Down("cache", mentions: "cache:6379"), Down("store", mentions: "store.internal:5432")];

        FaultAttribution.Of(FactsOf("HTTP 503: store.internal:5432"), faults, null).ShouldBe(faults[1]);
    }
}
