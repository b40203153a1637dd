using Shouldly;
using Whybot.Analysis.Correlation;
using Whybot.Analysis.Signatures;
using Xunit;

namespace Whybot.Analysis.Tests.Correlation;

public sealed class CommonnessTests
{
    private static readonly TestNames NoTests = new([], []);

    private static IssueProfile Issue(int number, string body) =>
        new(new KnownIssue(number, "It fails", body, true, [], null, null, "issues.json", $"/{number}"), NoTests);

    [Fact]
    public void Words_that_many_issues_quote_tell_none_of_them_from_the_others()
    {
        const string common = "Emitted 'error' event on client instance at startup";
        var issues = Enumerable.Range(0, 40).Select(i => Issue(i, i < 10 ? $"`{common}` and `order_total_{(char)('a' + i)} is not a number here`"
            : "nothing")).ToList();
        var commonness = new Commonness(issues);

        commonness.IsRare(new Claim(common)).ShouldBeFalse();
        commonness.IsRare(new Claim("order_total_c is not a number here")).ShouldBeTrue();
        commonness.IsRare(new Term("order_total_c", TermKind.Identifier)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("at Object.run (/srv/app/index.js:375:17) {")]
    [InlineData("process.processTicksAndRejections (node:internal/process/task_queues:105:5)")]
    [InlineData("node:internal/assert/utils:281")]
    [InlineData("throw er; // Unhandled 'error' event")]
    [InlineData("File \"/srv/app/a.py\", line 3, in handle")]
    public void Frames_of_a_stack_are_no_claims(string frame) =>
        Issue(1, $"```\n{frame}\nValueError: order total is not a number\n```").Claims.ShouldHaveSingleItem().Words.ShouldStartWith("ValueError");
}
