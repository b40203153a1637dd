using System.Text;
using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Xunit;
using static Whybot.Analysis.Tests.Inputs.Results.ResultText;

namespace Whybot.Analysis.Tests.Inputs.Results;

/// <summary>What was not read is a problem of the file, and what can be read is.</summary>
public sealed class DamagedJsonTests
{
    private const string Passing = """{"version": "3", "examples": [{"full_description": "größer", "status": "passed"}], "summary": {"example_count": 1}}""";
    private const string Failing = """{"version": "3", "examples": [{"full_description": "two", "status": "failed", "exception": {"message": "no"}}], "summary": {"example_count": 1, "failure_count": 1}}""";
    private const string Run = """{"Action":"run","Package":"p","Test":"T"}""";
    private const string Pass = """{"Action":"pass","Package":"p","Test":"T"}""";
    private const string End = """{"Action":"pass","Package":"p"}""";

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("iso-8859-1", false)]
    public void Every_encoding_is_read_and_keeps_the_names(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        Read([.. mark ? encoding.Preamble : [], .. encoding.GetBytes(Passing)]).Told().ShouldBe("größer Passed");
    }

    [Fact]
    public void A_cut_within_a_character_does_not_make_the_file_Latin_1() =>
        Read(Encoding.UTF8.GetBytes(Passing)[..^90]).Warnings.ShouldBeEmpty();

    [Theory]
    [InlineData("""{"version": "3", "examples": [{"full_description": "a	b", "status": "passed"}]}""", "a\tb Passed")]
    [InlineData("{\"version\": \"3\", \"examples\": [{\"full_description\": \"a\u0001b\", \"status\": \"pas\u0000sed\"}]}", "ab Passed")]
    [InlineData("""{"version": "3", "examples": [{"full_description": "a", "status": "passed", "run_time": NaN, "x": -Infinity, "y": undefined,},]}""", "a Passed")]
    [InlineData("""{"version": "3", "examples": [{"full_description": "C:\qa", "status": "passed"}]}""", @"C:\qa Passed")]
    [InlineData("""{"version": "3", /* why */ "examples": [{"full_description": "a \ud800 b", "status": "passed"}]}""", "a \uFFFD b Passed")]
    public void Faults_that_writers_make_are_repaired_and_told(string text, string told)
    {
        var file = Read(text);

        file.Told().ShouldBe(told);
        file.Warnings.ShouldHaveSingleItem().ShouldStartWith("results/a.json:1: not strict JSON; fixed: ");
    }

    [Fact]
    public void A_repaired_line_break_keeps_the_lines_behind_it() =>
        Read("{\"version\": \"3\", \"examples\": [{\"full_description\": \"a\nb\", \"status\": \"passed\"},\n{\"full_description\": \"c\", \"status\": "
            + "\"passed\"}]}").Cases.Select(c => c.Line)
            .ShouldBe([1, 3]);

    [Fact]
    public void A_banner_of_a_package_manager_is_left_out_and_told()
    {
        var file = Read($"\n> shop@1.0.0 test\n> rspec --format json\n\n{Failing}\nnpm ERR! code 1\n");

        file.Told().ShouldBe("two Failed: no");
        file.Cases[0].Line.ShouldBe(5);
        file.Warnings.ShouldBe(["results/a.json:1: text before the JSON document is left out", "results/a.json:5: text behind the JSON document is left out"]);
    }

    [Fact]
    public void Several_documents_in_one_file_are_all_read()
    {
        Read(Passing + "\n" + Failing).Told().ShouldBe("größer Passed\ntwo Failed: no");
        Read($"[{Passing},{Failing}]").Told().ShouldBe("größer Passed\ntwo Failed: no");
    }

    [Fact]
    public void The_same_document_twice_counts_once()
    {
        var file = Read(Failing + Failing);

        file.Told().ShouldBe("two Failed: no");
        file.Warnings.ShouldHaveSingleItem().ShouldBe("results/a.json:1: the same JSON document again; it counts once");
    }

    [Fact]
    public void A_bracket_too_many_does_not_hide_what_stands_behind_it() =>
        Read("""{"version": "3", "examples": [{"full_description": "one", "status": "passed"}]}, "more": [{"full_description": "two", "status": "failed"}]}""").Told()
            .ShouldBe("one Passed\n! 1 text behind the JSON document looks like a part of it and is not read");

    [Fact]
    public void A_name_with_two_values_is_a_contradiction() =>
        Read("""{"version": "3", "examples": [{"full_description": "one", "status": "failed", "status": "passed"}]}""").Problems.ShouldHaveSingleItem().Reason
            .ShouldBe("\"status\" has two different values in one object");

    [Theory]
    [InlineData(""" "status": "passd" """, "a test's state is \"passd\", which is not known")]
    [InlineData(""" "status": null """, "a test without a state")]
    [InlineData(""" "line": 3 """, "a test without a state")]
    public void A_state_that_nobody_wrote_is_no_pass(string state, string problem) =>
        Read($$"""{"version": "3", "examples": [{"full_description": "one", {{state}}}]}""").Told().ShouldBe($"one NotRun\n! 1 {problem}");

    [Fact]
    public void A_test_in_which_the_document_breaks_off_keeps_its_failure_and_gets_no_pass()
    {
        Read("""{"version": "3", "examples": [{"full_description": "one", "status": "passed", "run_""").Told()
            .ShouldBe("one NotRun\n! 1 the JSON breaks off here");
        Read("""{"version": "3", "examples": [{"full_description": "one", "status": "failed", "run_""").Told().ShouldStartWith("one Failed");
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData(" \n\0", "the file is blank")]
    [InlineData("{\"vers", "not valid JSON; is this a result file?")]
    [InlineData("<html>502 Bad Gateway</html>", "not valid JSON; is this a result file?")]
    [InlineData("""{"x": {"testResults": [{"assertionResults": []}]}}""", "it looks like test results, but not like any format that is known; it is damaged, or of another tool")]
    [InlineData("""{"statz": {}, "tests": [], "pending": [], "failures": [], "passes": []}""", "it looks like test results, but not like any format that is known; it is damaged, or of another tool")]
    public void A_file_that_should_hold_results_and_is_not_known_is_not_read_at_all(string text, string why) => Read(text).Told().ShouldBe($"! 1 none: {why}");

    [Theory]
    [InlineData("""{"total": {"lines": {"total": 3, "pct": 66.6}}, "/shop/a.js": {"lines": {}}}""")]
    [InlineData("""{"name": "shop", "scripts": {"test": "jest"}, "jest": {"testResultsProcessor": "x"}}""")]
    [InlineData("// settings\n{\"compilerOptions\": {\"strict\": true,},}")]
    [InlineData("""{"level": "info"}{"level": "warn"}""")]
    [InlineData("[]")]
    public void Valid_JSON_of_another_kind_is_no_result_file(string text) => IsNone(text).ShouldBeTrue();

    [Fact]
    public void Lines_of_a_tool_between_events_are_left_out_and_told()
    {
        var file = Read($"go: downloading example.org/x v1.0.0\n{Run}\n# p\nwarning: \"x\": deprecated\n{Pass}\n{End}\n");

        file.Told().ShouldBe("p::T Passed");
        file.Warnings.ShouldBe(["results/a.json:1: 3 of 6 lines are not JSON; the others are read"]);
    }

    [Theory]
    [InlineData("{broken")]
    [InlineData("""n":"fail","Package":"p","Test":"U"}""")]
    [InlineData("""{"Action":"fail","Package":"p","Te""")]
    public void A_damaged_event_is_a_problem_and_the_others_are_read(string line) =>
        Read($"{Run}\n{line}\n{Pass}\n{End}\n").Told().ShouldBe("p::T Passed\n! 2 1 of 4 lines are damaged, and what they said is lost");

    [Fact]
    public void Events_that_share_a_line_or_stand_behind_words_are_read() =>
        Read($"{Run}{Pass}\nok then {End}\n").Told().ShouldBe("p::T Passed");

    [Fact]
    public void Control_characters_in_an_event_are_repaired() =>
        Read($"{Run}\n{Pass.Replace("pass", "pa\u0002ss", StringComparison.Ordinal)}\n{End}").Told().ShouldBe("p::T Passed");

    [Theory]
    [InlineData("[\n  {0},\n  {1},\n  {2}\n]")]
    [InlineData("[{0},{1},{2}]\n")]
    public void Events_as_a_list_are_read(string form) =>
        Read(form.Replace("{0}", Run, StringComparison.Ordinal).Replace("{1}", Pass, StringComparison.Ordinal).Replace("{2}", End, StringComparison.Ordinal))
            .Told()
            .ShouldBe("p::T Passed");

    [Fact]
    public void Events_on_several_lines_each_are_read() =>
        Read(string.Join('\n', new[] { Run, Pass, End }.Select(e => e.Replace(",", ",\n  ", StringComparison.Ordinal)))).Told().ShouldBe("p::T Passed");

    [Theory]
    [InlineData("""{"numFailedTests": 1, "testRes""", true)]
    [InlineData("<testsuites><testsu", true)]
    [InlineData("""bage":"x"},{"fullTitle":"a b","err":{}""", true)]
    [InlineData("1..3\nok 1 - a", true)]
    [InlineData("""{"name": "shop", "dependen""", false)]
    [InlineData("PK\u0003\u0004", false)]
    [InlineData("", false)]
    public void The_beginning_of_a_lost_file_tells_whether_it_held_results(string head, bool results) =>
        ResultFormats.LooksLikeResults(Encoding.UTF8.GetBytes(head)).ShouldBe(results);
}
