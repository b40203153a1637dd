using Shouldly;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Language.Identity;
using Whybot.Features.Dashboard.Runs;
using Whybot.Foundation.Identity;
using Whybot.Memory.Deployments;
using Xunit;

namespace Whybot.Bot.Tests.Features.Dashboard.Runs;

public sealed class RunProgressTests
{
    private static readonly PlanFile Plan = new(1, "all", true,
    [
        new PlannedPhase(1, "critical", [Part("orders"), Part("cart")], new Dictionary<string, double>()),
        new PlannedPhase(2, "the rest", [Part("reports")], new Dictionary<string, double>()),
    ], "");

    private static PlannedPart Part(string name) => new(name, "critical", [], null, []);

    private static DeploymentRun Run(string state, long phase) => new()
    {
        Id = 7,
        Repository = new RepositoryId(1),
        RepositoryName = new RepositoryName("team/shop"),
        Installation = 1,
        Deployment = 1,
        Environment = "staging",
        Sha = new CommitSha("s"),
        State = state,
        Phase = phase,
        Green = 0,
        OpenedAt = DateTimeOffset.UnixEpoch,
        Counts = """{"ended":1,"suites":[{"name":"orders","category":"critical","passed":8,"failed":1,"skipped":0,"flaky":0}]}""",
    };

    private static SuiteRun Started(string suite, long phase, string state) => new()
    {
        Id = 1,
        DeploymentRun = 7,
        Phase = phase,
        Place = "local",
        Suites = $"[\"{suite}\"]",
        Correlation = "c",
        State = state,
        AskedAt = DateTimeOffset.UnixEpoch,
    };

    [Fact]
    public void Each_suite_is_told_with_its_phase_and_what_it_has_counted()
    {
        var progress = RunProgress.Of(Run("running", 1), Plan, [Started("orders", 1, "ended"), Started("cart", 1, "running")]);

        progress.Doing.ShouldBe("Phase 1 of 2, critical");
        progress.Phases.SelectMany(p => p.Suites).Select(s => (s.Name, s.State, s.Count?.Failed)).ShouldBe(
            [("orders", "ended", 1), ("cart", "runs", null), ("reports", "waits", null)]);
    }

    [Theory]
    [InlineData("waiting", "Waiting for the services to be ready")]
    [InlineData("rechecking", "Running what failed once more on the same commit")]
    [InlineData("running", "About to start the first phase")]
    public void What_is_going_on_is_said_also_before_there_is_a_plan(string state, string said) => RunProgress.Of(Run(state, 0), null, []).Doing.ShouldBe(said);
}
