using Shouldly;
using Whybot.Analysis.Explanation.Correlation;
using Xunit;

namespace Whybot.Analysis.Tests.Explanation.Correlation;

public sealed class IssueIndexTests
{
    private static IndexedIssue Issue(string id, string title, params string[] lines) =>
        new(id, title, $"Seen again.\n\n```\n{string.Join('\n', lines)}\n```\n");

    private static readonly IssueIndex Index = new([
        Issue("1", "tests/test_orders.py::test_total fails", "Traceback", "KeyError: 'colour' at 0x7f12ab, order 4711"),
        Issue("2", "carts are empty", "Traceback", "CartError: no items in cart 12"),
        Issue("3", "carts are empty again", "Traceback", "CartError: no items in cart 99"),
        Issue("4", "slow", "Traceback", "TimeoutError: 30 s"),
    ]);

    [Fact]
    public void A_failure_is_found_by_its_rare_lines_whatever_its_figures()
    {
        var hits = Index.Find(new IssueQuery("Traceback\nKeyError: 'colour' at 0x99ffee, order 12"));

        (hits[0].Issue.Id, hits[0].Shared[0]).ShouldBe(("1", "KeyError: 'colour' at <id>, order <n>"));
        IssueIndex.Confidence(hits).ShouldBeGreaterThan(IssueIndex.SureFrom);
    }

    [Fact]
    public void Short_figures_tell_apart_what_reads_alike()
    {
        var hits = Index.Find(new IssueQuery("Traceback\nCartError: no items in cart 99"));

        (hits[0].Issue.Id, hits[1].Issue.Id).ShouldBe(("3", "2"));
        IssueIndex.Confidence(hits).ShouldBeGreaterThan(IssueIndex.SureFrom);
    }

    [Fact]
    public void Of_issues_that_say_exactly_this_the_place_tells_which()
    {
        var index = new IssueIndex([Issue("1", "a", "one line") with { Where = "mac" }, Issue("2", "b", "one line") with { Where = "linux" }]);

        index.Find(new IssueQuery("one line", null, "linux"))[0].Issue.Id.ShouldBe("2");
    }

    [Fact]
    public void What_fits_two_issues_is_sure_of_none() =>
        IssueIndex.Confidence(Index.Find(new IssueQuery("Traceback\nCartError: no items in cart 7"))).ShouldBeLessThan(IssueIndex.SureFrom);

    [Fact]
    public void The_name_of_the_test_counts_as_much_as_all_of_the_text()
    {
        var hit = Index.Find(new IssueQuery("Traceback\nTimeoutError: 31 s", "tests/test_orders.py::test_total"))[0];

        (hit.Issue.Id, hit.NamesTest).ShouldBe(("1", true));
        hit.Score.ShouldBeInRange(0.5, 0.6);
    }

    [Fact]
    public void The_same_place_and_a_time_soon_after_raise_what_the_texts_say()
    {
        var at = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);
        var index = new IssueIndex([Issue("1", "a", "one line", "another") with { Where = "linux", CreatedAt = at },
            Issue("2", "b", "one line", "another") with { Where = "mac", CreatedAt = at.AddDays(3) }]);

        index.Find(new IssueQuery("one line\nanother", null, "linux", at.AddDays(1))).Select(h => (h.Issue.Id, h.Circumstances > 1))
            .ShouldBe([("1", true), ("2", false)]);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a.")]
    [InlineData("`")]
    [InlineData("```\n")]
    [InlineData("not ok 1 ")]
    public void Hostile_texts_are_read_to_their_end(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 60_000 / piece.Length));

        new IssueIndex([new IndexedIssue("1", text, text)]).Find(new IssueQuery(text, text)).Count.ShouldBeLessThanOrEqualTo(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing of the kind")]
    public void Where_nothing_is_shared_there_is_no_hit(string text)
    {
        Index.Find(new IssueQuery(text)).ShouldBeEmpty();
        IssueIndex.Confidence([]).ShouldBe(0);
    }
}
