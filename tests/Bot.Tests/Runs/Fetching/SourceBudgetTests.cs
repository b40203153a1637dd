using Shouldly;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Runs.Fetching;
using Xunit;

namespace Whybot.Bot.Tests.Runs.Fetching;

public sealed class SourceBudgetTests
{
    private static List<int> Queries(params long[] sizes) =>
        [.. SourceBudget.Queries([.. sizes.Select((s, i) => new RepositoryFile($"{i}.py", s))]).Select(q => q.Count)];

    [Fact]
    public void Small_files_are_one_query() => Queries(100, 200, 300).ShouldBe([3]);

    [Fact]
    public void A_megabyte_begins_another_and_a_third_is_left_out() => Queries(900_000, 200_000, 900_000, 900_000).ShouldBe([1, 1]);

    [Fact]
    public void Without_files_there_is_none() => Queries().ShouldBeEmpty();
}
