using System.Text.Json;
using Shouldly;
using Whybot.Analysis.Inputs.Settings;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Settings;

public sealed class PriorityTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new PriorityJson() } };

    [Theory]
    [InlineData("P0", Priority.P0)]
    [InlineData("P6", Priority.P6)]
    [InlineData("P7", null)]
    [InlineData("p0", null)]
    [InlineData("P10", null)]
    [InlineData("P", null)]
    [InlineData("0", null)]
    [InlineData("high", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Is_a_capital_p_and_a_digit_up_to_six(string? text, Priority? expected) => Priorities.Parse(text).ShouldBe(expected);

    [Fact]
    public void Every_priority_is_read_as_it_is_written() =>
        Enum.GetValues<Priority>().ShouldAllBe(p => Priorities.Parse(p.ToString()) == p);

    [Fact]
    public void The_most_urgent_comes_first_and_what_has_none_last()
    {
        Priority?[] some = [Priority.P6, null, Priority.P0, Priority.P2];

        some.OrderBy(p => p.Rank()).ShouldBe([Priority.P0, Priority.P2, Priority.P6, null]);
        some.Min().ShouldBe(Priority.P0);
        Array.Empty<Priority?>().Min().ShouldBeNull();
    }

    [Theory]
    [InlineData(Priority.P1, "\"P1\"")]
    [InlineData(null, "null")]
    public void In_json_it_is_its_name(Priority? priority, string json)
    {
        JsonSerializer.Serialize(priority, Options).ShouldBe(json);
        JsonSerializer.Deserialize<Priority?>(json, Options).ShouldBe(priority);
    }

    [Fact]
    public void One_that_is_not_known_is_read_as_none() => JsonSerializer.Deserialize<Priority?>("\"urgent\"", Options).ShouldBeNull();
}
