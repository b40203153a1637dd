using Shouldly;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Inputs.Validity;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Filing;
using Whybot.Analysis.Output.Reports;
using Whybot.Testing;
using Xunit;

namespace Whybot.Analysis.Tests.Output.Reports;

public sealed class CommentWriterTests
{
    private static ReportedCluster Cluster(int number, string words) => new()
    {
        Id = new ClusterId($"w2-{number:x12}"),
        Title = words,
        Verdict = new Verdict(VerdictKind.Regression, $"regression: {words}"),
        Cause = "wrong-value",
        RootCause = $"{words}",
        Tests = [.. Enumerable.Range(0, 200).Select(i => $"{words} {i}")],
        Suites = [words],
        Categories = [words],
        Priority = Priority.P1,
        Impact = words,
        Suspects = [],
        Whys = [.. Enumerable.Range(1, 6).Select(l => new Why(l, (WhyStep)l, "Why?", $"{words}", WhyStatus.Established,
            [new Citation("logs/x.log", 1, 1, null, words)]))],
        RuledOut = [],
        Actions = [new ActionItem(Urgency.Now, $"{words}", WhyStep.Change)],
    };

    private static Report Of(params ReportedCluster[] clusters) => new()
    {
        Deployment = new Deployment(new RepositoryName("a/b"), "staging", new CommitSha(new string('a', 40)), null),
        Decision = Decision.NoGo,
        Reason = $"gate not met",
        Totals = new RunTotals(10, 5, 5, 0, 0),
        Gates = [],
        Clusters = clusters,
        Contradictions = [],
        NewIssues = [.. clusters.Select(c => new NewIssue(c.Id, c.Title))],
        Suites = [],
        Warnings = [],
        Coverage = "nothing",
    };

    [Fact]
    public void Whatever_the_input_the_comment_stays_below_githubs_limit_and_counts_what_did_not_fit()
    {
        var comment = CommentWriter.Write(Of([.. Enumerable.Range(0, 500).Select(i => Cluster(i, new string('x', 5000)))]));

        comment.Length.ShouldBeLessThan(CommentWriter.Limit);
        comment.ShouldContain("causes more did not fit");
        comment.ShouldEndWith(CommentWriter.MarkerOf("staging") + "\n");
    }

    [Fact]
    public void Whatever_the_input_an_issue_stays_below_it_too() =>
        IssueDrafter.Draft(Of(Cluster(1, new string('`', 5000))), RepositorySettings.Default).ShouldHaveSingleItem().Body.ShouldSatisfyAllConditions(
            b => b.Length.ShouldBeLessThan(CommentWriter.Limit), b => b.ShouldEndWith(OwnIssue.Marker("w2-000000000001") + "\n"));

    [Fact]
    public void The_first_line_is_the_decision() =>
        Unlinked.Of(CommentWriter.Write(Of())).ShouldStartWith("### ❌ No-go for `staging` at `aaaaaaaa`: gate not met\n");

    [Fact]
    public void A_marker_in_the_input_is_not_the_bots_marker()
    {
        var comment = CommentWriter.Write(Of(Cluster(1, CommentWriter.MarkerOf("staging"))));

        comment.Split('\n').Count(l => l == CommentWriter.MarkerOf("staging")).ShouldBe(1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(40)]
    public void At_most_twelve_lines_are_seen_before_anything_is_unfolded(int causes)
    {
        var comment = CommentWriter.Write(Of([.. Enumerable.Range(0, causes).Select(i => Cluster(i, "KeyError"))]));

        Folded.Visible(comment).Count.ShouldBeLessThanOrEqualTo(12, string.Join('\n', Folded.Visible(comment)));
    }
}
