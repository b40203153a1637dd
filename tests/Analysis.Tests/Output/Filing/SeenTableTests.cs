using Shouldly;
using Whybot.Analysis.Output.Filing;
using Xunit;

namespace Whybot.Analysis.Tests.Output.Filing;

public sealed class SeenTableTests
{
    private static SeenRow Row(int day, int tests) => new(new DateTimeOffset(2026, 11, day, 12, 0, 0, TimeSpan.Zero), "staging", new($"sha{day}"), tests);

    [Fact]
    public void Jobs_are_called_jobs_and_read_back_with_the_tests()
    {
        SeenRow[] rows = [new(null, "main", default, 3)];
        var facts = new SeenFacts(["regression"], ["adds up"], []) { Jobs = ["job build", "job lint"] };

        var table = SeenTable.Write(rows, facts);

        table.ShouldContain("- Tests: `adds up`\n- Jobs: `job build`, `job lint`\n");
        foreach (var written in new[] { table, table.Replace(SeenTable.Header, SeenTable.EarlierHeader, StringComparison.Ordinal) })
            SeenReading.Read($"x\n{SeenTable.Heading}\n\n{written}\n")!.Tests.ShouldBe(["adds up", "job build", "job lint"]);
    }

    [Fact]
    public void Where_only_jobs_failed_it_is_jobs_that_passed_since() =>
        SeenTable.Rows([new(null, "main", default, -1), new(null, "main", default, 1)], new SeenFacts([], [], []) { Jobs = ["job build"] })
            .ShouldContain("**Since then its jobs ran and passed in 1 run.**");

    [Fact]
    public void Runs_in_which_its_tests_passed_are_counted_since_it_was_seen_last()
    {
        SeenTable.Write([Row(5, -1), Row(4, -1), Row(3, 2), Row(2, -1), Row(1, 3)])
            .ShouldContain("Seen in 2 runs, first on 2026-11-01, last on 2026-11-03. **Since then its tests ran and passed in 2 runs.**");
        SeenTable.Write([Row(3, 2), Row(2, -1), Row(1, 3)]).ShouldContain("Seen in 2 runs, first on 2026-11-01, last on 2026-11-03.\n");
    }

    [Fact]
    public void The_day_of_the_only_run_in_which_it_was_seen_is_written_once_the_table_does_not_list_that_run()
    {
        var passed = Enumerable.Range(2, 10).Reverse().Select(d => Row(d, -1)).ToList();

        SeenTable.Write([.. passed.SkipLast(1), Row(1, 3)]).ShouldContain("Seen in 1 run. **Since");
        SeenTable.Write([.. passed, Row(1, 3)]).ShouldContain("Seen in 1 run, first on 2026-11-01. **Since");
        SeenTable.Write(passed, null, new SeenBefore(4, 2, new DateOnly(2026, 10, 30))).ShouldContain("Seen in 2 runs, first on 2026-10-30. **Since");
    }

    [Fact]
    public void A_row_says_whether_it_failed_or_passed()
    {
        var table = SeenTable.Write([Row(2, -1), Row(1, 3)]);
        table.ShouldContain("| `sha2` | ✅ passed |");
        table.ShouldContain("| `sha1` | 3 |");
    }

    [Fact]
    public void An_environment_that_was_not_ready_fails_no_test_and_is_seen_all_the_same() =>
        SeenTable.Write([Row(3, -1), Row(2, 0), Row(1, 0)]).ShouldContain(
            "Seen in 2 runs, first on 2026-11-01, last on 2026-11-02. **Since then all was ready in 1 run.**");
}
