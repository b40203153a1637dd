using Shouldly;
using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Readiness;
using Whybot.Analysis.Inputs.Results;
using Xunit;

namespace Whybot.Analysis.Tests.Causes.Faults;

/// <summary>Which incident of GitHub's may have stopped a job.</summary>
public sealed class GitHubPartsTests
{
    private const string Lost = "The hosted runner: GitHub Actions 12 lost communication with the server.";
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private static PlatformIncident Reported(string component, int fromMinute, int? toMinute) =>
        new([component], Noon.AddMinutes(fromMinute), toMinute is { } to ? Noon.AddMinutes(to) : null, Citation.OfJson("i.json", "/incidents/0/name", "Slow"));

    /// <summary>The job ran from noon to ten past.</summary>
    private static bool Fits(PlatformIncident reported, string words, string? step = null, bool stamped = true)
    {
        var job = Runs.Test("job unit", TestOutcome.Error, words, TestScope.Job) with { Source = "logs/unit.txt" };
        var log = new JobLog("logs/unit.txt", 2, new Dictionary<string, IReadOnlyList<LogLine>>(), [])
        {
            Written = stamped ? (Noon, Noon.AddMinutes(10)) : null,
        };
        Incident run = Runs.Of() with { JobLogs = [log], PlatformIncidents = [reported], Jobs = [Runs.Job(JobState.Failed) with { Step = step }] };
        return GitHubParts.During(run, [job], words) is not null;
    }

    [Theory]
    [InlineData("Actions", Lost)]
    [InlineData("Git Operations", "fatal: unable to access 'https://github.com/team/shop/': The requested URL returned error: 500")]
    [InlineData("Packages", "Error response from daemon: unexpected status from HEAD request to https://ghcr.io/v2/team/shop: 503 Service Unavailable")]
    [InlineData("API Requests", "HttpError: 502 Bad Gateway at https://api.github.com/repos/team/shop")]
    [InlineData("Actions", "Failed to CreateArtifact: Received non-retryable error: (503) Service Unavailable")]
    public void An_incident_fits_the_part_that_the_log_names(string component, string words)
    {
        Fits(Reported(component, -10, null), words).ShouldBeTrue();
        Fits(Reported("Copilot", -10, null), words).ShouldBeFalse();
        GitHubParts.MayBeNamed(words).ShouldBeTrue();
    }

    [Theory]
    [InlineData(-30, -1, false)]
    [InlineData(-30, 0, true)]
    [InlineData(10, null, true)]
    [InlineData(11, null, false)]
    public void The_times_must_overlap(int from, int? to, bool fits) => Fits(Reported("Actions", from, to), Lost).ShouldBe(fits);

    [Fact]
    public void A_log_without_times_is_not_compared() => Fits(Reported("Actions", -10, null), Lost, stamped: false).ShouldBeFalse();

    [Fact]
    public void A_step_of_the_platform_names_its_part_too()
    {
        Fits(Reported("Git Operations", -10, null), "Error: internal server error", "actions/checkout@v4").ShouldBeTrue();
        Fits(Reported("Git Operations", -10, null), "Error: internal server error", "npm ci").ShouldBeFalse();
    }

    [Theory]
    [InlineData("npm error 503 Service Unavailable - GET https://registry.example/orders")]
    [InlineData("AssertionError: expected 200, got 503")]
    [InlineData("see https://github.com/team/shop/issues/4")]
    public void Other_hosts_and_mere_mentions_are_no_reason_to_ask(string line) => GitHubParts.MayBeNamed(line).ShouldBeFalse();
}
