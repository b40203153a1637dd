using Shouldly;
using Whybot.Benchmarks.Damage;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests;

/// <summary>The benchmark's property, on a few damaged files of each format; <c>Whybot.Benchmarks.dll damage</c> tries 20,000.</summary>
[Needs("time")]
public sealed class DamagedResultsTests
{
    [Fact]
    public void A_damaged_file_that_held_or_claimed_a_failure_never_ends_in_go()
    {
        var victims = DamageTrial.Of(Path.Combine(Repository.Root, "tests", "Analysis.Tests", "Inputs", "Results", "Outputs"));
        var trial = new DamageTrial(victims, seed: 20261128);

        trial.Run(1_000);

        victims.Count(v => v.HoldsFailure).ShouldBeGreaterThan(10);
        trial.FalseGos.ShouldBeEmpty();
        trial.NotGo.ShouldBe(1_000);
    }
}
