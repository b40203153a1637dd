using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Shouldly;
using Whybot.Features.Dashboard.Causes;
using Whybot.Memory.Overviews;
using Xunit;

namespace Whybot.Bot.Tests.Features.Dashboard.Causes;

public sealed class CauseQueryTests
{
    private static CauseFilter Read(string query) => CauseQuery.Read(new QueryCollection(QueryHelpers.ParseQuery(query)));

    [Theory]
    [InlineData("?repository=team/shop&verdict=flaky&state=quiet&text=no+field", "/causes?repository=team%2Fshop&verdict=flaky&state=quiet&text=no%20field")]
    [InlineData("?text=&repository=+&verdict=&state=", "/causes")]
    [InlineData("?verdict=nonsense&state=nonsense&page=3", "/causes")]
    [InlineData("?text=a%26b", "/causes?text=a%26b")]
    public void The_address_of_a_filter_leads_to_the_same_filter(string query, string address)
    {
        CauseQuery.Address(Read(query)).ShouldBe(address);
        Read(address.Replace("/causes", "", StringComparison.Ordinal)).ShouldBe(Read(query));
    }

    [Fact]
    public void What_is_too_long_is_cut() => Read($"?text={new string('x', 5000)}").Text!.Length.ShouldBe(200);
}
