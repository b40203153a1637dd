using Shouldly;
using Whybot.Analysis.Causes.LogDifference;
using Whybot.Analysis.Inputs.Results;
using Xunit;

namespace Whybot.Analysis.Tests.Causes.LogDifference;

/// <summary>Whether an earlier log has the failure that a job has now.</summary>
public sealed class AlikeLinesTests
{
    private static string? Found(string message, params string[] log)
    {
        var alike = new AlikeLines(Runs.Test("job unit", TestOutcome.Error, message, TestScope.Job));
        for (var i = 0; i < log.Length; i++)
            alike.Feed(i + 1, log[i]);
        return alike.Found("history/01/logs/unit.txt")?.Place;
    }

    [Fact]
    public void Figures_do_not_matter() =>
        Found("error: 3 pages have no title", "2026-10-12T08:02:00.1234567Z building", "2026-10-12T08:02:01.1234567Z error: 5 pages have no title")
            .ShouldBe("history/01/logs/unit.txt:2");

    [Fact]
    public void The_headline_and_half_of_the_lines_have_to_be_there()
    {
        Found("error: no title\nin page a\nin page b", "error: no title", "in page a").ShouldNotBeNull();
        Found("error: no title\nin page a\nin page b", "error: no title").ShouldBeNull();
        Found("error: no title\nin page a", "in page a").ShouldBeNull();
    }

    [Fact]
    public void That_a_process_ended_badly_makes_no_two_failures_the_same() =>
        Found("Process completed with exit code 1.", "Process completed with exit code 1.").ShouldBeNull();
}
