using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Xunit;
using static Whybot.Analysis.Tests.Runs;

namespace Whybot.Analysis.Tests.Inputs.Results;

public sealed class ResultSetTests
{
    private static readonly DateTime Began = new(2026, 10, 12, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_same_bytes_twice_count_once()
    {
        var set = ResultSet.Of([File("built/till", Passing(2)) with { Hash = "h" }, File("again/till", Passing(2)) with { Hash = "h" }]);

        set.Files.Count.ShouldBe(1);
        set.Notes.ShouldBe(["results/again/till.xml: the same results as results/built/till.xml; they count once"]);
    }

    [Fact]
    public void A_copy_that_was_written_anew_counts_once() =>
        ResultSet.Of([File("a", Passing(2)) with { Hash = "1", StartedAt = Began }, File("b", Passing(2)) with { Hash = "2", StartedAt = Began }])
            .Files.Count.ShouldBe(1);

    [Fact]
    public void The_same_tests_of_two_legs_are_two_runs_of_them()
    {
        var set = ResultSet.Of([File("linux", Passing(1)) with { Hash = "1", StartedAt = Began },
            File("windows", Passing(1)) with { Hash = "2", StartedAt = Began.AddSeconds(3) }]);

        set.Files.SelectMany(f => f.Cases).Select(c => c.Id).ShouldBe(["tests::passes_1 [linux]", "tests::passes_1 [windows]"]);
        set.Files.SelectMany(f => f.Cases).Select(c => c.Name).ShouldBe(["passes_1", "passes_1"]);
    }

    [Fact]
    public void A_name_that_is_unique_keeps_its_id() =>
        ResultSet.Of([File("a", Test("one")), File("b", Test("two"))]).Files.SelectMany(f => f.Cases).Select(c => c.Id).ShouldBe(["tests::one", "tests::two"]);

    [Fact]
    public void A_failure_in_one_shard_is_not_excused_by_a_pass_in_another()
    {
        var set = ResultSet.Of([File("shard-1", Test("pays", TestOutcome.Failed)), File("shard-2", Test("pays"))]);

        Of([.. set.Files]).Decided().ShouldBe("no-go");
        set.Files.SelectMany(f => f.Cases).Count(c => c.Bad).ShouldBe(1);
    }

    [Fact]
    public void Twenty_thousand_files_are_compared_at_once() =>
        ResultSet.Of([.. Enumerable.Range(0, 20_000).Select(i => File($"s{i}", Test($"t{i}")) with { Hash = $"{i}", StartedAt = Began })])
            .Files.Count.ShouldBe(20_000);
}
