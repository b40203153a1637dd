using Shouldly;
using Whybot.Analysis.Language.Messages;
using Xunit;

namespace Whybot.Analysis.Tests.Language.Messages;

public sealed class StackFramesTests
{
    [Theory]
    [InlineData("tests/e2e/test_x.py:20: in test_y", "tests/e2e/test_x.py", 20, false, true)]
    [InlineData("  File \"/srv/shop/ws/session.py\", line 27, in handle", "shop/ws/session.py", 27, false, false)]
    [InlineData("/usr/lib/python3.11/asyncio/runners.py:190: in run", "/usr/lib/python3.11/asyncio/runners.py", 190, true, false)]
    [InlineData("    at Object.toBe (/home/runner/work/q/q/tests/staging/a.test.js:7:26)", "tests/staging/a.test.js", 7, false, true)]
    [InlineData("    at processTicksAndRejections (node:internal/process/task_queues:95:5)", "node:internal/process/task_queues", 95, true, false)]
    [InlineData("   at Shop.Cart.Total() in /app/src/Cart.cs:line 12", "src/Cart.cs", 12, false, false)]
    [InlineData("\tmain.go:42 +0x1d", "main.go", 42, false, false)]
    [InlineData("/home/runner/work/shop/shop/src/Cart.php:12", "src/Cart.php", 12, false, false)]
    [InlineData("#0 /home/runner/work/shop/shop/tests/CartTest.php(12): Shop\\Cart->total()", "tests/CartTest.php", 12, false, true)]
    public void Frames_of_each_language_are_read(string line, string path, int number, bool library, bool test) =>
        StackFrames.Parse(line).ShouldNotBeNull().ShouldSatisfyAllConditions(f => f.Path.ShouldBe(path), f => f.Line.ShouldBe(number),
            f => f.Library.ShouldBe(library), f => f.Test.ShouldBe(test));

    [Theory]
    [InlineData("E   KeyError: 'answer'")]
    [InlineData("    assert x == 1")]
    [InlineData("12:30: in the morning")]
    [InlineData("")]
    public void Other_lines_are_none(string line) => StackFrames.Parse(line).ShouldBeNull();
}
