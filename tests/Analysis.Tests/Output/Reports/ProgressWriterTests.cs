using Shouldly;
using Whybot.Analysis.Decisions.Planning;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Reports;
using Xunit;

namespace Whybot.Analysis.Tests.Output.Reports;

public sealed class ProgressWriterTests
{
    private static readonly PlanFile Plan = new(1, "all", true,
        [Phase(1, "connectivity", "smoke"), Phase(2, "P1", "orders", "a|b")], "");

    private static PlannedPhase Phase(int number, string name, params string[] suites) =>
        new(number, name, [.. suites.Select(s => new PlannedPart(s, s, [], null, []))], new Dictionary<string, double>());

    private static RunProgress Run(int phase, params SuiteCount[] counts) =>
        new("staging", new CommitSha("abc"), Plan, phase, counts, counts.Select(c => c.Name).ToHashSet());

    [Fact]
    public void The_title_says_where_it_is_and_how_it_goes()
    {
        ProgressWriter.Title(Run(0)).ShouldBe("Ready; about to begin");
        ProgressWriter.Title(Run(1)).ShouldBe("Phase 1 of 2: nothing has ended yet");
        ProgressWriter.Title(Run(2, new SuiteCount("smoke", "c", 3, 0, 1), new SuiteCount("orders", "c", 1, 2, 0)))
            .ShouldBe("Phase 2 of 2: 4 passed, 2 failed");
        ProgressWriter.Title(Run(2, new SuiteCount("orders", "c", 1, 2, 0)) with { Rechecking = 2 }).ShouldBe("2 failed tests once more; 1 passed, 2 failed");
    }

    [Fact]
    public void Each_suite_has_its_row_and_a_name_from_outside_breaks_no_table()
    {
        var summary = ProgressWriter.Summary(Run(2, new SuiteCount("smoke", "c", 3, 0, 1), new SuiteCount("orders", "c", 1, 2, 0)));
        summary.ShouldContain("| ✅ | 1 `connectivity` | `smoke` | 3 | 0 | 1 |");
        summary.ShouldContain("| ❌ | 2 `P1` | `orders` | 1 | 2 | 0 |");
        summary.ShouldContain("| ⏳ | 2 `P1` | `a\\|b` | – | – | – |");
    }

    [Fact]
    public void A_suite_that_ended_without_results_is_a_question() =>
        ProgressWriter.Summary(Run(1) with { Ended = new HashSet<string> { "smoke" } }).ShouldContain("| ❔ | 1 `connectivity` | `smoke` | – | – | – |");
}
