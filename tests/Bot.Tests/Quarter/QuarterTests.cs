using Shouldly;
using Whybot.Benchmarks;
using Whybot.Benchmarks.Quarter;
using Xunit;

namespace Whybot.Bot.Tests.Quarter;

/// <summary>A few days of the simulated quarter; <c>Whybot.Benchmarks.dll quarter</c> plays all of it.</summary>
[Needs("the service")]
public sealed class QuarterTests
{
    private const int Seed = 4;

    [Fact]
    public async Task Each_cause_gets_one_issue_the_right_verdict_and_few_words()
    {
        var scenario = new Scenario(Seed, deployments: 9, causes: 8);

        var (figures, written) = await Simulation.RunAsync(scenario, Seed, until: 9, new Progress<int>(), TestContext.Current.CancellationToken,
            new CommandsInProcess());

        var story = figures.Table() + string.Join('\n', written);
        figures.Causes.ShouldBeGreaterThanOrEqualTo(4, story);
        figures.Issues.ShouldBe(figures.Causes, story);
        figures.Duplicates.ShouldBeEmpty(story);
        figures.FalseCloses.ShouldBeEmpty(story);
        figures.WrongSuspects.ShouldBeEmpty(story);
        figures.WrongVerdicts.ShouldBeEmpty(story);
        figures.NotificationsPerCause.ShouldBeLessThanOrEqualTo(4, story);
    }
}
