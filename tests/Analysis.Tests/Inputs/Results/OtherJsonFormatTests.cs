using Shouldly;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results;

/// <summary>CTRF, mocha, RSpec and Dart.</summary>
public sealed class OtherJsonFormatTests
{
    private static string Told(string text) => ResultText.Read(text).Told();

    private static string Ctrf(string test, string summary = "") =>
        $$"""{"reportFormat": "CTRF", "results": {"tool": {"name": "x"}, "summary": { {{summary}} }, "tests": [{"name": "adds", {{test}}}] } }""";

    [Theory]
    [InlineData(""" "status": "other", "rawStatus": "timedOut" """, "Error: ")]
    [InlineData(""" "status": "other", "rawStatus": "interrupted" """, "NotRun")]
    [InlineData(""" "status": "other", "rawStatus": "todo" """, "Skipped")]
    [InlineData(""" "status": "other", "rawStatus": "disabled" """, "Disabled")]
    [InlineData(""" "status": "pending" """, "Skipped")]
    [InlineData(""" "status": "passed", "flaky": true, "retries": 2 """, "Passed after 2")]
    [InlineData(""" "status": "passed", "flaky": false, "retries": 2 """, "Passed")]
    [InlineData(""" "status": "passed", "retryAttempts": [{"status": "failed"}, {"status": "failed"}] """, "Passed after 2")]
    [InlineData(""" "status": "failed", "message": "no", "flaky": false, "retries": 2, "retryAttempts": [{"status": "failed"}, {"status": "failed"}, {"status": "failed"}] """, "Failed after 2: no")]
    [InlineData(""" "status": "failed", "message": "no", "retries": 2 """, "Failed after 2: no")]
    [InlineData(""" "status": "FAILED", "message": "no" """, "Failed: no")]
    public void States_and_tries_of_CTRF(string test, string told) => Told(Ctrf(test)).ShouldBe($"adds {told}");

    [Theory]
    [InlineData(""" "tests": 1, "failed": 1 """, "the summary counts 1 failed, and 0 were read")]
    [InlineData(""" "tests": 2, "failed": 0 """, "the summary counts 2 tests, and 1 was read")]
    public void A_summary_of_CTRF_that_counts_more_is_a_problem(string summary, string problem) =>
        Told(Ctrf(""" "status": "passed" """, summary)).ShouldBe($"adds Passed\n! 1 {problem}");

    private static string Mocha(string tests, string failures = "", string stats = "", string passes = "", string pending = "") =>
        $$"""{"stats": { {{stats}} }, "tests": [{{tests}}], "pending": [{{pending}}], "failures": [{{failures}}], "passes": [{{passes}}]}""";

    private const string Fine = """{"title": "a", "fullTitle": "orders a", "speed": "fast", "err": {} }""";
    private const string Broken = """{"title": "a", "fullTitle": "orders a", "err": {"message": "no"} }""";
    private const string Hook = """{"title": "\"before all\" hook", "fullTitle": "orders \"before all\" hook", "err": {"message": "no database"} }""";

    [Fact]
    public void A_hook_of_mocha_that_failed_is_a_failure_of_its_suite() =>
        Told(Mocha(Fine, Hook, """ "tests": 1, "failures": 1 """, Fine)).ShouldBe("orders::a Passed\nSuite orders::\"before all\" hook Error: no database");

    [Fact]
    public void Of_two_tests_of_mocha_with_one_title_the_right_one_failed() =>
        Told(Mocha($"{Fine}, {Broken}", Broken, passes: Fine)).ShouldBe("orders::a [1] Passed\norders::a [2] Failed: no");

    [Theory]
    [InlineData(""" "tests": 1, "failures": 2 """, "stats counts 2 failed, and 0 were read")]
    [InlineData(""" "tests": 4, "failures": 0 """, "stats counts 4 tests, and 1 were read")]
    public void Stats_of_mocha_that_count_more_are_a_problem(string stats, string problem) =>
        Told(Mocha(Fine, stats: stats)).ShouldBe($"orders::a Passed\n! 1 {problem}");

    private static string RSpec(string examples, string summary, string rest = "") =>
        $$"""{"version": "3", "examples": [{{examples}}], {{rest}} "summary": { {{summary}} } }""";

    [Theory]
    [InlineData(""" "status": "pending" """, "Skipped")]
    [InlineData(""" "status": "pending", "exception": {"message": "as known"} """, "ExpectedFailure")]
    [InlineData(""" "status": "failed", "exception": {"class": "RSpec::Core::Pending::PendingExampleFixedError", "message": "Expected pending 'issue 5' to fail. No error was raised."} """, "Failed: Expected pending 'issue 5' to fail. No error was raised.")]
    public void States_of_RSpec(string example, string told) => Told(RSpec($$"""{"full_description": "a", {{example}}}""", "")).ShouldBe($"a {told}");

