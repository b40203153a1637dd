using System.Text;
using Shouldly;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Coverage;
using Whybot.Analysis.Inputs.Results;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Causes.Suspects;

/// <summary>When coverage shows that the failing tests ran nothing of a change.</summary>
public sealed class CauseCoverageTests
{
    private const string Path = "src/cart.js";

    /// <summary>Measured lines of the file, <c>+</c> before those that were run.</summary>
    private static CoverageReport Report(string lines, string path = Path) => CoverageFormats.Read(new MemoryStream(Encoding.UTF8.GetBytes($"SF:{path}\n"
        + string.Concat(lines.Split(' ').Select(l => $"DA:{l[1..]},{(l[0] == '+' ? 1 : 0)}\n")) + "end_of_record\n")), "coverage/lcov.info",
        new WantedPaths([Path, "src/mail.js"], null))!;

    private static int? NotRun(GroupFacts cause, RunCoverage run, params string[] patch)
    {
        var file = File(Path, patch);
        return PlacedChange.Of(new LineFates([Commit('a', file)], f => Patch.Parse(f.Patch)), 0, file, Patch.Parse(file.Patch)) is { } placed
            ? CauseCoverage.Of(run, cause)?.NotRun(placed)?.Lines : null;
    }

    private static int? NotRun(string lines, params string[] patch) => NotRun(FactsOf(), Run(Report(lines)), patch);

    private static RunCoverage Run(params CoverageReport[] reports) => RunCoverage.None with { Reports = reports };

    [Fact]
    public void Lines_of_which_none_was_run_are_counted() => NotRun("+1 -2 -3", " if (old)", "+  one()", "+  two()").ShouldBe(2);

    [Fact]
    public void One_line_that_was_run_suffices() => NotRun("+1 -2 +3", " if (old)", "+  one()", "+  two()").ShouldBeNull();

    [Theory]
    [InlineData("+1", "+  one()")]
    [InlineData("+1 -9", "+  // a remark")]
    [InlineData("+1 -9", "-  one()")]
    public void What_was_not_measured_says_nothing(string lines, string change) => NotRun(lines, " if (old)", change).ShouldBeNull();

    [Fact]
    public void The_rest_of_a_statement_that_was_not_run_was_not_run_either() => NotRun("+1 -2 +5", " if (old)", "+  one(", "+    two,", "+  )").ShouldBe(1);

    [Fact]
    public void A_declaration_beside_it_may_matter() => NotRun("+1 -2 +4", " if (old)", "+  one()", "+int two;", " three()").ShouldBeNull();

    [Fact]
    public void The_head_of_a_definition_is_run_with_what_follows_it()
    {
        NotRun("+1 +2 -3", " load()", "+function two() {", "+  return 2", "+}").ShouldBe(1);
        NotRun("+1 +2 +3", " load()", "+function two() {", "+  return 2", "+}").ShouldBeNull();
    }

    [Fact]
    public void What_took_the_place_of_code_stands_for_it() => NotRun("+1 -2 +3", " if (bad)", "-  throw one", "+  throw two", " go()").ShouldBe(1);

    [Fact]
    public void Code_that_was_taken_away_where_the_tests_came_to_may_be_missed()
    {
        NotRun("+1 -3 +4", " first()", "-check()", "+else {", "+  two()", "+}").ShouldBeNull();
        NotRun("+1 -2 +4 +5", " first()", "+  two()", " x", "-check()", " go()").ShouldBeNull();
    }

    [Fact]
    public void A_file_of_which_nothing_was_run_may_have_been_run_elsewhere() => NotRun("-1 -2 -3", " if (old)", "+  one()").ShouldBeNull();

    [Fact]
    public void A_report_that_does_not_list_the_file_leaves_it_open() =>
        NotRun(FactsOf(), Run(Report("+1 -2"), Report("+1", "src/mail.js")), " if (old)", "+  one()").ShouldBeNull();

    [Fact]
    public void Only_reports_of_the_failing_tests_count_if_that_is_known()
    {
        var (cause, run) = (FactsOf(), Run(Report("+1 -2") with { Results = [Failing().Source] }, Report("+1 +2") with { Results = ["results/e2e.xml"] }));

        NotRun(cause, run with { OneSource = false }, " if (old)", "+  one()").ShouldBe(1);
        NotRun(cause, Run(Report("+1 -2")) with { OneSource = false }, " if (old)", "+  one()").ShouldBeNull();
    }

    [Theory]
    [InlineData("Test timed out after 60 s")]
    [InlineData("Subprocess aborted (core dumped)")]
    [InlineData("out of memory")]
    [InlineData("xyz")]
    public void A_process_that_may_have_ended_without_writing_what_it_ran_denies_nothing(string message) =>
        NotRun(FactsOf(message), Run(Report("+1 -2")), " if (old)", "+  one()").ShouldBeNull();

    [Fact]
    public void A_job_that_was_cut_short_or_a_failure_outside_tests_denies_nothing()
    {
        NotRun(FactsOf(), Run(Report("+1 -2")) with { CutShort = true }, " if (old)", "+  one()").ShouldBeNull();
        NotRun(FactsOf(Failing() with { Scope = TestScope.Suite }), Run(Report("+1 -2")), " if (old)", "+  one()").ShouldBeNull();
    }

    [Fact]
    public void A_report_that_denies_a_line_on_the_stack_is_of_other_tests() =>
        NotRun(FactsOf().Through(Path, 2), Run(Report("+1 -2 -3")), " if (old)", " x", "+  one()").ShouldBeNull();

    [Fact]
    public void A_damaged_report_denies_nothing() => NotRun(FactsOf(), Run(Report("+1 -2") with { Whole = false }), " if (old)", "+  one()").ShouldBeNull();
}
