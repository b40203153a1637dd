using Shouldly;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Inputs.Changes;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Causes.Suspects;

/// <summary>A package's new version is suspected if the error was raised in the package, or names it.</summary>
public sealed class ChangedPackagesTests
{
    private const string Frames = "    at pad (/home/me/shop/node_modules/left-pad/index.js:3:1)\n    at total (/home/me/shop/src/cart.js:9:1)\n"
        + "    at run (/home/me/shop/node_modules/some-runner/run.js:1:1)";

    private static IReadOnlyList<Suspicion> Of(string name, string message, string stack = "")
    {
        var test = Failing(message);
        var facts = FactsOf(test with { Failure = test.Failure! with { Text = $"{message}\n{stack}" } });
        var file = File("package.json", $"-    \"{name}\": \"^1.1.0\",", $"+    \"{name}\": \"^5.1.0\",");
        return [.. ChangedPackages.Of(file, Patch.Parse(file.Patch), new FaultText(facts, facts.Symptom, environmental: false))];
    }

    [Fact]
    public void The_package_that_raised_the_error_is_suspected_and_most_so()
    {
        Of("left-pad", "pad is no function", Frames).Single().Key.ShouldBe("left-pad");
        Of("left-pad", "pad is no function", Frames).Single().Points.ShouldBeGreaterThan(Of("left-pad", "left-pad: no such width").Single().Points);
    }

    [Fact]
    public void The_runner_at_the_outer_end_of_every_stack_is_not_suspected() => Of("some-runner", "pad is no function", Frames).ShouldBeEmpty();

    [Fact]
    public void A_package_that_nothing_names_is_not_suspected() => Of("left-pad", "3 is not 4").ShouldBeEmpty();

    [Theory]
    [InlineData("/usr/lib/gems/left-pad-1.2.0/lib/pad.rb", true)]
    [InlineData("/root/go/pkg/mod/team.org/left-pad@v1.2.0/pad.go", true)]
    [InlineData("/x/site-packages/left_pad/pad.py", true)]
    [InlineData("/x/node_modules/left-pad-more/pad.js", false)]
    public void A_file_is_of_the_package_if_a_folder_has_its_name(string path, bool its) => ChangedPackages.IsOf(path, "left-pad").ShouldBe(its);
}
