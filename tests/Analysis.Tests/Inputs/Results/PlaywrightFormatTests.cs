using Shouldly;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results;

public sealed class PlaywrightFormatTests
{
    private static string Report(string tests, string rest = "\"errors\": []", string file = "a.spec.ts") =>
        $$"""{"config": {"rootDir": "/shop/e2e", "fullyParallel": true}, "suites": [{"title": "{{file}}", "file": "{{file}}", "specs": [{"title": "pays", "file": "{{file}}", "tests": [{{tests}}]}]}], {{rest}}}""";

    private static string Test(string status, string results = "", string expected = "passed") =>
        $$"""{"projectName": "", "expectedStatus": "{{expected}}", "status": "{{status}}", "results": [{{results}}]}""";

    private static string Told(string text) => ResultText.Read(text).Told();

    [Theory]
    [InlineData("expected", "passed", """{"status": "passed"}""", "Passed")]
    [InlineData("expected", "failed", """{"status": "failed"}""", "ExpectedFailure")]
    [InlineData("flaky", "passed", """{"status": "failed"}, {"status": "timedOut"}, {"status": "passed"}""", "Passed after 2")]
    [InlineData("unexpected", "passed", """{"status": "failed", "errors": [{"message": "one"}]}, {"status": "failed", "errors": [{"message": "two"}]}""", "Failed after 1: two")]
    [InlineData("unexpected", "failed", """{"status": "passed"}""", "Failed: Expected to fail, but passed.")]
    [InlineData("skipped", "skipped", """{"status": "skipped"}""", "Skipped")]
    public void States_and_tries(string status, string expected, string results, string told) =>
        Told(Report(Test(status, results, expected))).ShouldBe($"pays {told}");

    [Fact]
    public void Tests_that_a_limit_kept_from_running_are_not_skipped() =>
        Told(Report($"{Test("skipped", """{"status": "interrupted"}""")}, {Test("skipped")}", """ "errors": [{"message": "\u001b[31mTimed out waiting 600s for the test suite to run\u001b[39m"}, {"message": "Timed out waiting 600s for the teardown for test suite to run"}]"""))
            .ShouldBe("Run Playwright run Error: Timed out waiting 600s for the test suite to run\npays [1] NotRun\npays [2] NotRun");

    [Fact]
    public void A_run_that_ended_early_without_a_word_is_a_problem() =>
        Told(Report(Test("skipped"))).ShouldBe("pays NotRun\n! 1 the run ended before all its tests had run");

    [Fact]
    public void A_run_that_stopped_after_its_failures_is_a_problem_and_no_second_failure() =>
        Told(Report($"{Test("unexpected", """{"status": "failed"}""")}, {Test("skipped")}", """ "errors": [{"message": "Testing stopped early after 1 maximum allowed failures."}]"""))
            .ShouldBe("pays [1] Failed: failed\npays [2] NotRun\n! 1 Testing stopped early after 1 maximum allowed failures.");

    [Theory]
    [InlineData("/shop/e2e/cart.spec.ts", "Suite cart.spec.ts")]
    [InlineData("/shop/e2e/global-setup.ts", "Run Playwright run")]
    public void A_file_that_cannot_be_loaded_is_a_failure_of_its_own(string file, string name) =>
        Told($$"""{"config": {"rootDir": "/shop/e2e", "fullyParallel": true}, "suites": [], "errors": [{"message": "Error: Cannot find module './x'\nRequire stack:\n- {{file}}", "location": {"file": "{{file}}", "line": 1 } }], "stats": {"unexpected": 0} }""")
            .ShouldBe($"{name} Error: Error: Cannot find module './x'");

    [Theory]
    [InlineData(""" "expected": 1, "unexpected": 1 """, "the report's stats counts 1 failed, and 0 were read")]
    [InlineData(""" "expected": 2, "skipped": 1, "unexpected": 0 """, "the report's stats counts 3 tests, and 1 was read")]
    public void Stats_that_count_more_are_a_problem(string stats, string problem) =>
        Told(Report(Test("expected"), $$""" "errors": [], "stats": { {{stats}} } """)).ShouldBe($"pays Passed\n! 1 {problem}");

    [Fact]
    public void Tests_of_one_title_in_two_files_are_two_tests() =>
        Told($"[{Report(Test("unexpected", """{"status": "failed"}"""))}, {Report(Test("expected"), file: "b.spec.ts")}]")
            .ShouldBe("pays [a.spec.ts] Failed: failed\npays [b.spec.ts] Passed");
}
