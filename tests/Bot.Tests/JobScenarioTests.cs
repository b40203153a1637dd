using Shouldly;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Output.Reports;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests;

/// <summary>Jobs that fail with and without a failing test, in one run.</summary>
public sealed class JobScenarioTests : IDisposable
{
    private const string Stamp = "2026-10-12T08:02:00.1234567Z ";
    private const string Ended = "##[error]Process completed with exit code 1.";
    private readonly RunFolderBuilder _run = new();

    public void Dispose() => _run.Dispose();

    private void Log(string path, params string[] lines) => _run.File(path, string.Concat(lines.Select(l => $"{Stamp}{l}\n")));

    private void FailingTest()
    {
        _run.Pass("unit", "test_empty").Fail("unit", "test_adds_up", "AssertionError: cart total is 41 instead of 42");
        Log("logs/unit.txt", "##[group]Run pytest", "##[endgroup]", "FAILED tests/test_cart.py::test_adds_up - AssertionError", Ended);
    }

    [Fact]
    public void A_build_that_breaks_beside_a_failing_test_is_a_cause_of_its_own_and_is_called_a_job()
    {
        FailingTest();
        Log("logs/build.txt", "##[group]Run make", "##[endgroup]", "cc -c src/cart.c", "src/cart.c:12:5: error: unknown type name 'totl'",
            "make: *** [cart.o] Error 1", Ended);

        var report = Analysed.Folder(_run.Write().Path);

        report.Clusters.Select(c => Wording.Failing(c)).Order().ShouldBe(["1 failing job", "1 failing test"]);
        report.Clusters.ShouldContain(c => c.Title.Contains("unknown type name", StringComparison.Ordinal));
        report.Totals.BadTests.ShouldBe(1);
        Wording.Passed(report).ShouldBe("1 of 2 tests fails (50% passed), 1 failing job");
    }

    [Fact]
    public void A_job_whose_log_only_repeats_the_failing_test_is_no_second_cause()
    {
        FailingTest();
        Log("logs/summary.txt", "##[group]Run ./summarise", "##[endgroup]", "Error: 1 test failed: test_adds_up", Ended);
        Log("logs/gate.txt", "##[group]Run ./gate", "##[endgroup]", Ended);

        Analysed.Folder(_run.Write().Path).Clusters.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_share_of_tests_that_may_fail_does_not_excuse_a_build()
    {
        _run.File("whybot.yml", "gates:\n  overall: 0.5\n");
        FailingTest();
        Log("logs/build.txt", "##[group]Run make", "##[endgroup]", "src/cart.c:12:5: error: unknown type name 'totl'", Ended);

        Analysed.Folder(_run.Write().Path).Decision.ShouldBe(Decision.NoGo);
    }
}
