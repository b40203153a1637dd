using Shouldly;
using Whybot.Analysis.Explanation.Correlation;
using Whybot.Analysis.Language.Messages;
using Xunit;

namespace Whybot.Analysis.Tests.Explanation.Correlation;

public sealed class AlignmentTests
{
    private const string Refused = "cache is down: Error 111 connecting to 10.20.0.83:6379. 111.";

    private static Passage? Find(string line, string issue)
    {
        var text = new IssueText("A title", issue);
        var error = new ErrorLine(line, Words.Of(line), false);
        return Alignment.Find(error, Alignment.Worth(error, new WordWeights(new Candidates([]))), text);
    }

    [Theory]
    [InlineData("The error we get is\n\ncache is down: Error 111 connecting to 10.20.0.83:6379. 111.\n\nsince Friday")]
    [InlineData("> cache is down: Error 111\n> connecting to 10.20.0.83:6379. 111.")]
    [InlineData("| suite | says |\n|---|---|\n| staging | cache is down: Error 111 connecting to 10.20.0.83:6379. 111. |")]
    [InlineData("2026-10-09 17:02:44,903 ERROR gateway cache is down: Error 113 connecting to 10.20.0.83:6379. 113.")]
    public void A_line_is_found_in_prose_quotes_tables_and_logs(string issue)
    {
        var passage = Find(Refused, issue)!;

        passage.Coverage.ShouldBeGreaterThan(0.8);
        passage.Differs.ShouldBeNull();
    }

    [Fact]
    public void Another_address_is_told() => Find(Refused, "Error 111 connecting to 10.20.0.91:6380. 111.")!.Differs.ShouldBe(
        ("10.20.0.83:6379", "10.20.0.91:6380"));

    [Fact]
    public void A_port_that_systems_hand_out_is_none_that_differs() =>
        Find("read tcp 127.0.0.1:41234: connection reset by shard", "read tcp 127.0.0.1:50312: connection reset by shard")!.Differs.ShouldBeNull();

    [Fact]
    public void Another_status_code_is_told() => Find("partner answered status 503 for parcels", "partner answered status 429 for parcels")!.Differs.ShouldBe(
        ("503", "429"));

    [Fact]
    public void Other_names_in_the_same_frame_cover_little() =>
        Find("tool_executing event structure validation failed: missing required field(s) ['tool_name', 'parameters']",
            "audit_login event structure validation failed: missing required field(s) ['ip']")!
            .Coverage.ShouldBeLessThan(0.6);

    [Theory]
    [InlineData("column user_id of orders does not exist", "column tenant_id of orders does not exist", "user_id", "tenant_id")]
    [InlineData("timed out waiting for CartEmptied", "timed out waiting for OrderPlaced", "CartEmptied", "OrderPlaced")]
    public void Another_name_in_the_same_place_is_told(string line, string issue, string here, string there) =>
        Find(line, issue)!.Differs.ShouldBe((here, there));

    [Theory]
    [InlineData("pod shop_x7k2 of orders does not exist", "pod shop_m9q4 of orders does not exist")]
    [InlineData("timed out waiting for CartEmptied", "timed out waiting for\nOrderPlaced is slow too")]
    public void A_name_with_figures_or_on_the_next_line_may_be_another(string line, string issue) => Find(line, issue)!.Differs.ShouldBeNull();

    [Theory]
    [InlineData("partner answered HTTP 429 for weight 12", "partner answered HTTP 429 for weight N")]
    [InlineData("agent answered in 121.02 s (target 2 s)", "agent answered in 98.4 s (target 2 s)")]
    public void Figures_and_times_may_be_others(string line, string issue) => Find(line, issue)!.Coverage.ShouldBe(1, 0.1);

    [Fact]
    public void What_both_say_is_quoted_as_the_issue_has_it() =>
        Find("E   NegotiationError: unsupported subprotocol: jwt-auth", "it says\nNegotiationError: unsupported\nsubprotocol: jwt-auth there")!.Quote.ShouldBe(
            "NegotiationError: unsupported subprotocol: jwt-auth");

    [Fact]
    public void The_type_of_an_error_does_not_count_for_its_message() =>
        Find("ws.errors.NegotiationError: unsupported subprotocol: jwt-auth",
            "ws.errors.NegotiationError: unsupported extension: bzip2")!.Coverage.ShouldBeLessThan(0.6);

    [Fact]
    public void Where_nothing_is_shared_there_is_none() => Find(Refused, "The office wifi drops in meeting room 3").ShouldBeNull();
}
