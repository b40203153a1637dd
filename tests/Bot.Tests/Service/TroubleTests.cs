using System.Text;
using Shouldly;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>What may go wrong on the way, and what the service makes of it.</summary>
public sealed class TroubleTests : ServiceTest
{
    [Fact]
    public async Task A_zip_bomb_costs_one_entry_and_a_note()
    {
        var repository = Stage.FailingPull(GitHub);
        repository.Runs[0].Artifact("bomb", Stage.Zip(("bomb.xml", new byte[60 * 1024 * 1024]), ("inner.zip", Stage.Zip(("x.xml", "<x/>"))),
            ("../../escape.xml", "<x/>"u8.ToArray())));
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        Comment(repository).Body.ShouldContain("bomb.xml in it is larger than 50 MB; the rest is not read");
        Comment(repository).Body.ShouldStartWith("### ❌ Unclear whether it is yours: `ConnectionRefusedError: ");
        Directory.EnumerateFiles(Folder, "*escape.xml", SearchOption.AllDirectories).ShouldHaveSingleItem().ShouldContain("/results/");
    }

    [Fact]
    public async Task A_zip_file_that_lists_too_many_files_is_left_out_and_one_that_is_none_too()
    {
        var repository = Stage.FailingPull(GitHub);
        repository.Runs[0].Artifact("many", Stage.Zip([.. Enumerable.Range(0, 100_000).Select(i => ($"{i}.txt", Array.Empty<byte>()))]));
        repository.Runs[0].Artifact("none", "this is no ZIP file"u8.ToArray());
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        foreach (var name in new[] { "many", "none" })
            Comment(repository).Body.ShouldContain($"`artifact {name}` (`not a ZIP file that can be read, or one that lists too many files`)");
        Comment(repository).Body.ShouldStartWith("### ❌ Unclear whether it is yours: `ConnectionRefusedError: ");
    }

    [Fact]
    public async Task A_file_that_needs_more_memory_than_it_may_costs_one_job_and_a_clear_note()
    {
        var repository = Stage.FailingPull(GitHub);
        var many = string.Concat(Enumerable.Range(0, 200_000)
            .Select(i => $"<testcase name=\"t{i}\"><failure message=\"Error{i}: {Guid.NewGuid()}\">x{i}</failure></testcase>\n"));
        repository.Runs[0].Artifact("many", Stage.Zip(("many.xml", $"<testsuite>{many}</testsuite>")));
        var service = BeProcess();
        await service.With("Whybot__Evidence__AnalysisMegabytes", "64").StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        Comment(repository).Body.ShouldContain("`the analysis needed more than 64 MB of memory`");
        service.Runs.ShouldBeTrue();
    }

    [Fact]
    public async Task An_analysis_that_takes_too_long_is_ended_with_a_clear_note()
    {
        var repository = Stage.FailingPull(GitHub);
        await BeProcess().With("Whybot__Evidence__AnalysisTime", "00:00:00.050").StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        Comment(repository).Body.ShouldContain("the analysis took longer than");
    }

    [Fact]
    public async Task Logs_and_artifacts_that_are_gone_are_said_to_be_gone()
    {
        var repository = Stage.FailingPull(GitHub);
        repository.Runs[0].Artifact("old", Stage.Zip(("old.xml", "<x/>")));
        repository.Runs[0].Artifacts[^1].Gone = true;
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        Comment(repository).Body.ShouldContain("`artifact old` (`GitHub no longer has it`)");
    }

    [Fact]
    public async Task An_installation_token_that_was_revoked_is_replaced()
    {
        var repository = Stage.FailingPull(GitHub);
        var forgotten = false;
        GitHub.Faults = request =>
        {
            if (!forgotten && request.Path.EndsWith("/artifacts", StringComparison.Ordinal))
            {
                forgotten = true;
                GitHub.Apps.ForgetTokens();
            }
            return null;
        };
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        // One to read and one to write, and each again at most.
        GitHub.Apps.TokensGiven.ShouldBeInRange(3, 4);
        Comment(repository).Body.ShouldStartWith("### ❌");
    }

    [Fact]
    public async Task Without_a_permission_the_rest_is_said_and_the_log_names_the_permission()
    {
        var repository = Stage.FailingPull(GitHub);
        GitHub.Apps.Permissions["checks"] = "read";
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        repository.CheckRuns.ShouldBeEmpty();
        Comment(repository).Body.ShouldStartWith("### ❌");
        Service.Output.ShouldContain("checks=write");
    }

    [Fact]
    public async Task At_GitHubs_rate_limit_it_waits_and_goes_on()
    {
        var repository = Stage.FailingPull(GitHub);
        GitHub.Remaining = 8;
        GitHub.Faults = request =>
        {
            if (GitHub.Remaining < -2)
                GitHub.Remaining = 5000;
            return null;
        };
        await Service.StartAsync();

        await PostAsync("workflow_run", Stage.WorkflowRun(Stage.HeadSha));
        await Wait.UntilAsync(() => GitHub.Log.Any(e => e.Status == 403), () => Service.Output);
        GitHub.Remaining = 5000;
        await IdleAsync();
        await Wait.UntilAsync(() => repository.PullComments.Values.Any(c => c.Count > 0), () => Service.Output);

        repository.Issues.Count.ShouldBe(1);
        Service.Output.ShouldContain("GitHub's rate limit");
    }

