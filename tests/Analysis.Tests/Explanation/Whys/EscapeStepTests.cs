using Shouldly;
using Whybot.Analysis.Explanation.Claims;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Language.Identity;
using Xunit;
using static Whybot.Analysis.Tests.Build;
using static Whybot.Analysis.Tests.Runs;

namespace Whybot.Analysis.Tests.Explanation.Whys;

/// <summary>Why nobody saw it earlier.</summary>
public sealed class EscapeRungTests
{
    private static readonly DateTimeOffset Noon = new(2026, 10, 12, 12, 0, 0, TimeSpan.Zero);
    private static readonly PullRequest Pull = new(7, "Tidy up", new CommitSha("b"), "pull.json", "");

    private static WhyDraft Of(ClusterFinding finding) => EscapeStep.Of(finding, View(Runs.Of()));

    private static Commit With(params string[] conclusions) => Commit('a', Build.File("src/cart.py", "+total = 41")) with
    {
        Date = Noon,
        Checks = [.. conclusions.Select((c, i) => new CheckRun($"check-{i}", c, "checks.json", $"/{i}"))],
    };

    /// <summary>The failing test is in a file that changed last at that time.</summary>
    private static WhyDraft Aged(DateTimeOffset? changed)
    {
        var facts = FactsOf(Failing() with { File = "tests/test_cart.py" });
        var history = new Dictionary<string, IReadOnlyList<PastCommit>> { ["tests/test_cart.py"] = [new PastCommit(new("c"), changed, "history.json", "/0")] };
        return EscapeStep.Of(Finding(facts).Blaming(Suspect(commit: With("success"))),
            View(Runs.Of() with { Changes = Changes(With()) with { FileHistory = history } }));
    }

    [Theory]
    [InlineData("staging", null, "Why did it reach staging?")]
    [InlineData(null, 7, "Why was it not seen earlier?")]
    [InlineData(null, null, "Why did it get this far?")]
    public void The_question_fits_what_was_tested(string? environment, int? pull, string question)
    {
        var run = Runs.Of() with { Deployment = new Deployment(new RepositoryName("team/shop"), environment, null, null) { Pull = pull } };

        EscapeStep.Of(Finding(), View(run)).Question.ShouldBe(question);
        EscapeStep.Of(Finding().Blaming(Suspect(commit: With("success"))), View(run)).Question.ShouldBe(question);
    }

    [Fact]
    public void Without_checks_it_is_unknown_whether_the_pull_request_is_known_or_not()
    {
        Assertion Asked(Commit commit) => Of(Finding().Blaming(Suspect(commit: commit))).Next.Claims.OfType<Asserted>().Single().Assertion;

        Of(Finding().Blaming(Suspect(commit: With()))).Status.ShouldBe(WhyStatus.Unknown);
        Asked(With()).ShouldBe(Assertion.NoPullKnown);
        Asked(With() with { Pull = Pull }).ShouldBe(Assertion.ChecksNotKnown);
    }

    [Theory]
    [InlineData("failure")]
    [InlineData("timed_out")]
    [InlineData("cancelled")]
    [InlineData("action_required")]
    public void A_check_that_did_not_end_well_is_cited_first(string conclusion) =>
        Of(Finding().Blaming(Suspect(commit: With("success", conclusion)))).Citations[0].Excerpt.ShouldBe(conclusion);

    [Fact]
    public void Of_checks_that_ended_well_only_the_names_are_cited() =>
        Of(Finding().Blaming(Suspect(commit: With("success", "neutral", "skipped")))).Citations.Select(c => c.Excerpt).ShouldBe(["check-0", "check-1"]);

    [Fact]
    public void A_test_that_is_older_than_the_change_could_have_run_before_the_merge()
    {
        Aged(Noon.AddHours(-1)).Answer.ToString().ShouldEndWith("is older than the change: it could have been run before the merge.");
        Aged(Noon.AddHours(1)).Answer.ToString().ShouldEndWith("changed after the code that it checks.");
        Aged(null).Answer.ToString().ShouldNotContain("The test (");
    }

    [Fact]
    public void Without_a_suspect_earlier_failures_alike_show_that_it_was_here_before_newest_first()
    {
        var draft = Of(Finding(null, [.. Enumerable.Range(1, 4).Select(i => Earlier($"0{i}", Failing() with { Line = i }))]));

        draft.Status.ShouldBe(WhyStatus.Established);
        draft.Citations.Select(c => c.Line).ShouldBe([4, 3, 2]);
    }

    [Fact]
    public void A_suspect_outranks_earlier_failures() =>
        Of(Finding(null, Earlier("01", Failing())).Blaming(Suspect(commit: With("success")))).Answer.Claims.ShouldContain(c => c is ChecksRan);

    [Fact]
    public void A_service_that_was_down_was_carried_by_no_change_if_the_changes_are_known()
    {
        var finding = Finding().Following(Down());

        Of(finding).Status.ShouldBe(WhyStatus.Likely);
        Of(finding with { ChangesKnown = false }).Status.ShouldBe(WhyStatus.Unknown);
        Of(Finding().Following(Fault("connection-refused", Event(Refused)))).Status.ShouldBe(WhyStatus.Unknown);
    }

    [Fact]
    public void Without_anything_it_is_unknown_because_no_change_is_named() =>
        Of(Finding()).Next.Claims.OfType<Asserted>().Single().Assertion.ShouldBe(Assertion.NoChangeNamed);
}
