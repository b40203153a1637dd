using Shouldly;
using Whybot.Analysis.Inputs.Logs;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Logs;

public sealed class JobLogScannerTests
{
    private static JobLog Scan(string log, params string[] failed)
    {
        var scanner = new LogScanner("logs/job.txt", failed);
        foreach (var line in log.Split('\n'))
            scanner.Feed("2026-10-12T08:02:00.0370000Z " + line);
        return scanner.Job.ShouldNotBeNull();
    }

    [Fact]
    public void A_jest_section_is_found_by_the_tests_name_and_keeps_its_line_numbers()
    {
        var log = Scan("FAIL a.test.js\n  ● parcels › finds one\n\n    \u001b[31m>\u001b[39m 11 | expect(body.id)\n\nTest Suites: 1 failed", "finds one");

        log.Sections["finds one"].ShouldContain(new LogLine(4, "    > 11 | expect(body.id)"));
        log.Sections["finds one"].ShouldNotContain(l => l.Text.StartsWith("Test Suites", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("______ TestY.test_z[a.b] ______", "test_z[a.b]")]
    [InlineData("  1) [chromium] › a.spec.ts:3:5 › signs in ────", "signs in")]
    [InlineData("--- FAIL: TestX (0.00s)", "TestX")]
    public void Headers_of_other_runners_are_known(string header, string test) =>
        Scan($"{header}\nwords", test).Sections[test].ShouldHaveSingleItem().Text.ShouldBe("words");

    [Fact]
    public void Errors_of_the_job_are_kept() =>
        Scan("x\n##[error]The operation was canceled.").Errors.ShouldHaveSingleItem().ShouldBe(new LogLine(2, "The operation was canceled."));
}
