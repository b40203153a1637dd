using Shouldly;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Language.Identity;
using Whybot.Features.Dashboard;
using Whybot.Features.Dashboard.Home;
using Whybot.Memory.Deployments;
using Whybot.Memory.Overviews;
using Xunit;

namespace Whybot.Bot.Tests.Features.Dashboard.Home;

public sealed class WrongNowTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private static WrongNow Wrong(string place, Decision decision = Decision.NoGo, string? priority = null, int hours = 1, bool accepted = false,
        bool deployed = true) =>
        new(new RepositoryName("team/shop"), place, decision, Now.AddHours(-hours), "/runs/deployment/1")
        {
            Sha = new CommitSha("s"),
            Cause = "c",
            Priority = priority,
            Accepted = accepted,
            IsDeployed = deployed,
        };

    private static HomeModel Home(IReadOnlyList<WrongNow> wrong, int total = 3, int undecided = 0, int more = 0) =>
        new(wrong, more, [], total, undecided, new Trouble([], 0, []), [], new Paging(1, false));

    [Fact]
    public void The_worst_comes_first() => WrongNow.Worst(
    [
        Wrong("accepted", priority: "P0", accepted: true), Wrong("inconclusive", Decision.Inconclusive), Wrong("branch", deployed: false), Wrong("new"),
        Wrong("old", hours: 50), Wrong("not ready", Decision.NotReady), Wrong("P2", priority: "P2"), Wrong("P0 undecided", Decision.Inconclusive, "P0"),
        Wrong("P0", priority: "P0"),
    ]).Select(w => w.Place).ShouldBe(["P0", "P0 undecided", "P2", "old", "new", "branch", "not ready", "inconclusive", "accepted"]);

    [Fact]
    public void All_is_well_only_where_every_last_decision_says_so()
    {
        Headline.Of(Home([])).ShouldBe("All 3 environments are go");
        Headline.Of(Home([], undecided: 1)).ShouldBe("2 of 3 environments are go, the others are undecided");
        Headline.Of(Home([], undecided: 3)).ShouldBe("There is no decision yet");
        Headline.Of(Home([], total: 0)).ShouldBe("No environment is known yet");
        Headline.Of(Home([], total: 1)).ShouldBe("The environment's last decision is go");
    }

    [Fact]
    public void What_is_wrong_is_counted_without_what_a_person_accepted()
    {
        Headline.Of(Home([Wrong("a"), Wrong("b", accepted: true)])).ShouldBe("1 thing is wrong now");
        Headline.Of(Home([Wrong("a")], more: 7)).ShouldBe("8 things are wrong now");
        Headline.Of(Home([Wrong("b", accepted: true)])).ShouldBe("Nothing new is wrong; what is not go was accepted");
    }
}
