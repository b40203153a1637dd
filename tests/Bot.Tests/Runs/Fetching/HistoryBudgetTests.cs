using Shouldly;
using Whybot.Runs.Fetching;
using Xunit;

namespace Whybot.Bot.Tests.Runs.Fetching;

public sealed class HistoryBudgetTests
{
    [Fact]
    public void Requests_and_bytes_are_counted_and_limited()
    {
        var budget = new HistoryBudget();
        budget.Take(100).ShouldBeTrue();
        budget.Take(HistoryBudget.MostBytes).ShouldBeFalse("it is more than is left");
        (budget.Requests, budget.Bytes, budget.IsSpent).ShouldBe((1, 100, true));
        Enumerable.Range(0, 1000).Count(_ => budget.Take()).ShouldBe(HistoryBudget.MostRequests - 1);
    }
}
