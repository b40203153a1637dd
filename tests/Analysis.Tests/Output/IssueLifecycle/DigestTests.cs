using Shouldly;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.IssueLifecycle;
using Xunit;

namespace Whybot.Analysis.Tests.Output.IssueLifecycle;

public sealed class DigestTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 5, 0, 0, TimeSpan.Zero);

    private static readonly Digest Empty = new() { Until = Now };

    private static FlakeFailure Failure(int minutesAgo, double again, bool blocked = false) =>
        new(new CommitSha($"s{minutesAgo}"), "staging", Now.AddMinutes(-minutesAgo), 12, again, blocked);

    [Fact]
    public void A_week_without_anything_says_so()
    {
        Empty.Open.ShouldBe(0);
        DigestWriter.Write(Empty).ShouldStartWith("**Nothing needs attention this week.**");
    }

    [Fact]
    public void The_first_line_counts_what_wants_a_person()
    {
        var digest = Empty with
        {
            Places = [new DigestPlace("staging", 9, 2, 1)],
            Refuted = [new RefutedIssue(7, "Search is down", Priority.P0, 3, new("0123456789"), "staging",
                "the test it names really ran and passed: test_search"),
                new RefutedIssue(8, "Late", Priority.P0, 2, new CommitSha("s2"), "staging", "x")],
            Lingering = [new LingeringIssue(9, "Odd", Now.AddDays(-20), 2, 4, 11)],
            Unclassified = [new UnclassifiedCause(new ClusterId("w1-a"), "Something", null, VerdictKind.Inconclusive, "staging", new CommitSha("s1"))],
            Flakes = [new FlakeCost(new ClusterId("w1-f"), "Sometimes", 12, [Failure(5, 1.5), Failure(9, 0, blocked: true)])],
            Record = [new RuleRecord("flaky", 12, 5), new RuleRecord("regression", 3, 0)],
        };

        var text = DigestWriter.Write(digest);

        text.Split('\n')[0].ShouldBe("**1 stale P0, 1 other contradicted issue, 1 issue that lingers, 1 cause not understood, 1 flaky cause, 1 rule of mine "
            + "that is overturned too often.**");
        text.ShouldContain("`staging`: 12 deployments tested, 9 go, 2 no-go, 1 inconclusive.");
        text.ShouldContain("- #7 `Search is down` **stale P0**: 3 runs since it last held, the newest at `01234567` on `staging`; "
            + "`the test it names really ran and passed: test_search`\n");
        text.ShouldContain("- #9 `Odd`: failed 2×, last on 2026-11-03; 4 runs passed since, 11 are needed to close it\n");
        text.ShouldContain("- `Something`: inconclusive, seen at `s1` on `staging`, no issue\n");
        text.ShouldContain("- `Sometimes`: failed in 2 runs, kept 1 from passing, cost 13.5 min; #12\n");
        text.ShouldContain("| flaky | 12 | 5 (42%) | **only suggests until that is less than 20%** |");
        text.TrimEnd().ShouldEndWith(DigestWriter.Marker);
        digest.Open.ShouldBe(6);
    }

    [Fact]
    public void Words_from_outside_stay_in_their_spans()
    {
        var text = DigestWriter.Write(Empty with
        {
            Unclassified =
            [new UnclassifiedCause(new("w1-a"), "`| @everyone <!-- whybot:digest -->", null, VerdictKind.Inconclusive, "sta|ging", new("s1"))]
        });

        text.ShouldContain("- `` `| @everyone <! -- whybot:digest --> ``: inconclusive");
        text.Split(DigestWriter.Marker).Length.ShouldBe(2);
    }

    [Fact]
    public void A_flake_costs_what_ran_again_and_the_runs_that_it_stopped()
    {
        var cheap = new FlakeCost(new ClusterId("w1-b"), "Cheap", null, [Failure(1, 1), Failure(2, 1), Failure(3, 1)]);
        var dear = new FlakeCost(new ClusterId("w1-a"), "Dear", null, [Failure(1, 0, blocked: true)]);
        var never = new FlakeCost(new ClusterId("w1-c"), "Never", null, []);

        FlakeCost.Rank([cheap, never, dear]).Select(c => (c.Title, c.Minutes)).ShouldBe([("Dear", 12), ("Cheap", 3)]);
    }
}
