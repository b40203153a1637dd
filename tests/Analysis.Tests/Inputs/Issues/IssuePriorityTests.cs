using Shouldly;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Settings;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Issues;

public sealed class IssuePriorityTests
{
    private static readonly Dictionary<Priority, string> None = [];

    [Theory]
    [InlineData("P0", Priority.P0)]
    [InlineData("p1", Priority.P1)]
    [InlineData("priority: p0", Priority.P0)]
    [InlineData("priority/critical-urgent", Priority.P0)]
    [InlineData("priority/important-soon", Priority.P1)]
    [InlineData("priority/important-longterm", Priority.P2)]
    [InlineData("priority/backlog", Priority.P3)]
    [InlineData("🚨 critical p0", Priority.P0)]
    [InlineData("Priority: High", Priority.P1)]
    [InlineData("prio2", Priority.P2)]
    [InlineData("sev1", Priority.P1)]
    [InlineData("severity - major", Priority.P1)]
    [InlineData("critical", Priority.P0)]
    [InlineData("high", null)]
    [InlineData("help wanted", null)]
    [InlineData("http2", null)]
    [InlineData("critical path", null)]
    public void Is_read_by_the_usual_conventions(string label, Priority? expected)
    {
        var priority = IssuePriority.Of(["bug", label], None);

        priority.ShouldBe(new IssuePriority(expected, expected is null ? null : label));
    }

    [Fact]
    public void The_settings_labels_come_first() =>
        IssuePriority.Of(["now", "P3"], new Dictionary<Priority, string> { [Priority.P0] = "Now" }).ShouldBe(new IssuePriority(Priority.P0, "now"));

    [Fact]
    public void Of_several_the_most_urgent_counts() => IssuePriority.Of(["P2", "priority: p1"], None).Label.ShouldBe("priority: p1");
}
