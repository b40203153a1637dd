using Shouldly;
using Whybot.Demo;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Demo;

/// <summary>What the demo shows is so: real services, real suites, the real bot.</summary>
[Needs("processes")]
public sealed class StoryTests
{
    private static Breakage Of(string name) => Breakage.All.Single(b => b.Name == name);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_whole_story_is_told_on_either_store_though_the_service_is_killed_before_it_explains(bool postgres)
    {
        await using var world = await World.CreateAsync(Of("renamed-field"), checks: true,
            (folder, github) => new ServiceProcess(folder, github, postgres ? PostgresServer.NewDatabase() : null));
        var told = new List<(string Heading, string Text)>();
        await new Story(world, (heading, text) => told.Add((heading, text)), _ => { }, () => KilledAsync(world)).TellAsync();

        var broken = world.Check(World.Broken)!.Value;
        Unlinked.Of(broken.Summary).ShouldStartWith(
            $"### ❌ No-go for `staging` at `bbbbbbbb`: the field `total` is missing since #{world.Pull.Number} (`bbbbbbbb`)\n\n**Now:** Fix or revert ");
        var issue = world.Shop.Issues.Single(i => i.Via is not null);
        issue.Title.ShouldContain("the order has no field 'total'");
        issue.Labels.ShouldBe(["staging", "P1"]);
        broken.Summary.ShouldContain("2 gates not met: `critical`, `overall` · 2 of 9 tests fail (77.7% passed); none at the last deployment · issue "
            + $"#{issue.Number} (new)");
        broken.Summary.ShouldContain($"On pull request #{world.Pull.Number} ran `build`, `unit`; judging by their names, none of them runs `orders`.");

        var isFixed = world.Check(World.Fixed)!.Value;
        (isFixed.Title, isFixed.Conclusion).ShouldBe(("Go for staging at cccccccc: all 4 gates met", "success"));
        isFixed.Summary.ShouldContain("10 of 10 tests passed; 77.7% passed at the last deployment (2 fixed, 0 broken since)");
        isFixed.Summary.ShouldContain("✅ answered");
        issue.Body.ShouldContain("Seen in 1 run. **Since then its tests ran and passed in 1 run.**");
        world.Shop.PullComments[world.Pull.Number].ShouldHaveSingleItem().Body.ShouldStartWith("### ✅ Go for `staging` at ");
        (await world.WorklogAsync()).ShouldContain("### Phase 2: what failed last time");
        told.Select(t => t.Heading).ShouldContain("A broken revision reaches staging: a change gives the order's total another name");
        world.Shop.Issues.Count(i => i.Via is not null).ShouldBe(1);
        TheReadmeShows(told);
        world.GitHub.Violations.ShouldBeEmpty();
    }

    /// <summary>Lines that are not shortened are in the README as they were told, without the addresses of their links.</summary>
    private static void TheReadmeShows(IEnumerable<(string Heading, string Text)> told)
    {
        var lines = told.SelectMany(t => Unlinked.Of(t.Text).Split('\n').Prepend($"== {t.Heading}")).Select(l => l.Trim()).ToHashSet();
        var shown = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).Split("break it in other ways):\n\n```\n")[1].Split("```")[0].Split('\n')
            .Select(l => l.Trim()).Where(l => l.Length > 0 && !l.Contains('…', StringComparison.Ordinal)).ToList();
        shown.Count.ShouldBeGreaterThan(10);
        shown.ShouldAllBe(l => lines.Contains(l), string.Join('\n', shown.Except(lines)));
    }

    /// <summary>Between start and explain: suites have ended, and nothing has been said about them.</summary>
    private static async Task KilledAsync(World world)
    {
        await Wait.UntilAsync(() => world.Service.Output.Split("Suite orders").Length > 2, () => world.Service.Output);
        ((ServiceProcess)world.Service).Kill();
        (world.Check(World.Broken) ?? throw new InvalidOperationException(world.Service.Output)).Conclusion.ShouldBeNull();
        await world.Service.StartAsync();
    }
}
