using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Whybot.Analysis.Decisions.Planning;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Xunit;

namespace Whybot.Analysis.Tests.Decisions.Planning;

public sealed class PlannerTests
{
    private static SuiteSettings Suite(string name, string? priority = null, string? category = null) =>
        new(name, category ?? name, Priorities.Parse(priority), [$"tests/test_{name}.py"]);

    private static RepositorySettings Settings(params SuiteSettings[] suites) =>
        new() { Suites = suites, Gates = new Dictionary<string, double> { ["overall"] = 0.9, ["critical"] = 1 } };

    private static HistoricRun Run(params (string Suite, string Test, bool Passed, double Seconds)[] tests) =>
        new("01", new CommitSha("aaaaaaaaaa"), null, tests.ToDictionary(t => t.Test,
            t => new PastOutcome(t.Passed ? TestOutcome.Passed : TestOutcome.Failed, t.Seconds, null, t.Suite, "r.xml", 1)));

    private static ChangeSet Changes(params string[] paths) =>
        new(new CommitSha("base"), new CommitSha("head"), "compare.json", [new Commit(new CommitSha("c1"), "m", null, null, "c1.json",
            [.. paths.Select(p => new ChangedFile(p, null, "modified", "", "c1.json",
            "/files/0"))], null, [])], new Dictionary<string, IReadOnlyList<PastCommit>>());

    private static IEnumerable<string> Order(PlanInput input) => Planner.Make(input).Suites.Select(s => s.Suite.Name);

    [Fact]
    public void Connectivity_then_priority_then_what_failed_then_what_is_near_then_the_cheap()
    {
        var input = new PlanInput
        {
            Settings = Settings(Suite("later", "P2"), Suite("dear", "P1"), Suite("cheap", "P1"), Suite("billing", "P1"), Suite("broken", "P1"),
                Suite("unknown"), Suite("smoke", "P3", "connectivity")),
            History = new RunHistory([Run(("dear", "d", true, 90), ("cheap", "c", true, 1), ("broken", "b", false, 100), ("billing", "i", true, 95))]),
            Changes = Changes("src/billing/invoice.py", "docs/cheap.md"),
        };

        Order(input).ShouldBe(["smoke", "broken", "billing", "cheap", "dear", "later", "unknown"]);
        Planner.Make(input).Phases.Select(p => p.Name).ShouldBe(["connectivity", "P1", "P2", "without priority"]);
    }

    [Fact]
    public void A_focus_keeps_connectivity_and_names_what_it_leaves_out()
    {
        var settings = Settings(Suite("smoke", "P0", "infrastructure"), Suite("billing", "P1", "money"), Suite("chat", "P1"));
        var input = new PlanInput { Settings = settings, Changes = Changes("src/billing.py") };

        Order(input with { Focus = Focus.Parse("changed")! }).ShouldBe(["smoke", "billing"]);
        Order(input with { Focus = Focus.Parse("category:money")! }).ShouldBe(["smoke", "billing"]);
        Planner.Make(input with { Focus = Focus.Parse("suite:chat")! }).LeftOut.ShouldBe(["billing"]);
        Focus.Parse("everything").ShouldBeNull();
        Focus.Parse("suite:").ShouldBeNull();
    }

    [Fact]
    public void Open_issues_say_what_is_expected_to_fail()
    {
        KnownIssue Issue(int number, string body, bool open) => new(number, "Chat is broken", body, open, ["P0"], null, null, "issues.json", "/0");
        var input = new PlanInput
        {
            Settings = Settings(Suite("chat"), Suite("billing")),
            History = new RunHistory([Run(("chat", "tests.Chat::test_answers", true, 1))]),
            Issues = [Issue(7, "`test_answers` fails", true), Issue(8, "see tests/test_billing.py", true), Issue(9, "`test_answers`", false)],
        };

        var plan = Planner.Make(input);

        plan.Suites.Single(s => s.Suite.Name == "chat").Expected.ShouldBe([new ExpectedFailure(7, "Chat is broken", 1)]);
        plan.Suites.Single(s => s.Suite.Name == "billing").Expected.Select(e => e.Issue).ShouldBe([8]);
        plan.Context.Select(c => c.ToString()).ShouldContain("open P0: #7 Chat is broken");
    }

