using Shouldly;
using Whybot.Analysis.Causes.LogDifference;
using Xunit;

namespace Whybot.Analysis.Tests.Causes.LogDifference;

/// <summary>Which lines count as the same in two runs of a job.</summary>
public sealed class LineShapeTests
{
    [Theory]
    [InlineData("Took 3 s", "Took 12.5 s")]
    [InlineData("Done in 1m 14s", "Done in 850ms")]
    [InlineData("(1.8 MB at 3.1 MB/s)", "(56 kB at 259 kB/s)")]
    [InlineData("HEAD is now at 7847c114", "HEAD is now at 1a2b3c4")]
    [InlineData("id 550e8400-e29b-41d4-a716-446655440000", "id 6fa459ea-ee8a-3ca4-894e-db77e160355e")]
    [InlineData("open /tmp/dIBV1K0J1d/a.txt", "open /tmp/Xq0z/a.txt")]
    [InlineData("unit ....... passed", "unit ..... passed")]
    [InlineData("  indented", "indented  ")]
    [InlineData("took 0 s", "took 3 s")]
    [InlineData("version 1.0", "version 1.2")]
    public void Figures_ids_and_layout_do_not_count(string one, string other) => LineShape.Of(one).ShouldBe(LineShape.Of(other));

    [Theory]
    [InlineData("cannot find symbol", "cannot find module")]
    [InlineData("utf8 is missing", "utf is missing")]
    [InlineData("e2e failed", "unit failed")]
    [InlineData("Found 0 errors", "Found 3 errors")]
    [InlineData("exit code 0", "exit code 1")]
    [InlineData("open src/a.txt", "open src/b.txt")]
    public void Words_count(string one, string other) => LineShape.Of(one).ShouldNotBe(LineShape.Of(other));

    [Fact]
    public void A_blank_line_has_no_shape() => LineShape.Of(" \t").ShouldBe(0ul);
}
