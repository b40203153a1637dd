namespace Shop.Suites;

[Trait("suite", "connectivity")]
public sealed class ConnectivityTests
{
    [Fact]
    public async Task The_shop_answers()
    {
        using var shop = new Client();
        Assert.Equal("ok", (await shop.GetAsync("/health"))["status"]?.ToString());
    }

    [Fact]
    public async Task It_says_which_revision_it_serves()
    {
        using var shop = new Client();
        Assert.Equal(40, (await shop.GetAsync("/version"))["sha"]?.ToString().Length);
    }
}
