using Shouldly;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Reports;
using Xunit;

namespace Whybot.Analysis.Tests.Output.Checking;

/// <summary>Each sentence says what is literally so, in cases where it would be easy to say more.</summary>
public sealed class TrueSentencesTests
{
    private const string Message = "AssertionError: cart total is 41 instead of 42";

    private static TestCase Failing(string name = "adds_up", string message = Message) => Runs.Test(name, TestOutcome.Failed, message);

    private static string Why(Report report, WhyStep rung) => report.Clusters[0].Whys.Single(w => w.Rung == rung).Answer.ToString();

    private static ChangeSet Changes(params (string Path, string Patch)[] files) =>
        new(new CommitSha(new string('a', 40)), new CommitSha(new string('b', 40)), "compare.json",
            [.. files.Select((f, i) => new Commit(new CommitSha($"{i + 1}{new string('c', 39)}"), "Tidy up", null, null, "commit.json",
                [new ChangedFile(f.Path, null, "modified", f.Patch, "commit.json", "/files/0")], null, []))],
            new Dictionary<string, IReadOnlyList<PastCommit>>());

    [Fact]
    public void Passing_tests_are_counted_however_they_passed()
    {
        var report = Runs.Of(Runs.File("unit", Failing(), Runs.Test("expected_to_fail", TestOutcome.UnexpectedPass),
            Runs.Test("other", TestOutcome.UnexpectedPass))).Analyse();

        Why(report, WhyStep.Symptom).ShouldContain("none of the 2 that passed does");
    }

    [Fact]
    public void A_passing_test_that_prints_the_words_too_is_counted()
    {
        var report = Runs.Of(Runs.File("unit", Failing(), Runs.Test("calm") with { Output = $"ignored: {Message}" }, Runs.Test("other"))).Analyse();

        Why(report, WhyStep.Symptom).ShouldContain("1 of the 2 that passed does too");
    }

    [Fact]
    public void A_quotation_counts_only_the_tests_that_say_it()
    {
        var report = Runs.Of(Runs.File("unit", Failing("one", "waited 31 s for the answer"), Failing("two", "waited 32 s for the answer"), Runs.Test("other")))
            .Analyse();

        Why(report, WhyStep.Symptom).ShouldStartWith("1 of the 2 failing tests says “waited 31 s for the answer”, and 1 says the same with other values");
    }

    [Fact]
    public void Who_says_nothing_is_not_quoted()
    {
        var report = Runs.Of(Runs.File("unit", Failing(message: FailureMessages.Silent), Runs.Test("other"))).Analyse();

        Why(report, WhyStep.Symptom).ShouldStartWith("The failing test gave no message.");
    }

    [Fact]
    public void A_file_that_the_error_names_is_not_said_to_be_untouched()
    {
        var report = (Runs.Of(Runs.File("unit", Failing(message: "src/cart.ts(12,5): error TS2322: Type 'string' is not assignable to type 'number'."))) with
        {
            Changes = Changes(("src/cart.ts", "@@ -1,1 +1,1 @@\n-old\n+new"), ("README.md", "@@ -1,1 +1,1 @@\n-a\n+b")),
        }).Analyse();

        var change = Why(report, WhyStep.Change);
        change.ShouldNotContain("does not touch");
        change.ShouldNotContain("none of");
        change.ShouldContain("1 of the 2 changed files (src/cart.ts) touches something that the error names");
    }

    [Fact]
    public void A_file_changed_twice_is_one_changed_file()
    {
        var report = (Runs.Of(Runs.File("unit", Failing())) with { Changes = Changes(("README.md", "+a"), ("README.md", "+b")) }).Analyse();

        Why(report, WhyStep.Change).ShouldContain("the only changed file (README.md) does not touch what the error names");
    }

    [Fact]
    public void Earlier_runs_that_have_it_are_not_denied()
    {
        var history = new RunHistory([Runs.Earlier("1", Failing(message: "Timeout: the cart did not answer"), Runs.Test("other"))]);
        var report = (Runs.Of(Runs.File("unit", Failing(), Runs.Test("other"))) with { History = history }).Analyse();

        Why(report, WhyStep.System).ShouldContain("in 1 of 1 earlier run these tests failed in another way");
    }

    [Fact]
    public void Where_no_run_is_known_that_is_said()
    {
        var report = Runs.Of(Runs.File("unit", Failing(), Runs.Test("other"))).Analyse();

        Why(report, WhyStep.System).ShouldContain("no earlier run is known");
        report.Clusters[0].RootCause.ToString().ShouldEndWith("What changed is not known.");
    }

    [Fact]
    public void What_has_come_and_gone_on_one_commit_is_not_put_on_earlier_runs()
    {
        var incident = Runs.Of(Runs.File("unit", Failing(), Runs.Test("other")));
        var cluster = incident.Analyse().Clusters[0].Id;

        var report = (incident with { Flipped = new Dictionary<ClusterId, int> { [cluster] = 2 } }).Analyse();

        report.Clusters[0].Verdict.Kind.ShouldBe(VerdictKind.Flaky);
        report.Clusters[0].RootCause.ToString().ShouldStartWith("Flaky: it failed alike before and passed on the same commit 2 times");
    }

    [Fact]
    public void A_change_that_an_earlier_run_named_is_not_forgotten()
    {
        var incident = Runs.Of(Runs.File("unit", Failing(), Runs.Test("other"))) with { Changes = Changes(("README.md", "+a")) };
        var cluster = incident.Analyse().Clusters[0].Id;
        var past = new PastCause(cluster, "cart", "", 56, ["tests::adds_up"], new PastSuspect(new(new string('4', 40)), "src/cart.py", Established: true));

        var report = (incident with { Last = new LastRun(new CommitSha(new string('a', 40)), "no-go", "", null, [past]) }).Analyse();

        report.Clusters[0].RootCause.ToString().ShouldEndWith("An earlier run named 44444444 (src/cart.py) as the cause.");
    }

    [Fact]
    public void Tests_that_were_all_there_are_not_said_to_be_few()
    {
        var history = new RunHistory([Runs.Earlier("1", Runs.Passing(6))]);
        var settings = Runs.Gates(("critical", 1)) with { Suites = [new("payments", "critical", null, [])] };
        var report = (Runs.Of(Runs.File("unit", Runs.Passing(6))) with { History = history, Settings = settings }).Analyse();

        report.Warnings.Select(w => w.ToString()).ShouldNotContain(w => w.Contains("6 of the usual 6", StringComparison.Ordinal));
        report.Reason.ToString().ShouldNotContain("6 of the usual 6");
    }

    [Fact]
    public void Nothing_that_is_checked_once_more_falls()
    {
        var report = (Runs.Of(Runs.File("unit", Failing(), Failing("two", "KeyError: 'run_id'"), Runs.Test("other"))) with
        {
            Changes = Changes(("src/cart.py", "@@ -1,1 +1,1 @@\n-run_id = 1\n+other = 1")),
            History = new RunHistory([Runs.Earlier("1", Runs.Test("adds_up"), Runs.Test("two"), Runs.Test("other"))]),
        }).Analyse();

        report.SelfCheck.Claims.Count.ShouldBeGreaterThan(20);
        report.SelfCheck.Claims.Dropped.ShouldBe(0);
    }
}
