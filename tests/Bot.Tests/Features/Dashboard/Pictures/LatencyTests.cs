using Shouldly;
using Whybot.Analysis.Language.Identity;
using Whybot.Features.Dashboard.Pictures;
using Whybot.Foundation.Identity;
using Whybot.Memory.Deployments;
using Xunit;

namespace Whybot.Bot.Tests.Features.Dashboard.Pictures;

public sealed class LatencyTests
{
    private const string Looks = """
        [{"when":"Before","seen":{"checkedAt":"2026-11-30T12:00:00Z","environment":"staging","verdict":"Ready","services":[{"name":"cache","ready":true,
          "verdict":"Ready","because":"","probes":[{"kind":"redis","target":"cache:6379","ok":true,"status":null,"latencyMs":4.2,"evidence":"PONG"}]}]}},
         {"when":"After","seen":{"checkedAt":"2026-11-30T12:09:00Z","environment":"staging","verdict":"NotReady","services":[{"name":"cache","ready":false,
          "verdict":"NotReady","because":"refused","probes":[{"kind":"redis","target":"cache:6379","ok":false,"status":null,"latencyMs":null,"evidence":"refused"}]}]}}]
        """;

    private static DeploymentRun Run(string? looks) => new()
    {
        Id = 7,
        Repository = new RepositoryId(1),
        RepositoryName = new RepositoryName("team/shop"),
        Installation = 1,
        Deployment = 1,
        Environment = "staging",
        Sha = new CommitSha("s"),
        State = "done",
        Phase = 1,
        Green = 0,
        OpenedAt = DateTimeOffset.UnixEpoch,
        Looks = looks,
    };

    private static LatencyReading Reading(double? milliseconds, bool ok = true) => new(ok, milliseconds, "", "", "/");

    [Fact]
    public void A_run_has_a_reading_for_each_look()
    {
        var target = TargetLatencies.OfRun(Run(Looks)).ShouldHaveSingleItem();

        (target.Service, target.Kind, target.Target, target.Median, target.Longest).ShouldBe(("cache", "redis", "cache:6379", 4.2, 4.2));
        target.Readings.Select(r => r.Label).ShouldBe(["11-30 12:00, before the run: 4.2 ms", "11-30 12:09, after the run: failed, not timed"]);
        target.Readings[1].Said.ShouldBe("refused");
    }

    [Fact]
    public void Of_several_runs_the_last_look_counts() =>
        TargetLatencies.OfRuns([Run(Looks), Run(null)]).ShouldHaveSingleItem().Readings.ShouldHaveSingleItem().Ok.ShouldBeFalse();

    [Fact]
    public void What_another_version_wrote_is_left_out() => TargetLatencies.OfRun(Run("[{")).ShouldBeEmpty();

    [Fact]
    public void Bars_are_in_proportion_to_the_longest_and_a_failure_without_a_time_is_not_overlooked()
    {
        LatencyBars.Heights([Reading(50), Reading(100), Reading(0.1), Reading(null, ok: false)], 100).ShouldBe([14, 28, 2, 28]);
        LatencyBars.Heights([Reading(null)], null).ShouldBe([2]);
    }

    [Theory]
    [InlineData(0.42, "0.4 ms")]
    [InlineData(12.4, "12 ms")]
    [InlineData(1340.0, "1.3 s")]
    [InlineData(null, "not timed")]
    public void Latencies_are_told_in_the_unit_that_fits(double? milliseconds, string said) => Latencies.Of(milliseconds).ShouldBe(said);
}
