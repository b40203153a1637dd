using Shouldly;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results;

public sealed class JestFormatTests
{
    private static string Jest(string tests, string head = "", string message = "", string status = "passed") =>
        $$"""{{{head}}"wasInterrupted": false, "testResults": [{"name": "/shop/a.test.js", "status": "{{status}}", "message": "{{message}}", "assertionResults": [{{tests}}]}]}""";

    private static string Vitest(string tests, string head = "", string message = "", string status = "passed") =>
        $$"""{{{head}}"testResults": [{"name": "/shop/a.test.js", "status": "{{status}}", "message": "{{message}}", "assertionResults": [{{tests}}]}]}""";

    private static string Test(string rest, string title = "adds") => $$"""{"ancestorTitles": ["orders"], "title": "{{title}}", {{rest}}, "meta": {} }""";

    private static string Told(string text) => ResultText.Read(text).Told();

    [Theory]
    [InlineData(""" "status": "passed" """, "Passed")]
    [InlineData(""" "status": "passed", "failing": true """, "ExpectedFailure")]
    [InlineData(""" "status": "pending" """, "Skipped")]
    [InlineData(""" "status": "todo" """, "Skipped")]
    [InlineData(""" "status": "disabled" """, "Disabled")]
    [InlineData(""" "status": "passed", "invocations": 3 """, "Passed after 2")]
    [InlineData(""" "status": "failed", "invocations": 3, "failureMessages": ["Error: no"] """, "Failed after 2: Error: no")]
    public void States_and_tries_of_jest(string test, string told) => Told(Jest(Test(test))).ShouldBe($"orders::adds {told}");

    [Theory]
    [InlineData(""" "status": "pending" """, "NotRun")]
    [InlineData(""" "status": "skipped" """, "Skipped")]
    [InlineData(""" "status": "passed", "failureMessages": ["Error: one", "Error: two"] """, "Passed after 2")]
    [InlineData(""" "status": "failed", "failureMessages": ["Error: no\n at a.js:1:1", "Error: no\n at a.js:1:1"] """, "Failed after 1: Error: no")]
    [InlineData(""" "status": "failed", "failureMessages": ["Error: soft one", "Error: soft two"] """, "Failed: Error: soft one/Error: soft two")]
    [InlineData(""" "status": "failed", "failureMessages": ["Error: STACK_TRACE_ERROR\n at a.js:1:1"] """, "Failed: the test timed out")]
    public void States_and_tries_of_vitest(string test, string told) => Told(Vitest(Test(test))).ShouldBe($"orders::adds {told}");

    [Theory]
    [InlineData("  ● Test suite failed to run\\n\\n    Cannot find module './x' from 'a.test.js'\\n\\n    > 1 | require('./x')",
        "Cannot find module './x' from 'a.test.js'")]
    [InlineData("  ● Test suite failed to run\\n\\n    Jest encountered an unexpected token\\n\\n    Details:\\n\\n    SyntaxError: Unexpected token "
        + "(1:28)\\n\\n    > 1 | let a = ;", "SyntaxError: Unexpected token (1:28)")]
    [InlineData("no config", "no config")]
    [InlineData("", "the file failed, and the report does not say why")]
    public void A_file_that_could_not_be_loaded_is_a_failure_with_its_message(string message, string told) =>
        Told(Jest("", message: message, status: "failed")).ShouldBe($"Suite /shop/a.test.js Error: {told}");

    [Fact]
    public void A_hook_that_failed_beside_failed_tests_is_a_failure_of_its_own() =>
        Told(Jest(Test(""" "status": "failed", "failureMessages": ["Error: no"] """), message: "  ● orders › adds\\n\\n    no\\n\\n  ● Test suite failed to run\\n\\n    cannot close\\n", status: "failed"))
            .ShouldBe("orders::adds Failed: Error: no\nSuite /shop/a.test.js Error: cannot close");

    [Fact]
    public void A_file_that_failed_although_its_tests_passed_is_a_failure() =>
        Told(Vitest(Test(""" "status": "passed" """), status: "failed"))
            .ShouldBe("orders::adds Passed\nSuite /shop/a.test.js Error: a hook of the file failed, and the report does not say why");

    [Fact]
    public void Errors_that_no_test_handled_are_failures_of_the_run() =>
        Told(Vitest(Test(""" "status": "passed" """), """ "unhandledErrors": [{"name": "TypeError", "message": "nobody waits"}], """))
            .ShouldBe("orders::adds Passed\nRun unhandled error Error: nobody waits");

    [Theory]
    [InlineData(""" "numTotalTests": 1, "numFailedTests": 1, """, "the report counts 1 failed, and 0 were read")]
    [InlineData(""" "numTotalTests": 2, "numFailedTests": 0, """, "the report counts 2 tests, and 1 was read")]
    [InlineData(""" "success": false, """, "the report says that the run failed, and no failure was read")]
    [InlineData(""" "success": false, "snapshot": {"failure": true}, """, "the report says that the run failed for its snapshots, and no failed test was read")]
    [InlineData(""" "numRuntimeErrorTestSuites": 1, """, "the report counts 1 test files that did not run, and 0 were read")]
    [InlineData(""" "numFailedTestSuites": 1, """, "the report counts 1 failed suites, and a failure in 0 of them was read: a hook may have failed that the report does not name")]
    public void What_the_report_says_of_itself_must_be_read(string head, string problem) =>
        Told(Jest(Test(""" "status": "passed" """), head)).ShouldBe($"orders::adds Passed\n! 1 {problem}");

    [Fact]
    public void An_interrupted_run_is_a_problem() =>
        Told("""{"wasInterrupted": true, "testResults": [{"name": "/shop/a.test.js", "assertionResults": [{"title": "a", "status": "passed"}]}]}""")
            .ShouldBe("a Passed\n! 1 the run was interrupted");

    [Fact]
    public void A_flaky_test_does_not_make_up_for_a_failure_that_is_missing() =>
        Told(Jest(Test(""" "status": "passed", "invocations": 3 """), """ "numFailedTests": 1, """))
            .ShouldBe("orders::adds Passed after 2\n! 1 the report counts 1 failed, and 0 were read");

    [Fact]
    public void Of_vitests_suites_blocks_count_too() =>
        Told(Vitest(Test(""" "status": "failed", "failureMessages": ["Error: no"] """), """ "numFailedTestSuites": 2, "numTotalTestSuites": 3, """, status: "failed"))
            .ShouldBe("orders::adds Failed: Error: no");

    [Fact]
    public void Tests_of_one_name_are_not_tries_of_one_another() =>
        Told(Jest($"{Test(""" "status": "failed", "failureMessages": ["Error: no"] """)}, {Test(""" "status": "passed" """)}"))
            .ShouldBe("orders::adds [1] Failed: Error: no\norders::adds [2] Passed");
}
