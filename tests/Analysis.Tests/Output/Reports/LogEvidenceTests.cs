using Shouldly;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Output.Reports;
using Xunit;

namespace Whybot.Analysis.Tests.Output.Reports;

/// <summary>What a report shows of the lines that are new in a failing job's log.</summary>
public sealed class LogEvidenceTests
{
    private const string Source = "logs/unit.txt";
    private const string Said = "error: no total in the cart";

    private static readonly TestCase Job = Runs.Test("job unit", TestOutcome.Error, Said, TestScope.Job, line: 11) with { Source = Source };

    private static LogBlock Block(int first, int last) => new(first, last, [new LogLine(first + 1, Said)]);

    private static Report Of(IReadOnlyList<LogBlock> blocks, params TestCase[] cases) => (Runs.Of(new ResultFile(Source, "unit", null, null, cases, [])) with
    {
        Differences = blocks.Count == 0 ? [] : [new JobDifference(Source, ["history/01/logs/unit.txt"], blocks)],
    }).Analyse();

    [Fact]
    public void The_block_of_the_failure_is_cited_as_a_whole_and_the_first_why_speaks_of_it()
    {
        var cause = Of([Block(10, 12)], Job).Clusters.Single();

        cause.Evidence.Single().Range.ShouldBe("logs/unit.txt:10-12");
        cause.Whys[0].Answer.ToString().ShouldBe($"The log of unit says “{Said}”; the log of its last pass does not.");
    }

    [Fact]
    public void Without_a_log_of_a_pass_the_report_says_so()
    {
        var cause = Of([], Job).Clusters.Single();

        cause.Evidence.ShouldBeEmpty();
        cause.Whys[0].Answer.ToString().ShouldEndWith("; there is no log of a pass to compare it with.");
    }

    [Fact]
    public void A_block_without_a_failure_is_shown_with_the_first_cause_of_its_job()
    {
        TestCase Test(string name, string message, int line) => Runs.Test(name, TestOutcome.Failed, message, line: line) with { Source = Source };

        var causes = Of([Block(10, 12), Block(20, 22), Block(30, 32)], Test("adds_up", Said, 11), Test("is_sorted", $"{Said}: fatal disorder", 21),
            Runs.Test("prints", line: 31) with { Source = Source, Output = Said }).Clusters;

        causes.Select(c => c.Evidence.Count).ShouldBe([2, 1]);
    }

    [Fact]
    public void The_few_lines_that_matter_are_above_the_fold_of_a_comment() =>
        CommentWriter.Write(Of([Block(10, 12)], Job)).Split("<details>")[0].ShouldContain($"```\n{Said}\n```");
}
