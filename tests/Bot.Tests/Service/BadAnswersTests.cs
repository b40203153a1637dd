using System.Text.Json.Nodes;
using Shouldly;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>Answers that are none, late or elsewhere: the job is tried again, and what is published is published once.</summary>
public sealed class BadAnswersTests : ServiceTest
{
    [Theory]
    [InlineData("garbage", "/check-runs", "the answer cannot be read")]
    [InlineData("garbage", "/artifacts", "the answer cannot be read")]
    [InlineData("garbage", "/contents/.github/whybot.yml", "the answer cannot be read")]
    [InlineData("circle", "/artifacts", "508")]
    [InlineData("another host", "/artifacts", "another host")]
    [InlineData("silence", "/artifacts", "no answer in 1 s")]
    [InlineData("retry-after", "/artifacts", "GitHub's rate limit")]
    public async Task One_that_cannot_be_used_is_told_in_the_log_and_the_job_tried_again(string answer, string path, string told)
    {
        var repository = Stage.FailingPull(GitHub);
        var bad = 0;
        GitHub.Faults = r =>
        {
            if (r.Writes || !r.Path.EndsWith(path, StringComparison.Ordinal) || bad >= (answer is "circle" or "silence" ? 7 : 1))
                return null;
            bad++;
            return Bad(answer, r);
        };
        await Service.With("Whybot__GitHub__Timeout", "00:00:01").StartAsync();

        await PostAsync("workflow_run", Stage.WorkflowRun(Stage.HeadSha, "failure"));
        await Wait.UntilAsync(() => repository.PullComments.Values.Any(c => c.Count > 0), () => Service.Output);
        await IdleAsync();

        Service.Output.ShouldContain(told);
        ShouldBePublishedOnce(repository);
    }

    [Fact]
    public async Task A_log_that_falls_silent_is_given_up_and_the_rest_is_said()
    {
        var repository = Stage.FailingPull(GitHub);
        GitHub.Stall = TimeSpan.FromMinutes(5);
        await Service.With("Whybot__GitHub__Silence", "00:00:01").StartAsync();

        await PostAsync("workflow_run", Stage.WorkflowRun(Stage.HeadSha, "failure"));
        await Wait.UntilAsync(() => Service.Output.Contains("no byte for 1 s", StringComparison.Ordinal), () => Service.Output);
        GitHub.Stall = null;
        await Wait.UntilAsync(() => repository.PullComments.Values.Any(c => c.Count > 0), () => Service.Output);
        await IdleAsync();

        ShouldBePublishedOnce(repository);
    }

    [Fact]
    public async Task Each_write_that_is_sent_elsewhere_once_is_written_once()
    {
        var repository = Stage.FailingPull(GitHub);
        var moved = new HashSet<string>(StringComparer.Ordinal);
        GitHub.Faults = r => r.Method == "POST" && r.Path.StartsWith("/repositories/", StringComparison.Ordinal) && moved.Add(r.Path)
            ? Moved(301, $"{GitHub.Url}{r.Path[1..]}") : null;
        await Service.StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        moved.Count.ShouldBe(3);
        ShouldBePublishedOnce(repository);
    }

    private Fault Bad(string answer, FakeRequest request) => answer switch
    {
        "garbage" => new Fault(FaultKind.None, Answer: FakeAnswer.Ok(new JsonObject()) with { Garbage = "<html>The unicorn is tired</html>" }),
        "circle" => Moved(302, $"{GitHub.Url}{request.Path[1..]}"),
        "another host" => Moved(302, $"http://127.0.0.2:9{request.Path}"),
        "silence" => new Fault(FaultKind.None, TimeSpan.FromSeconds(3)),
        _ => new Fault(FaultKind.None, Answer: FakeAnswer.Error(429,
            "slow down") with
        { Headers = new() { ["retry-after"] = $"{DateTimeOffset.UtcNow.AddSeconds(2):R}" } }),
    };

    private static Fault Moved(int status, string to) =>
        new(FaultKind.None, Answer: FakeAnswer.Error(status, "Moved") with { Headers = new() { ["location"] = to } });

    private void ShouldBePublishedOnce(FakeRepository repository)
    {
        (repository.CheckRuns.Count, repository.Issues.Count).ShouldBe((1, 1));
        Comment(repository).Body.ShouldStartWith("### ❌ Unclear whether it is yours: `ConnectionRefusedError: ");
        GitHub.Violations.ShouldBeEmpty();
    }
}
