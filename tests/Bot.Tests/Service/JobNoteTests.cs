using Shouldly;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>What GitHub notes on a job's page is read if the job has no log, or one that does not say why the job ended.</summary>
public sealed class JobNoteTests : ServiceTest
{
    private const string NotAcquired = "The job was not acquired by Runner of type hosted even after multiple attempts";
    private const string Payments =
        "The job was not started because recent account payments have failed or your spending limit needs to be increased. Please check 'Billing & plans'.";

    private const string Incidents = """
        {"page": {"id": "x", "name": "GitHub"}, "incidents": [
          {"name": "Delays in starting jobs", "status": "resolved", "impact": "major", "created_at": "2026-11-20T11:50:00.000Z",
           "started_at": "2026-11-20T11:50:00.000Z", "resolved_at": "2026-11-20T15:10:00.000Z", "components": [{"name": "Actions"}]}]}
        """;

    private const string TooLong = "The job running on runner GitHub Actions 12 has exceeded the maximum execution time of 25 minutes.";
    private const string Cancelled = "The operation was canceled.";

    private async Task<string> ExplainAsync(Action<FakeRun> jobs) => Comment(await RunAsync("failure", jobs)).Body;

    private async Task<FakeRepository> RunAsync(string conclusion, Action<FakeRun> jobs)
    {
        await using var page = await ProbedServer.StartAsync();
        page.Answer = _ => (200, Incidents);
        var repository = GitHub.Add(Stage.Repository);
        repository.Commit(Stage.BaseSha, "Base", null);
        repository.Commit(Stage.HeadSha, "Change the pages", Stage.BaseSha, ("pages/a.md", "@@ -1 +1 @@\n-red\n+blue"));
        repository.Pull("Change the pages", Stage.HeadSha, Stage.BaseSha);
        var run = repository.Run("site", Stage.HeadSha, conclusion);
        run.Took = TimeSpan.FromMinutes(25);
        jobs(run);
        await Service.With("Whybot__GitHub__StatusUrl", $"http://127.0.0.1:{page.Port}").StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        GitHub.Violations.ShouldBeEmpty();
        return repository;
    }

    private int Asked => GitHub.Log.Count(l => l.Path.EndsWith("/annotations", StringComparison.Ordinal));

    [Fact]
    public async Task A_job_that_no_runner_took_is_the_environments_and_githubs_incident_is_cited()
    {
        var body = await ExplainAsync(r => r.NeverRan("pages", "failure", NotAcquired));

        Asked.ShouldBe(1);
        body.ShouldSatisfyAllConditions(b => b.Split('\n')[0].ShouldContain("The job was not acquired by Runner"),
            b => b.ShouldContain("GitHub's note about the job"), b => b.ShouldContain("GitHub reported an incident with `Actions`"),
            b => b.ShouldContain("/rerun failed"), b => b.ShouldContain(".annotations.txt:1"), b => b.ShouldNotContain("not fully read"));
    }

    [Fact]
    public async Task An_account_that_may_not_run_jobs_is_not_told_to_run_them_again()
    {
        var body = await ExplainAsync(r => r.NeverRan("pages", "failure", Payments).NeverRan("unit", "failure", Payments));

        Asked.ShouldBe(2);
        body.ShouldSatisfyAllConditions(b => b.Split('\n')[0].ShouldContain("The job was not started because"),
            b => b.ShouldContain("Ask an owner of the account"), b => b.ShouldNotContain("/rerun failed"), b => b.ShouldNotContain("Run the job again"),
            b => b.ShouldNotContain("GitHub reported"));
    }

    [Fact]
    public async Task The_end_of_a_log_that_does_not_say_why_is_what_github_notes()
    {
        var body = await ExplainAsync(r => r.Jobs.Add(new FakeJob(r.Id * 100, "pages", "failure", "2026-11-20T12:00:00.0000000Z reading 14 templates\n")
        {
            Annotations = ["The hosted runner: GitHub Actions 12 lost communication with the server."],
        }));

        Asked.ShouldBe(1);
        body.Split('\n')[0].ShouldContain("lost communication with the server");
    }

    private static void Ended(FakeRun run, params string[] notes) => run.Jobs.Add(new FakeJob(run.Id * 100, "pages", "cancelled",
        $"2026-11-20T12:00:00.0000000Z reading 14 templates\n2026-11-20T12:25:00.0000000Z ##[error]{Cancelled}\n")
    { Annotations = notes });

    [Fact]
    public async Task A_job_that_ran_until_its_limit_failed_although_github_calls_it_cancelled()
    {
        var repository = await RunAsync("cancelled", r => Ended(r, TooLong, Cancelled));

        Comment(repository).Body.Split('\n')[0].ShouldSatisfyAllConditions(
            l => l.ShouldContain("`pages` ran into its time limit"), l => l.ShouldContain("has exceeded the maximum execution time of 25 minutes"));
    }

    [Fact]
    public async Task A_job_that_somebody_cancelled_says_nothing()
    {
        var repository = await RunAsync("cancelled", r => Ended(r, Cancelled));

        Asked.ShouldBe(1);
        repository.PullComments.Values.SelectMany(c => c).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_asked_about_a_log_that_says_why_and_not_about_jobs_that_were_cancelled_because_of_it()
    {
        var body = await ExplainAsync(r => r.Job("pages", "failure", Stage.JobLog("page a.md: no title"))
            .NeverRan("unit", "cancelled", Cancelled));

        Asked.ShouldBe(0);
        body.ShouldContain("no title");
    }

    [Fact]
    public async Task A_job_that_no_runner_took_and_about_which_github_notes_nothing_is_not_known_to_have_failed() =>
        (await ExplainAsync(r => r.NeverRan("pages", "failure"))).ShouldSatisfyAllConditions(
            b => b.ShouldContain("no runner ran it, and GitHub does not say why"), b => b.Split('\n')[0].ShouldContain("Inconclusive"));
}
