using Shouldly;
using Whybot.Analysis.Inputs.Settings;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Settings;

public sealed class RunReaderTests
{
    private static SettingsReading Read(string run) => SampleVocabulary.Read($"environments:\n  staging:\n    run: {run}\n");

    [Fact]
    public void Everything_that_can_be_said_is_read() =>
        Read("{workflow: staging.yml, ref: main, focus: \"category:critical\", index: docs/tests.md, fast-fail: true, recheck: false, timeout: 90m, "
            + "rollback: back.yml, promote: on.yaml, worklog: whybot/logs}")
            .ShouldSatisfyAllConditions(
                r => r.Problems.ShouldBeEmpty(),
                r => r.Settings.Environments["staging"].Run.ShouldBe(new RunSettings
                {
                    Workflow = "staging.yml",
                    Ref = "main",
                    Focus = "category:critical",
                    Index = "docs/tests.md",
                    FastFail = true,
                    Recheck = false,
                    Timeout = TimeSpan.FromMinutes(90),
                    Rollback = "back.yml",
                    Promote = "on.yaml",
                    WorklogBranch = "whybot/logs",
                }));

    [Fact]
    public void Without_it_suites_are_not_run_and_an_empty_one_has_the_defaults()
    {
        SampleVocabulary.Read("environments: {staging: {services: []}}").Settings.Environments["staging"].Run.ShouldBeNull();
        Read("{focus: all}").Settings.Environments["staging"].Run.ShouldBe(new RunSettings());
    }

    [Theory]
    [InlineData("{focus: everything}", "'everything' is no focus; write all, changed, category:NAME or suite:NAME")]
    [InlineData("{workflow: .github/workflows/staging.yml}", "is not a workflow's file name; write for example staging.yml")]
    [InlineData("{rollback: \"../x\"}", "is not a workflow's file name")]
    [InlineData("{timeout: 7h}", "'7h' is not a time up to 6 h; write for example 45m")]
    [InlineData("{timeout: soon}", "'soon' is not a time up to 6 h")]
    [InlineData("{fast-fail: yes}", "'yes' is neither true nor false")]
    [InlineData("{work-flow: a.yml}", "unknown key 'work-flow'")]
    public void What_is_wrong_is_said_with_its_line_and_the_fix(string run, string problem)
    {
        var reading = Read(run);
        reading.Problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Line.ShouldBe(3), p => p.Message.ShouldContain(problem));
        reading.Settings.Environments["staging"].Run!.Focus.ShouldBe("all");
    }
}
