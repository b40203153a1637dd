using Shouldly;
using Whybot.Analysis.Reports;
using Whybot.Suites;
using Xunit;

namespace Whybot.Bot.Tests.Suites;

public sealed class CommandLineTests
{
    private static CommandContext Context(params string[] tests) =>
        new("orders", "abc", "staging", "/r", "/l", ["tests/a.py", "tests/b c.py"], [.. tests.Select(t => new TestToRecheck("orders", null, "T", t))]);

    private static IReadOnlyList<string> Of(CommandContext context, string[] command, params string[] recheck) =>
        CommandLine.Of(new LocalSuite { Command = command, Recheck = recheck }, context);

    [Fact]
    public void Each_argument_stays_one_whatever_stands_in_it() =>
        Of(Context(), ["run", "{files}", "--out={results}/{suite}.xml", "{sha} {environment}", "{logs}"])
            .ShouldBe(["run", "tests/a.py", "tests/b c.py", "--out=/r/orders.xml", "abc staging", "/l"]);

    [Fact]
    public void Tests_are_repeated_with_the_option_before_them_and_bare_without_one()
    {
        Of(Context("a", "b; rm -rf /"), ["run"], "dotnet", "x.dll", "-method", "{test}", "-end").ShouldBe(["dotnet", "x.dll", "-method", "T.a", "-method", "T.b; rm -rf /", "-end"]);
        Of(Context("a", "b"), ["run"], "pytest", "{test}").ShouldBe(["pytest", "T.a", "T.b"]);
    }

    [Fact]
    public void Without_a_command_for_a_few_tests_the_whole_suite_runs() => Of(Context("a"), ["run", "{suite}"]).ShouldBe(["run", "orders"]);
}
