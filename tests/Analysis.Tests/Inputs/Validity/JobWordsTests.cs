using Shouldly;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Validity;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Validity;

/// <summary>How jobs ended, in words.</summary>
public sealed class JobWordsTests
{
    private static JobEnd Job(string name, JobState state, string said = "no payment") =>
        new(name, state, $"logs/{name}.txt") { Said = Citation.OfLines($"logs/{name}.txt", 1, 1, said) };

    [Fact]
    public void Jobs_that_ended_alike_are_told_together() =>
        JobWords.Of([Job("build", JobState.NotStarted), Job("unit", JobState.Killed, "Killed"), Job("lint", JobState.NotStarted),
            Job("docs", JobState.NotStarted)]).Select(w => w.ToString())
            .ShouldBe(["build, lint and docs could not be started: “no payment”", "unit was killed: “Killed”"]);

    [Theory]
    [InlineData(2, "job 1 and job 2 lost their runners: “gone”")]
    [InlineData(7, "job 1, job 2, job 3, job 4, job 5 and 2 more lost their runners: “gone”")]
    public void Many_are_counted(int jobs, string words) =>
        JobWords.Of(Enumerable.Range(1, jobs).Select(i => Job($"job {i}", JobState.RunnerLost, "gone"))).Single().ToString().ShouldBe(words);
}
