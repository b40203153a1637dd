using Shouldly;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Language.Identity;
using Whybot.Features.Deployments.Suites;
using Whybot.Runs.Suites;
using Xunit;

namespace Whybot.Bot.Tests.Features.Deployments.Suites;

public sealed class CommandLineTests
{
    private static CommandContext Context(params string[] tests) =>
        new("orders", new("abc"), "staging", "/r", "/l", ["tests/a.py", "tests/b c.py"], [.. tests.Select(t => new TestToRecheck("orders", null, "T", t))]);

    private static IReadOnlyList<string> Of(CommandContext context, string[] command, params string[] recheck) =>
        CommandLine.Of(new LocalSuite { Command = command, Recheck = recheck }, context);

    [Fact]
    public void Each_argument_stays_one_whatever_stands_in_it() =>
        Of(Context(), ["run", "{files}", "--out={results}/{suite}.xml", "{sha} {environment}", "{logs}"])
            .ShouldBe(["run", "tests/a.py", "tests/b c.py", "--out=/r/orders.xml", "abc staging", "/l"]);

    [Fact]
    public void A_repository_that_names_options_or_places_elsewhere_as_files_names_nothing() =>
        Of(Context() with { Files = ["-c", "--rootdir=/", "/etc/x.py", "../x.py", "a/../../x.py", "a\nb", "tests/a.py"] }, ["pytest", "{files}"])
            .ShouldBe(["pytest", "tests/a.py"]);

    [Theory]
    [InlineData("orders", true)]
    [InlineData("my orders-2.x", true)]
    [InlineData("../../etc/x", false)]
    [InlineData("a/b", false)]
    [InlineData("-x", false)]
    [InlineData("", false)]
    [InlineData("a\nb", false)]
    public void A_suite_whose_name_could_be_more_than_a_name_is_run_by_no_command(string name, bool runs)
    {
        var policy = new SuitePolicy { Local = [new LocalSuite { Repository = "team/shop", Suite = "*", Command = ["run"] }] };
        (policy.LocalOf(new RepositoryName("team/shop"), "staging", name) is not null).ShouldBe(runs);
        // GitHub allows slashes in names of environments.
        (policy.LocalOf(new RepositoryName("team/shop"), name, "orders") is not null).ShouldBe(runs || name == "a/b");
    }

    [Fact]
    public void The_command_that_names_a_suite_comes_before_the_one_for_all()
    {
        var all = new LocalSuite { Repository = "team/shop", Suite = "*", Command = ["all"] };
        var one = new LocalSuite { Repository = "team/shop", Suite = "orders", Command = ["one"] };
        var policy = new SuitePolicy { Local = [all, one] };
        policy.LocalOf(new RepositoryName("team/shop"), "staging", "orders").ShouldBe(one);
        policy.LocalOf(new RepositoryName("team/shop"), "staging", "other").ShouldBe(all);
    }

    [Fact]
    public void Tests_are_repeated_with_the_option_before_them_and_bare_without_one()
    {
        Of(Context("a", "b; rm -rf /"), ["run"], "dotnet", "x.dll", "-method", "{test}", "-end")
            .ShouldBe(["dotnet", "x.dll", "-method", "T.a", "-method", "T.b; rm -rf /", "-end"]);
        Of(Context("a", "b"), ["run"], "pytest", "{test}").ShouldBe(["pytest", "T.a", "T.b"]);
    }

    [Fact]
    public void Without_a_command_for_a_few_tests_the_whole_suite_runs() => Of(Context("a"), ["run", "{suite}"]).ShouldBe(["run", "orders"]);
}
