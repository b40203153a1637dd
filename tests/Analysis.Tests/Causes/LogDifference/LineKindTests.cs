using Shouldly;
using Whybot.Analysis.Causes.LogDifference;
using Xunit;

namespace Whybot.Analysis.Tests.Causes.LogDifference;

/// <summary>What lines of a job's log do, whatever tool printed them.</summary>
public sealed class LineKindTests
{
    [Theory]
    [InlineData("error: pathspec 'main' did not match", LineKind.Error)]
    [InlineData("[ERROR] Cart.java:[3,1] ';' expected", LineKind.Error)]
    [InlineData("mv: cannot stat 'a.xml': No such file or directory", LineKind.Error)]
    [InlineData("##[error]Unable to resolve action", LineKind.Error)]
    [InlineData("npm ERR! code E404", LineKind.Error)]
    [InlineData("[INFO] BUILD FAILURE", LineKind.Aside)]
    [InlineData("[WARNING] error handling is deprecated", LineKind.Aside)]
    [InlineData("12:00:01,250 [main] INFO shop.Orders - no error", LineKind.Aside)]
    [InlineData("Commit message: \"fix the error\"", LineKind.Aside)]
    [InlineData("Downloading from central: https://repo.example/error-1.0.jar", LineKind.Aside)]
    [InlineData("\tat shop.Cart.total(Cart.java:12)", LineKind.Detail)]
    [InlineData("  symbol: class Cart", LineKind.Detail)]
    [InlineData("[ERROR] Re-run Maven using the -X switch to enable full debug logging.", LineKind.Detail)]
    [InlineData("make: *** [all] Error 2", LineKind.Consequence)]
    [InlineData("##[error]Process completed with exit code 1.", LineKind.Failed)]
    [InlineData("Finished: FAILURE", LineKind.Failed)]
    [InlineData("##[group]Run make", LineKind.System)]
    [InlineData("copied 3 files", LineKind.Plain)]
    [InlineData("", LineKind.Blank)]
    public void A_line_is_of_one_kind(string line, object kind) => LineKinds.Of(line).ShouldBe((LineKind)kind);
}