    [Fact]
    public async Task At_a_secondary_limit_it_waits_as_long_as_GitHub_says()
    {
        var repository = Stage.FailingPull(GitHub);
        var refused = 0;
        GitHub.Faults = request => request.Writes && request.Path.StartsWith("/repos", StringComparison.Ordinal) && refused++ < 2
            ? new Fault(FaultKind.SecondaryLimit) : null;
        await Service.StartAsync();

        await PostAsync("workflow_run", Stage.WorkflowRun(Stage.HeadSha));
        await Wait.UntilAsync(() => repository.PullComments.Values.Any(c => c.Count > 0), () => Service.Output);

        (repository.Issues.Count, repository.CheckRuns.Count, refused).ShouldBe((1, 1, 5));
    }

    [Fact]
    public async Task Results_of_a_matrix_keep_their_artifacts_names()
    {
        var repository = Stage.FailingPull(GitHub);
        repository.Runs[0].Artifacts.Clear();
        foreach (var version in new[] { "b", "a" })
            repository.Runs[0].Artifact($"results-{version}",
                Stage.Zip(("junit.xml", Stage.JUnit(("test_total", $"ValueError: only on {version}"))),
                    ($"only-{version}.xml", Stage.JUnit(("test_x", null)))));
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        Directory.EnumerateFiles(Folder, "*.xml", SearchOption.AllDirectories).Select(Path.GetFileName).Order()
            .ShouldBe(["only-a.xml", "only-b.xml", "results-a-junit.xml", "results-b-junit.xml"]);
    }

    [Fact]
    public async Task New_issues_have_a_budget_and_the_rest_waits()
    {
        var repository = Stage.FailingPull(GitHub);
        repository.Runs[0].Artifacts.Clear();
        repository.Runs[0].Artifact("results", Stage.Zip(("orders.xml",
            Stage.JUnit(("test_a", "KeyError: 'apple'"), ("test_b", "ValueError: pear is no plum")))));
        await Service.With("Whybot__Publishing__NewIssuesPerHour", "1").StartAsync();

        await PostAsync("workflow_run", Stage.WorkflowRun(Stage.HeadSha));
        await Wait.UntilAsync(() => Service.Output.Contains("1 issues were filed within an hour", StringComparison.Ordinal)
            && repository.PullComments.Values.Any(c => c.Count > 0), () => Service.Output);

        repository.Issues.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Deliveries_that_failed_at_GitHub_are_asked_for_again()
    {
        GitHub.Add(Stage.Repository);
        var now = DateTimeOffset.UtcNow;
        GitHub.Apps.AddDelivery(1, "failed", "timed out", 0, now.AddHours(-3));
        GitHub.Apps.AddDelivery(2, "again-ok", "Service Unavailable", 503, now.AddHours(-2));
        GitHub.Apps.AddDelivery(3, "again-ok", "OK", 202, now.AddHours(-1));
        GitHub.Apps.AddDelivery(4, "too-old", "timed out", 0, now.AddDays(-4));

        await Service.StartAsync();
        await Wait.UntilAsync(() => GitHub.Apps.Redelivered.Count > 0, () => Service.Output);
        await IdleAsync();

        GitHub.Apps.Redelivered.ShouldBe([1]);
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_metrics_and_the_log_show_what_was_done()
    {
        Stage.FailingPull(GitHub);
        await BeProcess().StartAsync();
        await RunEndsAsync(Stage.HeadSha);

        var metrics = await MetricsAsync("whybot_queue_age_seconds 0");

        metrics.ShouldContain("whybot_deliveries_total{event=\"workflow_run\",outcome=\"done\"} 1");
        metrics.ShouldContain("whybot_ack_seconds_bucket{status=\"202\",le=\"+Inf\"} 1");
        metrics.ShouldContain("whybot_writes_total{kind=\"issue\",outcome=\"created\"} 1");
        metrics.ShouldContain("whybot_decisions_total{decision=\"no-go\"} 1");
        metrics.ShouldContain("whybot_github_budget{installation=\"99\"}");
        metrics.ShouldContain("whybot_queue_age_seconds 0");
        Service.Output.Split('\n').ShouldContain(l => l.Contains("Analysed", StringComparison.Ordinal)
            && l.Contains("delivery=d-1 repository=team/shop run=1", StringComparison.Ordinal));
    }

    /// <summary>The metrics, once one that is measured in the background is among them.</summary>
    private async Task<string> MetricsAsync(string measured)
    {
        var until = DateTime.UtcNow.AddSeconds(30);
        while (true)
            if (await Service.Http.GetStringAsync("/metrics", Cancel) is var metrics
                && (metrics.Contains(measured, StringComparison.Ordinal) || DateTime.UtcNow > until))
                return metrics;
            else
                await Task.Delay(50, Cancel);
    }

    [Fact]
    public async Task Told_to_stop_in_the_middle_it_stops_in_time_and_goes_on_after_its_start()
    {
        var repository = Stage.FailingPull(GitHub);
        GitHub.Faults = request => request.Path.EndsWith("/artifacts", StringComparison.Ordinal) ? new Fault(FaultKind.None, TimeSpan.FromSeconds(3)) : null;
        var service = BeProcess();
        await service.StartAsync();
        await PostAsync("workflow_run", Stage.WorkflowRun(Stage.HeadSha));
        await Wait.UntilAsync(() => GitHub.Log.Any(e => e.Path == "/graphql"), () => Service.Output);

        (await service.StopAsync()).ShouldBe(0);
        GitHub.Faults = _ => null;
        await Service.StartAsync();
        await IdleAsync();

        Comment(repository).Body.ShouldStartWith("### ❌");
    }
}
