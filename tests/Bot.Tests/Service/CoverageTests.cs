using Shouldly;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>Coverage that a job uploads with its results says which changes the tests ran nothing of.</summary>
public sealed class CoverageTests : ServiceTest
{
    private const string NotRun = "the tests did not run the only measured line that it wrote";
    private const string Cobertura = """
        <?xml version="1.0"?>
        <!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
        <coverage line-rate="0.5"><sources><source>/home/runner/work/shop/shop</source></sources><packages><package name="src"><classes>
        <class name="colours" filename="src/colours.py"><lines><line number="1" hits="0"/><line number="9" hits="1"/></lines></class>
        </classes></package></packages></coverage>
        """;

    private static readonly string Results = Stage.JUnit(("test_total", "assert 3 == 4"), ("test_list", null));

    private async Task<string> ExplainAsync(params (string Name, byte[] Zip)[] artifacts)
    {
        var repository = Stage.FailingPull(GitHub, "assert 3 == 4");
        var run = repository.Runs.Single();
        run.Artifacts.Clear();
        foreach (var (name, zip) in artifacts)
            run.Artifact(name, zip);
        await Service.StartAsync();
        await RunEndsAsync(Stage.HeadSha);
        return Comment(repository).Body;
    }

    [Fact]
    public async Task A_change_that_was_not_run_is_ruled_out_and_the_report_is_cited()
    {
        var body = await ExplainAsync(("results", Stage.Zip(("orders.xml", Results), ("coverage/coverage.xml", Cobertura))));

        body.ShouldContain($"{NotRun}, `src/colours.py:1`");
        body.ShouldContain("coverage/coverage.xml:4");
        body.ShouldNotContain("begins no result file");
    }

    [Fact]
    public async Task Coverage_of_another_suite_says_nothing_about_this_one()
    {
        var body = await ExplainAsync(("unit", Stage.Zip(("unit.xml", Stage.JUnit(("test_colours", null))), ("coverage.xml", Cobertura))),
            ("orders", Stage.Zip(("orders.xml", Results))));

        body.ShouldNotContain(NotRun);
    }
}
