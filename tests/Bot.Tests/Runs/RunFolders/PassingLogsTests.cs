using Shouldly;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Hosts.Setup;
using Whybot.Runs.RunFolders;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Runs.RunFolders;

/// <summary>Which earlier logs a failing job's log is compared with.</summary>
public sealed class PassingLogsTests : IDisposable
{
    private const string Passed = "Started by timer\nchecking out\nwarning: known error\nFinished: SUCCESS\n";
    private const string Failed = "Started by timer\nchecking out\nwarning: known error\nfatal: no such reference\nFinished: FAILURE\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Incident Read() => new IncidentFolder(new RunFolder(_folder.Path), ProgramVocabulary.Settings, new Quiet()).Read(null);

    private void Write(string failing, params (string Path, string Text)[] files)
    {
        _folder.Write("logs/ci-unit-4711.txt", failing);
        foreach (var (path, text) in files)
            _folder.Write(path, text);
    }

    [Fact]
    public void The_log_of_the_same_job_is_found_by_its_name()
    {
        Write(Failed, ("history/01/logs/ci-unit-4698.txt", Passed), ("history/01/logs/ci-e2e-4699.txt", Failed));

        var difference = Read().Differences.ShouldHaveSingleItem();

        difference.Passing.ShouldBe(["history/01/logs/ci-unit-4698.txt"]);
        difference.Blocks.Single().Headline.ShouldBe(new LogLine(4, "fatal: no such reference"));
    }

    [Fact]
    public void A_job_without_a_failing_test_is_described_by_what_is_new()
    {
        Write(Failed, ("history/01/logs/ci-unit-4698.txt", Passed));

        Read().Tests.Single().ShouldSatisfyAllConditions(t => t.Scope.ShouldBe(TestScope.Job), t => t.Failure!.Message.ShouldStartWith("fatal: no such"));
    }

    [Theory]
    [InlineData(Failed, "success")]
    [InlineData("Started by timer\nchecking out\n", "failure")]
    public void A_log_of_a_job_that_failed_is_not_compared(string log, string conclusion)
    {
        Write(Failed, ("history/01/logs/ci-unit-4698.txt", log), ("history/01/run.json", $$"""{"sha": "1", "conclusion": "{{conclusion}}"}"""));

        Read().Differences.ShouldBeEmpty();
    }

    [Fact]
    public void A_job_may_pass_in_a_run_that_failed()
    {
        Write(Failed, ("history/01/logs/ci-unit-4698.txt", Passed), ("history/01/run.json", """{"sha": "1", "conclusion": "failure"}"""));

        Read().Differences.Count.ShouldBe(1);
    }

    [Fact]
    public void Three_passes_are_read_newest_first()
    {
        Write(Failed, [.. Enumerable.Range(1, 5).Select(i => ($"history/0{i}/logs/ci-unit-{i}000.txt", Passed))]);

        Read().Differences.Single().Passing.Count.ShouldBe(3);
        Read().Differences.Single().Passing[0].ShouldBe("history/05/logs/ci-unit-5000.txt");
    }

    [Fact]
    public void A_job_that_is_known_to_have_ended_well_is_not_compared()
    {
        Write(Failed.Replace("FAILURE", "SUCCESS", StringComparison.Ordinal), ("history/01/logs/ci-unit-4698.txt", Passed));

        Read().Differences.ShouldBeEmpty();
    }

    private sealed class Quiet : IProgress<string>
    {
        public void Report(string value) { }
    }
}
