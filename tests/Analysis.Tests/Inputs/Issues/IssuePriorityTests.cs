using Shouldly;
using Whybot.Analysis.Inputs.Issues;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Issues;

public sealed class IssuePriorityTests
{
    private static readonly Dictionary<string, string> None = new(StringComparer.Ordinal);

    [Theory]
    [InlineData("P0", 0)]
    [InlineData("p1", 1)]
    [InlineData("priority: p0", 0)]
    [InlineData("priority/critical-urgent", 0)]
    [InlineData("priority/important-soon", 1)]
    [InlineData("priority/important-longterm", 2)]
    [InlineData("priority/backlog", 3)]
    [InlineData("🚨 critical p0", 0)]
    [InlineData("Priority: High", 1)]
    [InlineData("prio2", 2)]
    [InlineData("sev1", 1)]
    [InlineData("severity - major", 1)]
    [InlineData("critical", 0)]
    [InlineData("high", IssuePriority.None)]
    [InlineData("help wanted", IssuePriority.None)]
    [InlineData("http2", IssuePriority.None)]
    [InlineData("critical path", IssuePriority.None)]
    public void Is_read_by_the_usual_conventions(string label, int rank)
    {
        var priority = IssuePriority.Of(["bug", label], None);

        priority.ShouldBe(rank == IssuePriority.None ? new IssuePriority(IssuePriority.None, null) : new IssuePriority(rank, label));
    }

    [Fact]
    public void The_settings_labels_come_first() =>
        IssuePriority.Of(["now", "P3"], new Dictionary<string, string>(StringComparer.Ordinal) { ["P0"] = "Now" }).ShouldBe(new IssuePriority(0, "now"));

    [Fact]
    public void Of_several_the_most_urgent_counts() => IssuePriority.Of(["P2", "priority: p1"], None).Label.ShouldBe("priority: p1");
}
