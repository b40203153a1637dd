using Shouldly;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Output.Reports;
using Whybot.Features.Dashboard.Runs;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Features.Dashboard;

public sealed class RunModelTests
{
    private static readonly PublishedReport Green = ReportJson.Read(ReportJson.Write(Analysed.Folder(Repository.Sample("all-green"))));

    [Fact]
    public void That_nothing_failed_is_said_only_where_it_is_so()
    {
        RunModel.WithoutCauses(Green).ShouldBe("Nothing failed.");
        RunModel.WithoutCauses(Green with { Decision = Decision.Inconclusive }).ShouldBe("No test failed. Why this is not a go is said above.");
        RunModel.WithoutCauses(Green with { Decision = Decision.NotReady }).ShouldBe("No suite ran, because the environment was not ready.");
        RunModel.WithoutCauses(Green with { Totals = Green.Totals with { Tests = 0 } }).ShouldBe("No test ran.");
        RunModel.WithoutCauses(Green with { Unread = [new PublishedInput("a.xml", null, default, "cut off")] }).ShouldNotContain("Nothing failed");
        RunModel.WithoutCauses(Green with { Decision = Decision.NoGo, Totals = Green.Totals with { Errors = 1 } })
            .ShouldBe("No cause could be worked out for what failed.");
    }
}
