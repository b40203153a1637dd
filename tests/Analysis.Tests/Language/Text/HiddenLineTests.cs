using Shouldly;
using Whybot.Analysis.Language.Text;
using Xunit;

namespace Whybot.Analysis.Tests.Language.Text;

public sealed class HiddenLineTests
{
    private const string Line = "<!-- whybot:run -->";

    [Fact]
    public void It_counts_only_as_the_last_line()
    {
        HiddenLine.Ends($"text\n\n{Line}\r\n\n", Line).ShouldBeTrue();
        HiddenLine.Ends(Line, Line).ShouldBeTrue();
        HiddenLine.Ends($"{Line}\nmore", Line).ShouldBeFalse();
        HiddenLine.Ends($"> {Line}", Line).ShouldBeFalse();
        HiddenLine.Ends(null, Line).ShouldBeFalse();
        HiddenLine.Last($"a\n{Line}\n").ToString().ShouldBe(Line);
    }
}
