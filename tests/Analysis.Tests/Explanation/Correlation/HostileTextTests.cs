using Shouldly;
using Whybot.Analysis.Explanation.Correlation;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Language.Messages;
using Xunit;

namespace Whybot.Analysis.Tests.Explanation.Correlation;

/// <summary>Issues and failures are anybody's words: none of them may hold up an analysis.</summary>
public sealed class HostileTextTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/a")]
    [InlineData("\\a")]
    [InlineData("a.")]
    [InlineData("a-")]
    [InlineData("a_")]
    [InlineData("aB")]
    [InlineData("a:1")]
    [InlineData("ey.")]
    [InlineData("<!--")]
    [InlineData("```\n{")]
    [InlineData("| a ")]
    [InlineData("- [ ] test_a\n")]
    [InlineData("Error: ")]
    [InlineData("0f")]
    public void Text_that_repeats_without_end_is_taken_apart_to_its_end(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 64 * 1024 / piece.Length));

        var issue = new IssueProfile(new KnownIssue(1, text[..200], text, true, [], null, null, "issues.json", "/0"), new TestNames([], []));
        _ = (issue.Content.Words.Count, issue.Errors.Count, issue.Items.Count, issue.NamedTests, issue.Block, issue.NamesInTitle.Count());

        // A pattern that took too long would have been given up, and its rest not read.
        Words.Of(text + " the_end")[^1].Text.ShouldBe("the_end");
    }
}
