using Shouldly;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>GitHub's status page is asked about jobs that GitHub itself may have stopped.</summary>
public sealed class StatusPageTests : ServiceTest
{
    private const string Lost = "The hosted runner: GitHub Actions 12 lost communication with the server. @team";

    /// <summary>As the page has it, for a time around that of <see cref="Stage.JobLog"/>.</summary>
    private static string Incidents(string ended = "\"2026-11-20T15:10:00.000Z\"") => $$"""
        {"page": {"id": "x", "name": "GitHub"}, "incidents": [
          {"name": "Slow @everyone <!-- x -->", "status": "resolved", "impact": "major", "created_at": "2026-11-20T11:50:00.000Z",
           "started_at": "2026-11-20T11:50:00.000Z", "resolved_at": {{ended}}, "components": [{"name": "Actions"}]}]}
        """;

    private async Task<(string Body, int Asked)> ExplainAsync(string line, int status = 200, string? answer = null, string? setting = null)
    {
        await using var page = await ProbedServer.StartAsync();
        var asked = new List<string>();
        page.Answer = path => { lock (asked) asked.Add(path); return (status, answer ?? Incidents()); };
        var repository = GitHub.Add(Stage.Repository);
        repository.Commit(Stage.BaseSha, "Base", null);
        repository.Commit(Stage.HeadSha, "Change the pages", Stage.BaseSha, ("pages/a.md", "@@ -1 +1 @@\n-red\n+blue"));
        repository.Pull("Change the pages", Stage.HeadSha, Stage.BaseSha);
        repository.Run("site", Stage.HeadSha, "failure").Job("pages", "failure", Stage.JobLog("##[group]Run ./site", "##[endgroup]", $"##[error]{line}"));
        await Service.With("Whybot__GitHub__StatusUrl", setting ?? $"http://127.0.0.1:{page.Port}").StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        GitHub.Violations.ShouldBeEmpty();
        asked.ShouldAllBe(p => p == "/api/v2/incidents.json");
        return (Comment(repository).Body, asked.Count);
    }

    [Fact]
    public async Task An_incident_at_the_time_of_the_job_is_evidence_and_its_name_cannot_do_anything()
    {
        var (body, asked) = await ExplainAsync(Lost);

        asked.ShouldBe(1);
        body.ShouldContain("GitHub reported an incident with `Actions` from 2026-11-20 11:50 to 15:10 UTC (`Slow @everyone <! -- x -->`)");
        body.ShouldContain("`github/status/incidents.json");
    }

    [Fact]
    public async Task An_incident_that_was_over_before_is_not_mentioned() =>
        (await ExplainAsync(Lost, answer: Incidents("\"2026-11-20T11:55:00.000Z\""))).Body.ShouldNotContain("GitHub reported");

    [Fact]
    public async Task The_page_is_not_asked_about_a_failure_of_the_code() => (await ExplainAsync("page a.md: nothing leads to it")).Asked.ShouldBe(0);

    [Theory]
    [InlineData(503, "")]
    [InlineData(200, "<html>")]
    [InlineData(200, "{\"incidents\": [{\"name\": 7}, null]}")]
    public async Task A_page_that_does_not_answer_as_it_should_changes_nothing(int status, string answer)
    {
        var (body, asked) = await ExplainAsync(Lost, status, answer);

        asked.ShouldBe(1);
        body.ShouldNotContain("GitHub reported");
    }

    [Fact]
    public async Task It_can_be_switched_off() => (await ExplainAsync(Lost, setting: "none")).Asked.ShouldBe(0);
}