    [Fact]
    public void Errors_of_RSpec_outside_of_examples_are_each_a_failure() => Told(RSpec("", """ "errors_outside_of_examples_count": 2 """,
        """ "messages": ["\nAn error occurred while loading ./spec/cart_spec.rb.\nFailure/Error: require 'x'\n\nLoadError:\n  cannot load such file -- x\n# ./spec/cart_spec.rb:1:in `<top>'\n", "\nAn error occurred in a `before(:suite)` hook.\nFailure/Error: raise 'no'\n\nRuntimeError:\n  no database\n", "No examples found."], """))
        .ShouldBe("Suite spec/cart_spec.rb Error: LoadError: cannot load such file -- x\nSuite error outside of examples Error: RuntimeError: no database");

    [Theory]
    [InlineData(""" "example_count": 1, "failure_count": 1 """, "", "! 1 the summary counts 1 failed examples, and 0 were read")]
    [InlineData(""" "example_count": 9 """, "", "! 1 the summary counts 9 examples, and 1 were read")]
    [InlineData("", """ "summary_line": "1 example, 2 failures, 1 pending", """, "! 1 the summary counts 2 failed examples, and 0 were read")]
    public void A_summary_of_RSpec_that_counts_more_is_a_problem(string summary, string rest, string problem) =>
        Told(RSpec("""{"full_description": "a", "status": "passed"}""", summary, rest)).ShouldBe($"a Passed\n{problem}");

    [Fact]
    public void An_error_of_RSpec_that_is_only_counted_is_a_failure() =>
        Told(RSpec("", """ "errors_outside_of_examples_count": 1 """)).ShouldBe("Suite error outside of examples Error: the report does not say which");

    private static string Dart(params string[] events) =>
        Told(string.Join('\n', ["""{"protocolVersion":"0.1.1","type":"start","time":0}""", """{"suite":{"id":0,"path":"test/a_test.dart"},"type":"suite","time":0}""", .. events]));

    private static string Start(int id, string name = "adds") => $$$"""{"test":{"id":{{{id}}},"name":"{{{name}}}","suiteID":0},"type":"testStart","time":1}""";

    private static string End(int id, string result = "success", bool hidden = false) =>
        $$"""{"testID":{{id}},"result":"{{result}}","skipped":false,"hidden":{{(hidden ? "true" : "false")}},"type":"testDone","time":2}""";

    private static string Done(string success) => $$"""{"success":{{success}},"type":"done","time":9}""";

    [Theory]
    [InlineData("null", "! 5 the runner was closed before all tests had run")]
    [InlineData("false", "! 5 the runner says that the run failed, and no failure was read")]
    public void The_end_that_Dart_tells_is_believed(string success, string problem) =>
        Dart(Start(1), End(1), Done(success)).ShouldBe($"test/a_test.dart::adds Passed\n{problem}");

    [Fact]
    public void Without_its_end_a_run_of_Dart_is_not_known() =>
        Dart(Start(1), End(1), Start(2, "hangs"))
            .ShouldBe("test/a_test.dart::adds Passed\ntest/a_test.dart::hangs NotRun\n! 5 the events end here, without the runner's end of the run; "
            + "\"hangs\" was running");

    [Fact]
    public void A_file_of_Dart_that_cannot_be_loaded_or_set_up_is_a_failure_of_its_suite() =>
        Dart(Start(1, "loading test/a_test.dart"), """{"testID":1,"error":"Failed to load","stackTrace":"","isFailure":false,"type":"error","time":2}""", End(1, "error"), Start(2, "(setUpAll)"),
            """{"testID":2,"error":"no database","stackTrace":"","isFailure":false,"type":"error","time":2}""", End(2, "error", hidden: true), Done("false"))
            .ShouldBe("Suite test/a_test.dart::loading test/a_test.dart Error: Failed to load\nSuite test/a_test.dart::(setUpAll) Error: no database");

    [Fact]
    public void Retries_of_Dart_are_tries() =>
        Dart(Start(1), """{"testID":1,"error":"no","stackTrace":"","isFailure":true,"type":"error","time":2}""", """{"testID":1,"messageType":"print","message":"Retry: adds","type":"print","time":2}""", End(1), Done("true"))
            .ShouldBe("test/a_test.dart::adds Passed after 1");

    [Fact]
    public void A_file_of_Dart_that_has_more_tests_than_ended_is_a_problem() =>
        Dart("""{"group":{"id":9,"suiteID":0,"parentID":null,"name":"","testCount":3},"type":"group","time":1}""", Start(1), End(1), Done("true"))
            .ShouldBe("test/a_test.dart::adds Passed\n! 3 test/a_test.dart counts 3 tests, and 1 were read");
}
