using Shouldly;
using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Results.Console;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results.Console;

/// <summary>What a job without known test output says of its failure, and what kind of fault that is.</summary>
public sealed class JobErrorsTests
{
    [Theory]
    [InlineData("coverage", "Required test coverage of 80% not reached. Total coverage: 61.70%", "coverage-below-threshold",
        "===== 12 passed in 0.31s =====", "FAIL Required test coverage of 80% not reached. Total coverage: 61.70%")]
    [InlineData("eslint", "  3:7  error  'total' is assigned a value but never used  no-unused-vars", "linter-finding",
        "> shop@1.0.0 lint", "> eslint src", "", "/home/runner/work/shop/shop/src/orders.js",
            "  3:7  error  'total' is assigned a value but never used  no-unused-vars", "", "✖ 1 problem (1 error, 0 warnings)")]
    [InlineData("eslint that expects", "  4:1  error  Expected '===' and instead saw '=='  eqeqeq", "linter-finding",
        "/home/runner/work/shop/shop/src/orders.js", "  4:1  error  Expected '===' and instead saw '=='  eqeqeq", "✖ 1 problem (1 error, 0 warnings)")]
    [InlineData("flake8", "shop/orders.py:9:1: E302 expected 2 blank lines, found 1", "linter-finding",
        "shop/orders.py:9:1: E302 expected 2 blank lines, found 1")]
    [InlineData("restore", "/home/runner/work/shop/shop.csproj : error NU1102: Unable to find package Shop.Orders with version (>= 9.0.0)",
        "package-not-resolved",
        "  Determining projects to restore...", "/home/runner/work/shop/shop.csproj : error NU1102: Unable to find package Shop.Orders with version (>= 9.0.0)",
        "/home/runner/work/shop/shop.csproj : error NU1102:   - Found 3 version(s) in feed [ Nearest version: 8.0.0 ]",
            "  Failed to restore /home/runner/work/shop/shop.csproj (in 3.21 sec).")]
    [InlineData("compiler", "src/orders.cpp:12:5: error: expected ';' before '}' token", "compile-error",
        "[1/2] Building CXX object orders.o", "FAILED: orders.o", "src/orders.cpp:12:5: error: expected ';' before '}' token", "   12 |   return total",
            "      |     ^", "ninja: build stopped: subcommand failed.")]
    [InlineData("gradle", "> Unable to create Root Module: config {/shop/checkstyle.xml}", null,
        "> Task :shop:checkstyleMain FAILED", "", "FAILURE: Build failed with an exception.", "", "* What went wrong:",
            "Execution failed for task ':shop:checkstyleMain'.",
        "> Unable to create Root Module: config {/shop/checkstyle.xml}", "", "* Try:", "Run with --stacktrace option to get the stack trace.", "",
            "BUILD FAILED in 5s")]
    [InlineData("traceback", "ValueError: no orders for 2026", null,
        "Traceback (most recent call last):", "  File \"/shop/report.py\", line 3, in <module>", "    main()", "ValueError: no orders for 2026",
            "make: *** [Makefile:3: report] Error 1")]
    [InlineData("npm script", "Error: cannot reach the store", null,
        "> shop@1.0.0 seed", "> node seed.js", "", "Error: cannot reach the store", "    at main (/shop/seed.js:3:9)",
            "npm error Lifecycle script `seed` failed with error:", "npm error code 1", "npm error path /shop",
        "npm error A complete log of this run can be found in: /home/runner/.npm/_logs/1.log")]
    [InlineData("cache", "rsync: connection unexpectedly closed", null,
        "Cache hit for: node-modules-1", "cache hit rate 93%", "rsync: connection unexpectedly closed", "Hits: 12", "BUILD SUCCESSFUL in 3s",
            "ok  shop/orders")]
    [InlineData("passed line", "the report could not be uploaded", null,
        "Passed!  - Failed:     0, Passed:    12, Skipped:     0, Total:    12", "the report could not be uploaded", "0 errors, 0 failed")]
    [InlineData("older compile", "[ERROR] /shop/Orders.java:[12,5] cannot find symbol", "undefined-name",
        "[WARNING] /shop/Cart.java:[3,1] sun.misc.Unsafe is internal proprietary API and may be removed",
            "[ERROR] /shop/Orders.java:[12,5] cannot find symbol", "[INFO] BUILD FAILURE",
        "[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.",
            "[ERROR] [Help 1] http://cwiki.example/confluence/display/MAVEN/MojoFailureException")]
    public void The_message_is_the_line_that_says_why(string kind, string expected, string? mechanism, params string[] printed)
    {
        var said = Of(printed);

        said.Failure!.Message.Split('\n')[0].ShouldBe(expected.Trim(), kind);
        if (mechanism is not null)
            MechanismCatalogue.Of(said.Failure.Message).Id.ShouldBe(mechanism);
        MechanismCatalogue.Of(said.Failure.Message).Id.ShouldNotBe("wrong-value");
    }

