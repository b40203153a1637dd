using Shouldly;
using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Validity;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Reports;
using Xunit;

namespace Whybot.Analysis.Tests.Output.Reports;

public sealed class AnswerLinesTests
{
    private static readonly Deployment Staging = new(new("acme/harbor"), "staging", new CommitSha("a3ad6db80d3199f117c856e02c661ea7bea83803"), null);
    private static readonly Deployment Commit = new(new RepositoryName("acme/harbor"), null, new CommitSha("a3ad6db80d3199f117c856e02c661ea7bea83803"), null);

    private static ReportedCluster Cause(VerdictKind verdict = VerdictKind.Regression, bool? suspect = null, params ActionItem[] actions) => new()
    {
        Id = new ClusterId("w2-a"),
        Title = "KeyError: 'total'",
        Brief = $"the field {"total"} is missing",
        Verdict = new Verdict(verdict, $"because"),
        Cause = "payload-contract",
        RootCause = $"root",
        Tests = ["t"],
        Suites = ["unit"],
        Categories = ["unit"],
        Suspects = suspect is { } established ? [new NamedSuspect(new(new string('b', 40)), "a.py", "A change", null, 7, established, [$"x"], [])] : [],
        Whys = [],
        RuledOut = [],
        Actions = actions,
    };

    private static Report Of(Deployment deployment, Decision decision, RunTotals totals, params ReportedCluster[] clusters) => new()
    {
        Deployment = deployment,
        Decision = decision,
        Reason = $"all 2 gates met",
        Totals = totals,
        Gates = [],
        Clusters = clusters,
        Contradictions = [],
        NewIssues = [],
        Suites = [],
        Warnings = [],
        Coverage = "nothing",
    };

    private static readonly RunTotals Red = new(10, 9, 1, 0, 0);
    private static readonly RunTotals Green = new(10, 10, 0, 0, 0);

    private static string Sentence(Report report) => AnswerLines.Sentence(report).ToString();

    [Fact]
    public void A_no_go_says_what_broke() =>
        Sentence(Of(Staging, Decision.NoGo, Red, Cause())).ShouldBe("No-go for staging at a3ad6db8: the field total is missing");

    [Fact]
    public void And_how_many_more_causes_there_are() => Sentence(Of(Staging, Decision.NoGo, Red, Cause(), Cause(), Cause()))
        .ShouldBe("No-go for staging at a3ad6db8: the field total is missing, and 2 more causes");

    [Fact]
    public void A_go_says_why_even_if_something_fails() =>
        Sentence(Of(Staging, Decision.Go, Red, Cause())).ShouldBe("Go for staging at a3ad6db8: all 2 gates met");

    [Theory]
    [InlineData(VerdictKind.Regression, true, "Yours")]
    [InlineData(VerdictKind.Regression, false, "Probably yours")]
    [InlineData(VerdictKind.Regression, null, "Passed before")]
    [InlineData(VerdictKind.Known, null, "Known, probably not yours")]
    [InlineData(VerdictKind.Flaky, null, "Probably not yours")]
    [InlineData(VerdictKind.Environment, null, "Probably not yours")]
    [InlineData(VerdictKind.Inconclusive, false, "Unclear whether it is yours")]
    public void A_pull_request_is_told_first_whether_it_is_its_own(VerdictKind verdict, bool? suspect, string concern) =>
        Sentence(Of(Commit with { Pull = 3 }, Decision.NoGo, Red, Cause(verdict, suspect))).ShouldBe($"{concern}: the field total is missing");

    [Fact]
    public void A_branch_is_named() => Sentence(Of(Commit with { Branch = "main" }, Decision.NoGo, Red, Cause()))
        .ShouldBe("main at a3ad6db8: the field total is missing");

    [Fact]
    public void A_green_commit_says_how_many_tests_passed_and_nothing_twice()
    {
        var report = Of(Commit, Decision.Go, Green);

        Sentence(report).ShouldBe("10 of 10 tests passed");
        AnswerLines.Figures(report).ShouldBe("");
    }

    [Fact]
    public void What_to_do_now_comes_before_what_to_do_next()
    {
        var next = new ActionItem(Urgency.Next, $"Look.", WhyStep.Symptom);
        var now = new ActionItem(Urgency.Now, $"Revert.", WhyStep.Change);

        AnswerLines.ToDo(Of(Staging, Decision.NoGo, Red, Cause(actions: [next, now])))!.Value.Urgency.ShouldBe(Urgency.Now);
        AnswerLines.ToDo(Of(Staging, Decision.NoGo, Red, Cause(actions: [next])))!.Value.What.ShouldBe([Prose.Of($"Look.")]);
        AnswerLines.ToDo(Of(Staging, Decision.Go, Green)).ShouldBeNull();
    }

    [Fact]
    public void Every_kind_of_fault_has_a_clause_with_one_place_for_a_name() =>
        MechanismCatalogue.All.Append(Mechanism.Unknown)
            .ShouldAllBe(m => m.Brief.Count(c => c == '{') == 1 && m.Brief.IndexOf('}') > m.Brief.IndexOf('{') && !m.Brief.EndsWith('.'));

    [Fact]
    public void The_reason_stands_beside_the_cause_unless_it_repeats_it()
    {
        var gates = Of(Staging, Decision.NoGo, Red, Cause());

        AnswerLines.Reason(gates).ToString().ShouldBe("all 2 gates met");
        AnswerLines.Reason(gates with { Reason = $"failed outside of tests: {"KeyError: 'total'"}" }).ShouldBe(Prose.Empty);
    }

    [Fact]
    public void What_was_not_read_is_said_once()
    {
        var unread = new InputProblem("results/a.xml", 1, ReadExtent.None, "the file is empty");
        var report = Of(Staging, Decision.Inconclusive, Green) with { Unread = [unread], Reason = $"not fully read: {"the file is empty"}" };

        AnswerLines.SaysUnread(report).ShouldBeTrue();
        AnswerLines.SaysUnread(report with { Reason = $"no test ran" }).ShouldBeFalse();
    }

    [Fact]
    public void None_failed_before_is_only_said_of_tests()
    {
        var before = new PreviousRun(new CommitSha(new string('c', 40)), 1, 0, 1);

        Wording.Passed(Of(Staging, Decision.NoGo, Red, Cause()) with { Previous = before })
            .ShouldBe("1 of 10 tests fails (90% passed); none at the last deployment");
        Wording.Passed(Of(Staging, Decision.NoGo, new RunTotals(10, 10, 0, 1, 0) { Outside = 1 }, Cause()) with { Previous = before })
            .ShouldBe("10 of 10 tests passed, 1 failure outside of tests");
    }
}
