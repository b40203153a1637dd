using Shouldly;
using Whybot.Analysis.Language.Text;
using Xunit;

namespace Whybot.Analysis.Tests.Language.Text;

public sealed class ProseTests
{
    [Fact]
    public void Without_markup_quoted_words_stand_in_quotation_marks_and_own_words_do_not()
    {
        Prose prose = $"{3} tests say {"boom":q} in {"a.py"} ({"own":t})";

        prose.ToString().ShouldBe("3 tests say “boom” in a.py (own)");
        Markdown.Of(prose).ShouldBe("3 tests say `boom` in `a.py` (own)");
    }

    [Fact]
    public void Prose_in_prose_keeps_its_marks()
    {
        Prose inner = $"see {"@team"}";
        Prose outer = $"{inner}; {Prose.List(["a", "b", "c", "d"], 2)}";

        Markdown.Of(outer).ShouldBe("see `@team`; `a`, `b` and 2 more");
    }

    [Fact]
    public void Secrets_are_masked_in_both()
    {
        Prose prose = $"{"password=correct-horse-battery"}";

        prose.ToString().ShouldBe("password=[redacted]");
        Markdown.Of(prose).ShouldBe("`password=[redacted]`");
    }
}