    [Fact]
    public void The_command_its_shell_and_its_environment_are_never_the_cause()
    {
        var results = new ConsoleResults("logs/ci-12345678.txt");
        foreach (var line in new[] { "##[group]Run ./deploy --on-error stop", "./deploy --on-error stop", "shell: /usr/bin/bash -e {0}", "env:",
            "  ERROR_URL: https://errors.example/failed", "##[endgroup]", "##[error]Process completed with exit code 1." })
            results.Feed($"2026-11-20T12:00:00.0000000Z {line}");

        results.Finish()!.Cases.ShouldHaveSingleItem().Failure!.Message.ShouldBe("Process completed with exit code 1.");
    }

    [Fact]
    public void A_step_whose_header_has_no_end_is_read_all_the_same()
    {
        var results = new ConsoleResults("logs/ci-12345678.txt");
        foreach (var line in new[] { "##[group]Run pip install -r requirements.txt", "ERROR: No matching distribution found for orders==9.0",
            "##[error]Process completed with exit code 1." })
            results.Feed($"2026-11-20T12:00:00.0000000Z {line}");

        results.Finish()!.Cases.ShouldHaveSingleItem().Failure!.Message.ShouldBe("ERROR: No matching distribution found for orders==9.0");
    }

    [Fact]
    public void What_a_compiler_said_in_an_earlier_build_of_the_step_is_not_the_cause()
    {
        string[] earlier = ["[ERROR] /shop/Entities.java:[63,29] unmappable character for encoding UTF8", .. Enumerable.Repeat("[INFO] line", 300)];

        Of([.. earlier, "[ERROR] /shop/Orders.java:[12,5] cannot find symbol", "  symbol: class Cart"])
            .Failure!.Message.ShouldBe("[ERROR] /shop/Orders.java:[12,5] cannot find symbol\nsymbol: class Cart");
    }

    [Theory]
    [InlineData("E   Failed: DID NOT RAISE <class 'ValueError'>", "nothing-was-thrown")]
    [InlineData("AssertionError: DID NOT RAISE", "nothing-was-thrown")]
    [InlineData("WARNING: DATA RACE", "data-race")]
    [InlineData("Could not resolve dependencies for project shop:shop:jar:1.0: orders:orders:jar:9.0 was not found in central", "package-not-resolved")]
    [InlineData("curl: (6) Could not resolve host: orders.example", "dns-failure")]
    [InlineData("expected: 3\n     got: 4", "wrong-value")]
    public void A_kind_of_fault_claims_no_more_than_the_text_says(string said, string mechanism) => MechanismCatalogue.Of(said).Id.ShouldBe(mechanism);

