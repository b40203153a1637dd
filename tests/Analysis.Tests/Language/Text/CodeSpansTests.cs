using Shouldly;
using Whybot.Analysis.Language.Text;
using Xunit;

namespace Whybot.Analysis.Tests.Language.Text;

public sealed class CodeSpansTests
{
    [Theory]
    [InlineData("main")]
    [InlineData("a `b` c")]
    [InlineData("`b`")]
    [InlineData("``")]
    [InlineData("prod | eu")]
    public void What_was_written_as_code_is_read_back(string text)
    {
        CodeSpans.Whole(Markdown.Code(text)).ShouldBe(text);
        CodeSpans.WholeCell(Markdown.CellCode(text)).ShouldBe(text);
        CodeSpans.Of($"- {Markdown.Code(text)} and {Markdown.Code("x")}").ShouldBe([text, "x"]);
    }

    [Fact]
    public void What_is_not_one_span_is_none()
    {
        CodeSpans.Whole("main").ShouldBeNull();
        CodeSpans.Whole("`a` `b`").ShouldBeNull();
        CodeSpans.Whole("`").ShouldBeNull();
        CodeSpans.Of("``` ` ``").ShouldBeEmpty();
    }
}
