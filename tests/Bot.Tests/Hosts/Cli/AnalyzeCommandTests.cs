using System.Diagnostics;
using System.Text.Json;
using Shouldly;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Hosts.Cli;

/// <summary>Runs the built program as a user does.</summary>
[Needs("processes")]
public sealed class AnalyzeCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private sealed record Ran(int Code, string Out, string Err);

    private static Ran Whybot(params string[] arguments)
    {
        using var process = Process.Start(ProgramUnderTest.Start(Repository.Root, arguments))!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Ran(process.ExitCode, output, errors.Result);
    }

    [Theory]
    [InlineData("all-green", 0, "GO ")]
    [InlineData("redis-down", 1, "NO-GO ")]
    public void The_exit_code_and_the_first_word_are_the_decision(string incident, int code, string first)
    {
        var ran = Whybot("analyze", Repository.Sample(incident));

        ran.Code.ShouldBe(code, ran.Err);
        ran.Out.ShouldStartWith(first);
        ran.Out.ShouldNotContain("\u001b");
    }

    [Fact]
    public void Where_nothing_can_be_read_it_is_said_why_for_each_file()
    {
        _folder.Write("results/notes.json", "{\"a\": 1}");
        _folder.Write("logs/notes.txt", "buy milk");
        _folder.Write("logs/run.zip", "PK\u0003\u0004");

        var ran = Whybot("analyze", _folder.Path);

        ran.Code.ShouldBe(3);
        foreach (var file in new[] { "results/notes.json: ", "logs/notes.txt: not a log that is known", "logs/run.zip: the log is a ZIP archive" })
            ran.Err.ShouldContain(file);
    }

    [Fact]
    public void An_inconclusive_run_fails_unless_only_no_go_is_a_failure()
    {
        _folder.Write("results/a.xml",
            "<testsuite><testcase name='a' time='0'><skipped/></testcase><testcase name='b' time='0'><skipped/></testcase></testsuite>");

        Whybot("analyze", _folder.Path).Code.ShouldBe(2);
        Whybot("analyze", _folder.Path, "--fail-on", "inconclusive").Code.ShouldBe(2);
        Whybot("analyze", _folder.Path, "--fail-on", "no-go").Code.ShouldBe(0);
        Whybot("analyze", _folder.Path, "--fail-on", "no-go,void").Code.ShouldBe(0);
        Whybot("analyze", _folder.Path, "--fail-on", "void,inconclusive").Code.ShouldBe(2);
        Whybot("analyze", Repository.Sample("redis-down"), "--fail-on", "no-go").Code.ShouldBe(1);
        Whybot("analyze", Repository.Sample("redis-down"), "--fail-on", "never").Code.ShouldBe(0);
    }

    [Fact]
    public void A_decision_that_does_not_exist_is_wrong_usage()
    {
        var ran = Whybot("analyze", _folder.Path, "--fail-on", "no-go,red");

        ran.Code.ShouldBe(64);
        ran.Err.ShouldContain("'red' is not a decision; use all, never, no-go, inconclusive, not-ready, void");
    }

    [Fact]
    public void A_file_that_was_cut_off_beside_a_green_one_is_never_go()
    {
        _folder.Write("results/a.xml", "<testsuite tests='1'><testcase name='a' time='0.1'/></testsuite>");
        _folder.Write("results/mail.xml", "<testsuite tests='2'><testcase name='b' time='0.1'/><testcase na");

        var ran = Whybot("analyze", _folder.Path);

        ran.Code.ShouldBe(2);
        ran.Out.Split('\n')[0].ShouldContain("results/mail.xml");
    }

    [Fact]
    public void All_reports_are_written_and_the_drafts_of_an_earlier_run_replaced()
    {
        var output = Path.Combine(_folder.Path, "out");
        Whybot("analyze", Repository.Sample("subprotocol"), "--output", output).Code.ShouldBe(1);
        Directory.GetFiles(output).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)
            .ShouldBe(["comment.md", "drafts.json", "issue-w2-89e2ba47e080.md", "passages.json", "report.json", "worklog.md"]);
        _folder.Write("out/issue-mine.md", "a person's file");

        Whybot("analyze", Repository.Sample("redis-down"), "--output", output).Code.ShouldBe(1);

        Directory.GetFiles(output, "issue-*").Select(f => Path.GetFileName(f)!).ShouldBe(["issue-mine.md"]);
        JsonDocument.Parse(_folder.Read("out/report.json")).RootElement.GetProperty("decision").GetString().ShouldBe("no-go");
    }

    [Fact]
    public void Json_goes_to_standard_output_alone()
    {
        var ran = Whybot("analyze", Repository.Sample("event-structure"), "--format", "json");

        var root = JsonDocument.Parse(ran.Out).RootElement;
        root.GetProperty("schema").GetInt32().ShouldBe(1);
        root.GetProperty("clusters")[0].GetProperty("issue").GetProperty("number").GetInt32().ShouldBe(1030);
        ran.Err.ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_with_nothing_readable_is_exit_3_with_what_was_expected()
    {
        var ran = Whybot("analyze", _folder.Path);

        (ran.Code, ran.Out).ShouldBe((3, ""));
        ran.Err.ShouldContain("expected result files in results/");
        Whybot("analyze", Path.Combine(_folder.Path, "absent")).Code.ShouldBe(3);
    }

    [Fact]
    public void Wrong_usage_is_64_and_says_what_to_do()
    {
        Whybot("analyze").ShouldSatisfyAllConditions(r => r.Code.ShouldBe(64), r => r.Err.ShouldContain("whybot --help"));
        Whybot("analyze", ".", "--format", "yaml").Code.ShouldBe(64);
        Whybot("nonsense").Code.ShouldBe(64);
        Whybot("analyze", "").Code.ShouldBe(64);
    }

    [Fact]
    public void Given_settings_with_problems_end_the_command_with_all_of_them()
    {
        var config = _folder.Write("my.yml", "gate: {}\nsuites:\n  - {category: a}\n");

        var ran = Whybot("analyze", Repository.Sample("all-green"), "--config", config);

        ran.Code.ShouldBe(64);
        ran.Err.ShouldContain("my.yml:1: unknown key 'gate' in the file; did you mean 'gates'?");
        ran.Err.ShouldContain("my.yml:3: an entry of 'suites' needs 'name'");
    }

    [Fact]
    public void Reports_that_cannot_be_written_are_an_error_that_names_the_folder()
    {
        var file = _folder.Write("taken", "");

        var ran = Whybot("analyze", Repository.Sample("all-green"), "--output", file);

        ran.Code.ShouldBe(3);
        ran.Err.ShouldContain("--output");
    }

    [Fact]
    public void Broken_files_are_warnings_and_the_rest_is_analysed()
    {
        _folder.Write("results/good.xml", "<testsuite name='a'><testcase name='a' time='1'/></testsuite>");
        _folder.Write("results/bad.xml", "<testsuite>\n<testcase name=");
        _folder.Write("readiness.json", "{\n\"services\": [");
        _folder.Write("deployment_status.json", "[]");
        _folder.Write("github/repos/o/r/issues.json", "{\"not\": \"a list\"}");
        _folder.Write("logs/x.log", "\u0000\u0001\n{\n");

        var ran = Whybot("analyze", _folder.Path);

        ran.Out.ShouldContain("results/bad.xml:2: not well-formed XML");
        ran.Out.ShouldContain("readiness.json:2: not valid JSON");
        ran.Out.ShouldContain("1 of 1 test passed");
    }

    [Fact]
    public void The_readme_shows_what_the_program_prints()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var shown = readme.Split("It prints (shortened at …):\n\n```\n")[1].Split("```")[0].Split('\n').Where(l => l.Trim() is not ("" or "…")).ToList();

        var printed = Whybot("analyze", "samples/incidents/subprotocol", "--fail-on", "never").Out.Split('\n');

        shown.Count.ShouldBeGreaterThan(10);
        foreach (var line in shown)
            printed.ShouldContain(line);
    }

    [Fact]
    public void Help_shows_an_example_and_the_version_is_a_version()
    {
        Whybot("analyze", "--help").Out.ShouldContain("whybot analyze samples/incidents/subprotocol");
        Version.TryParse(Whybot("--version").Out.Trim(), out _).ShouldBeTrue();
    }
}
