using Shouldly;
using Whybot.Features.Dashboard.Runs;
using Xunit;

namespace Whybot.Bot.Tests.Features.Dashboard.Runs;

public sealed class QuotesTests
{
    [Fact]
    public void What_is_quoted_is_marked_in_its_line() =>
        Quotes.Split("a KeyError: 'total' b", ["KeyError: 'total'"]).ShouldBe([("a ", false), ("KeyError: 'total'", true), (" b", false)]);

    [Fact]
    public void Of_a_file_in_one_line_only_the_surroundings_are_shown()
    {
        var parts = Quotes.Split(new string('x', 10_000) + "HERE" + new string('y', 10_000), ["HERE"]);

        parts[0].Text.ShouldBe("…" + new string('x', 300));
        parts[1].ShouldBe(("HERE", true));
        parts[2].Text.ShouldBe(new string('y', 300) + "…");
    }

    [Fact]
    public void A_line_without_it_stays_as_it_is() => Quotes.Split("a b", ["c"]).ShouldBe([("a b", false)]);
}
