using Shouldly;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Text;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Causes.Faults;

/// <summary>Which failed jobs something outside the code stopped; a failure of the code is never one of them.</summary>
public sealed class JobTroublesTests
{
    private const string Registry = "ERROR: HTTP error 503 while getting https://pypi.example/packages/orders-1.0.whl";
    private const string Unresolved = "curl: (6) Could not resolve host: downloads.example";

    private static GroupFacts Job(string message) =>
        FactsOf(Runs.Test("job unit", TestOutcome.Error, message, TestScope.Job) with { Source = "logs/unit.txt" });

    private static Incident In(string step, ChangeSet? changes = null) => Runs.Of() with
    {
        Jobs = [Runs.Job(JobState.Failed) with { Step = step }],
        Changes = changes,
    };

    private static string? Kind(string message, string step = "make", ChangeSet? changes = null) =>
        JobTroubles.Of(Job(message), In(step, changes))?.Kind.Id;

    [Theory]
    [InlineData(Registry, "registry-error")]
    [InlineData("npm error code ECONNRESET", "download-failed")]
    [InlineData("The runner has received a shutdown signal.", "runner-lost")]
    [InlineData("The job has exceeded the maximum execution time while awaiting a runner for 24h0m0s", "runner-lost")]
    [InlineData("The job was not started because your account is locked due to a billing issue.", "account-blocked")]
    [InlineData("cc1plus: fatal error: error writing to /tmp/ccA1.s: No space left on device", "disk-full")]
    public void What_only_a_fetching_tool_or_the_runner_says_counts_in_any_step(string message, string kind) => Kind(message).ShouldBe(kind);

    [Theory]
    [InlineData("curl -fsSL https://downloads.example/tool.tgz", true)]
    [InlineData("actions/setup-node@v4", true)]
    [InlineData("bash smoke.sh", false)]
    [InlineData("npm test", false)]
    public void Words_that_a_tested_service_could_cause_count_only_in_a_step_that_fetches(string step, bool counts) =>
        (Kind(Unresolved, step) is not null).ShouldBe(counts);

    [Theory]
    [InlineData("curl: (7) Failed to connect to localhost port 8080: Connection refused")]
    [InlineData("Error: connect ECONNREFUSED 127.0.0.1:5432")]
    [InlineData("GET http://api:8080/health failed: Connection refused")]
    public void A_service_of_the_job_itself_is_never_outside(string message) => Kind(message, "curl -f http://localhost:8080").ShouldBeNull();

    [Theory]
    [InlineData("src/cart.cs(12,5): error CS0103: The name 'total' does not exist")]
    [InlineData("AssertionError: expected a timeout")]
    [InlineData("npm error code ERESOLVE")]
    public void A_failure_of_the_code_is_never_excused(string message) => Kind(message, "npm ci").ShouldBeNull();

    [Fact]
    public void A_failing_test_is_never_excused_whatever_it_mentions() =>
        JobTroubles.Of(FactsOf(Failing(Registry)), In("pip install -r requirements.txt")).ShouldBeNull();

    [Fact]
    public void A_change_that_can_have_brought_it_keeps_it_from_counting()
    {
        Kind("No space left on device", changes: Changes(File(".github/workflows/ci.yml", "+  runs-on: small"))).ShouldBeNull();
        Kind("No space left on device", changes: Changes(File("src/cart.py", "+total = 41"))).ShouldBe("disk-full");
        Kind(Unresolved, "curl -fsS", Changes(File("tools.sh", "+curl https://downloads.example/tool"))).ShouldBeNull();
        Kind(Registry, changes: Changes(File("requirements.txt", "+orders==1.0"))).ShouldBe("registry-error");
    }

    [Fact]
    public void Its_verdict_is_environment_its_advice_to_run_again_and_it_is_no_issue_before_it_comes_back()
    {
        var job = Runs.Test("job unit", TestOutcome.Error, Registry, TestScope.Job);
        var report = Runs.Of(Runs.File("unit", job)).Analyse();

        report.Clusters[0].Verdict.Kind.ShouldBe(VerdictKind.Environment);
        report.Clusters[0].Actions[0].What.ShouldBe(Prose.Of($"Run the job again on the same commit ({"/rerun failed"})."));
        report.NewIssues.ShouldBeEmpty();
    }
}
