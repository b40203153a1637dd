using Shouldly;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Filing;
using Xunit;

namespace Whybot.Analysis.Tests.Output.Filing;

public sealed class FiledIssueTests
{
    private const string Cluster = "w2-8b7cf2eef55e";
    private const string Other = "w2-aaaaaaaaaaaa";
    private static readonly SeenFacts Facts = new(["regression"], ["a::b|c", "d::`e`"], [new PastSuspect(new("cdea184a"), "src/a b.js", false)]);

    private static SeenRow Row(int day, int tests, string place = "main") =>
        new(new DateTimeOffset(2026, 11, day, 12, 5, 0, TimeSpan.Zero), place, new($"{day:x2}{new string('d', 38)}"), tests);

    private static string Body(string table, string cause = Cluster, string tests = "- `a::b|c`\n", params string[] covers) => IssueDrafter.Whole(
        $"What broke: `x`.\n\n## Why\n\nwhy\n## Seen\n\n{table}\n\n## Failing tests\n\n{tests}\nSignature `{Cluster}`\n", cause,
        [.. covers.Select(c => new ClusterId(c))]);

    private static string Many(params string[] clusters) =>
        "30 tests fail, for 11 causes that no open issue describes. They came at once: look for what they share before you take them one by one.\n\n"
        + "| Cause | Verdict | Failed | Suspect |\n|---|---|---|---|\n| `one` | regression | 20 | none |\n| `two \\| three` | flaky | 10 | none |\n\n"
        + $"## The gravest of them\n\nWhat broke: `x`.\n\n## Seen\n\n{SeenTable.Write([Row(1, 30)])}\n\n## Failing tests\n\n- `a::b`\n\nSignature `{Cluster}`\n"
        + $"\n{OwnIssue.Covers([.. clusters.Select(c => new ClusterId(c))])}\n{OwnIssue.Marker("mass-12345678")}\n";

    [Fact]
    public void What_the_table_says_is_read_back()
    {
        IReadOnlyList<SeenRow> rows = [Row(5, -1), Row(4, 2, "prod | eu"), Row(3, 1, "`odd`")];

        var issue = FiledIssue.Read(Body(SeenTable.Write(rows, Facts))).ShouldNotBeNull();

        (issue.Cause, issue.Clusters.ShouldHaveSingleItem(), issue.Earlier).ShouldBe((Cluster, new ClusterId(Cluster), 0));
        issue.Seen!.Rows.ShouldBe(rows);
        (issue.Seen.Verdict, issue.Seen.First, issue.Seen.Unlisted).ShouldBe((VerdictKind.Regression, new DateOnly(2026, 11, 3), 0));
        issue.Seen.Suspect.ShouldBe(Facts.Suspects[0]);
        issue.Tests.ShouldBe(Facts.Tests);
    }

    [Fact]
    public void A_body_that_was_written_back_with_the_ends_of_lines_of_a_web_page_is_the_same() =>
        FiledIssue.Read(Body(SeenTable.Write([Row(1, 1)], Facts)).Replace("\n", "\r\n", StringComparison.Ordinal))!.Seen!.Rows.ShouldBe([Row(1, 1)]);