    [Theory]
    [InlineData("Build step 'Execute shell' marked build as failure")]
    [InlineData("ERROR: Job failed: exit code 1")]
    [InlineData("Exited with code exit status 2")]
    [InlineData("The command \"make\" exited with 2.")]
    public void Other_systems_say_in_their_own_words_that_a_step_failed(string end)
    {
        var results = new ConsoleResults("logs/ci.out.txt");
        foreach (var line in new[] { "+ make", "cart.c:3:1: error: expected ';'", end, "ERROR: no artifacts found", "Finished: FAILURE" })
            results.Feed(line);

        results.Finish()!.Cases.ShouldHaveSingleItem().Failure!.Message.ShouldBe("cart.c:3:1: error: expected ';'");
    }

    private static TestCase Of(params string[] printed)
    {
        var results = new ConsoleResults("logs/ci-12345678.txt");
        string[] job = ["##[group]Run make", "make", "shell: /usr/bin/bash -e {0}", "##[endgroup]", .. printed, "##[error]Process completed with exit code 1."];
        foreach (var line in job)
            results.Feed($"2026-11-20T12:00:00.0000000Z {line}");
        var said = results.Finish().ShouldNotBeNull().Cases.ShouldHaveSingleItem();
        said.Scope.ShouldBe(TestScope.Job);
        return said;
    }

    private const string Compile = "src/cart.c:12:5: error: unknown type name 'totl'";

    private static TestCase? Only(string source, params string[] lines)
    {
        var results = new ConsoleResults(source);
        foreach (var line in lines)
            results.Feed(line);
        return results.Finish()?.Cases.ShouldHaveSingleItem();
    }

    [Fact]
    public void An_exit_code_of_Azures_tasks_is_no_reason() =>
        Only("logs/build.txt", "##[section]Starting: Build", Compile, "##[error]Bash exited with code '2'.", "##[section]Finishing: Build")!
            .Failure!.Message.ShouldBe(Compile);

    [Fact]
    public void In_a_log_of_several_jobs_the_error_is_of_the_job_that_printed_it()
    {
        static string Line(string job, string text) => $"{job}\tRun make\t2026-11-20T12:00:00.0000000Z {text}";

        var error = Only("logs/run.txt", Line("lint", "all fine"), Line("build", "##[group]Run make"), Line("build", "##[endgroup]"), Line("build", Compile),
            Line("build", "##[error]Process completed with exit code 2."))!;

        (error.Id, error.Suite, error.Failure!.Message).ShouldBe(("job build: make", "build", Compile));
    }

    [Fact]
    public void The_name_of_a_parallel_branch_of_Jenkins_is_not_part_of_the_error() =>
        Only("logs/build.txt", "[Pipeline] parallel", "[Pipeline] { (Branch: build)", "[build] + make", $"[build] {Compile}",
            "ERROR: script returned exit code 2", "Finished: FAILURE")!.Failure!.Message.ShouldBe(Compile);

    [Theory]
    [InlineData(true, "##[group]Run ./publish", "##[endgroup]", "fatal: unsafe repository", "Post job cleanup.", "Cleaning up orphan processes")]
    [InlineData(false, "##[group]Run ./publish", "##[endgroup]", "published", "Post job cleanup.", "fatal: no cache", "Cleaning up orphan processes")]
    [InlineData(false, "##[group]Run ./publish", "##[endgroup]", "fatal: unsafe repository", "##[group]Run ./other", "##[endgroup]", "done",
        "Post job cleanup.")]
    [InlineData(false, "##[group]Run pytest", "##[endgroup]", "=== 3 passed in 0.12s ===", "fatal: unsafe repository", "Post job cleanup.")]
    public void Of_a_job_that_tested_nothing_an_error_at_the_very_end_of_its_last_step_is_a_doubt(bool doubted, params string[] lines)
    {
        var results = new ConsoleResults("logs/publish.txt");
        foreach (var line in lines)
            results.Feed(line);

        results.Finish().ShouldSatisfyAllConditions(r => (r?.Cases.Any(c => c.Bad) == true).ShouldBe(doubted));
    }
}
