using Shouldly;
using Whybot.Analysis.Output.Reports;
using Xunit;

namespace Whybot.Analysis.Tests.Output.Reports;

/// <summary>A long line keeps what was tried and why it failed.</summary>
public sealed class LongTitlesTests
{
    private const int Most = 100;

    private static string Title(string words) => LongTitles.KeepEnd(LongTitles.Shorten(words, Most), Most);

    [Theory]
    [InlineData("Error: no such host", "Error: no such host")]
    [InlineData("[ERROR] Could not transfer artifact team.shop:orders:pom:1.0 from/to central (https://repo.example/maven2): Connection reset -> [Help 1]",
        "Could not transfer artifact team.shop:orders:pom:1.0 from/to central: Connection reset")]
    [InlineData("npm error the lock file of the shop and its package.json do not list the same packages. Please update it before you go on, and commit it.",
        "the lock file of the shop and its package.json do not list the same packages.")]
    [InlineData("Failed to execute goal team.example:packer:2.1:pack on project orders in the module of the shop: could not write the archive orders.jar: "
        + "No space left on device", "Failed to execute goal team.example:packer:2.1:pack on project orders in…: No space left on device")]
    public void What_fits_stays_and_of_the_rest_the_reason_stays(string words, string title) => Title(words).ShouldBe(title);

    [Theory]
    [InlineData("{\"key\": \"value\"}")]
    [InlineData("404")]
    [InlineData("exit code 1")]
    public void An_end_that_is_no_reason_is_not_kept(string end)
    {
        var words = $"{new string('a', 60)} {new string('b', 60)}: {end}";

        Title(words).ShouldBe(words);
    }
}
