using Shouldly;
using Whybot.Analysis.Decisions.Acting;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Xunit;

namespace Whybot.Analysis.Tests.Decisions.Acting;

public sealed class ActionFactsTests
{
    private static readonly RepositorySettings Settings = new()
    {
        Suites = [new SuiteSettings("smoke", "connectivity", Priority.P0, ["tests/test_smoke.py"]),
            new SuiteSettings("orders", "critical", Priority.P1, ["tests/test_orders.py"])],
    };

    private static TestCase Test(string className, TestOutcome outcome = TestOutcome.Passed) => new()
    {
        Id = $"{className}::a",
        ClassName = className,
        Suite = "junit",
        Outcome = outcome,
        Source = "results/junit.xml",
        Line = 1,
        EndLine = 1,
    };

    private static PlannedPart Part(string suite) => new(suite, suite, [], null, []);

    private static ActionFacts Of(IReadOnlyList<TestCase> tests, IReadOnlyList<InputProblem>? unread = null, IReadOnlyList<JobEnd>? jobs = null) =>
        ActionFacts.Of(new Incident
        {
            Deployment = new Deployment(null, null, null, null),
            Settings = Settings,
            Results = [new ResultFile("results/junit.xml", "junit", null, null, tests, [])],
            Unread = unread ?? [],
            Jobs = jobs ?? [],
            Plan = new PlanFile(1, "all", true, [new PlannedPhase(1, "first", [Part("smoke"), Part("orders")], new Dictionary<string, double>())], ""),
        }, new SuiteLookup(Settings));

    [Fact]
    public void A_planned_suite_without_a_test_that_ran_is_silent() =>
        Of([Test("tests.test_smoke"), Test("tests.test_orders", TestOutcome.Skipped)]).Silent.ShouldBe(["orders"]);

    [Fact]
    public void A_file_that_was_not_read_concerns_the_suites_of_the_tests_in_it()
    {
        var facts = Of([Test("tests.test_smoke")], [new InputProblem("results/junit.xml", 4, ReadExtent.Partial, "it breaks off") { Suites = ["junit"] }]);

        facts.WhyPartial("smoke", failed: false).ShouldBe("results/junit.xml:4: it breaks off");
        facts.WhyPartial("orders", failed: false).ShouldBeNull();
    }

    [Fact]
    public void An_input_that_names_no_suite_may_have_told_of_any() =>
        Of([Test("tests.test_smoke")], [new InputProblem("artifact results", null, ReadExtent.None, "it has expired")]).WhyPartial("orders", failed: false)
            .ShouldBe("artifact results: it has expired");

    [Theory]
    [InlineData(JobState.Killed, true, true)]
    [InlineData(JobState.Cancelled, true, true)]
    [InlineData(JobState.TimedOut, false, true)]
    [InlineData(JobState.Failed, false, true)]
    [InlineData(JobState.Failed, true, false)]
    [InlineData(JobState.Succeeded, false, false)]
    public void A_job_that_was_cut_short_or_failed_for_no_test_makes_its_suite_partly_known(JobState state, bool failed, bool partial) =>
        (Of([Test("tests.test_orders")], jobs: [new JobEnd("orders", state, "jobs.json") { Suites = ["orders"] }]).WhyPartial("orders", failed) is not null)
            .ShouldBe(partial);

    [Fact]
    public void A_job_of_another_suite_concerns_nobody() =>
        Of([Test("tests.test_orders")], jobs: [new JobEnd("orders", JobState.Killed, "jobs.json") { Suites = ["smoke"] }]).WhyPartial("orders", failed: false)
            .ShouldBeNull();
}
