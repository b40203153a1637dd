using Shouldly;
using Whybot.Bot.Tests.Service;
using Whybot.Demo;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Demo;

/// <summary>Each way to break the demo's shop, with the real shop and its real suites.</summary>
[Needs("processes")]
public sealed class BreakageTests
{
    private static TestedService InProcess(string folder, FakeGitHub github) => new ServiceInProcess(folder, github);

    private static Breakage Of(string name) => Breakage.All.Single(b => b.Name == name);

    [Theory]
    [InlineData("missing-setting")]
    [InlineData("early-close")]
    [InlineData("slow-store")]
    [InlineData("flaky-list")]
    public async Task Each_way_to_break_it_is_told_for_what_it_is(string name)
    {
        var breakage = Of(name);
        await using var world = await World.CreateAsync(breakage, checks: true, InProcess);
        await BreakAsync(world);

        var summary = Unlinked.Of(world.Check(World.Broken)!.Value.Summary);
        summary.ShouldContain($"*{breakage.Verdict}: ");
        if (breakage.Verdict == "regression")
            summary.ShouldContain($"since #{world.Pull.Number} (`bbbbbbbb`)");
        else
            summary.Split('\n')[0].ShouldNotContain(" since ");
        summary.ShouldStartWith(breakage.Verdict == "flaky" ? "### ❔ Inconclusive" : "### ❌ No-go");
        world.GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_store_that_is_down_is_told_without_running_a_suite()
    {
        await using var world = await World.CreateAsync(Of("store-down"), checks: true, InProcess);
        await BreakAsync(world);

        Unlinked.Of(world.Check(World.Broken)!.Value.Summary)
            .ShouldStartWith("### ⏳ Not ready for `staging` at `bbbbbbbb`: no test ran: `store` is not ready");
        world.Service.Output.Split("Suite orders").Length.ShouldBe(2);
        world.Shop.Issues.Single(i => i.Via is not null).Title.ShouldStartWith("staging is not ready: store");
        world.Shop.PullComments.ShouldBeEmpty();
        world.GitHub.Violations.ShouldBeEmpty();
    }

    private static async Task BreakAsync(World world)
    {
        await world.DeployAsync(1, World.Good, null);
        await world.DecidedAsync(World.Good, _ => { });
        await world.DeployAsync(2, World.Broken, world.Breakage);
        await world.DecidedAsync(World.Broken, _ => { });
    }
}
