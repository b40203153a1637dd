using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Whybot.Analysis.Inputs.Evidence;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Evidence;

public sealed class CitationCheckerTests
{
    private static readonly FakeEvidence Evidence = new(new(StringComparer.Ordinal)
    {
        ["log"] = "one\ntwo words\nthree",
        ["xml"] = "<failure message=\"KeyError: &apos;a&apos; &lt; b\">",
        ["colours"] = "passed\n\u001b[31m\u001b[1mTypeError\u001b[22m: cannot read 'total' of undefined\u001b[39m\n\u001b[35mconst\u001b[39m "
            + "\u001b[34mmoved\u001b[39m = 1",
        ["lines"] = "<failure message=\"AssertionError: page differs\nwanted: dim\ngot: bright\"/>",
        ["many"] = "expected \u001b[1mthe basket\u001b[0m to hold \u001b[32m3 items\u001b[0m and \u001b[1ma voucher\u001b[0m, \u001b[31mbut it holds none at "
            + "all\u001b[0m",
        ["json"] = "{\"body\": \"it says so\"}",
    });

    [Fact]
    public void A_place_of_several_lines_is_narrowed_to_the_line_that_holds_the_words() =>
        CitationChecker.Check(Citation.OfLines("log", 1, 3, "two words"), Evidence).ShouldBe(new Citation("log", 2, 2, null, "two words"));

    [Fact]
    public void Words_that_stand_escaped_in_a_result_file_hold() =>
        CitationChecker.Check(Citation.OfLines("xml", 1, 1, "KeyError: 'a' < b"), Evidence).ShouldNotBeNull();

    [Fact]
    public void Of_words_in_several_colours_the_longest_piece_of_one_stands_there() =>
        CitationChecker.Check(Citation.OfLines("colours", 1, 3, "TypeError: cannot read 'total' of undefined"), Evidence)
            .ShouldBe(new Citation("colours", 2, 2, null, "cannot read 'total' of undefined"));

    [Fact]
    public void Words_of_which_no_piece_is_half_are_dropped() =>
        CitationChecker.Check(Citation.OfLines("colours", 3, 3, "const moved = 1"), Evidence).ShouldBeNull();

    [Fact]
    public void Of_a_message_whose_line_feeds_XML_took_the_longest_line_is_cited() =>
        CitationChecker.Check(Citation.OfLines("lines", 1, 3, "AssertionError: page differs wanted: dim got: bright"), Evidence)
            .ShouldBe(new Citation("lines", 1, 1, null, "AssertionError: page differs"));

    [Fact]
    public void A_block_is_cited_as_a_whole_whatever_its_colours()
    {
        var block = Citation.OfBlock("colours", 1, 3, "TypeError: cannot read 'total' of undefined");

        CitationChecker.Check(block, Evidence).ShouldBe(block);
        CitationChecker.Check(block with { Excerpt = "TypeError: cannot read 'sum' of undefined" }, Evidence).ShouldBeNull();
        CitationChecker.Check(block with { EndLine = 4000 }, Evidence).ShouldBeNull();
    }

    [Fact]
    public void Of_words_in_many_colours_a_piece_that_tells_something_is_cited() =>
        CitationChecker.Check(Citation.OfLines("many", 1, 1, "expected the basket to hold 3 items and a voucher, but it holds none at all"), Evidence)
            .ShouldNotBeNull().Excerpt.ShouldBe("but it holds none at all");

    [Fact]
    public void Words_of_a_json_value_hold() => CitationChecker.Check(Citation.OfJson("json", "/body", "says so"), Evidence).ShouldNotBeNull();

    [Theory]
    [InlineData("log", 1, 1, "two words")]
    [InlineData("log", 2, 9, "two words")]
    [InlineData("log", 3, 2, "two words")]
    [InlineData("log", 0, 2, "two words")]
    [InlineData("absent", 1, 1, "two words")]
    [InlineData("log", 1, 3, "two  words")]
    [InlineData("log", 1, 3, " ")]
    public void What_does_not_stand_there_word_for_word_is_dropped(string source, int line, int endLine, string words) =>
        CitationChecker.Check(new Citation(source, line, endLine, null, words), Evidence).ShouldBeNull();

    [Fact]
    public void A_json_value_that_says_something_else_is_dropped() =>
        CitationChecker.Check(Citation.OfJson("json", "/body", "it does not"), Evidence).ShouldBeNull();

    [Fact]
    public void A_quoted_line_of_any_text_holds_unless_nothing_of_it_can_be_shown() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            var line = (text ?? "").ReplaceLineEndings(" ").Replace('\n', ' ');
            var evidence = new FakeEvidence(new(StringComparer.Ordinal) { ["x"] = line });
            var citation = Citation.OfLines("x", 1, 1, line);
            return citation.Excerpt.Length == 0 || CitationChecker.Check(citation, evidence) is not null;
        }));

    [Theory]
    [InlineData(1, "ValueError: refused ghp_16C7e42F292c6912", "ValueError: refused")]
    [InlineData(2, "E7710c838347Ae178B4a was expired", "was expired")]
    public void Of_a_secret_that_goes_over_two_lines_no_half_is_cited(int line, string words, string shown)
    {
        var evidence = new FakeEvidence(new Dictionary<string, string>
        {
            ["a.log"] =
            "ValueError: refused ghp_16C7e42F292c6912\nE7710c838347Ae178B4a was expired\n"
        });

        var citation = CitationChecker.Check(new Citation("a.log", line, line, null, words), evidence);

        citation!.Excerpt.ShouldBe(shown);
    }
}
