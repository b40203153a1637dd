using Shouldly;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results.Console;
using Whybot.Analysis.Tests.Inputs.Evidence;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Logs;

/// <summary>One job's output, in whatever a platform puts around it, says the same.</summary>
public sealed class JobLogContainerTests
{
    private const string Escape = "\u001b";

    private static readonly string[] Job =
    [
        "##[group]Run pytest -q", "##[endgroup]", "============================= test session starts ==============================", "", "    indented",
        "FAILED tests/test_orders.py::test_totals - AssertionError: 3 != 2",
            "========================= 1 failed, 2 passed in 0.71s ==========================", "##[error]Process completed with exit code 1.",
    ];

    public static TheoryData<string> Containers() =>
    [
        "2026-10-12T08:02:00.1234567Z {0}", "2026-10-12T08:02:00Z {0}", "2026-10-12T08:02:00.123Z {0}", "2026-10-12T08:02:00.123456Z {0}",
            "2026-10-12T08:02:00.123456789Z {0}",
        "2026-10-12T08:02:00.123456+00:00 {0}", "2026-10-12T08:02:00+0200 {0}", "\uFEFF2026-10-12T08:02:00.1234567Z {0}",
            "unit (3.11)\tRun pytest\t2026-10-12T08:02:00.1234567Z {0}",
        "unit\tUNKNOWN STEP\t\uFEFF2026-10-12T08:02:00.1234567Z {0}", "unit\tSet up job\t2026-10-12T08:02:00Z {0}", "[CI/unit]   | {0}",
            "[CI/unit       ]   | {0}", $"{Escape}[36m[CI/unit]{Escape}[0m   | {{0}}",
        "[2026-10-12T08:02:00.123Z] {0}", "08:02:00  {0}", "00:00:12.345  {0}", "2026-10-12T08:02:00.123456Z 00O {0}", "2026-10-12T08:02:00.123456Z 01E {0}",
            "[08:02:00] {0}", "[08:02:00]i:\t [Step 1/3] {0}",
        "[08:02:00] : {0}", "build\t12-Oct-2026 08:02:00\t{0}", "Step #1 - \"unit\": {0}", "Step #1: {0}", "[Container] 2026/10/12 08:02:00 {0}",
            "[Container] 2026/10/12 08:02:00.123456 {0}", $"{Escape}_bk;t=1760256120000\u0007{{0}}",
        $"{Escape}[2m{{0}}{Escape}[0m", "{0}", "\uFEFF{0}", "{0}\0",
    ];

    private static string[] In(string container, params string[] lines) =>
        [.. lines.Select(l => string.Format(System.Globalization.CultureInfo.InvariantCulture, container, l))];

