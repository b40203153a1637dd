using System.Text;
using Shouldly;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Hosts.Setup;
using Whybot.Runs.RunFolders;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Runs.RunFolders;

/// <summary>What a folder says of how its jobs ended, and of logs that cannot be read.</summary>
public sealed class IncidentFolderJobsTests : IDisposable
{
    private const string Stamp = "2026-10-12T08:02:00.1234567Z ";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Incident Read() => new IncidentFolder(new RunFolder(_folder.Path), ProgramVocabulary.Settings, new Quiet()).Read(null);

    private void Log(string name, params string[] lines) => _folder.Write(name, string.Join('\n', lines.Select(l => Stamp + l)) + "\n");

    [Fact]
    public void A_record_of_the_run_says_how_a_job_ended_and_its_log_says_the_rest()
    {
        _folder.Write("logs/api.out.txt", "tests/test_orders.py::test_totals PASSED [ 50%]\ntests/test_orders.py::test_waits ");
        JobsFile.Write(_folder.Path, [new JobRecord("api", JobConclusions.TimedOut) { Log = "logs/api.out.txt", Suites = ["api"],
            Note = "it took longer than 60 s and was ended" }, new JobRecord("web", JobConclusions.Success)]);

        var jobs = Read().Jobs;

        jobs.Select(j => (j.Name, j.State)).ShouldBe([("api", JobState.TimedOut), ("web", JobState.Succeeded)]);
        jobs[0].ShouldSatisfyAllConditions(j => j.LastStarted.ShouldBe("tests/test_orders.py::test_waits"), j => j.Suites.ShouldBe(["api"]),
            j => j.Source.ShouldBe("logs/api.out.txt"));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("[{\"name\": \"api\"}]")]
    [InlineData("[{\"name\": \"api\", \"conclusion\": \"fine\"}]")]
    public void A_broken_record_is_an_input_that_was_not_read(string json)
    {
        _folder.Write("jobs.json", json);

        Read().Unread.ShouldHaveSingleItem().Source.ShouldBe("jobs.json");
    }

    [Fact]
    public void Of_a_ZIP_file_of_a_run_each_line_counts_once()
    {
        string[] lines = ["##[group]Run pytest", "FAILED tests/test_orders.py::test_totals - AssertionError: 3 != 2", "=== 1 failed, 2 passed in 0.7s ===",
            "##[error]Process completed with exit code 1."];
        Log("logs/0_unit (3.11).txt", lines);
        Log("logs/unit (3.11)/2_Run tests.txt", lines);
        Log("logs/unit (3.11)/10_Complete job.txt", "Cleaning up orphan processes");

        var incident = Read();

        incident.Jobs.ShouldHaveSingleItem().ShouldSatisfyAllConditions(j => j.Name.ShouldBe("unit (3.11)"), j => j.State.ShouldBe(JobState.Failed));
        incident.Results.ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Cases.Count(c => c.Bad).ShouldBe(1), r => r.Suite.ShouldBe("unit (3.11)"));
    }

    [Fact]
    public void A_check_of_the_commit_says_that_a_job_ended_well()
    {
        _folder.Write("deployment_status.json",
            "{\"repository\": {\"full_name\": \"team/shop\"}, \"deployment\": {\"sha\": \"1111111111111111111111111111111111111111\", \"environment\": "
            + "\"staging\"}}");
        _folder.Write("github/repos/team/shop/commits/1111111111111111111111111111111111111111/check-runs.json",
            "{\"check_runs\": [{\"id\": 90000000011, \"name\": \"unit\", \"status\": \"completed\", \"conclusion\": \"success\"}]}");
        Log("logs/ci-unit-90000000011.txt", "##[group]Run ./lint", "bad heading", "##[error]Process completed with exit code 1.", "##[group]Run pytest",
            "=== 2 passed in 0.7s ===", "Cleaning up orphan processes");

        var incident = Read();

        incident.Jobs.ShouldHaveSingleItem().ShouldSatisfyAllConditions(j => j.State.ShouldBe(JobState.Succeeded),
            j => j.Allowed.ShouldHaveSingleItem().Step.ShouldBe("./lint"));
        incident.Tests.ShouldNotContain(t => t.Bad);
        incident.Results.Sum(r => r.UnnamedPassed).ShouldBe(2);
    }

    [Fact]
    public void A_log_in_UTF_16_is_read_like_any_other()
    {
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.Path, "logs")).FullName, "unit.txt"),
            "##[group]Run npm test\r\nrunning\r\n##[error]Process completed with exit code 137.\r\n", new UnicodeEncoding(false, false));

        Read().Jobs.ShouldHaveSingleItem().State.ShouldBe(JobState.Killed);
    }

    [Fact]
    public void A_log_that_is_not_text_is_an_input_that_was_not_read_and_one_that_is_not_known_is_named()
    {
        _folder.Write("logs/all.zip", "PK\u0003\u0004 and so on");
        _folder.Write("logs/notes.txt", "buy milk");
        _folder.Write("logs/empty.log", "");

        var incident = Read();

        incident.Unread.ShouldHaveSingleItem().ShouldSatisfyAllConditions(u => u.Source.ShouldBe("logs/all.zip"), u => u.Extent.ShouldBe(ReadExtent.None),
            u => u.Reason.ShouldContain("unpack it"));
        incident.Warnings.ShouldContain(w => w.StartsWith("logs/notes.txt: not a log that is known", StringComparison.Ordinal));
        incident.Warnings.ShouldContain("logs/empty.log: the file is empty");
        incident.JobLogs.Count.ShouldBe(0);
        incident.PlatformLogs.Count.ShouldBe(0);
    }

    private sealed class Quiet : IProgress<string>
    {
        public void Report(string value) { }
    }
}
