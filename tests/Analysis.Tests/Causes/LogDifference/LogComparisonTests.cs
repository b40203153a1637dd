using Shouldly;
using Whybot.Analysis.Causes.LogDifference;
using Whybot.Analysis.Inputs.Logs;
using Xunit;

namespace Whybot.Analysis.Tests.Causes.LogDifference;

/// <summary>What a failing log says that a passing one does not.</summary>
public sealed class LogComparisonTests
{
    private const string Passing = """
        Downloading shop 1.0
        compiling 12 files
        warning: error messages may be incomplete
        Traceback (most recent call last):
          File "tool.py", line 3, in main
        all done
        """;

    private static JobDifference? Of(string failing, string passing = Passing)
    {
        var lines = new PassingLines();
        foreach (var line in passing.Split('\n'))
            lines.Add(line);
        var comparison = new LogComparison(lines, new JobLog("logs/unit.txt", 0, new Dictionary<string, IReadOnlyList<LogLine>>(), []));
        foreach (var line in failing.Split('\n'))
            comparison.Feed(line);
        return comparison.Finish(["history/01/logs/unit.txt"]);
    }

    private static IEnumerable<(int, int)> Places(JobDifference? difference) => (difference?.Blocks ?? []).Select(b => (b.First, b.Last));

    [Fact]
    public void What_a_pass_says_too_is_left_out() => Of(Passing.Replace("12", "13", StringComparison.Ordinal)).ShouldBeNull();

    [Fact]
    public void New_lines_about_an_error_are_a_block_with_its_details()
    {
        var difference = Of("compiling 12 files\nsrc/cart.c:3:1: error: expected ';'\n    3 | total()\n      | ^\nDownloading shop 1.1");

        Places(difference).ShouldBe([(2, 4)]);
        difference!.Blocks[0].Headline.Text.ShouldBe("src/cart.c:3:1: error: expected ';'");
    }

    [Fact]
    public void Progress_commands_and_information_are_no_evidence() =>
        Of("Downloading failed-tests 2.0\n[INFO] 3 errors are known\n+ run --error-log").ShouldBeNull();

    [Fact]
    public void A_frame_that_passes_print_too_stays_in_its_stack() =>
        Places(Of("ValueError: no total\n  File \"tool.py\", line 3, in main\nKeyError: 'total'")).ShouldBe([(1, 3)]);

    [Fact]
    public void The_cause_comes_before_its_consequences()
    {
        var difference = Of($"error: no total\n{Passing}\nERROR: step failed\n##[error]Process completed with exit code 1.\n{Passing}\nerror: no report found");

        difference!.Blocks[0].Headline.Text.ShouldBe("error: no total");
        difference.Blocks[^1].Headline.Text.ShouldBe("error: no report found");
    }

    [Fact]
    public void That_something_failed_is_only_evidence_if_nothing_says_why()
    {
        Places(Of($"make: *** [all] Error 2\n{Passing}")).ShouldBe([(1, 1)]);
        Places(Of($"error: no total\n{Passing}\n{Passing}\nmake: *** [all] Error 2")).ShouldBe([(1, 1)]);
    }

    [Theory]
    [InlineData("cart.py has no licence\nlist.py has no licence")]
    [InlineData("cart.py has no licence\nlist.py has no licence\nmake: *** [all] Error 2")]
    public void If_no_new_line_speaks_of_an_error_the_last_ones_before_the_failure_are_the_evidence(string printed)
    {
        var difference = Of($"a new file\n{Passing}\n{printed}\n##[error]Process completed with exit code 1.\nsent a mail");

        difference!.Blocks[0].ShouldSatisfyAllConditions(b => b.First.ShouldBe(8), b => b.Headline.Text.ShouldBe("cart.py has no licence"));
        difference.Names.ShouldBeFalse();
    }

    [Fact]
    public void The_command_and_the_environment_of_a_step_are_no_evidence() =>
        Of("##[group]Run check --on error\ncheck --on error\nenv:\n  MODE: fatal error\n##[endgroup]\nall done").ShouldBeNull();

    [Fact]
    public void A_log_whose_new_lines_only_mention_a_failure_does_not_name_one()
    {
        Of("2 uploads were refused")!.Names.ShouldBeFalse();
        Of("fatal: repository not found")!.Names.ShouldBeTrue();
    }

    [Fact]
    public void Stamps_and_colours_do_not_matter() =>
        Places(Of("2026-11-20T12:00:00.1234567Z \u001b[32mall done\u001b[0m\n2026-11-20T12:00:01.1234567Z \u001b[31merror: no \u001b[1mtotal\u001b[0m"))
            .ShouldBe([(2, 2)]);

    [Fact]
    public void A_very_long_block_is_cut_so_that_it_can_be_read_again() =>
        Of(string.Join('\n', Enumerable.Range(0, 6000).Select(i => $"error: {(char)('a' + i % 26)} is wrong")))!.Blocks.Count.ShouldBe(2);

    [Fact]
    public void A_steps_header_says_what_it_was_asked_to_do_and_one_without_an_end_hides_nothing()
    {
        Places(Of("##[group]Run ./fetch --error: none\nerror: no such option\n##[endgroup]\nall done")).ShouldBeEmpty();
        Places(Of("##[group]Run ./fetch\nsrc/cart.c:3:1: error: expected ';'\n##[error]Process completed with exit code 1.")).First().ShouldBe((2, 3));
        Places(Of("##[group]Run ./fetch\nsrc/cart.c:3:1: error: expected ';'\n##[group]Run ./next")).ShouldBe([(2, 2)]);
        Places(Of("##[group]Run ./fetch\nsrc/cart.c:3:1: error: expected ';'")).ShouldBe([(2, 2)]);
    }
}
