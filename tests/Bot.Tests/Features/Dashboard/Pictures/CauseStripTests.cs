using Shouldly;
using Whybot.Analysis.Language.Identity;
using Whybot.Features.Dashboard.Pictures;
using Whybot.Foundation.Identity;
using Whybot.Memory.Deployments;
using Whybot.Memory.Overviews;
using Xunit;

namespace Whybot.Bot.Tests.Features.Dashboard.Pictures;

public sealed class CauseStripTests
{
    private static DeploymentRun Run(long id, string sha) => new()
    {
        Id = id,
        Repository = new RepositoryId(1),
        RepositoryName = new RepositoryName("team/shop"),
        Installation = 1,
        Deployment = id,
        Environment = "staging",
        Sha = new CommitSha(sha),
        State = "done",
        Phase = 1,
        Green = 0,
        OpenedAt = DateTimeOffset.UnixEpoch,
    };

    private static SeenCell Seen(string cluster, string sha, long tests) =>
        new() { Cluster = new ClusterId(cluster), Title = cluster, Sha = new CommitSha(sha), Tests = tests };

    [Fact]
    public void Each_deployment_is_a_cell_in_the_colour_of_what_was_seen_there_and_a_link_to_it()
    {
        var strip = CauseStrip.Of(new RepositoryName("team/shop"), [Run(1, "s1"), Run(2, "s2"), Run(3, "s3"), Run(4, "s4")],
            [Seen("a", "s1", 3), Seen("a", "s2", 0), Seen("a", "s4", -1)], 5).ShouldHaveSingleItem();

        strip.Cells.Select(c => c.Kind).ShouldBe(["no-go", "inconclusive", "open", "go"]);
        strip.Cells[0].ShouldBe(new StripCell("no-go", "01-01 00:00 s1: 3 failed", "/runs/deployment/1"));
        strip.Address.ShouldBe("/causes/team/shop/a");
    }

    [Fact]
    public void What_failed_last_comes_first_and_what_only_passed_is_left_out()
    {
        var runs = new[] { Run(1, "s1"), Run(2, "s2") };

        var seen = new[] { Seen("old", "s1", 1), Seen("new", "s2", 1), Seen("both", "s1", 1), Seen("both", "s2", 2), Seen("passed", "s1", -1) };

        CauseStrip.Of(new RepositoryName("team/shop"), runs, seen, 5).Select(s => s.Title).ShouldBe(["both", "new", "old"]);
        CauseStrip.Of(new RepositoryName("team/shop"), runs, [Seen("old", "s1", 1), Seen("new", "s2", 1)], 1).ShouldHaveSingleItem().Title.ShouldBe("new");
    }
}
