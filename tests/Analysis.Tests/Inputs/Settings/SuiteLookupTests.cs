using Shouldly;
using Whybot.Analysis.Inputs.Settings;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Settings;

public sealed class SuiteLookupTests
{
    private static readonly SuiteLookup Suites = new(RepositorySettings.Default with
    {
        Paths = new Dictionary<string, string> { ["cart"] = "packages/cart", [RepositorySettings.EverySuite] = "web" },
    });

    [Theory]
    [InlineData("cart", "src/total.ts", "packages/cart/src/total.ts")]
    [InlineData("cart/junit", "src/total.ts", "packages/cart/src/total.ts")]
    [InlineData("cart", "packages/shared/money.ts", "packages/shared/money.ts")]
    [InlineData("cart", "/etc/hosts", "/etc/hosts")]
    [InlineData("other", "src/app.ts", "web/src/app.ts")]
    public void A_file_that_results_name_is_below_the_folder_of_its_suite(string suite, string path, string expected) =>
        Suites.InRepository(Runs.Test("adds_up") with { Suite = suite }, path).ShouldBe(expected);

    [Fact]
    public void Without_settings_every_file_is_where_the_results_say() =>
        new SuiteLookup(RepositorySettings.Default).InRepository(Runs.Test("adds_up"), "src/total.ts").ShouldBe("src/total.ts");
}
