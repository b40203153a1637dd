using Shouldly;
using Whybot.Analysis.Causes.LogDifference;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Xunit;

namespace Whybot.Analysis.Tests.Causes.LogDifference;

/// <summary>Jobs that fail beside failing tests: which of them have a reason of their own.</summary>
public sealed class OtherJobsTests
{
    private const string Source = "logs/build.txt";
    private const string Compile = "src/cart.c:12:5: error: unknown type name 'totl'";

    private static readonly LoggedFailure Tests = new("logs/unit.txt", NamesFailed: true, null);

    private static LoggedFailure Build(string message, TestScope scope = TestScope.Job) => new(Source, NamesFailed: false,
        new ResultFile(Source, "build", null, null, [Runs.Test("job build", TestOutcome.Error, message, scope) with { Source = Source }], []));

    private static IReadOnlySet<string>? Own(LoggedFailure log, JobState state = JobState.Failed, bool recognised = true, params LoggedFailure[] others) =>
        OtherJobs.Of([Runs.File("unit", Runs.Test("adds_up", TestOutcome.Failed, "AssertionError: 41 is not 42"))], [log, .. others],
            [Runs.Job(state, log.Source) with { Said = Citation.OfLines(log.Source, 3, 3, "it ended") }], [], recognised).Own;

    [Fact]
    public void A_build_that_breaks_beside_a_failing_test_has_its_own_reason() => Own(Build(Compile)).ShouldBe([Source]);

    [Fact]
    public void A_job_that_names_the_failing_test_is_explained_by_it() => Own(Build(Compile) with { NamesFailed = true }).ShouldBe([]);

    [Theory]
    [InlineData("Process completed with exit code 1.")]
    [InlineData("AssertionError: 41 is not 42")]
    public void A_log_that_only_ends_badly_or_repeats_the_results_says_nothing_new(string message) => Own(Build(message), others: Tests).ShouldBe([]);

    [Fact]
    public void A_vague_reason_counts_only_if_another_job_ran_the_failing_test()
    {
        Own(Build("the licence header is missing")).ShouldBe([]);
        Own(Build("the licence header is missing"), others: Tests).ShouldBe([Source]);
    }

    [Fact]
    public void A_failing_test_in_the_log_may_be_the_one_of_the_results_unless_that_would_be_recognised()
    {
        Own(Build("expected 3", TestScope.Test)).ShouldBe([Source]);
        Own(Build("expected 3", TestScope.Test), recognised: false).ShouldBe([]);
    }

    [Fact]
    public void A_job_that_ran_out_of_time_needs_no_words() => Own(new LoggedFailure(Source, false, null), JobState.TimedOut).ShouldBe([Source]);

    [Fact]
    public void Without_a_failing_test_every_log_speaks_for_its_job() => OtherJobs.Of([], [Build(Compile)], [], [], recognised: true).Own.ShouldBeNull();

    [Fact]
    public void A_stub_of_a_build_is_told_by_the_log_of_the_job_that_failed()
    {
        var stub = Runs.Test("[build failed]", TestOutcome.Error, "Build error");
        var others = OtherJobs.Of([Runs.File("build", stub with { Failure = stub.Failure! with { Text = "" } })], [Build(Compile)],
            [Runs.Job(JobState.Failed, Source)], [], recognised: true);

        others.Own.ShouldBe([]);
        others.Results.ShouldHaveSingleItem().Cases.ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Failure!.Message.ShouldBe(Compile),
            c => c.Source.ShouldBe(Source));
    }
}