    [Fact]
    public void Whatever_the_suites_the_order_respects_risk_and_none_is_lost_or_doubled() =>
        Prop.ForAll(Suites(), suites =>
        {
            var history = new RunHistory([Run([.. suites.Select((s, i) => (s.Name, $"t{i}", i % 3 != 0, (double)(i * 7 % 11)))])]);
            var plan = Planner.Make(new PlanInput { Settings = Settings(suites), History = history });
            var order = plan.Suites.ToList();
            order.Select(s => s.Suite.Name).ShouldBe(suites.Select(s => s.Name), ignoreOrder: true);
            var risks = order.Select(s => SuiteRisk.Of(s.Suite, history, null)).ToList();
            foreach (var (before, after) in risks.Zip(risks.Skip(1)))
            {
                (!before.Connectivity && after.Connectivity).ShouldBeFalse();
                if (before.Connectivity == after.Connectivity)
                    before.Priority.Rank().ShouldBeLessThanOrEqualTo(after.Priority.Rank());
                if (before.Connectivity == after.Connectivity && before.Priority == after.Priority)
                    (before.FailedLast == 0 && after.FailedLast > 0).ShouldBeFalse();
            }
            Planner.Make(new PlanInput { Settings = Settings([.. suites.Reverse()]), History = history }).Suites.Select(s => s.Suite.Name)
                .ShouldBe(order.Select(s => s.Suite.Name));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void After_a_fix_too_none_is_lost_connectivity_leads_and_what_failed_comes_before_what_passed() =>
        Prop.ForAll(Suites(), ArbMap.Default.ArbFor<bool[]>(), (suites, failed) =>
        {
            var history = new RunHistory([Run([.. suites.Select((s, i) => (s.Name, $"t{i}", !failed.ElementAtOrDefault(i), 1.0))])]);
            var order = Planner.Make(new PlanInput { Settings = Settings(suites), History = history, FailedFirst = true }).Suites.ToList();
            order.Select(s => s.Suite.Name).ShouldBe(suites.Select(s => s.Name), ignoreOrder: true);
            var risks = order.Select(s => SuiteRisk.Of(s.Suite, history, null)).ToList();
            foreach (var (before, after) in risks.Zip(risks.Skip(1)))
            {
                (!before.Connectivity && after.Connectivity).ShouldBeFalse();
                if (before.Connectivity == after.Connectivity && !before.Connectivity)
                    (before.FailedLast == 0 && after.FailedLast > 0).ShouldBeFalse();
                if (before.Connectivity == after.Connectivity && before.FailedLast > 0 == after.FailedLast > 0)
                    before.Priority.Rank().ShouldBeLessThanOrEqualTo(after.Priority.Rank());
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_gate_is_never_passed_by_missing_data() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>().Filter(n => n >= 0), ArbMap.Default.ArbFor<bool[]>(), (missing, outcomes) =>
        {
            SuiteSettings[] suites = [Suite("one", "P1", "critical"), Suite("two", "P1", "critical")];
            var settings = Settings(suites);
            var phase = PlanFile.Of(Planner.Make(new PlanInput { Settings = settings }), "").Phases.Single();
            var ran = missing % 4 == 0 ? suites : missing % 4 == 1 ? [suites[0]] : missing % 4 == 2 ? [suites[1]] : [];
            var counts = ran.Select(s => new SuiteCount(s.Name, s.Category, outcomes.Count(o => o), outcomes.Count(o => !o), missing % 3)).ToList();
            var holds = PhaseGate.WhyClosed(phase, counts) is null;
            holds.ShouldBe(ran.Length == 2 && outcomes.Length > 0 && outcomes.All(o => o));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_closed_gate_says_why()
    {
        var settings = Settings(Suite("one", "P1", "critical"));
        var phase = PlanFile.FromJson(PlanFile.Of(Planner.Make(new PlanInput { Settings = settings }), "").ToJson()).Phases.Single();

        PhaseGate.WhyClosed(phase, []).ShouldBe("critical: one did not run; no data is never a pass");
        PhaseGate.WhyClosed(phase, [new SuiteCount("one", "critical", 1, 1, 0)]).ShouldBe("critical: 50% passed, 100% needed");
        PhaseGate.WhyClosed(phase, [new SuiteCount("one", "critical", 0, 0, 9)]).ShouldBe("critical: one did not run; no data is never a pass");
    }

    [Fact]
    public void After_a_fix_what_failed_last_time_runs_first_but_for_connectivity()
    {
        var input = new PlanInput
        {
            Settings = Settings(Suite("early", "P1"), Suite("broken", "P3"), Suite("smoke", "P3", "connectivity"), Suite("late", "P4")),
            History = new RunHistory([Run(("early", "e", true, 1), ("broken", "b", false, 1), ("late", "l", true, 1))]),
            FailedFirst = true,
        };

        Order(input).ShouldBe(["smoke", "broken", "early", "late"]);
        Planner.Make(input).Phases.Select(p => p.Name).ShouldBe(["connectivity", "what failed last time", "P1", "P4"]);
    }

    [Fact]
    public void What_the_last_run_concluded_and_what_was_merged_since_stand_above_the_plan()
    {
        var changes = Changes("src/a.py");
        var input = new PlanInput
        {
            Settings = Settings(Suite("one")),
            Last = new LastRun(new("bbbbbbbbbb"), "no-go", "1 gate not met: critical", null, [new(new("c1"), "Orders | are lost", "", 7, ["t"], null)]),
            Changes = changes with { Commits = [changes.Commits[0] with { Pull = new PullRequest(12, "Rename the total", new("h"), "p.json", "/0") }] },
        };

        PlanWriter.Write(Planner.Make(input)).ShouldContain("- the last run (`bbbbbbbb`) was no-go: `1 gate not met: critical`; causes: `Orders | are lost`\n");
        Planner.Make(input).Context.Select(c => c.ToString()).ShouldContain("merged since: #12 Rename the total");
    }

    private static Arbitrary<SuiteSettings[]> Suites() =>
        (from count in Gen.Choose(0, 12)
         from priorities in Gen.ArrayOf(Gen.Elements("P0", "P1", "P2", "P6", null), count)
         from connectivity in Gen.ArrayOf(Gen.Elements(true, false, false, false), count)
         select priorities.Select((p, i) => Suite($"s{i}", p, connectivity[i] ? "connectivity" : "other")).ToArray()).ToArbitrary();
}
