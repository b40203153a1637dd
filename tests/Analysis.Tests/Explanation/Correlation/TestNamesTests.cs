using Shouldly;
using Whybot.Analysis.Explanation.Correlation;
using Xunit;

namespace Whybot.Analysis.Tests.Explanation.Correlation;

public sealed class TestNamesTests
{
    private static readonly TestNames Names = new([], ["tests.api.TestOrders::test_create[a]", "tests.api.TestOrders::test_create[b]",
        "parcels::finds a parcel again", "api::health", "parallel/test-blob"]);

    [Theory]
    [InlineData("`test_create[a]` fails", "test_create[a]", 1)]
    [InlineData("test_create fails", "test_create", 2)]
    [InlineData("`tests/api.py::TestOrders::test_create[b]`", "tests/api.py::TestOrders::test_create[b]", 1)]
    [InlineData("Flaky test: parallel/test-blob", "parallel/test-blob", 1)]
    [InlineData("`parcels finds a parcel again` fails", "parcels finds a parcel again", 1)]
    public void Tests_are_found_by_the_names_that_people_write(string text, string name, int tests) =>
        Names.NamedIn(text, Spans(text))[name].Count.ShouldBe(tests);

    [Theory]
    [InlineData("the `health` of it")]
    [InlineData("test_other fails")]
    public void A_plain_word_and_an_unknown_test_name_nothing(string text) => Names.NamedIn(text, Spans(text)).ShouldBeEmpty();

    private static IEnumerable<string> Spans(string text) => text.Split('`').Where((_, i) => i % 2 == 1);

    [Theory]
    [InlineData("TestLease/PeerAutoTLS", "Flaking TestLease", "TestLease")]
    [InlineData("IpVersions/IntegrationTest.MultipleRequests/IPv6", "Flake in IntegrationTest.MultipleRequests", "IntegrationTest.MultipleRequests")]
    [InlineData("org.shop.cart.TestCartTotals.testAddsUpLines", "TestCartTotals.testAddsUpLines:68 fails", "TestCartTotals.testAddsUpLines")]
    [InlineData("Shop.Tests.CartTests.AddsUpAllLines", "see job/Shop.Tests/CartTests/AddsUpAllLines/", "CartTests.AddsUpAllLines")]
    [InlineData("TestCart/large", "seen in TestCart/{empty,large}", "TestCart/large")]
    [InlineData("BenchmarkSortStrings-8", "`BenchmarkSortStrings` got slower", "BenchmarkSortStrings")]
    public void Tests_are_found_by_their_short_names(string test, string text, string name) =>
        new TestNames([], [test]).NamedIn(text, Spans(text)).ShouldContainKey(name);

    [Theory]
    [InlineData("a.CartTest::adds", "CartTest", true)]
    [InlineData("a.CartTest::adds", "Cart", false)]
    [InlineData("TestX/case", "TestX", true)]
    [InlineData("TestXY", "TestX", false)]
    public void A_name_is_held_whole_or_not(string id, string name, bool holds) => TestNames.HoldsWhole(id, name).ShouldBe(holds);
}
