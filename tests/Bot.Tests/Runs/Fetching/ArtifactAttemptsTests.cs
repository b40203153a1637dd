using Shouldly;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub.Models;
using Whybot.Runs.Fetching;
using Xunit;

namespace Whybot.Bot.Tests.Runs.Fetching;

/// <summary>A run lists the artifacts of all its attempts together.</summary>
public sealed class ArtifactAttemptsTests
{
    private static ArtifactAttempts Of(int attempt, params string[] names) => ArtifactAttempts.Of([.. names.Select((n, i) => new Artifact(i, n, 1, false))],
        new WorkflowRun(1, "ci", null, null, "main", new CommitSha("a"), "push", "completed", "failure", 1, attempt, null, default, default));

    [Fact]
    public void Of_equal_names_the_newest_is_the_last_attempts_and_what_was_not_run_again_stays()
    {
        var (last, earlier) = Of(3, "unit", "lint", "unit", "unit");

        last.Select(a => a.Id).ShouldBe([3, 1]);
        earlier.Select(a => a.Id).ShouldBe([2]);
    }

    [Fact]
    public void A_name_may_say_the_attempt_and_a_bare_number_may_be_a_shards()
    {
        var (last, earlier) = Of(2, "unit-attempt-1", "unit-attempt-2", "e2e-1", "e2e-2");

        last.Select(a => a.Name).ShouldBe(["unit-attempt-2", "e2e-1", "e2e-2"]);
        earlier.Select(a => a.Name).ShouldBe(["unit-attempt-1"]);
    }

    [Fact]
    public void A_run_of_one_attempt_has_no_earlier_ones() => Of(1, "unit", "unit").Earlier.ShouldBeEmpty();
}
