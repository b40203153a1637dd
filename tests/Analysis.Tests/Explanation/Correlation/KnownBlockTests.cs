using Shouldly;
using Whybot.Analysis.Explanation.Correlation;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Results;
using Xunit;

namespace Whybot.Analysis.Tests.Explanation.Correlation;

public sealed class KnownBlockTests
{
    private const string Message = "feed restore gave up: NU1301 unreachable source dnceng";

    private static string Block(string json) => $"Seen often.\n\n```json\n{json}\n```\n";

    private static int? Matched(string block) => MatchedBody(Block(block));

    private static int? MatchedBody(string body) => (Runs.Of(Runs.File("build", Runs.Test("restores", TestOutcome.Failed, Message), Runs.Test("packs"))) with
    {
        Issues = [new KnownIssue(12, "Known build error", body, true, [], null, null, "issues.json", "/0")],
    }).Analyse().Clusters.Single().Issue?.Number;

    [Theory]
    [InlineData("{ \"ErrorMessage\": \"NU1301 unreachable source\", \"BuildRetry\": false }")]
    [InlineData("{ \"ErrorMessage\": [\"feed restore\", \"UNREACHABLE SOURCE dnceng\"] }")]
    [InlineData("{ \"ErrorPattern\": \"NU130\\\\d unreachable source \\\\w+\" }")]
    public void What_every_failure_shows_makes_it_a_match(string block) => Matched(block).ShouldBe(12);

    [Theory]
    [InlineData("| Reason | <code>NU1301 unreachable source dnceng</code> |\n| - | :- |\n| Type | BUILD_FAILURE |\n| Failed PR | 1 (shop/shop#7) |", 12)]
    [InlineData("| Reason | <code>NU1301 &#117;nreachable source dnceng</code> |", 12)]
    [InlineData("| Reason | <code>NU1102 unreachable feed dotnet</code> |\n| - | :- |", null)]
    [InlineData("| Reason | <code>NU1301 unreachable source dnceng</code> |\n\n| Reason | <code>disk is full</code> |", null)]
    public void The_reason_in_a_reliability_report_is_one_too_where_it_is_the_only_one(string table, int? matched) =>
        (KnownBlock.Of(table) is null ? null : MatchedBody(table)).ShouldBe(matched);

    [Theory]
    [InlineData("{ \"ErrorMessage\": \"NU1102 unreachable source\" }", "another code")]
    [InlineData("{ \"ErrorMessage\": [\"feed restore\", \"disk is full\"] }", "one of two is not there")]
    [InlineData("{ \"ErrorPattern\": \".*\" }", "everything shows it")]
    [InlineData("{ \"ErrorPattern\": \"[\\\\s\\\\S]+|gadget widget sprocket\" }", "what it writes out is not shown")]
    public void Otherwise_it_makes_none(string block, string why) => Matched(block).ShouldBeNull(why);

    [Theory]
    [InlineData("{ \"ErrorMessage\": \"\", \"ErrorPattern\": \"\" }")]
    [InlineData("{ \"ErrorPattern\": \"(unclosed\" }")]
    [InlineData("{ \"ErrorMessage\": ")]
    [InlineData("{ \"ErrorMessage\": 7 }")]
    public void One_that_is_empty_or_cannot_be_read_says_nothing(string block) => KnownBlock.Of(Block(block)).ShouldBeNull();
}
