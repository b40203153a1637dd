using Shouldly;
using Whybot.Runs.RunFolders;
using Xunit;

namespace Whybot.Bot.Tests.Runs.RunFolders;

public sealed class SourcePathsTests
{
    [Theory]
    [InlineData("src/cart.py")]
    [InlineData(".github/scripts/a.sh")]
    [InlineData("test/spec/größe.test.ts")]
    [InlineData("app/[id]/page.test.tsx")]
    [InlineData("src/console.c")]
    public void Paths_of_repositories_are_used(string path) => SourcePaths.IsSafe(path).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("../a.py")]
    [InlineData("src/../../a.py")]
    [InlineData("src/./a.py")]
    [InlineData("src//a.py")]
    [InlineData("src/")]
    [InlineData("src\\a.py")]
    [InlineData("c:/a.py")]
    [InlineData("a.py:stream")]
    [InlineData("src/a.py.")]
    [InlineData("src /a.py")]
    [InlineData("src/NUL")]
    [InlineData("src/com1.py")]
    [InlineData("aux/a.py")]
    [InlineData("src/a\n.py")]
    [InlineData("src/a\u0000.py")]
    [InlineData("src/a\u202e.py")]
    [InlineData("src/\ud800.py")]
    [InlineData("a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q.py")]
    [InlineData("ghp_0123456789abcdefghijABCDEFGHIJ012345/a.py")]
    public void What_leads_elsewhere_or_cannot_be_read_is_refused(string path) => SourcePaths.IsSafe(path).ShouldBeFalse();

    [Fact]
    public void Very_long_ones_are_refused()
    {
        SourcePaths.IsSafe(new string('a', 201)).ShouldBeFalse();
        SourcePaths.IsSafe(string.Join('/', Enumerable.Repeat(new string('a', 50), 5))).ShouldBeFalse();
    }
}
