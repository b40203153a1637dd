using Shouldly;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Filing;
using Whybot.Analysis.Output.IssueLifecycle;
using Xunit;

namespace Whybot.Analysis.Tests.Output.IssueLifecycle;

public sealed class IssueLifecycleRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    /// <param name="runs">Oldest first, one a day until today: <c>x</c> failed, <c>.</c> passed, <c>b</c> failed and was no go, <c>f</c> failed and passed on
    /// the same commit.</param>
    private static TrackedCause Cause(string runs, bool suspect = true, int before = 0, string? priority = null, int tests = 2, params string[] categories) =>
        new()
        {
            About = new SeenCause(new ClusterId("w1-a"), "Broken", tests, VerdictKind.Regression, 7)
            {
                Suspect = suspect ? new PastSuspect(new CommitSha("s"), "src/a.py", true) : null,
                Priority = Priorities.Parse(priority),
                Categories = categories
            },
            Rows = [.. runs.Select((c, i) => new SeenRow(Now.AddDays(i - runs.Length + 1), "staging", new($"sha{i}"), c == '.' ? -1 : tests)
            {
                Blocked = c == 'b',
                PassedAfter = c == 'f'
            }).Reverse()],
            RanBefore = before,
            Brought = suspect,
        };

    private static TrackedIssue Issue(TrackedCause cause, bool open = true, NotifiedState? told = null) =>
        new() { Number = 7, Open = open, Causes = [cause], Told = told ?? new NotifiedState { Priority = Priority.P3 } };

    private static IssueLifecycleDecision Decide(TrackedIssue issue) => IssueLifecycleRules.Decide(issue, RepositorySettings.Default, Now);

    [Theory]
    [InlineData(3, 3, 3)]
    [InlineData(7, 10, 3)]
    [InlineData(5, 10, 5)]
    [InlineData(3, 10, 9)]
    [InlineData(5, 100, 59)]
    public void The_rarer_it_fails_the_more_clean_runs_it_takes_after_a_fix(int failed, int ran, int runs)
    {
        var rate = new FailureRate(failed, ran);

        ClosingRule.Needed(rate, isFixed: true).ShouldBe(runs);
        ClosingRule.ChanceOf(rate, runs, isFixed: true).ShouldBeLessThan(ClosingRule.Chance);
        if (runs > ClosingRule.Least)
            ClosingRule.ChanceOf(rate, runs - 1, isFixed: true).ShouldBeGreaterThanOrEqualTo(ClosingRule.Chance);
    }

    [Theory]
    [InlineData(1, 5, 96)]
    [InlineData(3, 10, 30)]
    [InlineData(30, 100, 24)]
    [InlineData(300, 1000, 30)]
    [InlineData(3, 3, 3)]
    public void Few_failures_are_no_rate_so_without_a_known_fix_it_takes_longer(int failed, int ran, int runs)
    {
        var rate = new FailureRate(failed, ran);

        ClosingRule.Needed(rate, isFixed: false).ShouldBe(runs);
        ClosingRule.ChanceOf(rate, runs, isFixed: false).ShouldBeLessThan(ClosingRule.Chance);
    }

    [Theory]
    [InlineData("xx..", false)]
    [InlineData("xx...", true)]
    [InlineData("x..x.....................", false)]
    [InlineData("x..x......................", true)]
    public void What_a_change_brought_is_closed_after_as_many_clean_runs_as_its_rate_asks_for(string runs, bool closed) =>
        (Decide(Issue(Cause(runs))).State == "closed").ShouldBe(closed);

    [Fact]
    public void What_no_change_explains_may_have_been_there_before_and_seldom_have_failed()
    {
        Decide(Issue(Cause("x....", suspect: false, before: 9))).State.ShouldBeNull();
        var isFixed = Issue(Cause("x" + new string('.', 29), suspect: false, before: 9)) with { Fix = new LinkedFix(12, Merged: true, Now.AddDays(-60)) };

        var closed = Decide(isFixed);

        closed.State.ShouldBe("closed");
        closed.News!.Text.ShouldBe("**Fixed:** its tests ran and passed in the last 29 runs since #12 was deployed, the newest at `sha29`. Before, it failed "
            + "in 1 of 10 runs (10%). 29 clean runs in a row happen by chance in 4.7% of such cases. Closed; if it comes back, I'll reopen it.\n");
        Decide(isFixed with { Fix = null }).State.ShouldBeNull();
    }

    [Theory]
    [InlineData("x...", 20, false)]
    [InlineData("xx...", 20, false)]
    [InlineData("xxx...", 2, false)]
    [InlineData("xxx...", 20, true)]
    public void What_failed_so_often_in_a_row_that_it_cannot_have_been_there_before_is_new(string runs, int before, bool closed) =>
        (Decide(Issue(Cause(runs, suspect: false, before: before))).State == "closed").ShouldBe(closed);

    [Fact]
    public void Passing_on_the_commit_on_which_it_failed_is_a_run_that_counts() =>
        ClosingRule.RateOf(Cause("f", suspect: true, before: 3)).ShouldBe(new FailureRate(1, 5));

    [Fact]
    public void Where_a_pull_request_says_that_it_fixes_it_only_runs_with_it_count()
    {
        var issue = Issue(Cause("x....."));

        Decide(issue with { Fix = new LinkedFix(12, Merged: false, null) }).State.ShouldBeNull();
        Decide(issue with { Fix = new LinkedFix(12, Merged: true, Now.AddDays(-1)) }).State.ShouldBeNull();
        Decide(issue with { Fix = new LinkedFix(12, Merged: true, Now.AddDays(-2)) }).News!.Text.ShouldContain("in the last 3 runs since #12 was deployed");
    }

    [Fact]
    public void Where_its_closings_were_overturned_too_often_it_only_suggests_once()
    {
        var issue = Issue(Cause("xx...")) with { OnlySuggestClosing = true };

        var first = Decide(issue);

        first.State.ShouldBeNull();
        first.News!.Text.ShouldContain("This could be closed");
        Decide(issue with { Told = first.Told }).News.ShouldBeNull();
    }

    [Fact]
    public void What_the_bot_closed_and_what_is_back_is_opened_with_what_differs()
    {
        var cause = Cause("xx....x");
        var closed = Issue(cause, open: false) with { ClosedAt = Now.AddDays(-3) };

        var back = Decide(closed with { HoldingFix = new HashSet<CommitSha> { new("sha6") } });

        back.State.ShouldBe("open");
        back.News!.Text.ShouldBe("**Back:** it fails again at `sha6` on `staging`, 3 days after it was closed. What differs: the suspect is `s` `src/a.py`.\n");
    }

    [Theory]
    [InlineData("xx..xx", "sha5", "sha5")]
    [InlineData("xx..xx", "sha4", "sha4")]
    [InlineData("xx..xx", "", null)]
    [InlineData("xx..xx", "sha0", null)]
    [InlineData("xx....", "sha5", null)]
    public void Only_a_commit_that_holds_what_closed_it_opens_it_again(string runs, string holding, string? opened)
    {
        var issue = Issue(Cause(runs), open: false) with
        {
            ClosedAt = Now.AddDays(-2),
            HoldingFix = holding.Split(' ').Select(h => new CommitSha(h)).ToHashSet()
        };

        var decision = Decide(issue);

        decision.State.ShouldBe(opened is null ? null : "open");
        decision.News?.Key.ShouldBe($"back:{opened}");
    }

    [Fact]
    public void Spellings_of_one_environment_are_one_place()
    {
        var cause = Cause("xxx") with
        {
            Rows = [new SeenRow(Now, "Staging", new CommitSha("sha2"), 2), new SeenRow(Now.AddDays(-1), "staging", new CommitSha("sha1"), 2),
            new SeenRow(Now.AddDays(-2), "STAGING", new CommitSha("sha0"), 2)]
        };

        Decide(Issue(cause, told: new NotifiedState { Priority = Priority.P3, Tests = 2, Places = ["staging"] })).News!.Key.ShouldStartWith("priority:");
    }

    [Fact]
    public void What_a_person_closed_is_answered_once_and_left_closed()
    {
        var issue = Issue(Cause("xxx"), open: false) with
        {
            ClosedAt = Now.AddHours(-30),
            ClosedByPerson = true,
            StateReason = "completed",
            HoldingFix = new HashSet<CommitSha> { new("sha2") }
        };

        var answer = Decide(issue);

        answer.State.ShouldBeNull();
        answer.News!.Text.ShouldContain("**It still fails** since this was closed: at `sha2` on `staging`, 2 failures.");
        Decide(issue with { Told = answer.Told }).News.ShouldBeNull();
        Decide(issue with { StateReason = "not_planned" }).News.ShouldBeNull();
        Decide(issue with { ClosedAt = Now.AddHours(1) }).News.ShouldBeNull();
    }

    [Theory]
    [InlineData("x", "P0", "P0")]
    [InlineData("bbb", null, "P0")]
    [InlineData("bb", null, "P3")]
    [InlineData("..x.x.", null, "P2")]
    [InlineData("....x.", null, "P3")]
    public void Its_priority_follows_from_what_it_blocks_and_how_often_it_fails(string runs, string? suites, string expected) =>
        PriorityRules.Of([Cause(runs, priority: suites)], RepositorySettings.Default, null, Now).Priority.ToString().ShouldBe(expected);

    [Fact]
    public void A_gated_category_is_P1_and_seldom_and_narrow_is_P3()
    {
        var settings = RepositorySettings.Default with { Gates = new Dictionary<string, double> { ["critical"] = 1 } };

        PriorityRules.Of([Cause("x", categories: "critical")], settings, null, Now).Because.ToString().ShouldBe("the category critical has a gate");
        PriorityRules.Of([Cause("x......")], settings, null, Now).Priority.ShouldBe(Priority.P3);
    }

    [Fact]
    public void What_raised_it_need_not_last_for_it_to_stay_and_one_clean_run_does_not_lower_it()
    {
        var told = new NotifiedState { Priority = Priority.P0 };
        var issue = Issue(Cause("bbb."), told: told) with { Labels = ["P0"] };

        Decide(issue).RemoveLabels.ShouldBeEmpty();
        Decide(issue with { Causes = [Cause("bbb.......x", suspect: false, before: 4)] }).RemoveLabels.ShouldBeEmpty();
        var lower = Decide(issue with { Causes = [Cause("b" + new string('.', 10), suspect: false, before: 40)] });

        (lower.News, lower.Told.Priority).ShouldBe((null, Priority.P3));
        lower.RemoveLabels.ShouldBe(["P0"]);
    }

    [Fact]
    public void That_it_matters_more_is_told_with_the_reason()
    {
        var raised = Decide(Issue(Cause("bbb"), told: new NotifiedState { Priority = Priority.P2 }) with { Labels = ["P2"] });

        raised.News!.Text.ShouldBe("**P0** instead of P2: it failed in the last 3 runs of `staging`, and none of them was go.\n");
        (raised.AddLabels, raised.RemoveLabels).ShouldSatisfyAllConditions(l => l.AddLabels.ShouldBe(["P0"]), l => l.RemoveLabels.ShouldBe(["P2"]));
    }

    [Fact]
    public void A_persons_label_stands_and_is_advised_against_once()
    {
        var issue = Issue(Cause("bbb"), told: new NotifiedState { Priority = Priority.P2 }) with { Labels = ["P1"] };

        var advice = Decide(issue);

        (advice.AddLabels.Count + advice.RemoveLabels.Count).ShouldBe(0);
        advice.News!.Text.ShouldBe("By its figures this is **P0**: it failed in the last 3 runs of `staging`, and none of them was go. Somebody has set P1, "
            + "and that stands.\n");
        Decide(issue with { Told = advice.Told }).News.ShouldBeNull();
    }

    [Fact]
    public void Twice_as_many_tests_and_another_place_are_told_counters_are_not()
    {
        var told = new NotifiedState { Priority = Priority.P2, Tests = 2, Places = ["staging"] };

        Decide(Issue(Cause("xxxx", tests: 3), told: told) with { Labels = ["P2"] }).News.ShouldBeNull();
        Decide(Issue(Cause("xxxx", tests: 5), told: told) with { Labels = ["P2"] })
            .News!.Text.ShouldBe("**Worse:** 5 failures for it now; 2 when I last said so.\n");
        Decide(Issue(Cause("xxxx"), told: told with { Places = ["preview"] }) with { Labels = ["P2"] }).News!.Text.ShouldContain("seen on `staging` too");
    }

    [Fact]
    public void Of_what_is_muted_nobody_hears_and_it_is_closed_all_the_same()
    {
        var decision = Decide(Issue(Cause("xx...")) with { Muted = true });

        (decision.State, decision.News).ShouldBe(("closed", null));
    }
}
