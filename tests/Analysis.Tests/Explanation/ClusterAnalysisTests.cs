using Shouldly;
using Whybot.Analysis.Explanation;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Output.Reports;
using Xunit;

namespace Whybot.Analysis.Tests.Explanation;

public sealed class ClusterAnalysisTests
{
    /// <summary>A different message for each number, since figures alone would be masked.</summary>
    private static string Message(int number) => $"the rule {(char)('a' + number / 26)}{(char)('a' + number % 26)}Policy was broken";

    [Fact]
    public void In_a_monorepo_a_failure_is_placed_and_reproduced_in_the_folder_of_its_suite()
    {
        const string stack = "AssertionError: total is 41\n    at sum (src/total.ts:12:9)\n    at run (test/total.test.ts:4:3)";
        var failing = Runs.Test("adds up", TestOutcome.Failed, "AssertionError: total is 41") with { File = "test/total.test.ts", Runner = TestRunner.Vitest };
        failing = failing with { Failure = failing.Failure! with { Text = stack } };
        var settings = RepositorySettings.Default with { Paths = new Dictionary<string, string> { ["unit"] = "packages/cart" } };

        var cause = (Runs.Of(Runs.File("unit", failing)) with { Settings = settings }).Analyse().Clusters.ShouldHaveSingleItem();

        cause.Places.ShouldHaveSingleItem().Path.ShouldBe("packages/cart/src/total.ts");
        cause.Reproduce.ShouldBe(["cd packages/cart && npx vitest run test/total.test.ts -t 'adds up'"]);
    }

    [Fact]
    public void Of_more_causes_than_anybody_reads_all_are_named_and_judged_and_those_with_most_tests_are_explained()
    {
        var others = Enumerable.Range(0, ClusterAnalysis.MostExplained + 4).Select(i => Runs.Test($"other_{i}", TestOutcome.Failed, Message(i)));
        var most = Enumerable.Range(0, 3).Select(i => Runs.Test($"total_{i}", TestOutcome.Failed, "cart total is negative"));

        var report = Runs.Of(Runs.File("unit", [.. others, .. most])).Analyse();

        report.Clusters.Count.ShouldBe(ClusterAnalysis.MostExplained + 5);
        report.Clusters[0].Title.ShouldContain("negative");
        report.Clusters.Take(ClusterAnalysis.MostExplained).ShouldAllBe(c => c.Whys.Count > 0);
        report.Clusters.Skip(ClusterAnalysis.MostExplained).ShouldAllBe(c => c.Whys.Count == 0 && c.Tests.Count == 1);
        var worklog = WorklogWriter.Write(report);
        worklog.ShouldContain("### 5 more causes");
        worklog.ShouldContain(report.Clusters[^1].Title);
    }
}
