namespace Shop.Suites;

[Trait("suite", "reports")]
public sealed class ReportsTests
{
    [Fact]
    public async Task Todays_report_counts_the_orders()
    {
        using var shop = new Client();
        await shop.PlaceAsync(7);
        Assert.True((int)(await shop.GetAsync("/reports/today"))["orders"]! > 0);
    }
}