    [Fact]
    public void Runs_that_the_table_only_counts_are_counted()
    {
        var rows = Enumerable.Range(1, 14).Select(i => Row(15 - i, i % 2 == 0 ? -1 : 3)).ToList();

        var seen = FiledIssue.Read(Body(SeenTable.Write(rows, Facts)))!.Seen!;

        (seen.Rows.Count, seen.Unlisted, seen.UnlistedFailed).ShouldBe((10, 4, 2));
        SeenTable.Write(seen.Rows, Facts, new SeenBefore(seen.Unlisted, seen.UnlistedFailed, seen.First!.Value)).ShouldBe(SeenTable.Write(rows, Facts)
            .Replace(", 11-04 1×, 11-02 1×", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Failures_of_several_signatures_are_one_cause_that_can_be_cleared()
    {
        var issue = FiledIssue.Read(Body(SeenTable.Write([Row(1, 2)], Facts), covers: [Cluster, Other])).ShouldNotBeNull();

        var about = ReadBackCause.Of(issue, 7, "x").ShouldHaveSingleItem().About;

        about.Signatures.ShouldBe([new ClusterId(Other)]);
        about.CanBeCleared.ShouldBeTrue();
        FiledIssue.Read(Body(SeenTable.Write([Row(1, 2)], Facts), covers: [Other, Cluster])).ShouldBeNull();
    }

    [Fact]
    public void A_row_without_time_or_commit_is_not_given_any() =>
        FiledIssue.Read(Body(SeenTable.Write([new SeenRow(null, "main", default, 1)])))!.Seen!.Rows.ShouldBe([new SeenRow(null, "main", default, 1)]);

    [Fact]
    public void An_issue_after_an_earlier_one_names_the_cluster_and_the_earlier_one()
    {
        var issue = FiledIssue.Read(Body(SeenTable.Write([Row(1, 1)]), $"{Cluster}-41"))!;
        (issue.Clusters[0], issue.Earlier).ShouldBe((new ClusterId(Cluster), 41));
    }

    [Fact]
    public void Tests_are_known_only_if_all_of_them_are_named()
    {
        SeenFacts Naming(int count) => Facts with { Tests = [.. Enumerable.Range(1, count).Select(i => $"t{i}")] };
        FiledIssue.Read(Body(SeenTable.Write([Row(1, 7)], Naming(7))))!.Tests.ShouldBeNull("the table names five of seven, and the list another one");
        var list = string.Concat(Naming(7).Tests.Select(t => $"- [`{t}`](https://x)\n"));
        FiledIssue.Read(Body(SeenTable.Write([Row(1, 7)], Naming(7)), tests: list))!.Tests.ShouldBe(Naming(7).Tests);
        FiledIssue.Read(Body(SeenTable.Write([Row(1, 8)], Naming(8)), tests: list))!.Tests.ShouldBeNull("one test more fails by now");
        FiledIssue.Read(Body(SeenTable.Write([Row(1, 7)]), tests: list + "- and 3 more\n"))!.Tests.ShouldBeNull();
        FiledIssue.Read(Body(SeenTable.Write([Row(1, 1)]), tests: $"- `{new string('x', 199)}…`\n"))!.Tests.ShouldBeNull("its name is cut off");
    }

    [Fact]
    public void An_issue_about_many_causes_names_them_and_each_has_to_be_seen_to_pass()
    {
        var issue = FiledIssue.Read(Many(Cluster, Other)).ShouldNotBeNull();

        var causes = ReadBackCause.Of(issue, 7, "2 new causes at once");

        causes.Select(c => (c.About.Cluster, c.About.Title, c.About.Verdict)).ShouldBe([
            (new ClusterId(Cluster), "one", VerdictKind.Regression), (new ClusterId(Other), "two | three", VerdictKind.Flaky)]);
        causes.SelectMany(c => c.Rows).ShouldBe([Row(1, 30), Row(1, 0)]);
        causes.ShouldAllBe(c => c.About.IsReadBack && !c.About.CanBeCleared);
    }

    [Fact]
    public void An_environment_that_was_not_ready_has_no_tests_and_can_be_seen_to_be_ready()
    {
        var body = IssueDrafter.Whole($"`staging` is not ready, so no suite was run against it: `db`, `refused`.\n\n\n## Seen\n\n"
            + $"{SeenTable.Write([Row(1, 0, "staging")])}\n", "down-staging-db", []);
        ReadBackCause.Of(FiledIssue.Read(body)!, 7, "staging is not ready").ShouldHaveSingleItem().About.CanBeCleared.ShouldBeTrue();
    }

    [Fact]
    public void A_table_that_people_took_out_says_nothing()
    {
        var issue = FiledIssue.Read(Body("gone", tests: "- `a`\n- and 3 more\n")).ShouldNotBeNull();
        issue.Seen.ShouldBeNull();
        ReadBackCause.Of(issue, 7, "x").ShouldHaveSingleItem().About.CanBeCleared.ShouldBeFalse();
    }

    [Fact]
    public void Somebody_elses_text_with_the_bots_lines_in_it_is_not_the_bots()
    {
        var own = Body(SeenTable.Write([Row(1, 1)], Facts));
        FiledIssue.Read(own).ShouldNotBeNull();
        FiledIssue.Read(own + "Thanks!\n").ShouldBeNull("the marker is not the last line");
        FiledIssue.Read($"A form was sent in:\n\n{own}").ShouldBeNull("it does not begin as the bot begins");
        FiledIssue.Read(own.Replace("\n", "\n> ", StringComparison.Ordinal)).ShouldBeNull("it is a quotation");
        FiledIssue.Read(OwnIssue.Marker(Other) + "\n" + own).ShouldBeNull("it has two markers");
        FiledIssue.Read(own + OwnIssue.Marker(Other) + "\n").ShouldBeNull("it has two markers");
        FiledIssue.Read(own.Replace(OwnIssue.Marker(Cluster), OwnIssue.Marker("w2-zzz"), StringComparison.Ordinal)).ShouldBeNull("no id looks like that");
        FiledIssue.Read(own.Replace(OwnIssue.Marker(Cluster), OwnIssue.Marker(Other), StringComparison.Ordinal)).ShouldBeNull("it is about another cause");
        FiledIssue.Read(Many(Other, Cluster)).ShouldBeNull("it is not about the gravest of its causes");
        FiledIssue.Read(null).ShouldBeNull();
    }

    [Theory]
    [InlineData("| 2026-11-01 12:05 UTC | `main` | not a commit | 1 |")]
    [InlineData("| 2026-11-01 12:05 UTC | main | `abc` | 1 |")]
    [InlineData("| yesterday | `main` | `abc` | 1 |")]
    [InlineData("| 2026-11-01 12:05 UTC | `main` | `abc` | many |")]
    [InlineData("close this issue")]
    public void A_table_with_other_lines_is_not_the_bots(string line)
    {
        var table = SeenTable.Write([Row(1, 1)]).Replace("<!-- whybot:seen-end", $"{line}\n<!-- whybot:seen-end", StringComparison.Ordinal);
        FiledIssue.Read(Body(table)).ShouldBeNull();
    }

    [Fact]
    public void A_table_with_more_rows_than_the_bot_writes_is_not_the_bots()
    {
        var row = SeenTable.Write([Row(1, 1)]).Split('\n').Single(l => l.StartsWith("| 2026", StringComparison.Ordinal));
        foreach (var more in new[] { 10, 10_000 })
            FiledIssue.Read(Body(SeenTable.Write([Row(1, 1)]).Replace(row, string.Join('\n', Enumerable.Repeat(row, more + 1)), StringComparison.Ordinal)))
                .ShouldBeNull();
    }

    [Fact]
    public void More_failures_than_there_are_runs_are_not_believed() =>
        FiledIssue.Read(Body(SeenTable.Write([Row(2, 1), Row(1, 1)]).Replace("Seen in 2 runs", "Seen in 900 runs", StringComparison.Ordinal))).ShouldBeNull();
}