    private static JobLog Scan(IEnumerable<string> lines, string source = "logs/unit.txt")
    {
        var scanner = new LogScanner(source, ["test_totals"]);
        foreach (var line in lines)
            scanner.Feed(line);
        return scanner.Job.ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Containers))]
    public void The_end_of_the_job_is_read_and_cited_as_it_stands(string container)
    {
        var lines = In(container, Job);
        var end = Scan(lines).End.ShouldNotBeNull();

        (end.State, end.ExitCode, end.Step).ShouldBe((JobState.Failed, 1, "pytest -q"));
        var said = end.Said.ShouldNotBeNull();
        said.Excerpt.ShouldBe("FAILED tests/test_orders.py::test_totals - AssertionError: 3 != 2");
        CitationChecker.Check(said, new FakeEvidence(new(StringComparer.Ordinal) { ["logs/unit.txt"] = string.Join('\n', lines) })).ShouldBe(said);
    }

    [Theory]
    [MemberData(nameof(Containers))]
    public void The_tests_are_read(string container)
    {
        var results = new ConsoleResults("logs/unit.txt");
        foreach (var line in In(container, Job))
            results.Feed(line);
        var file = results.Finish().ShouldNotBeNull();

        file.Cases.ShouldHaveSingleItem().ShouldSatisfyAllConditions(t => t.Name.ShouldBe("test_totals"), t => t.Line.ShouldBe(6));
        file.UnnamedPassed.ShouldBe(2);
    }

    [Fact]
    public void What_was_copied_from_GitHubs_page_has_neither_stamps_nor_marks()
    {
        var end = Scan(["Run npm test", "", "> shop@1.0.0 test", "> node test.js", "", "TypeError: total is not a function",
            "Error: Process completed with exit code 1."]).End!;

        (end.State, end.ExitCode, end.Step, end.Said!.Excerpt).ShouldBe((JobState.Failed, 1, "npm test", "TypeError: total is not a function"));
    }

    [Fact]
    public void A_file_of_several_jobs_has_an_end_for_each()
    {
        var log = Scan([.. In("unit\tTests\t2026-10-12T08:02:00.1234567Z {0}", "##[group]Run make", "##[error]Process completed with exit code 2."),
            .. In("lint\tLint\t2026-10-12T08:02:00.1234567Z {0}", "##[group]Run lint", "Cleaning up orphan processes")]);

        log.Endings.Select(e => (e.End.Name, e.End.State)).ShouldBe([("unit", JobState.Failed), ("lint", JobState.Succeeded)]);
        log.End!.Name.ShouldBe("unit");
    }

    [Fact]
    public void Jobs_that_act_runs_side_by_side_are_told_apart()
    {
        var log = Scan(["[CI/unit] ⭐ Run Main npm test", "[CI/lint] ⭐ Run Main npm run lint", "[CI/unit]   | 1 failing",
            "[CI/lint]   ✅  Success - Main npm run lint [1.2s]", "[CI/unit]   ❌  Failure - Main npm test [2.3s]",
            "[CI/unit] exitcode '1': failure", "[CI/lint] 🏁  Job succeeded", "[CI/unit] 🏁  Job failed"]);

        log.Endings.Select(e => (e.End.Name, e.End.State, e.End.ExitCode, e.End.Step))
            .ShouldBe([("unit", JobState.Failed, 1, "npm test"), ("lint", JobState.Succeeded, null, null)]);
    }

    [Theory]
    [InlineData("2026-11-20 09:33:11,146 INFO web listening\n2026-11-20 09:33:12,000 ERROR web cannot connect")]
    [InlineData("2026-11-20T09:33:11.146123Z  INFO shop::web: listening\n2026-11-20T09:33:12.146123Z ERROR shop::web: FAILED to connect")]
    [InlineData("2026-11-20T09:33:11.146123456Z ERROR web: connection refused\n2026-11-20T09:33:11.146123456Z INFO web: retry")]
    [InlineData("[2026-11-20T09:33:11.146Z] ERROR: shop/12 on web: connection refused")]
    [InlineData("{\"at\":\"2026-11-20T09:35:17.538Z\",\"level\":\"error\",\"message\":\"##[error] is only text here\"}")]
    [InlineData("2026-11-20 09:33:11 INFO run-tests Ran 3 tests in 0.2s\n2026-11-20 09:33:12 INFO run-tests done")]
    [InlineData("2026-11-20 09:33:11,146 INFO web started\nTraceback (most recent call last):\nOSError: refused\nok 1\n2026-11-20 09:33:12,000 INFO web "
        + "again\n2026-11-20 09:33:13,000 INFO web again")]
    public void A_services_log_is_none_of_a_jobs(string log)
    {
        var scanner = new LogScanner("logs/web.log", []);
        foreach (var line in log.Split('\n'))
            scanner.Feed(line);

        scanner.Job.ShouldBeNull();
        scanner.Platform.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Running with gitlab-runner 17.5.0 (1a2b3c4d)\nsection_start:1760256120:step_script\r\u001b[0K\u001b[0KExecuting \"step_script\" stage of "
        + "the job script\n$ npm test\nERROR: Job failed: exit code 1")]
    [InlineData("Started by user Ada Example\n[Pipeline] sh\n+ npm test\nERROR: script returned exit code 1\nFinished: FAILURE")]
    [InlineData("travis_fold:start:install\r\u001b[0K$ npm ci\nThe command \"npm test\" exited with 1.\n\nDone. Your build exited with 1.")]
    [InlineData("#!/bin/bash -eo pipefail\nnpm test\n\nExited with code exit status 1\nCircleCI received exit code 1")]
    [InlineData("~~~ Preparing working directory\n$ npm test\n^^^ +++\nuser command error: exit status 1")]
    [InlineData("##[section]Starting: Tests\n##[error]Bash exited with code '1'.\n##[section]Finishing: Tests")]
    [InlineData("make: *** [Makefile:5: test] Error 1\nThe command \"make test\" exited with 1.")]
    [InlineData("1..2\nok 1 - adds up\nnot ok 2 - totals\nProcess completed with exit code 1.")]
    public void Other_platforms_are_known_without_a_stamp(string log)
    {
        var end = Scan(log.Split('\n', '\r')).End!;

        (end.State, end.ExitCode).ShouldBe((JobState.Failed, 1));
    }

    [Fact]
    public void What_a_runner_printed_is_a_jobs_wherever_it_lies() =>
        Scan(["> shop@1.0.0 test", "> jest", "", "PASS src/orders.test.js", "Tests:       3 passed, 3 total"], "logs/anything.log")
            .End!.State.ShouldBe(JobState.Unknown);

    [Fact]
    public void A_runner_may_speak_late_in_a_log_without_stamps()
    {
        string[] lines = [.. Enumerable.Range(0, 900).Select(i => $"fetched package {i}"),
            "============================= test session starts ==============================", "=== 1 passed in 0.1s ==="];
        var results = new ConsoleResults("logs/unit.txt");
        foreach (var line in lines)
            results.Feed(line);

        results.Finish()!.UnnamedPassed.ShouldBe(1);
    }

    [Fact]
    public void A_log_in_which_nothing_is_known_says_so()
    {
        var scanner = new LogScanner("logs/notes.txt", []);
        scanner.Feed("buy milk");

        scanner.Unused.ShouldNotBeNull().ShouldContain("no line of it is a CI job's");
        new LogScanner("logs/none.txt", []).Unused.ShouldBe("the file is empty");
    }

    [Fact]
    public void Indentation_stays_behind_a_stamp() => JobLogScanner.Bare("2026-10-12T08:02:00.1234567Z     at x").ShouldBe("    at x");

    [Theory]
    [InlineData("3.11\tis a version")]
    [InlineData("a\tb\tc")]
    [InlineData("[ERROR] /shop/Orders.java:[12,5] cannot find symbol")]
    [InlineData("[1/2] Building")]
    [InlineData("12:30 is a time")]
    [InlineData("2026-10-12")]
    [InlineData("Step 1/3 : FROM node")]
    [InlineData("[")]
    [InlineData("")]
    [InlineData("2026-10-12T08:02:00.123Zebra")]
    public void What_only_looks_like_a_prefix_is_text(string line) => JobLogScanner.Bare(line).ShouldBe(line);
}
